import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that looks up now and then, so that others can be answered in between. */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/** How long the program may be busy with such work before it looks up. */
const MOST_AT_ONCE_MS = 20;

/** The result of sliced work; others are answered meanwhile. */
export async function inSlices<Result>(work: Sliced<Result>): Promise<Result> {
  let paused = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
    await nextTurn();
    paused = performance.now();
  }
}

/** The result of sliced work where nobody else waits. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
