import { foldLatin } from '../script/fold.ts';
import type { Token } from '../words/token.ts';
import { companyForms } from '../words/vocabulary.ts';
import type { Name } from './name.ts';

/** What it is worth that one name of an organisation is the other's short form. */
const WORTH = {
  /** First letters alone. */
  initials: 0.78,
  /** The first letters of the name asked, three and more than three, where the list has them alone. */
  initialsListed: 0.62,
  longInitialsListed: 0.74,
  /** A word made of the beginnings of the words. */
  beginnings: 0.74,
} as const;

/** Words of names that lend no letter to the short form. */
const SMALL_WORDS = new Set(
  'a al and at by da de del della der des di die do du e el et for fur in la le les of on para per pour the to und y'.split(
    ' ',
  ),
);
const PLAIN = /^[\x20-\x7e]*$/;
/** Legal forms at the end that may each be left out of the short form. */
const FORMS_LEFT_OUT = 2;

/** First letters of an organisation's words, with and without its legal form: what it may be called for short. */
export function initialsOf(name: Name): string[] {
  if (name.kind === 'person' || name.kind === 'craft' || name.tokens.length < 2) return [];
  const raw = name.raw.slice(0, 300).replace(/['’‘`ʼ]/g, '');
  // The classes of Unicode cost several times as much.
  const words = (raw.match(PLAIN.test(raw) ? /[A-Za-z]+/g : /\p{L}+/gu) ?? [])
    .map(foldLatin)
    .filter((word) => word.length > 1 && !SMALL_WORDS.has(word));
  const found: string[] = [];
  for (let left = 0; left <= FORMS_LEFT_OUT; left++) {
    const initials = words.map((word) => word[0] ?? '').join('');
    if (initials.length >= 3 && initials.length <= 7) found.push(initials);
    if (!companyForms().has(words.pop() ?? '')) break;
  }
  return found;
}

/**
 * Whether a word is made of the beginnings of a name's words, one to three letters of each in order: KOMID of
 * `Korea Mining Development ...`. At least three words must take part; the last ones need not.
 */
export function isMadeOfBeginnings(short: string, long: Name): boolean {
  if (short.length < 5 || short.length > 9) return false;
  const words: string[] = [];
  for (const token of long.tokens) if (token.kind === 'name' || token.kind === 'word') words.push(token.text);
  return words.length >= 3 && isMadeFrom(short, words, 0, 0);
}

function isMadeFrom(short: string, words: readonly string[], at: number, word: number): boolean {
  if (at === short.length) return word >= 3;
  const text = words[word];
  if (text === undefined) return false;
  for (let length = word === 0 ? 2 : 1; length <= 3 && at + length <= short.length; length++)
    if (text.startsWith(short.slice(at, at + length)) && isMadeFrom(short, words, at + length, word + 1)) return true;
  return false;
}

/** What it is worth that the name asked and the one listed are short and long form of each other; 0 when they are not. */
export function shortFormWorth(asked: Name, listed: Name): number {
  if (asked.kind === 'person' || asked.kind === 'craft') return 0;
  const [a, b] = [onlyToken(asked), onlyToken(listed)];
  if (a !== null && isInitialsOf(a, listed)) return WORTH.initials;
  if (b !== null && isInitialsOf(b, asked)) return b.text.length > 3 ? WORTH.longInitialsListed : WORTH.initialsListed;
  const made =
    (a?.kind === 'name' && isMadeOfBeginnings(a.text, listed)) ||
    (b?.kind === 'name' && isMadeOfBeginnings(b.text, asked));
  return made ? WORTH.beginnings : 0;
}

function onlyToken(name: Name): Token | null {
  return name.tokens.length === 1 ? (name.tokens[0] ?? null) : null;
}

function isInitialsOf(short: Token, long: Name): boolean {
  const { length } = short.text;
  return long.tokens.length >= 3 && length >= 3 && length <= 7 && initialsOf(long).includes(short.text);
}
