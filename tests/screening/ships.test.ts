import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openListBytes } from '../../src/entities/list-file.ts';
import { readLists } from '../../src/entities/read-lists.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import { type Hit, screen } from '../../src/screening/screen.ts';

type Row = { readonly dprk: string; readonly others: readonly string[] };

const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'ships.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [dprk = '', ...others] = line.split('\t');
    return { dprk, others: others.filter((name) => name !== '-') };
  });

const lines = rows.map(({ dprk }, at) =>
  JSON.stringify({
    id: `ship-${at}`,
    schema: 'Vessel',
    caption: dprk,
    properties: { name: [dprk] },
    datasets: ['ships'],
  }),
);
const { entities } = await readLists([openListBytes('ships.ftm.json', Buffer.from(`${lines.join('\n')}\n`))]);
const index = buildIndex(entities);
const ask = (name: string): Hit[] => screen(index, { names: [name], schema: 'Vessel' });

describe('ships by name in any script', () => {
  it('are found at the first place, by Hangul, both romanisations and Chinese characters', () => {
    const asked = rows.flatMap(({ others }, at) => others.map((name) => ({ name, id: `ship-${at}` })));
    const missed = asked.filter(({ name, id }) => ask(name)[0]?.entityId !== id);
    expect(asked).toHaveLength(47);
    expect(missed).toEqual([]);
  });

  it('are others under another number, and without theirs', () => {
    for (const { others } of rows)
      for (const name of others.filter((one) => /\d/.test(one))) {
        const number = Number(/\d+/.exec(name)?.[0]);
        expect(ask(name.replace(/\d+/, String(number + 1))), name).toEqual([]);
        expect(ask(name.replace(/\d+/, String(number * 10 + 1))), name).toEqual([]);
      }
  });

  it('are the same with the word for ship and the prefixes of ships, which are no part of a name', () => {
    for (const name of [
      'MV Kum Bong 3',
      'M/V KUM BONG 3',
      'Kum Bong 3 Ho',
      'Kum Bong-3',
      '금봉3',
      '금봉 3 호',
      '金峰3號',
    ])
      expect(ask(name)[0], name).toMatchObject({ entityId: 'ship-0', match: true });
    // A name may end in that syllable.
    expect(ask('Ho')).toEqual([]);
  });

  it('are not those of other names that are as long', () => {
    for (const name of [
      'Kum Song 3',
      '금성 3호',
      'Geumseong 3',
      'Sam Hung 1',
      'Ocean Pearl',
      'Nam San 4',
      '남산 4호',
      'Tae Dong 12',
      'Hyang San',
    ])
      expect(
        ask(name).filter(({ score }) => score >= 0.9),
        name,
      ).toEqual([]);
  });
});
