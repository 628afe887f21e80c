import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work that can be left for a moment between any two of its steps. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all of it without looking up. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** How long the program may be busy before it looks up. */
const MOST_AT_ONCE_MS = 20;

/** Does it so that others are answered in between. `goOn` is asked each time, and ends the work by what it throws. */
export async function inTurns<Result>(steps: Steps<Result>, goOn: () => void = () => undefined): Promise<Result> {
  let paused = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - paused < MOST_AT_ONCE_MS) continue;
    await nextTurn();
    goOn();
    paused = performance.now();
  }
}

/** For work that waits now and then: whoever calls this between two parts of it lets others be answered, where it was busy long enough since. */
export function openPauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MOST_AT_ONCE_MS) return;
    await nextTurn();
    since = performance.now();
  };
}
