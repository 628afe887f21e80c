import type { FigureComparison } from '../../claims/comparison/figure-comparison.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import type { Reviewed } from './review.ts';

/** One figure of one claim; a claim with three figures has three of them. */
export type Figure = { readonly id: string; readonly claim: Claim; readonly quantity: Quantity };

/** How two figures, named by their ids, stand to each other. */
export type FigureRelation = FigureComparison & { readonly a: string; readonly b: string };

/** Figures of several claims about one matter, laid side by side, with the relation of any two. */
export type ComparisonTopic = Reviewed & {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Worked out each time that they are asked for. */
  readonly relations: readonly FigureRelation[];
  /** How many of the figures were compared pair by pair: all of them, unless there are more than a reader could follow. */
  readonly compared: number;
  /** Given where not all of the figures are at hand: `figures` are those that are, in their order. */
  readonly extent?: ComparisonExtent;
};

/** All of a comparison of which some figures are at hand. */
export type ComparisonExtent = {
  /** How many figures stand in it. */
  readonly figures: number;
  /** The origins of all their claims, in the order of these. */
  readonly origins: readonly string[];
  /** The parts of it of which all figures are at hand. */
  readonly parts: ReadonlySet<number>;
};
