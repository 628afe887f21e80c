import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAndIndex } from '../../src/app/lists/list-reading.ts';
import { loadListsApart } from '../../src/app/lists/screening-index.ts';
import { indexWhileReading } from '../../src/app/lists/threaded-list-reading.ts';
import { silentProgress } from '../../src/app/progress.ts';
import type { DatedList } from '../../src/entities/keep-lists.ts';
import { openListBytes, openListFile } from '../../src/entities/list-file.ts';
import { startReading } from '../../src/entities/read-in-thread.ts';
import { INDEXED_PROPS } from '../../src/screening/index/indexed-props.ts';
import type { ScreeningIndex } from '../../src/screening/index/screening-index.ts';
import {
  EU_SAMPLE,
  FTM_SAMPLE,
  OFAC_ADD_SAMPLE,
  OFAC_ALT_SAMPLE,
  OFAC_SDN_SAMPLE,
  UK_SAMPLE,
  UN_SAMPLE,
  VESSELS_SAMPLE,
} from '../entities/sample-lists.ts';

const earlier = UN_SAMPLE.replace('2025-01-31', '2024-01-31').replace('The Director', 'The Manager');
const without = UN_SAMPLE.replace('2025-01-31', '2025-06-30').replace(/<ENTITY>[\s\S]*<\/ENTITY>/, '');
const samples = [UN_SAMPLE, OFAC_SDN_SAMPLE, earlier, OFAC_ALT_SAMPLE, FTM_SAMPLE, OFAC_ADD_SAMPLE, UK_SAMPLE, without];
const lists: readonly DatedList[] = [...samples, EU_SAMPLE, VESSELS_SAMPLE, 'no list at all'].map((text, at) => ({
  file: openListBytes(`list-${at}`, Buffer.from(text)),
  published: at % 2 === 0 ? null : '2025-02-03',
}));

const entitiesOf = (index: ScreeningIndex): unknown =>
  Array.from({ length: index.entityCount }, (_, i) => index.entity(i));
const textsOf = ({ texts }: ScreeningIndex): unknown =>
  Object.fromEntries(
    Object.entries(texts).map(([name, list]) => [name, Array.from({ length: list.length }, (_, i) => list.at(i))]),
  );

test('lists that are indexed while another thread reads them come out as those read first', async () => {
  const [first, beside] = [
    await readAndIndex(lists, silentProgress),
    await indexWhileReading(startReading(lists, INDEXED_PROPS), silentProgress),
  ];
  expect(beside.index.arrays).toEqual(first.index.arrays);
  expect(textsOf(beside.index)).toEqual(textsOf(first.index));
  expect(entitiesOf(beside.index)).toEqual(entitiesOf(first.index));
  expect({ ...beside, index: null }).toEqual({ ...first, index: null });
  expect(first.refused).toBe(1);
  const nothing = [{ file: openListBytes('empty', Buffer.from('none')), published: null }];
  await expect(indexWhileReading(startReading(nothing, INDEXED_PROPS), silentProgress)).rejects.toThrow(
    'none of these files is a list',
  );
});

test('a large list is indexed apart, and found in the cache; what is refused there is told here', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-test-'));
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = folder;
  try {
    const line = (i: number) =>
      JSON.stringify({
        id: `x-${i}`,
        schema: 'Person',
        properties: { name: [`Erika ${i}`], notes: ['a'.repeat(600)] },
      });
    const path = join(folder, 'list.json');
    writeFileSync(path, Array.from({ length: 900 }, (_, i) => line(i)).join('\n'));
    const lists = await loadListsApart([path], silentProgress);
    expect({ cached: lists.cached, names: lists.index.texts.names.length }).toEqual({ cached: true, names: 900 });
    expect(lists.index.entity(899).caption).toBe('Erika 899');
    const other = join(folder, 'none.txt');
    writeFileSync(other, 'none');
    const notes: string[] = [];
    const progress = { ...silentProgress, note: (text: string) => void notes.push(text) };
    const beside = await loadListsApart([path, other], progress);
    expect({ cached: beside.cached, names: beside.index.texts.names.length }).toEqual({ cached: false, names: 900 });
    expect(notes).toEqual([expect.stringMatching(/^refused: none.txt: This is none of the lists/)]);
  } finally {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
    rmSync(folder, { recursive: true });
  }
});

test('a list that is changed between its hash and its reading is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'panel-test-'));
  try {
    const path = join(folder, 'un.xml');
    writeFileSync(path, UN_SAMPLE);
    const file = openListFile(path);
    writeFileSync(path, earlier);
    const notes: string[] = [];
    const progress = { ...silentProgress, note: (text: string) => notes.push(text) };
    await expect(readAndIndex([{ file, published: null }], progress)).rejects.toThrow('none of these files');
    expect(notes[0]).toBe('refused: un.xml: The list was changed while it was read; try again');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
