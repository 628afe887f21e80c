import type { SearchPart, SearchTerm } from '../../core/search-query.ts';
import { searchTokens } from '../../core/search-tokens.ts';
import { similarNames, spellingKeys } from '../../screening/similar-names.ts';
import type { Store } from '../../store/store.ts';

/** Words of a question that are one name together. */
const LONGEST_NAME = 4;
/** As alike as two spellings of one name are; measured on names of this trade in Latin letters, Cyrillic, Hangul and Han. */
const SAME_NAME = 0.9;
const MOST_CANDIDATES = 300;
const MOST_SPELLINGS = 20;

type Gram = { readonly from: number; readonly to: number; readonly text: string };

/**
 * The terms of a question, with the names in the texts that may be some of its words in another script or spelling: Вонсан is
 * sought as Wonsan too. What stands in quotation marks is sought as it is.
 */
export async function withSpellings(
  store: Pick<Store, 'names'>,
  terms: readonly SearchTerm[],
): Promise<readonly SearchPart[]> {
  const grams = gramsOf(terms);
  const keys = new Set(grams.flatMap(({ text }) => spellingKeys(text)));
  const candidates = keys.size === 0 ? [] : await store.names([...keys], MOST_CANDIDATES);
  const similarTo = similarNames(candidates);
  const parts: SearchPart[] = [];
  for (let at = 0; at < terms.length; ) {
    const spelt = grams
      .filter(({ from }) => from === at)
      .map((gram) => ({ gram, names: otherNames(nameOfAll(gram, similarTo), gram) }))
      .find(({ names }) => names.length > 0);
    const to = spelt?.gram.to ?? at + 1;
    parts.push({ terms: terms.slice(at, to), names: spelt?.names ?? [] });
    at = to;
  }
  return parts;
}

/** Neighbouring words that are no phrase, the longest rows of them first. */
function gramsOf(terms: readonly SearchTerm[]): readonly Gram[] {
  const grams: Gram[] = [];
  for (let length = LONGEST_NAME; length >= 1; length--)
    for (let from = 0; from + length <= terms.length; from++) {
      const words = terms.slice(from, from + length).map(({ written }) => written);
      if (!words.includes(null)) grams.push({ from, to: from + length, text: words.join(' ') });
    }
  return grams;
}

/** Names of all words of a row: one that fewer of them name as well leaves the others unsaid. */
function nameOfAll({ text }: Gram, similarTo: ReturnType<typeof similarNames>): readonly string[] {
  const words = text.split(' ');
  const found = similarTo(text, SAME_NAME);
  if (words.length === 1 || found.length === 0) return found;
  const ofFewer = new Set(
    [words.slice(1), words.slice(0, -1)].flatMap((fewer) => similarTo(fewer.join(' '), SAME_NAME)),
  );
  return found.filter((name) => !ofFewer.has(name));
}

/** Of the names found those that are written otherwise. */
function otherNames(names: readonly string[], { text }: Gram): readonly SearchTerm[] {
  const asked = wordsOf(text).join(' ');
  return names
    .map((name): SearchTerm => ({ words: wordsOf(name), isBeginning: false, written: name }))
    .filter(({ words }) => words.join(' ') !== asked)
    .slice(0, MOST_SPELLINGS);
}

function wordsOf(text: string): readonly string[] {
  return searchTokens(text).map(({ word }) => word);
}
