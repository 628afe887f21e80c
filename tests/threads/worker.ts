import { parentPort } from 'node:worker_threads';
import { READY } from '../../src/core/threads/bounded-thread.ts';

const kept: Buffer[] = [];
let pieces = 0;

/** Keeps so many megabytes more, and answers how many pieces of work it has done since it was started. */
parentPort?.on('message', (megabytes: number) => {
  kept.push(Buffer.alloc(megabytes * 1_048_576, 1));
  pieces += 1;
  parentPort?.postMessage(pieces);
});
parentPort?.postMessage(READY);
