import type { Worker } from 'node:worker_threads';
import { startWorkerThread } from './worker-thread.ts';

/** What one piece of work in a thread may take. */
export type WorkLimits = {
  /** Wall-clock time; where the thread tells how far it is, from one word of it to the next. */
  readonly milliseconds: number;
  /** Memory of one piece of work, on the heap and outside it. */
  readonly memoryMegabytes: number;
};

/** `answer`: the thread answered. Otherwise the limit that was passed, or `ended` when the thread broke down. */
export type WorkOutcome<Answer> =
  | { readonly answer: Answer }
  | { readonly failure: 'too-slow' | 'out-of-memory' | 'ended'; readonly cause?: unknown };

/** What a thread says between a question and its answer: that it goes on, and how far it is. */
export type StillWorking = { readonly working: { readonly done: number; readonly total: number } };

/** A thread that works on hostile input: it is ended when it takes too long or too much memory, and started again for the next piece. */
export type BoundedThread<Request, Answer> = {
  /** One piece of work at a time; further calls wait their turn, and `signal` ends one. @throws Error once closed */
  ask(request: Request, limits?: WorkLimits, onWorking?: OnWorking, signal?: AbortSignal): Promise<WorkOutcome<Answer>>;
  close(): Promise<void>;
};

/** One that tells whether a piece of work has left it large: an idle thread collects no garbage. */
export type WatchedThread<Request, Answer> = BoundedThread<Request, Answer> & { isLarge(): boolean };

export type OnWorking = (done: number, total: number) => void;

/** What a thread says first, once it has loaded: from then on its time counts, and a busy machine sets nothing aside. */
export const READY = 'ready';

const WATCH_MS = 25;
/**
 * A thread is large when the process grew by more than this for one piece of work, and ended when it does so again. The first time
 * it may have loaded what every later piece needs, as the weights that read pictures, and another would only load them again.
 */
const MOST_KEPT = 256 * 1_048_576;
/** Pieces of work that go on in threads of this process: what the process grows by, it grows by for all of them. */
let working = 0;

/** A thread that does not come up in this time does not come up. */
const START_MS = 120_000;

/** @param room whose `worker.ts` the thread runs; it answers each message with one */
export function openBoundedThread<Request, Answer>(room: string, usual: WorkLimits): WatchedThread<Request, Answer> {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let isLarge = false;

  const drop = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    isLarge = false;
    await ended?.terminate();
  };

  const askNow = async (
    request: Request,
    limits: WorkLimits,
    onWorking: OnWorking | undefined,
    signal: AbortSignal | undefined,
  ): Promise<WorkOutcome<Answer>> => {
    if (closed) throw new Error('the thread is closed');
    if (signal?.aborted === true) return { failure: 'ended', cause: signal.reason };
    if (worker === null) {
      worker = startWorkerThread(room, {
        resourceLimits: { maxOldGenerationSizeMb: usual.memoryMegabytes },
        stdout: true,
        stderr: true,
      });
      const begun = await firstOf<typeof READY>(worker, { ...usual, milliseconds: START_MS });
      if ('failure' in begun) {
        await drop();
        return begun;
      }
    }
    const current = worker;
    current.ref();
    const before = process.memoryUsage.rss();
    const answered = firstOf<Answer>(current, limits, onWorking, signal);
    current.postMessage(request);
    const outcome = await answered;
    const grown = (process.memoryUsage.rss() - before) / (working + 1);
    if ('failure' in outcome || (grown > MOST_KEPT && isLarge)) await drop();
    else {
      isLarge ||= grown > MOST_KEPT;
      // An idle thread must not keep the program from ending.
      current.unref();
    }
    return outcome;
  };

  return {
    ask(request, limits = usual, onWorking, signal) {
      const asking = turn.then(() => askNow(request, limits, onWorking, signal));
      turn = asking.catch(() => undefined);
      return asking;
    },
    isLarge: () => isLarge,
    async close() {
      closed = true;
      await turn;
      await drop();
    },
  };
}

/** Waits for what a thread answers next, or for the first limit that is passed. */
function firstOf<Answer>(
  worker: Worker,
  limits: WorkLimits,
  onWorking?: OnWorking,
  signal?: AbortSignal,
): Promise<WorkOutcome<Answer>> {
  return new Promise((resolve) => {
    const settle = (outcome: WorkOutcome<Answer>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      working -= 1;
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.off('error', onError);
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onMessage = (answer: Answer | StillWorking): void => {
      if (!isStillWorking(answer)) {
        settle({ answer });
        return;
      }
      timer.refresh();
      onWorking?.(answer.working.done, answer.working.total);
    };
    const onExit = (): void => settle({ failure: 'ended' });
    const onError = (cause: Error & { code?: string }): void =>
      settle({ failure: cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'ended', cause });
    const onAbort = (): void => settle({ failure: 'ended', cause: signal?.reason });
    const timer = setTimeout(() => settle({ failure: 'too-slow' }), limits.milliseconds);
    // The heap limit of a thread does not count buffers outside the heap, where unpacked streams lie: these are watched from here.
    const before = process.memoryUsage.rss();
    working += 1;
    const watch = setInterval(() => {
      const most = limits.memoryMegabytes * 1_048_576 * working;
      if (process.memoryUsage.rss() - before > most) settle({ failure: 'out-of-memory' });
    }, WATCH_MS);
    worker.on('message', onMessage);
    worker.once('error', onError);
    worker.once('exit', onExit);
    signal?.addEventListener('abort', onAbort);
  });
}

function isStillWorking(answer: unknown): answer is StillWorking {
  return typeof answer === 'object' && answer !== null && 'working' in answer;
}
