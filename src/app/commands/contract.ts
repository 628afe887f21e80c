/** What `cli/` and `server/` may know of the product: the shapes that use cases take and give. */

export { gistOf } from '../../claims/gist/gist.ts';
export { describeError } from '../../core/errors.ts';
export { fixedClock } from '../../core/time/clock.ts';
export { editNotes } from '../act-builders/edited-bounds.ts';
export { isUsageFault } from '../errors.ts';
export type { RunResult } from '../intake/run.ts';
export type { Progress } from '../progress.ts';
export type { SightedClaim } from './review.ts';
