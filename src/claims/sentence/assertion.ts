import type { Attribution } from '../attribution/attribution.ts';
import type { Event } from '../events/event.ts';
import type { PlacedFigure } from '../events/figures.ts';

/** One assertion to be made a claim: a clause or a noun with its event and figures, told by somebody. */
export type Assertion = {
  readonly place: number;
  readonly noun: number | undefined;
  readonly event: Event | undefined;
  readonly figures: readonly PlacedFigure[];
  readonly chain: readonly Attribution[];
};
