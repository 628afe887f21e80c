import { isPinyin, LONGEST_SYLLABLE } from '../script/pinyin.ts';
import { once, readTable } from '../script/table.ts';
import type { Name } from './name.ts';

const surnames = once(() => new Set(readTable('chinese-surnames.tsv').flatMap(([row = '']) => row.split(' '))));

/** Beginnings that Wade-Giles and hearing confuse; what is distinguished here is distinguished in every romanisation. */
const CLASS: Readonly<Record<string, string>> = {
  zh: 'C',
  ch: 'C',
  j: 'C',
  q: 'C',
  z: 'C',
  c: 'C',
  sh: 'S',
  x: 'S',
  s: 'S',
  b: 'P',
  p: 'P',
  d: 'T',
  t: 'T',
  g: 'K',
  k: 'K',
  r: 'R',
  y: '',
  w: '',
};

function classOf(syllable: string): string {
  const [, initial = '', rest = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/.exec(syllable) ?? [];
  return `${CLASS[initial] ?? initial}.${rest
    .replace(/ng$/, 'n')
    .replace(/[vu]/g, 'u')
    .replace(/^i(?=[aeou])/, '')}`;
}

/** A word cut into syllables of pinyin, in every way, at most three. */
function cut(word: string): string[][] {
  if (word === '') return [[]];
  const found: string[][] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, word.length); length > 0; length--) {
    const syllable = word.slice(0, length);
    if (!isPinyin(syllable)) continue;
    for (const rest of cut(word.slice(length))) if (rest.length <= 2) found.push([syllable, ...rest]);
  }
  return found;
}

const known = new WeakMap<Name, ReadonlySet<string>>();

/**
 * The ways to read a person's name as Chinese in pinyin: the family name, first or last, and a given name of one or two
 * syllables, each as a class that its spellings share. Empty for any other name.
 */
function readingsOf(name: Name): ReadonlySet<string> {
  const found = known.get(name);
  if (found !== undefined) return found;
  const readings = read(name);
  known.set(name, readings);
  return readings;
}

function read(name: Name): ReadonlySet<string> {
  const words = name.tokens.filter((token) => token.kind !== 'honorific').map((token) => token.text);
  const readings = new Set<string>();
  if (words.length < 2 || words.length > 3 || words.some((word) => !/^[a-z]{1,12}$/.test(word))) return readings;
  for (const [surname, given] of [
    [words[0] ?? '', words.slice(1)],
    [words.at(-1) ?? '', words.slice(0, -1)],
  ] as const) {
    if (!surnames().has(surname)) continue;
    let rows: string[][] = [[]];
    for (const word of given) rows = rows.flatMap((row) => cut(word).map((syllables) => [...row, ...syllables]));
    const family = (cut(surname)[0] ?? []).map(classOf).join(' ');
    for (const row of rows)
      if (row.length === 1 || row.length === 2) readings.add(`${family}|${row.map(classOf).join(' ')}`);
  }
  return readings;
}

/** Whether two names are both Chinese and no spelling of one can be the other: a syllable of a given name is a name part. */
export function areTwoChineseNames(a: Name, b: Name): boolean {
  const x = readingsOf(a);
  if (x.size === 0) return false;
  const y = readingsOf(b);
  if (y.size === 0) return false;
  for (const reading of x) if (y.has(reading)) return false;
  return true;
}
