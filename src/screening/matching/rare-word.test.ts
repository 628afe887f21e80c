import { describe, expect, test } from 'vitest';
import { readLists } from '../../../tests/entities/read-lists.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { buildIndex } from '../index/build-index.ts';
import { screen } from '../screen.ts';

/** A list on which every word is as rare as every other. */
const names = [
  'Zdenek Oldrich Habanek',
  'Marwan Bilawer',
  'Tchorbadji Simbolo',
  'دكروني بسيوط',
  'Fardanel Kosu',
  ...Array.from({ length: 60 }, (_, i) => `Dummy${i} Filler${i}`),
];
const index = buildIndex(
  readLists([
    openListBytes(
      'list.json',
      Buffer.from(
        names
          .map((name, i) =>
            JSON.stringify({ id: `p-${i}`, schema: 'Person', caption: name, properties: { name: [name] } }),
          )
          .join('\n'),
      ),
    ),
  ]).entities,
);
const scoreOf = (name: string, id: string): number =>
  screen(index, { names: [name], schema: 'Person' }, { threshold: 0, limit: 20 }).find((hit) => hit.entityId === id)
    ?.score ?? 0;

describe('one rare word in common beside words that differ', () => {
  test('a family name in common says more than a given name, and than one as the other', () => {
    const family = scoreOf('Borivoj Habanek', 'p-0');
    expect(family).toBeGreaterThan(scoreOf('Zdenek Pohl', 'p-0'));
    expect(family).toBeGreaterThan(scoreOf('Habanek Pohl', 'p-0'));
    expect(family).toBeGreaterThan(scoreOf('Oldrich Pohl', 'p-0'));
  });
  test('less is explained, less it is worth', () => {
    expect(scoreOf('Borivoj Habanek', 'p-0')).toBeGreaterThan(scoreOf('Alois Borivoj Prokop Habanek', 'p-0'));
  });
  test('a given name of many people says less than a name that few bear', () => {
    expect(scoreOf('Marwan Pohl', 'p-1')).toBeLessThan(scoreOf('Fardanel Pohl', 'p-4'));
  });
  test('a word that is merely alike says less than the same word', () => {
    expect(scoreOf('Borivoj Habanik', 'p-0')).toBeLessThan(scoreOf('Borivoj Habanek', 'p-0'));
  });
  test('three consonants without vowels are many words', () => {
    expect(scoreOf('Anna Dakerune', 'p-3')).toBeLessThan(scoreOf('Borivoj Habanek', 'p-0'));
  });
  test('none of them raises an alert', () => {
    for (const name of ['Borivoj Habanek', 'Zdenek Pohl', 'Marwan Pohl'])
      expect(screen(index, { names: [name], schema: 'Person' })).toEqual([]);
  });
});
