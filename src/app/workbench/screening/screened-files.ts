import { mkdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainName } from '../../../core/plain-name.ts';
import { type BatchColumn, batchOfTable, guessColumns } from '../../../screening/batch.ts';
import { DEFAULT_LIMIT, DEFAULT_THRESHOLD } from '../../../screening/screen.ts';
import { AppError } from '../../errors.ts';
import type { Progress } from '../../progress.ts';
import { screenBatch } from '../../screening/screen-batch.ts';
import { readTableOfNames } from '../../screening/table-of-names.ts';
import type { Job } from '../contract/job.ts';
import type { ScreenedFile, TableRead } from '../contract/screening.ts';
import type { Workbench } from '../held/workbench.ts';

export type SentQuestions = {
  readonly within: string;
  /** The CSV under a name of our own, and what its sender calls it. */
  readonly file: string;
  readonly called: string;
  readonly threshold?: number | undefined;
  readonly limit?: number | undefined;
  /** Which column holds what; left out where the headings are the usual ones of a batch. */
  readonly columns?: Readonly<Partial<Record<BatchColumn, number>>> | undefined;
  readonly schema?: string | undefined;
  remove(): Promise<void>;
};

/** Answers that are kept for download; they name people, and go when others come or the program ends. */
const MOST_KEPT = 20;
/** Faults of rows that are told one by one. */
const MOST_FAULTS = 200;

type Answers = { readonly folder: string; readonly files: Map<string, string> };

const kept = new WeakMap<Workbench, Answers>();

function answersOf(workbench: Workbench): Answers {
  const known = kept.get(workbench);
  if (known !== undefined) return known;
  const folder = workbench.held.record.temporaryFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const answers = { folder, files: new Map<string, string>() };
  kept.set(workbench, answers);
  return answers;
}

/** Screens a CSV of questions against the workspace's lists as a job; the screening is logged, and the answers kept for a while. */
export function screenSentFile(workbench: Workbench, sent: SentQuestions): Job {
  const { folder, files } = answersOf(workbench);
  // The job's own id is known only once it has begun.
  const job = workbench.jobs.start('screen-file', async (progress): Promise<ScreenedFile> => {
    try {
      const input = await batchIn(sent, progress);
      const out = join(folder, `${job.id}.csv`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const rows = await countLines(input);
      const done = await screenBatch({
        batch: input,
        called: fileName(sent.called),
        out,
        write: () => undefined,
        lists: [],
        workspace: workbench.held,
        threshold: sent.threshold ?? DEFAULT_THRESHOLD,
        match: DEFAULT_THRESHOLD,
        limit: sent.limit ?? DEFAULT_LIMIT,
        progress: outOf(rows, progress),
      });
      files.set(job.id, out);
      for (const old of [...files.keys()].slice(0, -MOST_KEPT)) forget(files, old);
      return {
        rows: done.questions,
        withHits: done.withHits,
        hits: done.hits,
        faults: done.badRows.slice(0, MOST_FAULTS).map((fault) => fault.replace(input, sent.called)),
      };
    } finally {
      await sent.remove();
    }
  });
  return job;
}

/** The file as it was sent, or its table as a batch beside it. */
async function batchIn({ within, file, called, columns, schema }: SentQuestions, progress: Progress): Promise<string> {
  const path = join(within, file);
  if (columns === undefined) return path;
  progress.step('Reading the table');
  const { rows } = await readTableOfNames(await readFile(path), fileName(called));
  const chosen = new Map(Object.entries(columns) as [BatchColumn, number][]);
  const batch = join(within, 'batch.csv');
  await writeFile(batch, batchOfTable(rows, chosen, schema), { mode: 0o600 });
  return batch;
}

/** What a sender calls a file goes into the record: its last part alone, and nothing that hides. */
function fileName(called: string): string {
  const last = called.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return plainName(last.slice(-120)) ?? 'names';
}

export type SentTable = Pick<SentQuestions, 'within' | 'file' | 'called' | 'remove'>;

/** Samples of a column that are shown. */
const MOST_SAMPLES = 3;

/** Reads the columns of a table as a job, so that whoever sent it can say what each holds. */
export function readSentTable(workbench: Workbench, { within, file, called, remove }: SentTable): Job {
  return workbench.jobs.start('read-table', async (progress): Promise<TableRead> => {
    try {
      progress.step('Reading the table');
      const { headings, rows } = await readTableOfNames(await readFile(join(within, file)), fileName(called));
      const guesses = guessColumns(headings);
      return {
        rows: rows.length,
        columns: headings.map((heading, at) => ({
          heading,
          samples: rows
            .map((row) => row[at] ?? '')
            .filter((cell) => cell.trim() !== '')
            .slice(0, MOST_SAMPLES),
          guess: guesses[at] ?? null,
        })),
      };
    } finally {
      await remove();
    }
  });
}

/** The answers of a screened file as CSV. @throws AppError `no-such-list` */
export async function screenedFile(workbench: Workbench, job: string): Promise<Uint8Array> {
  const path = kept.get(workbench)?.files.get(job);
  if (path === undefined)
    throw new AppError('no-such-report', 'there is no screened file of this job, or it was screened long ago', {
      place: job.slice(0, 80),
    });
  return await readFile(path);
}

function forget(files: Map<string, string>, job: string): void {
  const path = files.get(job);
  files.delete(job);
  if (path !== undefined) rmSync(path, { force: true });
}

/** A batch is read as a stream and does not know its length; lines of the file are near enough for a bar. */
function outOf(rows: number, progress: Progress): Progress {
  return { ...progress, advance: (done) => progress.advance(Math.min(done, rows), rows) };
}

async function countLines(path: string): Promise<number> {
  const bytes = await readFile(path);
  let lines = 0;
  for (const byte of bytes) if (byte === 10) lines++;
  return Math.max(1, lines - 1);
}
