import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { DocumentError } from '../document-error.ts';

export type DecodedText = { readonly text: string; readonly encoding: string };

/** Names that stand for another encoding: the web reads Latin-1 as windows-1252 and GB2312 as GB18030 (WHATWG, Encoding). */
const READ_AS: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  'x-sjis': 'shift_jis',
};

/**
 * Decodes a text of unknown encoding, less a byte-order mark: by its mark, then as UTF-8 when it is strictly valid, then by
 * what the document itself declares, then by the frequencies of its bytes.
 * @throws DocumentError `not-text` when it is no text in any of them
 */
export function decodeText(bytes: Uint8Array, name: string, declared: string | null = null): DecodedText {
  const { encoding, start } = encodingOf(bytes, name, declared);
  return checked(decodeAs(bytes.subarray(start), encoding), name);
}

/** A text that is decoded piece by piece. Its encoding may be open until a piece tells it: ask when all have been read. */
export type DecodedPieces = { readonly encoding: () => string; readonly pieces: Generator<string, void> };

/** What is decoded at a time. */
const PIECE = 1_048_576;

/**
 * The same, piece by piece: for files of which only a part may be needed.
 * @param onPiece told how many bytes are handed over before each piece
 * @throws DocumentError `not-text`, also from the pieces
 */
export function decodeInPieces(bytes: Uint8Array, name: string, onPiece?: (at: number) => void): DecodedPieces {
  const { encoding, start } = encodingOf(bytes, name, null);
  return {
    encoding: () => encoding,
    pieces: decodedPieces(slicesOf(bytes.subarray(start), onPiece), decoderOf(encoding), encoding, name),
  };
}

function* slicesOf(bytes: Uint8Array, onPiece?: (at: number) => void): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    onPiece?.(at);
    yield bytes.subarray(at, at + PIECE);
  }
}

/**
 * The same of bytes that come in pieces. The first of them that are not ASCII tell the encoding: what they are cut in must not
 * make it another one. What a later piece has that is no UTF-8 after all is refused: names would lose their letters.
 * @throws DocumentError `not-text`, also from the pieces
 */
export function decodeStream(bytes: Iterator<Uint8Array>, name: string): DecodedPieces {
  let encoding = 'utf-8';
  function* all(): Generator<string, void> {
    let next = bytes.next();
    let held: Uint8Array = next.done === true ? new Uint8Array() : next.value;
    const isMarked = byMark(held) !== null || wideWithoutMark(held) !== null;
    while (!isMarked && next.done !== true) {
      const high = firstHigh(held);
      // From the line on that begins to be other than ASCII, as much is held as tells what it is in.
      const kept = high < 0 ? held.length : held.lastIndexOf(0x0a, high) + 1;
      if (high >= 0 && held.length - kept >= SAMPLE) break;
      if (kept > 0) yield checked(decodeAs(held.subarray(0, kept), 'utf-8'), name).text;
      next = bytes.next();
      held = next.done === true ? held.subarray(kept) : Buffer.concat([held.subarray(kept), next.value]);
    }
    const lines = held.lastIndexOf(0x0a) + 1;
    const isCut = !isMarked && next.done !== true && lines > firstHigh(held);
    const told = encodingOf(isCut ? held.subarray(0, lines) : held, name, null);
    encoding = told.encoding;
    function* rest(): Generator<Uint8Array> {
      yield held.subarray(told.start);
      for (let one = bytes.next(); one.done !== true; one = bytes.next()) yield one.value;
    }
    const decoder = encoding === 'utf-8' ? strictDecoder(name) : decoderOf(encoding);
    yield* decodedPieces(rest(), decoder, encoding, name);
  }
  return { encoding: () => encoding, pieces: all() };
}

/** Where the first byte is that is not ASCII; -1 where there is none. */
function firstHigh(bytes: Uint8Array): number {
  if (isAscii(bytes)) return -1;
  let at = 0;
  while (bytes[at]! < 0x80) at++;
  return at;
}

type PieceDecoder = { write(bytes: Buffer): string; end(): string | undefined };

function decoderOf(encoding: string): PieceDecoder {
  if (iconv.encodingExists(encoding)) return iconv.getDecoder(encoding, { stripBOM: false });
  const own = new TextDecoder(encoding);
  return { write: (bytes) => own.decode(bytes, { stream: true }), end: () => own.decode() };
}

function strictDecoder(name: string): PieceDecoder {
  const own = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return own.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      const message = 'it begins as UTF-8 and goes on in bytes that are none; give it in one encoding';
      throw new DocumentError('not-text', message, { place: name, cause });
    }
  };
  return { write: decode, end: () => decode() };
}

function* decodedPieces(
  pieces: Iterable<Uint8Array>,
  decoder: PieceDecoder,
  encoding: string,
  name: string,
): Generator<string, void> {
  for (const piece of pieces) {
    const text = decoder.write(bufferOf(piece));
    if (text !== '') yield checked({ text, encoding }, name).text;
  }
  const rest = decoder.end() ?? '';
  if (rest !== '') yield rest;
}

function encodingOf(
  bytes: Uint8Array,
  name: string,
  declared: string | null,
): { readonly encoding: string; readonly start: number } {
  const marked = byMark(bytes);
  if (marked !== null) return { encoding: marked.encoding, start: marked.length };
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return { encoding: wide, start: 0 };
  if (isUtf8(bytes)) return { encoding: 'utf-8', start: 0 };
  const label = declared === null ? 'utf-8' : labelOf(declared);
  if (label !== 'utf-8' && isKnown(label)) return { encoding: label, start: 0 };
  return { encoding: guess(bytes, name), start: 0 };
}

function byMark(bytes: Uint8Array): { readonly length: number; readonly encoding: string } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { length: 3, encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { length: 4, encoding: 'utf-32le' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { length: 4, encoding: 'utf-32be' };
  if (a === 0xff && b === 0xfe) return { length: 2, encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { length: 2, encoding: 'utf-16be' };
  return null;
}

/** UTF-16 of mostly Latin text has a zero in every second byte: blanks and punctuation do in every script. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 8192);
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 2]!++;
  const pairs = sample.length / 2;
  if (sample.length < 4 || sample.length % 2 !== 0) return null;
  if (zeros[1]! > pairs * 0.1 && zeros[0]! < pairs * 0.01) return 'utf-16le';
  if (zeros[0]! > pairs * 0.1 && zeros[1]! < pairs * 0.01) return 'utf-16be';
  return null;
}

/** The whole of a short file and a sample of a long one, from where it is no longer ASCII: frequencies do not change after that. */
function guess(bytes: Uint8Array, name: string): string {
  const from = bytes.length > SAMPLE ? Math.max(0, firstHigh(bytes) - BEFORE_SAMPLE) : 0;
  const sample = bytes.length > SAMPLE ? bytes.subarray(from, from + SAMPLE) : bytes;
  const best = rankedGuesses(sample)[0];
  if (best === undefined)
    throw new DocumentError('not-text', 'no text in any known encoding; give HTML, PDF, DOCX or text', { place: name });
  return LATIN.test(best) ? (guessByWords(sample) ?? best) : best;
}

const SAMPLE = 262_144;
const BEFORE_SAMPLE = 4_096;
const LATIN = /^(?:windows-125[0247]|iso-8859-(?:[2-4]|1\d))$/;

function rankedGuesses(sample: Uint8Array): string[] {
  return analyse(sample)
    .map((match) => labelOf(match.name))
    .filter((label) => isKnown(label) && !/^utf-(?:16|32)/.test(label));
}

/**
 * A few names in another script drown among English words. No Latin script sets four letters with high bytes in a row, so
 * words of such letters alone decide; too short for frequencies, East Asian ones are told by the rows of their tables.
 */
function guessByWords(sample: Uint8Array): string | null {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1');
  const words = text.match(/[\xa1-\xfe]{4,}/g) ?? [];
  if (words.length === 0) return null;
  const pairs = words.every((word) => word.length % 2 === 0);
  const leads = words.flatMap((word) =>
    [...word].filter((_, index) => index % 2 === 0).map((letter) => letter.charCodeAt(0)),
  );
  const ranked = rankedGuesses(Buffer.from(words.join(' '), 'latin1'));
  const single =
    ranked[0] !== undefined && /^(?:windows-125[1356]|koi8|iso-8859-[5-8])/.test(ranked[0]) ? ranked[0] : null;
  if (single !== null) return single;
  // KS X 1001 keeps Hangul in rows 0xB0 to 0xC8; GB 2312 spreads its characters over 0xB0 to 0xF7.
  if (pairs && leads.every((lead) => lead >= 0xb0 && lead <= 0xc8)) return 'euc-kr';
  if (pairs && leads.every((lead) => lead >= 0xb0 && lead <= 0xf7)) return 'gb18030';
  return null;
}

function labelOf(name: string): string {
  const lower = name.trim().toLowerCase();
  return READ_AS[lower] ?? lower;
}

function isKnown(label: string): boolean {
  return iconv.encodingExists(label) || label === 'iso-2022-jp';
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  // iconv-lite leaves the stateful Japanese mail encoding to others; Node's own decoder has it.
  if (encoding === 'iso-2022-jp') return { text: new TextDecoder('iso-2022-jp').decode(bytes), encoding };
  return { text: iconv.decode(bufferOf(bytes), encoding, { stripBOM: false }), encoding };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Text has line ends and tabs and hardly any other control character; a program or a key has many. */
function checked(decoded: DecodedText, name: string): DecodedText {
  const sample = decoded.text.slice(0, 65_536);
  const odd = sample.match(/[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]/g)?.length ?? 0;
  if (odd > sample.length * 0.01 + 1 || decoded.text.includes('\0'))
    throw new DocumentError('not-text', 'no text in any known encoding; give HTML, PDF, DOCX or text', { place: name });
  return decoded;
}
