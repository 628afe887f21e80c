import { parentPort, workerData } from 'node:worker_threads';
import { batchRows } from './batch.ts';
import { readIndexCache } from './index-cache.ts';
import { openNameSearch } from './name-search.ts';
import type { Question } from './question.ts';
import { type Hit, type ScreenOptions, screen } from './screen.ts';

/** What a thread is started with: the index as bytes and what is known of its words, both shared by all threads, and its key. */
export type ScreeningWorkerData = {
  readonly index: SharedArrayBuffer;
  readonly key: string;
  readonly rarities: SharedArrayBuffer;
};

/** One piece of work. With `ids` the answer is rows of the batch's CSV and the hits without their reasons. */
export type ScreeningJob = {
  readonly job: number;
  readonly questions: readonly Question[];
  readonly ids: readonly string[] | null;
  readonly options: ScreenOptions;
};

export type ScreeningAnswer =
  | { readonly job: number; readonly hits: readonly (readonly Hit[])[]; readonly csv: string }
  | { readonly job: number; readonly problem: string };

const { index: bytes, key, rarities } = workerData as ScreeningWorkerData;
const index = readIndexCache(new Uint8Array(bytes), key);
openNameSearch(index, rarities);

parentPort?.on('message', ({ job, questions, ids, options }: ScreeningJob) => {
  let answer: ScreeningAnswer;
  try {
    const hits = questions.map((question) => screen(index, question, options));
    const csv = ids === null ? '' : hits.map((found, at) => batchRows(ids[at] ?? '', found)).join('');
    answer = { job, hits: ids === null ? hits : hits.map((found) => found.map(withoutReasons)), csv };
  } catch (error) {
    answer = { job, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});

function withoutReasons(hit: Hit): Hit {
  return { ...hit, reasons: [] };
}
