import type { SearchPart, SearchTerm } from '../core/search-query.ts';
import { searchTokens } from '../core/search-tokens.ts';

/** PostgreSQL counts places no further, and keeps no more of them for a word. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 255;

/**
 * The words of a text as a `tsvector`, made here and not by the engine: its own parser leaves whole clauses of Chinese and
 * Japanese as one word, and folds case by the locale of the server.
 */
export function wordVector(text: string): string {
  const places = new Map<string, number[]>();
  for (const { word, position } of searchTokens(text)) {
    if (position > LAST_PLACE) break;
    const known = places.get(word);
    if (known === undefined) places.set(word, [position]);
    else if (known.length < MOST_PLACES) known.push(position);
  }
  return [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
}

/** The parts as a `tsquery`: all must occur, each by all of its terms or by one of its names. */
export function wordQuery(parts: readonly SearchPart[]): string {
  return parts
    .map(({ terms, names }) => [terms.map(phraseOf).join(' & '), ...names.map(phraseOf)].join(' | '))
    .map((part) => `(${part})`)
    .join(' & ');
}

/** The words of a term one after the other. */
function phraseOf({ words, isBeginning }: SearchTerm): string {
  const sought = words.map((word, at) => `${quoted(word)}${isBeginning && at === words.length - 1 ? ':*' : ''}`);
  return `(${sought.join(' <-> ')})`;
}

/** Keys as a `tsvector`, or as a `tsquery` of which any may occur when `|` stands between them. */
export function keyWords(keys: readonly number[], between: ' ' | ' | '): string {
  return keys.map((key) => key.toString(36)).join(between);
}

/** Words hold letters and digits alone; the quotation marks keep them from being read as anything else. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}
