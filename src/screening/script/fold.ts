import anyAscii from 'any-ascii';
import { scriptOfCode } from './script.ts';
import { once, readTable } from './table.ts';

const cyrillic = once(
  () => new Map(readTable('cyrillic.tsv').map(([letter = '', latin = '']) => [letter, latin === '-' ? '' : latin])),
);
const arabic = once(
  () =>
    new Map(readTable('arabic-letters.tsv').map(([letter = '', latin = '']) => [letter, latin === '-' ? '' : latin])),
);

/** Letters whose usual Latin writing in names is not what dropping the marks leaves. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
  ʻ: '',
  ʼ: '',
};

/** Most words: nothing but their case is to be folded. */
const PLAIN = /^[A-Za-z0-9]*$/;

/** Lower case Latin letters and digits without marks: `Müller` and `MULLER` are one. Other scripts are kept, lower case. */
export function foldLatin(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const lower = word.normalize('NFKD').toLowerCase();
  let folded = '';
  for (const char of lower) {
    const code = char.charCodeAt(0);
    if (code < 0x80) folded += (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? char : '';
    else if (code >= 0x300 && code < 0x370) continue;
    else
      folded +=
        LETTERS[char] ?? (scriptOfCode(char.codePointAt(0) ?? 0) === 'latin' ? anyAscii(char).toLowerCase() : char);
  }
  return folded;
}

/** A word in Cyrillic script as Latin letters. */
export function romaniseCyrillic(word: string): string {
  const table = cyrillic();
  let latin = '';
  const lower = word.normalize('NFC').toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    const char = lower[i] ?? '';
    // A soft or hard sign before a vowel, and the beginning of a word, make е sound as ye.
    latin += table.get(char) ?? anyAscii(char).toLowerCase();
  }
  return latin
    .replace(/iy$/, 'y')
    .replace(/yy$/, 'y')
    .replace(/[^a-z0-9]/g, '');
}

/** A word in Arabic script as Latin consonants; A, I, W, Y, E and H stand for the weak letters. */
export function romaniseArabic(word: string): string {
  const table = arabic();
  let latin = '';
  for (const char of word.normalize('NFKC')) {
    const code = char.codePointAt(0) ?? 0;
    if ((code >= 0x64b && code <= 0x65f) || code === 0x670 || code === 0x200c) continue;
    if (code >= 0x660 && code <= 0x669) latin += String(code - 0x660);
    else if (code >= 0x6f0 && code <= 0x6f9) latin += String(code - 0x6f0);
    else latin += table.get(char) ?? '';
  }
  return latin;
}

/** A word in any other script, letter by letter. */
export function romaniseOther(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
