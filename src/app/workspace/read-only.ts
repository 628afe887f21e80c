import { readRecord } from '../../record/read-record.ts';
import type { ActRecord } from '../../record/record.ts';
import { openDerivation } from '../derivation/derivation.ts';
import { openMentionCache } from '../derivation/reading/mention-cache.ts';
import { openReadingCache } from '../derivation/reading/reading-cache.ts';
import type { Progress } from '../progress.ts';
import { tellOfRollback } from './last-seen.ts';
import { openProjections } from './projections.ts';
import type { Workspace } from './workspace.ts';

/** What is asked of a workspace that is only read. */
export type WorkspaceReading<T> = (
  workspace: Pick<Workspace, 'snapshot' | 'project' | 'acts' | 'mentions'> & {
    readonly record: Pick<ActRecord, 'read'>;
  },
  progress: Progress,
) => Promise<T>;

/**
 * The answer out of a workspace on a medium that cannot be written to, such as a mounted copy of evidence: nothing is locked
 * and nothing kept, the record is read as it stands, the tables are made in memory, and documents are read from their bytes,
 * since no key is at hand to tell a cache from a forgery. @throws RecordError `not-a-workspace`, `damaged`
 */
export async function readWithoutWriting<T>(
  folder: string,
  progress: Progress,
  reading: WorkspaceReading<T>,
): Promise<T> {
  const read = readRecord(folder);
  const checkpoint = read.checkpoint();
  const rollback = checkpoint === null ? null : tellOfRollback({ workspace: folder, origin: checkpoint.origin, read });
  if (rollback !== null) progress.note(rollback);
  let size = 0;
  for await (const { line } of read.lines()) size = line.index + 1;
  const derivation = openDerivation({ read, size }, openReadingCache(folder, null));
  const projections = openProjections({ place: null, record: { size }, derivation });
  try {
    return await reading(
      {
        record: { read },
        mentions: openMentionCache(folder, null),
        acts: async () => (await derivation.log()).acts,
        snapshot: (progress) => derivation.snapshot(progress),
        project: (progress, ask) => projections.read(progress, ask),
      },
      progress,
    );
  } finally {
    await projections.close();
    await derivation.close();
    progress.done();
  }
}
