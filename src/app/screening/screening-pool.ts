import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startWorkerThread } from '../../core/threads/worker-thread.ts';
import { raritiesOf } from '../../screening/matching/similar-words.ts';
import type { Question } from '../../screening/question.ts';
import type { ScreenOptions } from '../../screening/screen.ts';
import type { BatchPiece, ScreenedPiece, ScreeningJob, ScreeningWorkerData } from '../../screening/worker.ts';
import { AppError } from '../errors.ts';
import type { LoadedLists } from '../lists/screening-index.ts';

export type PoolAnswer = Omit<Extract<ScreenedPiece, { csv: string }>, 'job'>;

/** Threads that screen over one shared index, so that neither the command line nor the server waits and all cores work. */
export type ScreeningPool = {
  /** Work that may be under way at once; more waits in order. */
  readonly size: number;
  ask(questions: readonly Question[], options: ScreenOptions, batch?: BatchPiece): Promise<PoolAnswer>;
  /** Closes once what was asked is answered. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

type Waiting = {
  readonly message: ScreeningJob;
  resolve(answer: PoolAnswer): void;
  reject(error: Error): void;
};

/** More threads than this bring no more on the machines that the workbench is made for, and each holds words of its own. */
const MOST_THREADS = 4;

/**
 * Room of a thread for what it needs for one question only. Node would let it grow to 48 MB in each thread and keep it; with
 * this little a batch takes 50 MB less, and a twelfth more time.
 */
const YOUNG_MEGABYTES = 4;

/**
 * Room for what a thread keeps: several times what the words and names of an index can come to. Under the gigabytes that Node
 * allows it would be cleared so seldom that a long batch takes 25 MB more.
 */
const OLD_MEGABYTES = { least: 64, perMegabyte: 12 } as const;

/** Threads are started when work first comes, and again should one end. */
export function openPool(lists: LoadedLists, size = Math.min(availableParallelism(), MOST_THREADS)): ScreeningPool {
  const workerData: ScreeningWorkerData = {
    index: lists.shared(),
    key: lists.key,
    rarities: raritiesOf(lists.index),
  };
  const oldMegabytes = OLD_MEGABYTES.least + Math.ceil((workerData.index.byteLength / 1e6) * OLD_MEGABYTES.perMegabyte);
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  let jobs = 0;
  let closed = false;

  const start = (): Worker => {
    const worker = startWorkerThread('screening', {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: oldMegabytes },
    });
    worker.on('message', (answer: ScreenedPiece) => {
      const asked = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if (asked !== undefined) settle(asked, answer);
      next();
    });
    const fail = (why: string) => (): void => {
      const asked = busy.get(worker);
      busy.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      asked?.reject(new AppError('screening-failed', `the screening could not be finished: ${why}`));
      if (!closed) next();
    };
    worker.on('error', (error: Error) => fail(error.message)());
    worker.on('exit', fail('its thread ended'));
    return worker;
  };
  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? start();
      const asked = queue.shift() as Waiting;
      busy.set(worker, asked);
      worker.postMessage(asked.message);
    }
  };
  const asked = new Set<Promise<PoolAnswer>>();
  const close = async (): Promise<void> => {
    closed = true;
    for (const waiting of queue.splice(0))
      waiting.reject(new AppError('screening-failed', 'the screening was stopped'));
    await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
  };
  return {
    size,
    ask: (questions, options, batch) => {
      const answer = new Promise<PoolAnswer>((resolve, reject) => {
        if (closed) return reject(new AppError('screening-failed', 'the screening was stopped'));
        queue.push({ message: { job: jobs++, questions, batch: batch ?? null, options }, resolve, reject });
        next();
      });
      asked.add(answer);
      const forget = (): unknown => asked.delete(answer);
      answer.then(forget, forget);
      return answer;
    },
    finish: async () => {
      while (asked.size > 0) await Promise.allSettled(asked);
      await close();
    },
    close,
  };
}

function settle(asked: Waiting, answer: ScreenedPiece): void {
  if ('problem' in answer)
    asked.reject(new AppError('screening-failed', `the screening could not be finished: ${answer.problem}`));
  else asked.resolve(answer);
}
