import type { Half } from './corpus.ts';
import type { Figures } from './scorer.ts';

/** Figures below which the extractor may not fall; `wrong` is a ceiling. */
type Floors = Readonly<Pick<Figures, 'recall' | 'precision' | 'claimant' | 'wrong' | 'quantityF1' | 'polarity'>>;

export const FLOORS: Readonly<Record<Half, Floors>> = {
  dev: { recall: 0.85, precision: 0.93, claimant: 0.915, wrong: 0.08, quantityF1: 0.835, polarity: 0.97 },
  'held-out': { recall: 0.77, precision: 0.945, claimant: 0.835, wrong: 0.125, quantityF1: 0.785, polarity: 0.945 },
};

/** Share of what was right in a text that must be right in its changed copies. */
export const MUTATION_FLOOR = 0.85;
