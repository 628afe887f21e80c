import type { Worker } from 'node:worker_threads';
import { deepFreeze } from '../core/json.ts';
import { startWorkerThread } from '../core/worker-thread.ts';
import { DocumentError } from './document-error.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import type { TextLayer } from './text/text-layer.ts';
import type { ReadReply, ReadRequest } from './worker.ts';

export type DocumentReader = {
  /**
   * The text of a document, read in a thread of its own.
   * @throws DocumentError naming the file; the reader stays usable after it
   */
  read(bytes: Uint8Array, name: string): Promise<TextLayer>;
  close(): Promise<void>;
};

const WATCH_MS = 50;

/**
 * Opens a reader that no document can stop: each is read in a worker thread, which is ended when it takes too long or too
 * much memory, and started again for the next. One document at a time; further calls wait their turn.
 */
export function openReader(limits: ReadingLimits = READING_LIMITS): DocumentReader {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const drop = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const readNow = async (bytes: Uint8Array, name: string): Promise<TextLayer> => {
    if (closed) throw new Error('the reader is closed');
    worker ??= startWorker(limits);
    const current = worker;
    current.ref();
    const result = await ask(current, { bytes, name, limits });
    if ('failure' in result) {
      await drop();
      throw result.failure;
    }
    // An idle thread must not keep the program from ending.
    current.unref();
    if ('error' in result) throw new DocumentError(result.error.code, result.error.message, { place: name });
    return deepFreeze(result.layer);
  };

  return {
    read(bytes, name) {
      const reading = turn.then(() => readNow(bytes, name));
      turn = reading.catch(() => {});
      return reading;
    },
    async close() {
      closed = true;
      await turn;
      await drop();
    },
  };
}

type Outcome = ReadReply | { readonly failure: DocumentError };

/** Waits for the answer, or for the first limit that is passed. */
function ask(worker: Worker, request: ReadRequest): Promise<Outcome> {
  const { name, limits } = request;
  let resolve!: (result: Outcome) => void;
  const promise = new Promise<Outcome>((settle) => {
    resolve = settle;
  });
  const outOfMemory = () =>
    new DocumentError(
      'out-of-memory',
      `it needs more than ${limits.memoryMegabytes.toLocaleString('en')} MiB of memory to be read`,
      {
        place: name,
      },
    );
  const fail = (failure: DocumentError) => resolve({ failure });
  const onError = (error: Error & { code?: string }) =>
    fail(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? outOfMemory()
        : new DocumentError('corrupt', 'the file is damaged and cannot be read', { place: name, cause: error }),
    );
  const onExit = () =>
    fail(new DocumentError('corrupt', 'the file ended its reader and cannot be read', { place: name }));
  const seconds = Math.max(1, Math.round(limits.milliseconds / 1000));
  const timer = setTimeout(
    () => fail(new DocumentError('too-slow', `reading it takes longer than ${seconds} s`, { place: name })),
    limits.milliseconds,
  );
  // The heap limit of a thread does not count buffers outside the heap, where unpacked streams lie: these are watched from here.
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.memoryMegabytes * 1_048_576) fail(outOfMemory());
  }, WATCH_MS);
  worker.once('message', resolve);
  worker.once('error', onError);
  worker.once('exit', onExit);
  worker.postMessage(request);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    worker.off('message', resolve);
    worker.off('exit', onExit);
    worker.off('error', onError);
  });
}

function startWorker(limits: ReadingLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMegabytes };
  return startWorkerThread('documents', { resourceLimits, stdout: true, stderr: true });
}
