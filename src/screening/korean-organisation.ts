import { hanCharacter } from './han.ts';
import { cutSyllables, hangulOf, latinSpellings, syllableOf } from './korean-spelling.ts';
import { scriptOf } from './script.ts';
import { once, readTable } from './table.ts';

const words = once(() => {
  const hangul = new Map<string, string>();
  const han = new Map<string, string>();
  let longest = 1;
  for (const [english = '', form = '', hanja = '-', simplified = '-'] of readTable('korean-words.tsv')) {
    if (!hangul.has(form)) hangul.set(form, english);
    for (const written of [hanja, simplified]) if (written !== '-' && !han.has(written)) han.set(written, english);
    longest = Math.max(longest, form.length, hanja.length);
  }
  return { hangul, han, longest };
});

/** DPRK spelling of a syllable row in Latin letters, as the lists have the proper part of an organisation's name. */
const INITIAL = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'kh', 'th', 'ph', 'h'];
const VOWEL = [
  'a',
  'ae',
  'ya',
  'yae',
  'o',
  'e',
  'yo',
  'ye',
  'o',
  'wa',
  'wae',
  'oe',
  'yo',
  'u',
  'wo',
  'we',
  'wi',
  'yu',
  'u',
  'ui',
  'i',
];
const FINAL = [
  '',
  'k',
  'k',
  'k',
  'n',
  'n',
  'n',
  't',
  'l',
  'k',
  'm',
  'l',
  'l',
  'l',
  'p',
  'l',
  'm',
  'p',
  'p',
  't',
  't',
  'ng',
  't',
  't',
  'k',
  't',
  'p',
  't',
];

function spellSyllable(syllable: number): string {
  return (
    (INITIAL[Math.floor(syllable / 588)] ?? '') +
    (VOWEL[Math.floor(syllable / 28) % 21] ?? '') +
    (FINAL[syllable % 28] ?? '')
  );
}

/**
 * The English form of an organisation's name in Hangul, Han characters or romanised Korean, when at least one of its
 * words is a usual word of such names; the rest is spelt. Null for any other name.
 */
export function translateKorean(name: string): string | null {
  const text = name
    .normalize('NFKC')
    .replace(/[()（）·・,.]/g, ' ')
    .trim();
  const script = scriptOf(text);
  if (script === 'hangul' || script === 'han') return translateCharacters(text, script);
  return script === 'latin' && text.length < 80 ? translateSpelt(text) : null;
}

function translateCharacters(text: string, script: 'hangul' | 'han'): string | null {
  const table = script === 'hangul' ? words().hangul : words().han;
  const out: string[] = [];
  let rest = '';
  let known = 0;
  const flush = (): void => {
    if (rest !== '') out.push(rest);
    rest = '';
  };
  for (const word of text.split(/\s+/)) {
    const chars = [...word];
    for (let i = 0; i < chars.length; ) {
      let length = Math.min(words().longest, chars.length - i);
      for (; length > 0; length--) {
        // One syllable is a word only at the end (ministry, department): within a name it is a part of some other word.
        const english =
          length === 1 && (chars.length < 4 || i < chars.length - 1)
            ? undefined
            : table.get(chars.slice(i, i + length).join(''));
        if (english === undefined) continue;
        flush();
        out.push(english);
        known++;
        break;
      }
      if (length === 0) {
        const char = chars[i] ?? '';
        const syllable = script === 'hangul' ? syllableOf(char) : hanCharacter(char)?.hangul[0];
        rest += syllable === undefined ? char : spellSyllable(syllable);
        length = 1;
      }
      i += length;
    }
    flush();
  }
  return known === 0 ? null : out.join(' ');
}

/** Romanised words: each is cut into syllables, and a row of syllables that is a known word in Hangul is that word. */
function translateSpelt(text: string): string | null {
  const out: string[] = [];
  let known = 0;
  const spelt = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`ʼ]/g, '')
    .replace(/[ǒ]/g, 'ŏ')
    .replace(/[ǔ]/g, 'ŭ')
    .split(/[\s-]+/);
  for (const word of spelt) {
    const english = /^[a-zŏŭ]{4,16}$/.test(word) ? speltWord(word) : undefined;
    if (english !== undefined) known++;
    out.push(english ?? word);
  }
  return known >= 2 ||
    (known === 1 && spelt.some((word) => word === 'hoesa' || word === 'ŭnhaeng' || word === 'eunhaeng'))
    ? out.join(' ')
    : null;
}

const speltWords = new Map<string, string>();

/**
 * The English of a usual word of Korean organisations spelt in Latin letters by any romanisation (`muyok`, `mooyok`,
 * `eunhaeng`), or '' when it is none. Names of the country are left alone: Koryo is part of a name as often as the country.
 */
export function koreanWord(word: string): string {
  if (!/^[a-zŏŭ]{5,14}$/.test(word)) return '';
  const found = speltWords.get(word);
  if (found !== undefined) return found;
  const english = speltWord(word) ?? speltWord(word.replaceAll('oo', 'u')) ?? '';
  if (speltWords.size > 20_000) speltWords.clear();
  speltWords.set(word, english === 'korea' || english === 'koryo' ? '' : english);
  return speltWords.get(word) ?? '';
}

function speltWord(word: string): string | undefined {
  for (const cut of cutSyllables(word, latinSpellings(), 5, 6)) {
    if (cut.length < 2) continue;
    let rows = [''];
    for (const readings of cut) {
      rows = rows.flatMap((row) =>
        readings.filter((reading) => reading.cost < 2).map((reading) => row + hangulOf(reading.syllable)),
      );
      if (rows.length > 400) rows.length = 400;
    }
    for (const row of rows) {
      const english = words().hangul.get(row);
      if (english !== undefined) return english;
    }
  }
  return undefined;
}
