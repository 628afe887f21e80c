import { hanCharacter } from './han.ts';
import { cutSyllables, hangulOf, latinSpellings, syllableOf } from './korean-spelling.ts';
import { scriptOf } from './script.ts';
import { once, perWord, readTable } from './table.ts';

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
 * words is a common token of such names; the rest is spelt. Null for any other name.
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
        // One syllable is a word only after another at the end (ministry, department): else it is a part of some other word.
        const english =
          length === 1 && (i < chars.length - 1 || (chars.length < 4 && (i === 0 || rest !== '')))
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

/** An ordinal before a number (제2): the number alone says it. */
const ORDINAL = /^(che|je)$/;

/**
 * Romanised words: each is cut into syllables, and a row of syllables that is a known word in Hangul, or several of them written
 * as one, is that word. Syllables that a hyphen parts may be one word (`kwahak-won`).
 */
function translateSpelt(text: string): string | null {
  const out: string[] = [];
  let known = 0;
  const spelt = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`ʼ]/g, '')
    .replace(/[ǒ]/g, 'ŏ')
    .replace(/[ǔ]/g, 'ŭ')
    .split(/\s+/)
    .flatMap((word) =>
      word.includes('-') && speltCompound(word.replaceAll('-', '')) === undefined
        ? word.split('-')
        : [word.replaceAll('-', '')],
    );
  for (const [at, word] of spelt.entries()) {
    if (ORDINAL.test(word) && /^\d+$/.test(spelt[at + 1] ?? '')) continue;
    const english = speltCompound(word) ?? (at > 0 && at === spelt.length - 1 ? BODIES.get(word) : undefined);
    if (english !== undefined) known++;
    out.push(english ?? word);
  }
  return known >= 2 ||
    (known === 1 && spelt.some((word) => word === 'hoesa' || word === 'ŭnhaeng' || word === 'eunhaeng'))
    ? out.join(' ')
    : null;
}

/** Kinds of bodies that are one syllable after others: a department, a bureau, a party. */
const BODIES: ReadonlyMap<string, string> = new Map([
  ['pu', 'department'],
  ['bu', 'department'],
  ['kuk', 'bureau'],
  ['guk', 'bureau'],
  ['tang', 'party'],
  ['dang', 'party'],
]);

const speltCompound = perWord((word) =>
  /^[a-zŏŭ]{3,20}$/.test(word) ? firstOf(spellingsOf(word), (spelling) => speltWord(spelling, true)) : undefined,
);

/** Consonants that meet are spelt as they sound (chŏllyak for 전략, kungmu for 국무, hyŏmnyŏk for 협력): what they stand for. */
const ASSIMILATED = [
  ['ll', 'nl'],
  ['ngm', 'km'],
  ['ngn', 'kl'],
  ['mn', 'pl'],
  ['mm', 'pm'],
] as const;

/** The word as it is spelt and, after it, with the consonants as Hangul has them. */
function spellingsOf(word: string): string[] {
  const plain = word.replaceAll('oo', 'u');
  const spellings = plain === word ? [word] : [word, plain];
  for (const [sound, written] of ASSIMILATED) if (plain.includes(sound)) spellings.push(plain.replace(sound, written));
  return spellings;
}

function firstOf<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The English of a common token of Korean organisations spelt in Latin letters by any romanisation (`muyok`, `mooyok`,
 * `eunhaeng`), or '' when it is none. Names of the country are left alone: Koryo is part of a name as often as the country.
 */
export const koreanWord = perWord((word) => {
  if (!/^[a-zŏŭ]{5,14}$/.test(word)) return '';
  const english = firstOf(spellingsOf(word), (spelling) => speltWord(spelling)) ?? '';
  return english === 'korea' || english === 'koryo' ? '' : english;
});

/** The spellings of the syllables that common tokens begin and end with: most other words are distinguished from them by that. */
const edges = once(() => {
  const [first, last] = [new Set<number>(), new Set<number>()];
  for (const word of words().hangul.keys()) {
    first.add(syllableOf(word.charAt(0)) ?? -1);
    last.add(syllableOf(word.charAt(word.length - 1)) ?? -1);
  }
  const { syllables, longest } = latinSpellings();
  const [begins, ends] = [new Set<string>(), new Set<string>()];
  for (const [spelling, readings] of syllables)
    for (const { syllable, cost } of readings) {
      if (cost >= MOST_UNUSUAL) continue;
      if (first.has(syllable)) begins.add(spelling);
      if (last.has(syllable)) ends.add(spelling);
    }
  return { begins, ends, longest };
});

function mayBeCommon(word: string): boolean {
  const { begins, ends, longest } = edges();
  let [begun, ended] = [false, false];
  for (let length = Math.min(longest, word.length); length > 0 && !(begun && ended); length--) {
    begun ||= begins.has(word.slice(0, length));
    ended ||= ends.has(word.slice(word.length - length));
  }
  return begun && ended;
}

/** A spelling of a syllable that is more unusual than this is not that of a common token. */
const MOST_UNUSUAL = 2;

/** Rows of Hangul that a spelt word is read as are looked up; more than these are not. */
const MOST_ROWS = 400;

function speltWord(word: string, compound = false): string | undefined {
  if (!compound && !mayBeCommon(word)) return undefined;
  let several: string | undefined;
  for (const cut of cutSyllables(word, latinSpellings(), compound ? 6 : 5, 6)) {
    if (cut.length < 2) continue;
    let rows = [''];
    for (const readings of cut) {
      rows = rows.flatMap((row) =>
        readings.filter((reading) => reading.cost < MOST_UNUSUAL).map((reading) => row + hangulOf(reading.syllable)),
      );
      if (rows.length > MOST_ROWS) rows.length = MOST_ROWS;
    }
    for (const row of rows) {
      const english = words().hangul.get(row);
      if (english !== undefined) return english;
    }
    if (compound && several === undefined && cut.length >= 3)
      for (const row of rows) {
        several = compoundOf(row);
        if (several !== undefined) break;
      }
  }
  return several;
}

/** Known words of two syllables and more written as one, with a kind of body of one syllable at most at the end. */
function compoundOf(row: string): string | undefined {
  const { hangul } = words();
  for (let first = row.length - 1; first >= 2; first--) {
    const head = hangul.get(row.slice(0, first));
    if (head === undefined) continue;
    const tail = row.slice(first);
    const english = hangul.get(tail) ?? (tail.length > 2 ? compoundOf(tail) : undefined);
    if (english !== undefined) return `${head} ${english}`;
  }
  return undefined;
}
