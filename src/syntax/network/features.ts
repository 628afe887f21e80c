import { type Hash64, hashHex, stringHash } from './hash.ts';

/** What the weights know a word by, in the order of their tables. The last two tell whether a space follows, and whether it is blank. */
export const FEATURES = ['NORM', 'PREFIX', 'SUFFIX', 'SHAPE', 'SPACY', 'IS_SPACE'] as const;
export type Feature = (typeof FEATURES)[number];

/** The tables by which spellings are made one, and the strings whose id is a number of their own in place of a hash. */
export type Spellings = {
  readonly symbols: ReadonlyMap<string, number>;
  readonly norms: ReadonlyMap<string, string>;
  readonly normsByHash: ReadonlyMap<string, string>;
};

const LONG_SHAPE = 100;
const LONGEST_RUN = 4;
const LETTER = /^\p{L}$/u;
const UPPER = /^\p{Lu}$/u;
/** Unicode's Numeric_Type of Decimal or Digit, as the weights were trained with: also superscripts and circled digits. */
const DIGIT =
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;
/** White space as the weights were trained with: with the four separators of ASCII, without the zero-width ones. */
export const BLANKS = '\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const BLANK = new RegExp(`^[${BLANKS}]+$`);

const CURLY_CONTRACTION = /^(?:n’t|’(?:ll|re|ve|d|m))$/i;

/**
 * The form in which a word is put to the weights. They know "n't" and not "n’t": with the curly apostrophe of most
 * publishers "didn’t supply" would lose its negation. (’s they know.)
 */
export function readingForm(word: string): string {
  return word.length <= 3 && CURLY_CONTRACTION.test(word) ? word.replace('’', "'") : word;
}

/** The spelling under which a word is known: British and American, straight and curly quotation marks are one. */
export function normOf(form: string, spellings: Spellings): string {
  return spellings.norms.get(form) ?? spellings.normsByHash.get(hashHex(stringHash(form))) ?? form.toLowerCase();
}

/** First character (code point). */
export function prefixOf(form: string): string {
  const first = form.codePointAt(0);
  return first === undefined ? '' : String.fromCodePoint(first);
}

/** Last three characters (code points). */
export function suffixOf(form: string): string {
  return form.length <= 3 ? form : Array.from(form.slice(-6)).slice(-3).join('');
}

/** `Xxxxx` for "Tankers", `dd,ddd` for "12,000": kinds of characters, a run of one kind cut to four. */
export function shapeOf(form: string): string {
  const characters = Array.from(form);
  if (characters.length >= LONG_SHAPE) return 'LONG';
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of characters) {
    const kind = kindOf(character);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= LONGEST_RUN) shape += kind;
  }
  return shape;
}

function kindOf(character: string): string {
  if (LETTER.test(character)) return UPPER.test(character) ? 'X' : 'x';
  return DIGIT.test(character) ? 'd' : character;
}

export function isBlank(form: string): boolean {
  return BLANK.test(form);
}

/** What is longer than this is not memoized: it will not come again. */
export const LONGEST_MEMOIZED = 60;

/** A copy of a word that can be kept: a part of a text would keep the whole text in memory. */
export function detached(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}

/** The number by which the tables know a string. */
export function idOf(text: string, { symbols }: Spellings): Hash64 {
  if (text === '') return { high: 0, low: 0 };
  const fixed = symbols.get(text);
  return fixed === undefined ? stringHash(text) : { high: 0, low: fixed };
}
