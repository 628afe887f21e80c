import { expect, test } from 'vitest';
import { readLists } from '../../../tests/entities/read-lists.ts';
import type { Entity } from '../../entities/entity.ts';
import { openListBytes } from '../../entities/list-file.ts';
import { screen } from '../screen.ts';
import { buildIndex } from './build-index.ts';
import { cacheKey } from './cache-key.ts';
import { readIndexCache, writeIndexCache } from './index-cache.ts';

const file = 'list "with\\quotes" {#1,.xml';
const never = { firstSeen: null, lastSeen: null };
const LISTING = {
  authority: 'A',
  program: 'P',
  reference: 'R.1',
  listedOn: '2024-01-31',
  updatedOn: [],
  delistedOn: null,
} as const;
const entity = (id: string, name: string, document: string, notes: string): Entity => ({
  id,
  schema: 'Person',
  caption: name,
  dataset: 'made-up',
  values: [
    { prop: 'name', value: name, source: { document: `sha256:${document}`, file, place: 'line 1' }, ...never },
    { prop: 'notes', value: notes, source: { document: `sha256:${document}`, file, place: '"source":{#0,' }, ...never },
    {
      prop: 'alias',
      value: `${name} the Younger`,
      original: ` ${name}  the Younger`,
      quality: 'weak',
      note: 'born "0"',
      source: { document: `sha256:${document}`, file, place: '"source":{#0,' },
      firstSeen: '2024-01-31',
      lastSeen: null,
    },
    {
      prop: 'birthDate',
      value: '1962',
      note: '',
      source: { document: `sha256:${document}`, file: 'another file', place: 'line 1' },
      firstSeen: '2024-01-31',
      lastSeen: '2026-02-27',
    },
  ],
  listing: id === 'x-1' ? null : LISTING,
});
const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
const entities = [
  entity('x-1', 'Erika Mustermann', one, 'says "source":{#0, and $& and {#1,'),
  entity('x-2', 'Max Mustermann', two, 'says \\"source\\":{"document":"sha256:x","file":"y",'),
  ...Array.from({ length: 200 }, (_, i) => entity(`y-${i}`, `Sample Person ${i}`, one, '')),
];
const index = buildIndex(entities);
const key = cacheKey([one, two]);

test('entities come back as they were, whatever their texts look like', () => {
  const back = readIndexCache(writeIndexCache(index, key), key);
  expect(entities.map((_, i) => back.entity(i))).toEqual(entities);
  const question = { names: ['Erika Musterman'], schema: 'Person' };
  expect(screen(back, question)).toEqual(screen(index, question));
});

test('a source that values share is written once, for each of its files', () => {
  const text = Buffer.from(writeIndexCache(index, key)).toString('latin1');
  expect(text.split(one).length - 1).toBe(2);
});

test('a cache of other lists, cut short or changed in a byte is refused', () => {
  const bytes = writeIndexCache(index, key);
  const changed = Uint8Array.from(bytes);
  changed[bytes.length >> 1]! ^= 1;
  for (const [cache, asked] of [
    [bytes, cacheKey([one])],
    [bytes.subarray(0, bytes.length - 1), key],
    [bytes.subarray(0, 10), key],
    [new Uint8Array(0), key],
    [changed, key],
  ] as const)
    expect(() => readIndexCache(cache, asked)).toThrow(expect.objectContaining({ code: 'cache-unusable' }));
});

test('what a reader of lists built comes back as the same JSON text', () => {
  const names = { name: ['Erika Mustermann'], weakAlias: ['Eri'], birthDate: ['1962'], notes: ['', 'null'] };
  const line = JSON.stringify({ id: 'x-1', schema: 'Person', caption: 'Erika Mustermann', properties: names });
  const listed = readLists([openListBytes('list.json', Buffer.from(line))]).entities;
  const back = readIndexCache(writeIndexCache(buildIndex(listed), key), key);
  expect(JSON.stringify(back.entity(0))).toBe(JSON.stringify(listed[0]));
});
