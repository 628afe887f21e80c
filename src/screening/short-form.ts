import { foldLatin } from './fold.ts';
import type { Name } from './name.ts';
import type { Token } from './token.ts';

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

/** First letters of an organisation's weighty words, with and without its legal form: what it may be called for short. */
export function initialsOf(name: Name): string[] {
  if (name.kind === 'person' || name.kind === 'craft') return [];
  let full = '';
  let plain = '';
  for (const token of name.tokens) {
    if (token.kind === 'particle' || token.kind === 'initial' || token.kind === 'number') continue;
    if (token.kind === 'form') full += formWord(name.raw, token)[0] ?? '';
    else {
      full += token.text[0] ?? '';
      plain += token.text[0] ?? '';
    }
  }
  const short = (text: string): boolean => text.length >= 3 && text.length <= 7;
  return full === plain ? [full].filter(short) : [full, plain].filter(short);
}

/** The last word of the name as it was written: the class of a legal form is named otherwise. */
function formWord(raw: string, form: Token): string {
  const words = raw.slice(0, 300).match(/\p{L}+/gu);
  const last = words?.at(-1) ?? '';
  return last === '' ? form.text : foldLatin(last);
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
