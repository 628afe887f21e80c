import { type SearchToken, searchTokens } from './search-tokens.ts';

/** What is sought: words that all must occur. */
export type SearchTerm = {
  /** Words that stand one after the other; one for a single word. */
  readonly words: readonly string[];
  /** Whether the last of them may go on: "contain" finds containers. */
  readonly isBeginning: boolean;
  /** As it was written; null for a phrase in quotation marks, which is sought as it is. */
  readonly written: string | null;
};

/** Neighbouring terms that must all occur, or in their place one of the names that may be theirs in another spelling. */
export type SearchPart = { readonly terms: readonly SearchTerm[]; readonly names: readonly SearchTerm[] };

/** A beginning shorter than this is part of too many words. */
const SHORTEST_BEGINNING = 3;
/** What nobody types; more is a mistake or an attack. */
const MOST_TERMS = 20;

/** The terms of a question: what stands in quotation marks as a phrase, all else word by word. */
export function searchTerms(question: string): readonly SearchTerm[] {
  const parts = question.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)/gu);
  return [...parts]
    .map(({ 1: phrase, 2: word }): SearchTerm => {
      const words = searchTokens(phrase ?? word ?? '').map((token) => token.word);
      const last = words.at(-1) ?? '';
      const isBeginning = phrase === undefined && last.length >= SHORTEST_BEGINNING && !isUnspaced(last);
      return { words, isBeginning, written: word ?? null };
    })
    .filter(({ words }) => words.length > 0)
    .slice(0, MOST_TERMS);
}

function isUnspaced(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word);
}

/** From where to where in a text a term stands, in order. */
export function findTerms(text: string, terms: readonly SearchTerm[]): readonly (readonly [number, number])[] {
  const tokens = searchTokens(text);
  const marks: (readonly [number, number])[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = Math.max(0, ...terms.map((term) => (standsAt(tokens, at, term) ? term.words.length : 0)));
    if (found > 0) marks.push([tokens[at]?.start ?? 0, tokens[at + found - 1]?.end ?? 0]);
    at += Math.max(1, found);
  }
  return marks;
}

function standsAt(tokens: readonly SearchToken[], at: number, { words, isBeginning }: SearchTerm): boolean {
  return words.every((word, step) => {
    const own = tokens[at + step]?.word;
    return isBeginning && step === words.length - 1 ? own?.startsWith(word) === true : own === word;
  });
}
