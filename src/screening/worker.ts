import { parentPort, workerData } from 'node:worker_threads';
import { batchRows } from './batch.ts';
import { readIndexCache } from './index/index-cache.ts';
import { openNameSearch } from './matching/name-search.ts';
import type { Question } from './question.ts';
import { type Hit, type ScreenOptions, screen } from './screen.ts';

/** What a thread is started with: the index as bytes and what is known of its words, both shared by all threads, and its key. */
export type ScreeningWorkerData = {
  readonly index: SharedArrayBuffer;
  readonly key: string;
  readonly rarities: SharedArrayBuffer;
};

/** Questions of a batch that are answered as rows of its CSV; the hits come too only where something else is done with them. */
export type BatchPiece = { readonly ids: readonly string[]; readonly withHits: boolean };

/** One piece of work. */
export type ScreeningJob = {
  readonly job: number;
  readonly questions: readonly Question[];
  readonly batch: BatchPiece | null;
  readonly options: ScreenOptions;
};

export type ScreenedPiece =
  | {
      readonly job: number;
      /** Of a batch without their reasons, or empty where they are not wanted. */
      readonly hits: readonly (readonly Hit[])[];
      /** Hits of each question. */
      readonly counts: readonly number[];
      readonly csv: string;
    }
  | { readonly job: number; readonly problem: string };

const { index: bytes, key, rarities } = workerData as ScreeningWorkerData;
const index = readIndexCache(new Uint8Array(bytes), key);
openNameSearch(index, rarities);

parentPort?.on('message', ({ job, questions, batch, options }: ScreeningJob) => {
  let answer: ScreenedPiece;
  try {
    const hits = questions.map((question) => screen(index, question, options));
    const counts = hits.map(({ length }) => length);
    if (batch === null) answer = { job, hits, counts, csv: '' };
    else {
      const csv = hits.map((found, at) => batchRows(batch.ids[at] ?? '', found)).join('');
      answer = { job, hits: batch.withHits ? hits.map((found) => found.map(withoutReasons)) : [], counts, csv };
    }
  } catch (error) {
    answer = { job, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});

function withoutReasons(hit: Hit): Hit {
  return { ...hit, reasons: [] };
}
