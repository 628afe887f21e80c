import { it } from 'vitest';

/** `npm run test:long` takes the full counts; `npm test` takes samples of them, to end within eight minutes on two cores. */
export const isFullCount = process.env.PANEL_LONG === '1';

/** A test of the full counts alone: what it shows is shown by lighter ones in part. */
export const fullCountTest = it.runIf(isFullCount);

/** All of a list in the full counts, else each `every`th of it, the first among them. */
export function sampled<One>(list: readonly One[], every: number): readonly One[] {
  return isFullCount ? list : list.filter((_, at) => at % every === 0);
}
