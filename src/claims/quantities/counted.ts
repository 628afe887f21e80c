import type { Quantity } from '../model/quantity.ts';
import type { Mention } from '../names/mention.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { Arcs } from '../tokens/token.ts';

/** What a figure counts and in what unit. */
export type Counted = Pick<Quantity, 'counts' | 'unit'>;

export type QuantityContext = {
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  /** What was counted last, for "fewer than 6 million" without a noun. */
  readonly antecedent?: Counted | undefined;
  /** The tree over the words, for what is joined to the counted noun. */
  readonly arcs: Arcs;
};
