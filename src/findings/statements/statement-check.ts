import type { Claim } from '../../claims/model/claim.ts';
import type { Regime } from '../../regime/model/regime.ts';

/** The outcome of holding a claim's statement about the regime against the regime data. */
export type StatementCheck = {
  readonly claim: string;
  /** What the claim says, as the program understood it. */
  readonly statement: string;
  readonly relation: 'agrees' | 'contradicts';
  /** The fact, with the provision, decision or mandate that carries it. */
  readonly fact: string;
  readonly reference: string;
  readonly source: string;
  readonly evidence: 'seen' | 'recalled';
};

/** What a check needs to know beside the claim. */
export type StatementContext = {
  readonly regime: Regime;
  /** The day on which the claim was published; statements without a date of their own speak of that time. */
  readonly published: string | null;
  /**
   * Whether the document speaks of the regime's target, committee or panel: other resolutions are then out of place. Its text
   * is looked through when a statement turns on it, which few do.
   */
  aboutRegime(): boolean;
};

/** One kind of statement: null when the claim makes no such statement or the data cannot tell. */
export type StatementRule = (claim: Claim, context: StatementContext) => StatementCheck | null;

export function agreement(agrees: boolean): StatementCheck['relation'] {
  return agrees ? 'agrees' : 'contradicts';
}
