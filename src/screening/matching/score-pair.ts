import { analyseName } from '../names/name.ts';
import { translatedNames } from '../names/translated-name.ts';
import { kindOfSchema } from '../words/name-kind.ts';
import { compareNames } from './compare-names.ts';

/** The score of two subjects of one schema by their names alone, 0 to 1: the best pair of names. */
export function scorePair(a: readonly string[], b: readonly string[], schema: string): number {
  const kind = kindOfSchema(schema);
  const kinds = kind === 'any' ? (['person', 'organisation'] as const) : [kind];
  let best = 0;
  for (const each of kinds)
    for (const x of a)
      for (const y of b) {
        const asked = [analyseName(x, each), ...translatedNames(x, each)];
        for (const name of asked) {
          const { score, most } = compareNames(name, analyseName(y, each));
          best = Math.max(best, Math.min(score, most));
        }
      }
  return Math.round(best * 1000) / 1000;
}
