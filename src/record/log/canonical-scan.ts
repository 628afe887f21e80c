/**
 * Recognises canonical JSON (RFC 8785) in bytes without building the value: for whoever only has to know that a text is in
 * that form, at a fraction of the cost of reading and spelling it again. A yes is certain, given that the bytes are UTF-8,
 * which is the caller's to check; a no decides nothing (`parseCanonicalJson` does), and is given wherever looking closer
 * would cost: keys beyond ASCII or with escapes, nesting deeper than any act's.
 */

const DEEPEST = 32;
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The place after the canonical value that begins at `bytes[at]` and lies before `end`; -1 when this scan cannot say so. */
export function endOfCanonicalValue(bytes: Uint8Array, at: number, end: number): number {
  return scanValue(bytes, at, end, 0);
}

function scanValue(bytes: Uint8Array, at: number, end: number, depth: number): number {
  if (at >= end || depth > DEEPEST) return -1;
  switch (bytes[at]) {
    case QUOTE:
      return scanString(bytes, at + 1, end);
    case BRACE_OPEN:
      return scanObject(bytes, at + 1, end, depth + 1);
    case BRACKET_OPEN:
      return scanArray(bytes, at + 1, end, depth + 1);
    case 0x74:
      return scanWord(bytes, at, end, 'true');
    case 0x66:
      return scanWord(bytes, at, end, 'false');
    case 0x6e:
      return scanWord(bytes, at, end, 'null');
    default:
      return scanNumber(bytes, at, end);
  }
}

/** `at` is the place after the opening brace. Keys are in ascending order, and none twice (RFC 8785 section 3.2.3). */
function scanObject(bytes: Uint8Array, at: number, end: number, depth: number): number {
  if (bytes[at] === BRACE_CLOSE && at < end) return at + 1;
  let [keyBefore, keyBeforeEnd] = [-1, -1];
  for (let place = at; ; ) {
    if (place >= end || bytes[place] !== QUOTE) return -1;
    const key = place + 1;
    const keyEnd = scanPlainKey(bytes, key, end);
    if (keyEnd < 0 || bytes[keyEnd + 1] !== COLON) return -1;
    if (keyBefore >= 0 && !isAscending(bytes, keyBefore, keyBeforeEnd, key, keyEnd)) return -1;
    [keyBefore, keyBeforeEnd] = [key, keyEnd];
    place = scanValue(bytes, keyEnd + 2, end, depth);
    if (place < 0 || place >= end) return -1;
    if (bytes[place] === BRACE_CLOSE) return place + 1;
    if (bytes[place] !== COMMA) return -1;
    place++;
  }
}

function scanArray(bytes: Uint8Array, at: number, end: number, depth: number): number {
  if (bytes[at] === BRACKET_CLOSE && at < end) return at + 1;
  for (let place = at; ; ) {
    place = scanValue(bytes, place, end, depth);
    if (place < 0 || place >= end) return -1;
    if (bytes[place] === BRACKET_CLOSE) return place + 1;
    if (bytes[place] !== COMMA) return -1;
    place++;
  }
}

/** The place of the closing quote of a key in printable ASCII without escapes. */
function scanPlainKey(bytes: Uint8Array, at: number, end: number): number {
  for (let place = at; place < end; place++) {
    const byte = bytes[place]!;
    if (byte === QUOTE) return place;
    if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH) return -1;
  }
  return -1;
}

/** In ASCII the order of bytes is the order of UTF-16 code units. */
function isAscending(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const shorter = Math.min(aEnd - a, bEnd - b);
  for (let i = 0; i < shorter; i++) {
    const difference = bytes[a + i]! - bytes[b + i]!;
    if (difference !== 0) return difference < 0;
  }
  return aEnd - a < bEnd - b;
}

/** `at` is the place after the opening quote. */
function scanString(bytes: Uint8Array, at: number, end: number): number {
  for (let place = at; place < end; place++) {
    const byte = bytes[place]!;
    if (byte === QUOTE) return place + 1;
    if (byte < 0x20) return -1;
    if (byte !== BACKSLASH) continue;
    const length = escapeLength(bytes, place, end);
    if (length === 0) return -1;
    place += length - 1;
  }
  return -1;
}

/** Escapes that RFC 8785 section 3.2.2.2 writes: the short ones, and `\u00xx` in lower case for the other control characters. */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  const kind = bytes[at + 1];
  if (at + 1 >= end) return 0;
  if (kind !== 0x75) return SHORT_ESCAPES.has(kind!) ? 2 : 0;
  if (at + 5 >= end || bytes[at + 2] !== 0x30 || bytes[at + 3] !== 0x30) return 0;
  const high = bytes[at + 4]! - 0x30;
  const low = HEX_DIGITS.indexOf(String.fromCharCode(bytes[at + 5]!));
  if ((high !== 0 && high !== 1) || low < 0) return 0;
  return WITH_SHORT_ESCAPE.has(high * 16 + low) ? 0 : 6;
}

/** The letters after the backslash: `"`, `\`, b, f, n, r, t. */
const SHORT_ESCAPES = new Set([QUOTE, BACKSLASH, 0x62, 0x66, 0x6e, 0x72, 0x74]);
/** Control characters that have a short escape and must use it. */
const WITH_SHORT_ESCAPE = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);
const HEX_DIGITS = '0123456789abcdef';

function scanWord(bytes: Uint8Array, at: number, end: number, word: string): number {
  if (at + word.length > end) return -1;
  for (let i = 1; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return -1;
  return at + word.length;
}

/** A number is canonical when ECMAScript would write it so (RFC 8785 section 3.2.2.3). */
function scanNumber(bytes: Uint8Array, at: number, end: number): number {
  let text = '';
  let place = at;
  for (; place < end && isNumberByte(bytes[place]!); place++) text += String.fromCharCode(bytes[place]!);
  if (text === '') return -1;
  const value = Number(text);
  return Number.isFinite(value) && JSON.stringify(value) === text ? place : -1;
}

/** Digits, sign, point and exponent. */
function isNumberByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e || byte === 0x65;
}
