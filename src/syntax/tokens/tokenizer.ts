import { BLANKS } from '../network/features.ts';
import { knownSplit, LONGEST_KNOWN } from './known-word.ts';

/** Words of a text with their places in it. */
export type Tokens = {
  readonly words: readonly string[];
  /** Whether white space follows. */
  readonly spaces: readonly boolean[];
  /** Where each word begins, in UTF-16 units. */
  readonly starts: readonly number[];
};

/**
 * The cuts below are those of the texts that the weights were trained on (spaCy's, close to the Penn Treebank's); a word cut
 * otherwise is a word that the parser has hardly seen. Marks are cut from both ends, then hyphens and the like within.
 */
const PUNCTUATION = '…,:;!?¿؟¡()[\\]{}<>_#*&。？！，、；：～·।،۔؛٪';
const QUOTES = '\'"”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉⟦⟧';
const CURRENCY = '(?:US\\$|C\\$|A\\$|[$£€¥฿₠-₿﷼])';
const UNITS =
  'km[²³]?|m[²³]?|dm[²³]?|cm[²³]?|mm[²³]?|ha|µm|nm|yd|in|ft|kg|g|mg|µg|t|lb|oz|m/s|km/h|mph|hPa|Pa|mbar|mb|MB|kb|KB|gb|GB|tb|TB|T|G|M|K|%';
const HYPHENS = '(?:---?|——|[-–—~])';
const ELLIPSIS = '\\.\\.+|…+';
const SYMBOL = '\\p{So}';

const OPENING = new RegExp(
  `(?:${ELLIPSIS}|''|\`\`|${CURRENCY}|[${PUNCTUATION}${QUOTES}§%=—–]|\\+(?!\\d)|${SYMBOL})`,
  'uy',
);
const CLOSING = new RegExp(
  [
    ELLIPSIS,
    "''",
    "['’][sS]",
    `[${PUNCTUATION}${QUOTES}—–]`,
    SYMBOL,
    '(?<=\\d)\\+',
    '(?<=°[FfCcKk])\\.',
    `(?<=\\d)${CURRENCY}`,
    `(?<=\\d)(?:${UNITS})`,
    `(?<=[\\d\\p{Ll}%²\\-+${PUNCTUATION}${QUOTES}])\\.`,
    '(?<=\\p{Lu}\\p{Lu})\\.',
  ]
    .map((part) => `(?:${part})$`)
    .join('|'),
  'u',
);
/** No closing mark with what it looks back at is longer, so that nothing of a long run of marks is read twice. */
const LONGEST_CLOSING = 12;
const WITHIN = new RegExp(
  [
    ELLIPSIS,
    SYMBOL,
    '(?<=\\d)[+\\-*^](?=[\\d-])',
    `(?<=[\\p{Ll}${QUOTES}])\\.(?=[\\p{Lu}${QUOTES}])`,
    '(?<=\\p{L}),(?=\\p{L})',
    `(?<=[\\p{L}\\d])${HYPHENS}(?=\\p{L})`,
    '(?<=[\\p{L}\\d])[:<>=/](?=\\p{L})',
  ].join('|'),
  'gu',
);
/** An address of the web or of mail, which stays whole. */
const ADDRESS =
  /^(?:[a-z][a-z+.-]*:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?)$/i;
const LONGEST_ADDRESS = 2000;
const NUMBER_NEXT = /^\s\d/;

const CHUNK = new RegExp(`[^${BLANKS}]+`, 'gu');

/**
 * Cuts a text, or the part of it from `from` to `to`, into words and marks. White space is never a word; every other character is
 * in one. Takes time in proportion to the length, whatever the text is.
 */
export function tokenize(text: string, from = 0, to = text.length): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const part = text.slice(from, to);
  for (const { 0: chunk, index } of part.matchAll(CHUNK)) {
    let at = from + index;
    const beforeNumber = NUMBER_NEXT.test(part.slice(index + chunk.length, index + chunk.length + 2));
    for (const length of cut(chunk, beforeNumber)) {
      starts.push(at);
      at += length;
      ends.push(at);
    }
  }
  return {
    words: starts.map((start, place) => text.slice(start, ends[place])),
    spaces: ends.map((end, place) => end < (starts[place + 1] ?? to)),
    starts,
  };
}

/** Lengths of the words in a run of text without white space. */
function cut(chunk: string, beforeNumber: boolean): number[] {
  const front: number[] = [];
  const back: number[] = [];
  let from = 0;
  let to = chunk.length;
  const split = () =>
    to - from <= LONGEST_KNOWN ? knownSplit(chunk.slice(from, to), beforeNumber && to === chunk.length) : undefined;
  let known = split();
  while (from < to && known === undefined) {
    const opening = openingLength(chunk, from);
    if (opening > 0 && from + opening < to) {
      from += opening;
      front.push(opening);
      known = split();
      if (known !== undefined) break;
    } else if (opening > 0) break;
    const closing = closingLength(chunk, from, to);
    if (closing > 0 && closing < to - from) {
      to -= closing;
      back.push(closing);
      known = split();
    } else if (opening === 0) break;
  }
  const middle = known ?? cutWithin(chunk.slice(from, to));
  return [...front, ...middle, ...back.reverse()];
}

function openingLength(chunk: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.exec(chunk)?.[0].length ?? 0;
}

function closingLength(chunk: string, from: number, to: number): number {
  return CLOSING.exec(chunk.slice(Math.max(from, to - LONGEST_CLOSING), to))?.[0].length ?? 0;
}

function cutWithin(word: string): number[] {
  if (word.length <= LONGEST_ADDRESS && ADDRESS.test(word)) return [word.length];
  const lengths: number[] = [];
  let done = 0;
  for (const { 0: mark, index } of word.matchAll(WITHIN)) {
    if (index > done) lengths.push(index - done);
    lengths.push(mark.length);
    done = index + mark.length;
  }
  if (done < word.length) lengths.push(word.length - done);
  return lengths;
}
