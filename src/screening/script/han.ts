import { type KoreanSpellings, type Reading, syllableOf } from './korean-spelling.ts';
import { LONGEST_SYLLABLE } from './pinyin.ts';
import { once, readLines } from './table.ts';

export type HanCharacter = {
  readonly pinyin: readonly string[];
  readonly hangul: readonly number[];
  readonly use: string;
  /** The Mandarin reading as a surname where it differs, else ''. */
  readonly surname: string;
};

/** The table's lines by character: one is taken apart when a name holds it, since most names hold none. */
const lines = once(() => {
  const map = new Map<string, string>();
  for (const line of readLines('han.tsv', 'char\t')) map.set(line.slice(0, line.indexOf('\t')), line);
  return map;
});

const characters = new Map<string, HanCharacter>();

function characterOf(char: string): HanCharacter | undefined {
  const known = characters.get(char);
  if (known !== undefined) return known;
  const line = lines().get(char);
  if (line === undefined) return undefined;
  const character = takeApart(line);
  characters.set(char, character);
  return character;
}

function takeApart(line: string): HanCharacter {
  const [, pinyin = '-', surname = '-', hangul = '-', use = '-'] = line.split('\t');
  const readings = pinyin === '-' ? [] : pinyin.split(',');
  return {
    pinyin: surname === '-' ? readings : [...readings, surname],
    hangul: hangul === '-' ? [] : hangul.split(',').map((h) => syllableOf(h) ?? 0),
    use,
    surname: surname === '-' ? '' : surname,
  };
}

/** Compatibility forms and old variants are brought to the usual character first. */
export function hanCharacter(char: string): HanCharacter | undefined {
  return characterOf(char) ?? characterOf(char.normalize('NFKC'));
}

/** The Mandarin reading of a name in Han characters, one syllable each; the first as a surname. */
export function pinyinOf(word: string): string[] {
  return [...word].map((char, i) => {
    const character = hanCharacter(char);
    return (i === 0 && character?.surname) || (character?.pinyin[0] ?? '');
  });
}

/** The table's lines of the characters that are usual in Korean names, by their Mandarin readings. */
const linesByPinyin = once(() => {
  const map = new Map<string, string[]>();
  for (const line of readLines('han.tsv', 'char\t')) {
    if (costOfUse(line) === undefined) continue;
    const [, pinyin = '', surname = ''] = line.split('\t', 3);
    for (const syllable of new Set([...pinyin.split(','), surname])) {
      const known = map.get(syllable);
      if (known === undefined) map.set(syllable, [line]);
      else known.push(line);
    }
  }
  map.delete('-');
  return map;
});

function costOfUse(line: string): number | undefined {
  return line.endsWith('\tc') ? 1 : line.endsWith('\te') ? 2.5 : undefined;
}

const readingsByPinyin = new Map<string, readonly Reading[]>();

/** Korean readings that a pinyin syllable may stand for, the usual first: through the characters that are usual in Korean names. */
function readingsOf(syllable: string): readonly Reading[] | undefined {
  const known = readingsByPinyin.get(syllable);
  if (known !== undefined) return known;
  const costs = new Map<number, number>();
  for (const line of linesByPinyin().get(syllable) ?? []) {
    const { pinyin, hangul } = takeApart(line);
    pinyin.forEach((spelt, i) => {
      if (spelt !== syllable) return;
      const cost = (costOfUse(line) ?? 0) + i * 0.5;
      for (const reading of hangul) costs.set(reading, Math.min(costs.get(reading) ?? cost, cost));
    });
  }
  // Names come from outside: only what the table has is kept.
  if (costs.size === 0) return undefined;
  const readings = [...costs].map(([s, cost]) => ({ syllable: s, cost })).sort((x, y) => x.cost - y.cost);
  readingsByPinyin.set(syllable, readings);
  return readings;
}

/** Mandarin syllables in Latin letters as spellings of Korean ones. */
export const pinyinSpellings: KoreanSpellings = {
  syllables: { get: readingsOf, has: (syllable) => linesByPinyin().has(syllable) },
  longest: LONGEST_SYLLABLE,
};

/**
 * Whether two names in Han characters are written with the same ones. Full, simplified and variant forms of one character
 * share their Mandarin and their Korean readings; two characters that share both are taken for one.
 */
export function sameCharacters(a: string, b: string): boolean {
  const [x, y] = [[...a.replace(/\s/g, '')], [...b.replace(/\s/g, '')]];
  if (x.length !== y.length) return false;
  return x.every((char, i) => {
    const other = y[i] ?? '';
    if (char === other) return true;
    const [p, q] = [hanCharacter(char), hanCharacter(other)];
    if (p === undefined || q === undefined) return false;
    return (
      p.pinyin.some((reading) => q.pinyin.includes(reading)) && p.hangul.some((reading) => q.hangul.includes(reading))
    );
  });
}
