import { hanCharacter, pinyinSpellings } from './han.ts';
import {
  cutSyllables,
  cyrillicSpellings,
  hangulOf,
  type KoreanSpellings,
  latinSpellings,
  markedLatinSpellings,
  partsOf,
  type Reading,
  surnames,
  syllableOf,
} from './korean-spelling.ts';
import { isPinyin } from './pinyin.ts';
import { type Script, scriptOf } from './script.ts';

/** One way to read a name as Korean: the family name and the given name, each syllable with all it may stand for. */
export type KoreanReading = {
  readonly surname: readonly { readonly syllables: readonly number[]; readonly cost: number }[];
  readonly given: readonly (readonly Reading[])[];
  /** hangul, hanja, latin, cyrillic or pinyin: how the name is written. */
  readonly script: 'hangul' | 'hanja' | 'latin' | 'cyrillic' | 'pinyin';
};

/** No more words than this make a Korean name. */
export const MOST_WORDS = 4;

/** Where a family name that is written together with the given name ends at the latest. */
const MOST_SURNAME_LETTERS = 8;

/** Ways a name is read are limited: a name that can be cut in more ways is hardly Korean. */
const MAX_READINGS = 6;

/** The word as the spelling tables have it: lower case, o and u with breve kept, apostrophes gone. */
function spellingOf(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ǒōŏ]/g, 'ŏ')
    .replace(/[ǔūŭ]/g, 'ŭ')
    .replace(/['’‘`ʼʻ´′]/g, '')
    .normalize('NFC');
}

/**
 * All ways to read the words of a person's name as Korean, none when it cannot be one. The words come as written, hyphens
 * already cut. The family name comes first, or last after a given name.
 */
export function readKorean(words: readonly string[], hyphenated: readonly boolean[]): KoreanReading[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const script = scriptOf(words.join(''));
  if (script === 'hangul' || script === 'han') return readCharacters(inOrder(words), script);
  if (script !== 'latin' && script !== 'cyrillic') return [];
  const spelt = words.map(spellingOf);
  if (!mayHoldSurname(spelt)) return [];
  if (spelt.some((word) => word.length > 14 || (script === 'latin' ? /[^a-zŏŭö]/ : /[^а-яёыэ]/).test(word))) return [];
  const readings = readSpelt(spelt, hyphenated, script);
  const unassimilated = withoutAssimilation(spelt);
  if (unassimilated !== null) readings.push(...readSpelt(unassimilated, hyphenated, script));
  if (script === 'latin') readings.push(...readPinyin(spelt));
  return readings.slice(0, MAX_READINGS * 2);
}

/** Most names are distinguished from Korean ones by their words: none of them, first, first two or last, is a family name. */
export function mayHoldSurname(words: readonly string[]): boolean {
  if (isPinyin(words[0] ?? '') || haveSurname(words)) return true;
  const unassimilated = withoutAssimilation(words);
  return unassimilated !== null && haveSurname(unassimilated);
}

function haveSurname(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const isSurname = (word: string): boolean => surnames().has(word);
  if (isSurname(first)) return true;
  if (words.length > 1) return isSurname(words.at(-1) ?? '') || (words.length === 4 && isSurname(first + second));
  for (let cut = 1; cut < MOST_SURNAME_LETTERS; cut++) if (isSurname(first.slice(0, cut))) return true;
  return false;
}

/** A given name of two syllables before a family name of one (`영순 양`) is turned round; three words are no Korean name. */
function inOrder(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  if (words.length > 2 && words.some((word) => [...word].length > 1)) return '';
  return words.length === 2 && [...first].length === 2 && [...second].length === 1 ? second + first : words.join('');
}

/** ㄴ before ㄹ is spelt as it sounds, l: Ch'ul-lyong for 춘룡. The words as they stand without that, or null. */
export function withoutAssimilation(words: readonly string[]): string[] | null {
  const joined = words.join(' ');
  if (!/l ?l|л ?л/.test(joined)) return null;
  const plain = joined.replace(/l( ?)l/g, 'n$1l').replace(/л( ?)л/g, 'н$1л');
  return plain === joined ? null : plain.split(' ');
}

function readCharacters(text: string, script: Script): KoreanReading[] {
  const chars = [...text];
  if (chars.length < 2 || chars.length > 5) return [];
  const choices: (readonly Reading[])[] = [];
  for (const char of chars) {
    if (script === 'hangul') {
      const syllable = syllableOf(char);
      if (syllable === undefined) return [];
      choices.push([{ syllable, cost: 0 }]);
    } else {
      const hangul = hanCharacter(char)?.hangul ?? [];
      if (hangul.length === 0) return [];
      choices.push(hangul.map((syllable, i) => ({ syllable, cost: i * 0.2 })));
    }
  }
  const readings: KoreanReading[] = [];
  const written = script === 'hangul' ? 'hangul' : 'hanja';
  for (const length of chars.length >= 4 ? [2, 1] : [1]) {
    const surname = product(choices.slice(0, length)).flatMap(
      (syllables) =>
        surnames()
          .get(syllables.map(hangulOf).join(''))
          ?.map((known) => ({ ...known, cost: 0 })) ?? [],
    );
    const given = choices.slice(length);
    if (surname.length > 0 && given.length >= 1 && given.length <= 3)
      readings.push({ surname, given, script: written });
  }
  return readings;
}

function product(choices: readonly (readonly Reading[])[]): number[][] {
  return choices.reduce<number[][]>(
    (all, list) => all.flatMap((head) => list.map(({ syllable }) => [...head, syllable])),
    [[]],
  );
}

function readSpelt(
  words: readonly string[],
  hyphenated: readonly boolean[],
  script: 'latin' | 'cyrillic',
): KoreanReading[] {
  const marked = script === 'latin' && words.some((word) => /[ŏŭ]|eo|eu/.test(word));
  const spellings = script === 'cyrillic' ? cyrillicSpellings() : marked ? markedLatinSpellings() : latinSpellings();
  const readings: KoreanReading[] = [];
  const add = (surnameWords: readonly string[], givenWords: readonly string[]): void => {
    const surname = surnames().get(surnameWords.join(''));
    if (surname === undefined || givenWords.length === 0) return;
    for (const given of cutWords(givenWords, spellings)) readings.push({ surname, given, script });
  };
  if (words.length === 1) {
    const word = words[0] ?? '';
    for (let cut = 1; cut < Math.min(MOST_SURNAME_LETTERS, word.length - 1); cut++)
      add([word.slice(0, cut)], [word.slice(cut)]);
    return readings.filter((reading) => reading.given.length === 2).slice(0, MAX_READINGS);
  }
  add(words.slice(0, 1), words.slice(1));
  if (words.length === 4) add(words.slice(0, 2), words.slice(2));
  const last = words.length - 1;
  // A hyphen joins the syllables of a given name; what stands alone is the family name.
  if (words.length <= 3 && !hyphenated[last]) add(words.slice(last), words.slice(0, last));
  return readings.slice(0, MAX_READINGS);
}

/** The given name's words cut into one to three syllables in all. */
function cutWords(words: readonly string[], spellings: KoreanSpellings): (readonly Reading[])[][] {
  let cuts: (readonly Reading[])[][] = [[]];
  for (const word of words) {
    const own = cutSyllables(word, spellings, 3, 4);
    cuts = cuts.flatMap((head) => own.map((tail) => [...head, ...tail]));
    if (cuts.length === 0) return [];
  }
  return cuts.filter((cut) => cut.length >= 1 && cut.length <= 3);
}

function readPinyin(words: readonly string[]): KoreanReading[] {
  // Most names do not begin with such a syllable, and the table of them is large.
  if (words.length < 2 || words.length > 3 || !isPinyin(words[0] ?? '')) return [];
  const first = pinyinSpellings.syllables.get(words[0] ?? '');
  if (first === undefined) return [];
  const surname = first.flatMap(({ syllable, cost }) =>
    (surnames().get(hangulOf(syllable)) ?? []).map((known) => ({
      syllables: known.syllables,
      cost: cost + known.cost * 2,
    })),
  );
  if (surname.length === 0) return [];
  return cutWords(words.slice(1), pinyinSpellings)
    .filter((given) => given.length <= 2)
    .map((given) => ({ surname, given, script: 'pinyin' as const }));
}

export type KoreanMatch = { readonly cost: number; readonly hangul: string };

/** The cheapest pair of readings under which two names are one, or null. The costs of both sides add up. */
export function matchKorean(a: readonly KoreanReading[], b: readonly KoreanReading[]): KoreanMatch | null {
  let best: KoreanMatch | null = null;
  for (const x of a)
    for (const y of b) {
      if (x.given.length !== y.given.length) continue;
      // Two names in pinyin, or one in pinyin and one in another romanisation, are read through characters once only.
      if (x.script === 'pinyin' && y.script === 'pinyin') continue;
      const surname = matchSurname(x, y);
      if (surname === null) continue;
      // A syllable of pinyin stands for many of Korean: a family name and one more prove little.
      let cost = surname.cost + (x.given.length === 1 && (x.script === 'pinyin' || y.script === 'pinyin') ? 6 : 0);
      let hangul = surname.hangul;
      for (let i = 0; i < x.given.length && cost < MAX_COST; i++) {
        const syllable = matchSyllable(x.given[i] ?? [], y.given[i] ?? [], x, y);
        cost += syllable.cost;
        hangul += syllable.hangul;
      }
      if (cost < MAX_COST && (best === null || cost < best.cost)) best = { cost, hangul };
    }
  return best;
}

const MAX_COST = 14;

function matchSurname(x: KoreanReading, y: KoreanReading): KoreanMatch | null {
  let best: KoreanMatch | null = null;
  for (const a of x.surname)
    for (const b of y.surname) {
      if (a.syllables.length !== b.syllables.length || a.syllables.some((s, i) => s !== b.syllables[i])) continue;
      const cost = a.cost + b.cost;
      if (best === null || cost < best.cost) best = { cost, hangul: a.syllables.map(hangulOf).join('') };
    }
  return best;
}

function matchSyllable(a: readonly Reading[], b: readonly Reading[], x: KoreanReading, y: KoreanReading): KoreanMatch {
  let best: KoreanMatch = { cost: MAX_COST, hangul: '' };
  for (const p of a)
    for (const q of b) {
      let cost = p.cost + q.cost;
      if (cost >= best.cost) continue;
      if (p.syllable !== q.syllable) {
        if (northern(p.syllable) !== northern(q.syllable)) continue;
        cost += x.script === 'hangul' || y.script === 'hangul' ? 0.3 : 0.5;
      }
      if (cost < best.cost) best = { cost, hangul: hangulOf(q.syllable) };
    }
  return best;
}

/** The Southern spelling drops or changes an initial ㄹ and ㄴ (리 이, 룡 용, 로 노, 녀 여): both come to one form. */
function northern(syllable: number): number {
  const initial = Math.floor(syllable / 588);
  const rest = syllable % 588;
  const vowel = Math.floor(rest / 28);
  const iotated = [2, 3, 6, 7, 12, 17, 20].includes(vowel);
  if (initial === 11 && iotated) return 5 * 588 + rest;
  if (initial === 2) return 5 * 588 + rest;
  return syllable;
}

/** Coarse classes of the syllables, which every spelling of a name shares: the keys it is looked up by. At most `limit`. */
export function koreanKeys(readings: readonly KoreanReading[], limit: number): string[] {
  const keys = new Set<string>();
  for (const reading of readings) {
    const surname = new Set(reading.surname.map((known) => known.syllables.map(classOf).join('')));
    const given = reading.given.map((choices) => new Set(choices.map((choice) => classOf(choice.syllable))));
    let heads = [...surname];
    for (const classes of given) {
      heads = heads.flatMap((head) => [...classes].map((cls) => `${head}.${cls}`));
      if (heads.length > limit * 4) heads.length = limit * 4;
    }
    for (const key of heads) if (keys.size < limit) keys.add(key);
  }
  return [...keys];
}

const INITIAL_CLASS: Readonly<Record<string, string>> = {
  ㄱ: 'K',
  ㄲ: 'K',
  ㅋ: 'K',
  ㄷ: 'T',
  ㄸ: 'T',
  ㅌ: 'T',
  ㅂ: 'P',
  ㅃ: 'P',
  ㅍ: 'P',
  ㅈ: 'C',
  ㅉ: 'C',
  ㅊ: 'C',
  ㅅ: 'S',
  ㅆ: 'S',
  ㅎ: 'H',
  ㅁ: 'M',
  ㄹ: '',
  ㄴ: '',
  ㅇ: '',
};
const VOWEL_CLASS: Readonly<Record<string, string>> = {
  ㅏ: 'a',
  ㅑ: 'a',
  ㅐ: 'e',
  ㅒ: 'e',
  ㅔ: 'e',
  ㅖ: 'e',
  ㅚ: 'e',
  ㅙ: 'e',
  ㅞ: 'e',
  ㅣ: 'i',
  ㅢ: 'i',
  ㅟ: 'i',
  ㅘ: 'w',
};
const FINAL_CLASS: Readonly<Record<string, string>> = { '-': '', ㄱ: 'k', ㄴ: 'n', ㅇ: 'n', ㄹ: 'l', ㅁ: 'm', ㅂ: 'p' };

function classOf(syllable: number): string {
  const { initial, vowel, final } = partsOf(syllable);
  return (INITIAL_CLASS[initial] ?? '') + (VOWEL_CLASS[vowel] ?? 'o') + (FINAL_CLASS[final] ?? 't');
}
