import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { describeError } from '../../core/errors.ts';
import { timestampOf } from '../../core/time/clock.ts';
import { custodyOf } from '../../documents/custody/custody.ts';
import { hashDocumentFile } from '../../record/documents/document-store.ts';
import type { TrackFile } from '../../tracks/reading/read-tracks.ts';
import { recogniseTrack } from '../../tracks/reading/track-form.ts';
import { heldAs, inOneLine, jsonOf, refusedDraft, sourceDraft } from '../acts/acquire.ts';
import type { RefusedBody, SourceFacts } from '../acts/act-body.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { workOnTracks } from '../tracks/track-thread.ts';
import { PROGRAM, programName } from '../version.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { checkSource, type OfferedSource, sourceFacts } from './add.ts';

export type AddTracksRequest = OfferedSource & {
  readonly files: readonly string[];
  readonly workspace: WorkspacePlace;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type AddedTracks = TrackFile & { readonly document: string; readonly act: string };

export type TracksAdded = {
  readonly added: readonly AddedTracks[];
  readonly unchanged: readonly { readonly document: string; readonly file: string }[];
  readonly refused: readonly RefusedBody[];
};

/** Adds files of ships' positions to a workspace, recognised by content and of any size. What is none is refused; the rest goes on. */
export async function addTracks(request: AddTracksRequest): Promise<TracksAdded> {
  checkSource(request);
  const { workspace, clock, progress } = request;
  return await withWorkspace({ workspace, clock, progress, command: 'panel tracks add' }, async (held) => {
    const evidence = await held.evidence();
    const source = sourceFacts(request, evidence);
    const described = sourceDraft(source, evidence);
    if (described !== null) await held.record.append([described]);
    const added: AddedTracks[] = [];
    const unchanged: { document: string; file: string }[] = [];
    const refused: RefusedBody[] = [];
    for (const path of request.files) {
      progress.step(`reading ${basename(path)}`);
      try {
        const read = await readWhole(path, progress);
        const { id: document } = await hashDocumentFile(path);
        const withheldBy = evidence.withheld.get(document);
        if (withheldBy !== undefined)
          throw new AppError('refused-by-rule', `its bytes were withheld from this record by ${withheldBy}`);
        if (heldAs(document, evidence) !== undefined || added.some((one) => one.document === document)) {
          unchanged.push({ document, file: read.file });
          continue;
        }
        const put = await held.record.putDocument(path);
        if (put.id !== document)
          throw new AppError('unreadable', 'the file was changed while it was read; add it again when it is finished');
        added.push({ ...read, document, act: await acquireTracks(held, document, read, source, request) });
      } catch (error) {
        refused.push(refusalOf(basename(path), error));
      }
    }
    const refusals = refused.map((one) => refusedDraft(one, 'added', evidence)).filter((draft) => draft !== null);
    if (refusals.length > 0) await held.record.append(refusals);
    return { added, unchanged, refused };
  });
}

/** More cannot be hashed in one piece, as custody has it. */
const MOST_BYTES = 2 ** 31 - 1;

/** Reads a file through once, so that nothing is recorded that tells of no ship. */
async function readWhole(path: string, progress: Progress): Promise<TrackFile> {
  recogniseTrack(path);
  const bytes = statSync(path).size;
  if (bytes > MOST_BYTES)
    throw new AppError('unreadable', 'the file is larger than 2 GB; add it in parts, such as one for each month');
  const files = [{ path, name: basename(path), index: 0 }];
  const [read] = await workOnTracks('through', { files }, { bytes }, progress);
  return read!;
}

async function acquireTracks(
  { record, clock }: Workspace,
  document: string,
  { file, form }: TrackFile,
  source: SourceFacts,
  { published, url }: AddTracksRequest,
): Promise<string> {
  const now = timestampOf(clock());
  const custody = custodyOf({
    bytes: await record.read.document(document),
    kind: form === 'table' ? 'csv' : form === 'nmea' ? 'text' : null,
    origin: {
      fileName: file,
      place: url ?? null,
      source: source.id,
      published: published ?? null,
      publishedBy: published === undefined ? null : 'dossier',
    },
    collection: { collector: programName(), method: 'file', tool: `track reader ${form}`, started: now, ended: now },
  });
  const [act] = await record.append([
    { kind: 'acquired', by: PROGRAM, body: jsonOf({ document, custody, tracks: { form } }) },
  ]);
  return act?.id ?? '';
}

function refusalOf(name: string, error: unknown): RefusedBody {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
  return { name, code, message: inOneLine(error instanceof Error ? error.message : describeError(error), 300) };
}
