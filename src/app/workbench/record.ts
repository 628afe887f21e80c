import { statSync } from 'node:fs';
import { memoized } from '../../core/memoized.ts';
import { RecordError } from '../../record/errors.ts';
import { actIndex } from '../../record/log/act.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import type { ReadLog } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { foldText } from '../projection/fold-text.ts';
import { proveInRecord, verifyAlongside } from '../workspace/record.ts';
import type { HeldWorkspace } from '../workspace/workspace.ts';
import type { Job } from './contract/job.ts';
import type { Page } from './contract/page.ts';
import type { ActDetail, ActLine } from './contract/record/act.ts';
import type { ProofText, RecordView, VerificationResult } from './contract/record/record.ts';
import { logLines } from './held/act-line.ts';
import { type PageQuery, pageOf, searchIn } from './held/page.ts';
import type { Workbench } from './held/workbench.ts';

/** The state of the record and of its last checkpoint. */
export function recordView({ acts, withheld }: ReadLog, { record, folder }: HeldWorkspace): RecordView {
  const file = statSync(layoutOf(folder).checkpoint, { throwIfNoEntry: false });
  return {
    origin: record.origin,
    acts: acts.length + withheld.length,
    documents: record.read.documentCount(),
    withheld: withheld.length,
    checkpoint: record.read.checkpointNote(),
    checkpointAt: file?.mtime.toISOString() ?? null,
    covered: record.read.checkpoint()?.size ?? 0,
    vkey: record.verifierKey,
  };
}

export type ActQuery = PageQuery & {
  readonly kind?: string | undefined;
  readonly by?: string | undefined;
  readonly q?: string | undefined;
};

const searchable = memoized((line: ActLine) => foldText(`${line.id} ${line.kind} ${line.by} ${line.summary}`));

/** The log, newest first. */
export function actPage(log: ReadLog, { kind, by, q, ...page }: ActQuery): Page<ActLine> {
  const sought = searchIn(q);
  const found = logLines(log).filter(
    (line) =>
      (kind === undefined || line.kind === kind) &&
      (by === undefined || line.by === by) &&
      (q === undefined || sought(searchable(line))),
  );
  return pageOf(found, ({ id }) => id, page, { kind, by, q });
}

/** One act whole, with the leaf that stands for it in the log. @throws AppError `no-such-act` */
export async function actDetail(log: ReadLog, { record }: HeldWorkspace, id: string): Promise<ActDetail> {
  const index = actIndex(id);
  const line = logLines(log).find((one) => one.id === id);
  if (index === undefined || line === undefined)
    throw new AppError('no-such-act', 'there is no such act in this record', { place: id.slice(0, 80) });
  for await (const { line: logged, act } of record.read.lines(index)) {
    return { ...line, body: act?.body ?? null, leaf: logged.leaf, index };
  }
  throw new AppError('no-such-act', 'there is no such act in this record', { place: id });
}

/** A proof that an act, a claim or a document is in the record; what was logged a moment ago is signed first. */
export async function proofOf({ record, folder }: HeldWorkspace, id: string): Promise<ProofText> {
  try {
    return (await proveInRecord({ workspace: folder, id })).proof;
  } catch (error) {
    if (!(error instanceof RecordError) || error.code !== 'not-covered') throw error;
    await record.checkpoint();
    return (await proveInRecord({ workspace: folder, id })).proof;
  }
}

/** Checks every byte of the record as a job. */
export function verifyAsJob({ jobs, held }: Workbench): Job {
  return jobs.start('verify', async (progress): Promise<VerificationResult> => {
    const { whole, summary, faults } = await verifyAlongside(held.folder, progress);
    return {
      whole,
      summary,
      faults: faults.map(({ path, offset, code, message }) => ({ path, offset, code, message })),
    };
  });
}
