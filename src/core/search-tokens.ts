import { memoizedByText } from './memoized.ts';

/** A word of a text as it is searched, with where it stands. */
export type SearchToken = {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly position: number;
};

/** Letters, digits and marks; Han, kana and hangul stand without blanks, or with endings that are written on. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;

/** Whatever stands before hangul in Unicode: most texts hold nothing else, and are not looked through for it. */
const BEFORE_UNSPACED = /^[\0-\u10ff]*$/;

/** PostgreSQL takes no longer word, and nobody looks for one. */
const LONGEST_WORD = 100;

/**
 * The words of a text as they are searched: in one form, without case and accents. Runs of Han, kana and hangul become
 * overlapping pairs, so that a word within a clause is found; a sign that stands alone is a word.
 */
export function searchTokens(text: string): readonly SearchToken[] {
  const tokens: SearchToken[] = [];
  let position = 0;
  const add = (start: number, end: number): void => {
    const word = foldWord(text.slice(start, end)).slice(0, LONGEST_WORD);
    if (word !== '') tokens.push({ word, start, end, position: ++position });
  };
  for (const { 0: run, index } of text.matchAll(WORD)) {
    let at = 0;
    const unspaced = BEFORE_UNSPACED.test(run) ? [] : run.matchAll(UNSPACED);
    for (const { 0: signs, index: from } of unspaced) {
      if (from > at) add(index + at, index + from);
      addPairs(signs, index + from, add);
      at = from + signs.length;
    }
    if (at < run.length) add(index + at, index + run.length);
  }
  return tokens;
}

function addPairs(run: string, start: number, add: (start: number, end: number) => void): void {
  const signs = [...run];
  if (signs.length === 1) add(start, start + run.length);
  let at = start;
  for (const [number, sign] of signs.slice(0, -1).entries()) {
    add(at, at + sign.length + (signs[number + 1] ?? '').length);
    at += sign.length;
  }
}

/** One form for what is the same to a reader: width, case and accents aside (ё is е, é is e; й is a letter of its own). */
const foldWord = memoizedByText((word) => {
  const plain = word.normalize('NFKC').toLowerCase();
  if (/^[\x20-\x7e]*$/.test(plain)) return plain;
  return plain
    .normalize('NFD')
    .replace(/(?!(?<=\u0438)\u0306)[\u0300-\u036f]/g, '')
    .normalize('NFC');
});
