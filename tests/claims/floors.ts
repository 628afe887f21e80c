import type { Half } from './corpus.ts';
import type { Figures } from './scorer.ts';

/** Figures below which the extractor may not fall; `wrong` is a ceiling. */
type Floors = Readonly<Pick<Figures, 'recall' | 'precision' | 'claimant' | 'wrong' | 'quantityF1' | 'polarity'>>;

export const FLOORS: Readonly<Record<Half, Floors>> = {
  dev: { recall: 0.6, precision: 0.6, claimant: 0.55, wrong: 0.25, quantityF1: 0.6, polarity: 0.9 },
  'held-out': { recall: 0.5, precision: 0.5, claimant: 0.5, wrong: 0.3, quantityF1: 0.5, polarity: 0.85 },
};

/** Share of what was right in a text that must be right in its changed copies. */
export const MUTATION_FLOOR = 0.85;
