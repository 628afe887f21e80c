import { once, readTable } from './table.ts';

/** A Korean syllable that a spelling may stand for. `cost` is how unusual the spelling is for it, from 0. */
export type Reading = { readonly syllable: number; readonly cost: number };

/** Spelt syllables of one alphabet with what they may stand for. */
export type KoreanSpellings = {
  readonly syllables: Pick<ReadonlyMap<string, readonly Reading[]>, 'get' | 'has'>;
  readonly longest: number;
};

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = '-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const FIRST = 0xac00;

/** Number of a composed Hangul syllable, 0 to 11171; undefined for any other character. */
export function syllableOf(char: string): number | undefined {
  const code = (char.codePointAt(0) ?? 0) - FIRST;
  return code >= 0 && code < 11172 ? code : undefined;
}

export function hangulOf(syllable: number): string {
  return String.fromCharCode(FIRST + syllable);
}

export function partsOf(syllable: number): { initial: string; vowel: string; final: string } {
  return {
    initial: INITIALS[Math.floor(syllable / 588)] ?? '',
    vowel: VOWELS[Math.floor(syllable / 28) % 21] ?? '',
    final: FINALS[syllable % 28] ?? '-',
  };
}

/** Spellings of a syllable whose parts cost more together are no spellings of it. */
const MOST_UNUSUAL = 4;

/** Extra cost of reading a plain vowel as ㅓ, ㅕ or ㅡ in a name whose other vowels show that it would be marked. */
const UNMARKED = 4;
const MARKED_VOWELS = new Set(['ㅓ', 'ㅕ', 'ㅡ', 'ㅝ']);

type Spelt = { readonly text: string; readonly cost: number };

/** Part (i, v or f) and jamo to the spellings of it. */
type SpellingRules = ReadonlyMap<string, readonly Spelt[]>;

const rules = once(() => {
  const latin = new Map<string, Spelt[]>();
  const cyrillic = new Map<string, Spelt[]>();
  for (const [part, jamo, l = '', c = ''] of readTable('korean-sounds.tsv', 'part\t')) {
    latin.set(`${part}${jamo}`, speltIn(l));
    cyrillic.set(`${part}${jamo}`, speltIn(c));
  }
  return { latin, cyrillic };
});

function speltIn(cell: string): Spelt[] {
  return cell
    .split(' ')
    .filter((item) => item !== '')
    .map((item) => {
      const [text = '', cost = '0'] = item.split(':');
      return { text: text === '-' ? '' : text, cost: Number(cost) };
    });
}

/** Spellings whose table can be looked through. */
type SpellingTable = KoreanSpellings & { readonly syllables: ReadonlyMap<string, readonly Reading[]> };

function build(of: SpellingRules, unmarkedCost: number): SpellingTable {
  const spelt = new Map<string, Reading[]>();
  let longest = 0;
  for (const [usual = '0', syllables = ''] of readTable('korean-syllables.tsv')) {
    for (const char of syllables.split(' ')) {
      const syllable = syllableOf(char);
      if (syllable === undefined) continue;
      const { initial, vowel, final } = partsOf(syllable);
      const finals = of.get(`f${final}`) ?? [];
      for (const v of of.get(`v${vowel}`) ?? []) {
        const unmarked = unmarkedCost > 0 && MARKED_VOWELS.has(vowel) && /^(y|w)?[ou]$/.test(v.text) ? unmarkedCost : 0;
        for (const i of of.get(`i${initial}`) ?? []) {
          const [open, openCost] = [i.text + v.text, i.cost + v.cost];
          for (const f of finals) {
            const text = open + f.text;
            if (text === '' || openCost + f.cost > MOST_UNUSUAL) continue;
            addReading(spelt, text, syllable, openCost + f.cost + Number(usual) * 0.4 + unmarked);
            if (text.length > longest) longest = text.length;
          }
        }
      }
    }
  }
  for (const readings of spelt.values()) if (readings.length > 1) readings.sort((a, b) => a.cost - b.cost);
  return { syllables: spelt, longest };
}

/** Syllables come one after the other, so that a spelling which stands for one in two ways has it last. */
function addReading(into: Map<string, Reading[]>, text: string, syllable: number, cost: number): void {
  const readings = into.get(text);
  if (readings === undefined) into.set(text, [{ syllable, cost }]);
  else if (readings.at(-1)?.syllable !== syllable) readings.push({ syllable, cost });
  else if (readings.at(-1)!.cost > cost) readings[readings.length - 1] = { syllable, cost };
}

export const latinSpellings = once(() => build(rules().latin, 0));
/** For names that mark their vowels (`ŏ`, `ŭ`, `eo`, `eu`) somewhere: there a plain o is ㅗ. */
export const markedLatinSpellings = once(() => build(rules().latin, UNMARKED));
export const cyrillicSpellings = once(() => build(rules().cyrillic, 0));

/** Family names by spelling in Latin, Cyrillic or Hangul: the readings are syllables of the Northern form. */
export const surnames = once(() => {
  const bySpelling = new Map<string, { syllables: readonly number[]; cost: number }[]>();
  const add = (spelling: string, syllables: readonly number[], cost: number): void => {
    const list = bySpelling.get(spelling) ?? [];
    if (!list.some((known) => known.syllables.join() === syllables.join())) list.push({ syllables, cost });
    bySpelling.set(spelling, list);
  };
  readTable('korean-surnames.tsv', 'hangul\t').forEach(([hangul = '', south = '', latin = '', cyrillic = ''], row) => {
    const syllables = [...hangul].map((char) => syllableOf(char) ?? 0);
    const rare = row > 60 ? 0.3 : 0;
    add(hangul, syllables, 0);
    if (south !== '-') add(south, syllables, 0);
    for (const [i, spelling] of latin.split(' ').entries())
      add(spelling.replace(/'/g, ''), syllables, rare + Math.min(1, i * 0.15));
    for (const [i, spelling] of cyrillic.split(' ').entries())
      if (spelling !== '-') add(spelling, syllables, rare + Math.min(1, i * 0.15));
  });
  return bySpelling;
});

/** A spelt word cut into syllables in every way that works, at most `limit` ways with at most `most` syllables each. */
export function cutSyllables(
  word: string,
  spellings: KoreanSpellings,
  most: number,
  limit: number,
): (readonly Reading[])[][] {
  const found: (readonly Reading[])[][] = [];
  const walk = (at: number, cut: (readonly Reading[])[]): void => {
    if (found.length >= limit) return;
    if (at === word.length) {
      found.push([...cut]);
      return;
    }
    if (cut.length >= most) return;
    for (let length = Math.min(spellings.longest, word.length - at); length > 0; length--) {
      const readings = spellings.syllables.get(word.slice(at, at + length));
      if (readings === undefined) continue;
      cut.push(readings);
      walk(at + length, cut);
      cut.pop();
    }
  };
  if (word.length <= most * spellings.longest) walk(0, []);
  return found;
}
