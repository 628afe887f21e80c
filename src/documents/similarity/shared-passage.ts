import { searchTokens } from '../../core/search-tokens.ts';
import type { Span } from '../text/text-layer.ts';

/** The longest run of words that two texts share, with its place in each. */
export type SharedPassage = { readonly words: number; readonly a: Span; readonly b: Span };

/** Words that begin a run: what is shared by fewer is shared by chance. */
const SEED = 5;
/** Places of one seed that are looked at: a phrase that stands everywhere tells nothing. */
const MOST_PLACES = 50;

/** @returns null where no five words in a row stand in both */
export function sharedPassage(a: string, b: string): SharedPassage | null {
  const [one, two] = [searchTokens(a), searchTokens(b)];
  const seedAt = (tokens: typeof one, at: number): string =>
    tokens
      .slice(at, at + SEED)
      .map(({ word }) => word)
      .join(' ');
  const places = new Map<string, number[]>();
  for (let at = 0; at + SEED <= one.length; at++) {
    const seed = seedAt(one, at);
    const known = places.get(seed) ?? [];
    if (known.length < MOST_PLACES) known.push(at);
    places.set(seed, known);
  }
  let best = { length: 0, a: 0, b: 0 };
  for (let at = 0; at + SEED <= two.length; at++) {
    for (const from of places.get(seedAt(two, at)) ?? []) {
      // A run that began earlier was measured from its beginning.
      if (from > 0 && at > 0 && one[from - 1]?.word === two[at - 1]?.word) continue;
      let length = SEED;
      while (one[from + length] !== undefined && one[from + length]?.word === two[at + length]?.word) length++;
      if (length > best.length) best = { length, a: from, b: at };
    }
  }
  if (best.length === 0) return null;
  const span = (tokens: typeof one, from: number): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[from + best.length - 1]?.end ?? 0,
  });
  return { words: best.length, a: span(one, best.a), b: span(two, best.b) };
}
