import { type Reading, syllableOf } from './korean-spelling.ts';
import { once, readTable } from './table.ts';

export type HanCharacter = {
  readonly pinyin: readonly string[];
  readonly hangul: readonly number[];
  readonly use: string;
};

const characters = once(() => {
  const map = new Map<string, HanCharacter>();
  for (const [char = '', pinyin = '-', surname = '-', hangul = '-', use = '-'] of readTable('han.tsv', 'char\t')) {
    const readings = pinyin === '-' ? [] : pinyin.split(',');
    map.set(char, {
      pinyin: surname === '-' ? readings : [...readings, surname],
      hangul: hangul === '-' ? [] : hangul.split(',').map((h) => syllableOf(h) ?? 0),
      use,
    });
  }
  return map;
});

const surnameReadings = once(() => {
  const map = new Map<string, string>();
  for (const [char = '', , surname = '-'] of readTable('han.tsv', 'char\t'))
    if (surname !== '-') map.set(char, surname);
  return map;
});

/** Compatibility forms and old variants are brought to the usual character first. */
export function hanCharacter(char: string): HanCharacter | undefined {
  return characters().get(char) ?? characters().get(char.normalize('NFKC'));
}

/** The Mandarin reading of a name in Han characters, one syllable each; the first as a surname. */
export function pinyinOf(word: string): string[] {
  return [...word].map((char, i) => {
    const surname = i === 0 ? surnameReadings().get(char) : undefined;
    return surname ?? hanCharacter(char)?.pinyin[0] ?? '';
  });
}

/** Korean readings that a pinyin syllable may stand for: through the characters that are usual in Korean names. */
const pinyinReadings = once(() => {
  const map = new Map<string, Map<number, number>>();
  for (const { pinyin, hangul, use } of characters().values()) {
    const cost = use === 'c' ? 1 : use === 'e' ? 2.5 : 99;
    if (cost === 99) continue;
    pinyin.forEach((syllable, i) => {
      const readings = map.get(syllable) ?? new Map<number, number>();
      map.set(syllable, readings);
      for (const reading of hangul) readings.set(reading, Math.min(readings.get(reading) ?? 99, cost + i * 0.5));
    });
  }
  const sorted = new Map<string, readonly Reading[]>();
  let longest = 0;
  for (const [syllable, readings] of map) {
    longest = Math.max(longest, syllable.length);
    sorted.set(
      syllable,
      [...readings].map(([s, cost]) => ({ syllable: s, cost })).sort((a, b) => a.cost - b.cost),
    );
  }
  return { syllables: sorted, longest };
});

export { pinyinReadings };

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
