import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { DEFAULT_THRESHOLD, type Hit, screen } from '../../screening/screen.ts';
import { entityById } from './screening-decisions.ts';

/** An entry of a list that words may name. */
export type NamedEntry = Pick<Hit, 'entityId' | 'caption' | 'score' | 'reasons'> & { readonly dataset: string };

/** More are for the screening itself to show. */
const MOST_ENTRIES = 10;

/** The entries of lists that some words may name, in whatever script and spelling, the likeliest first. */
export function listedNames(index: ScreeningIndex, words: string): readonly NamedEntry[] {
  return screen(index, { names: [words] }, { threshold: DEFAULT_THRESHOLD, limit: MOST_ENTRIES }).map(
    ({ entityId, caption, score, reasons }) => ({
      entityId,
      caption,
      score,
      reasons,
      dataset: entityById(index, entityId)?.dataset ?? '',
    }),
  );
}
