import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entity, EntityValue } from '../../src/entities/entity.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import { cacheKey } from '../../src/screening/index/cache-key.ts';
import { readIndexCache, writeIndexCache } from '../../src/screening/index/index-cache.ts';
import { screen } from '../../src/screening/screen.ts';
import { hashOf } from '../../src/screening/words/posting-table.ts';
import { loadLists, OFAC_FILES, readCsv, testData, UN_LIST } from './data.ts';

/**
 * What ten times the entities cost in memory and in time a name, as ratios in one run. The added entities are made of the
 * real ones: words of their names put together otherwise, and in every third copy with a letter of each word changed. So
 * names grow tenfold and words about fourfold, as they do in texts and lists of people (Heaps' law with an exponent of 0.6).
 * Each size has a process of its own.
 */
const data = testData();
if (data === undefined) {
  console.error('No test data: set PANEL_TEST_DATA to the folder that holds data/names and data/lists.');
  process.exit(2);
}

type Cost = { readonly median: number; readonly memory: number };

const NAMES = new Set(['name', 'alias', 'weakAlias', 'previousName']);
const LETTERS = 'aeioubdfghklmnprstz';
const KEY = cacheKey(['scale']);

const [step, file = '', times = '1'] = process.argv.slice(2);
if (step === 'build') build(file, Number(times), data);
else if (step === 'ask') console.log(JSON.stringify(ask(file, data)));
else {
  const folder = mkdtempSync(join(tmpdir(), 'screening-scale-'));
  const [one, ten] = [1, 10].map((size) => {
    const path = join(folder, `${size}.index`);
    console.log(own('build', path, String(size)).trim());
    const cost = JSON.parse(own('ask', path)) as Cost;
    console.log(`  median ${cost.median.toFixed(2)} ms a name, ${cost.memory.toFixed(0)} MB resident`);
    return cost;
  }) as [Cost, Cost];
  rmSync(folder, { recursive: true });
  console.log(
    `ten times the entities: ${(ten.median / one.median).toFixed(1)} times the time a name, ${(ten.memory / one.memory).toFixed(1)} times the memory`,
  );
}

function own(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), ...args]).toString();
}

function build(path: string, size: number, folder: string): void {
  const real = loadLists(folder, [UN_LIST, ...OFAC_FILES]);
  const entities = Array.from({ length: size }, (_, copy) => (copy === 0 ? real : madeOf(real, copy))).flat();
  const index = buildIndex(entities);
  writeFileSync(path, writeIndexCache(index, KEY));
  console.log(`${entities.length} entities, ${index.texts.names.length} names, ${index.texts.words.length} words`);
}

function ask(path: string, folder: string): Cost {
  const index = readIndexCache(readFileSync(path), KEY);
  const rows = [
    ...readCsv(join(folder, 'names/alias-loo-dev.csv')),
    ...readCsv(join(folder, 'names/negatives-dev.csv')),
  ];
  const spent = rows.map((row) => {
    const from = performance.now();
    screen(index, { names: [row.name ?? ''], schema: row.schema ?? '' });
    return performance.now() - from;
  });
  spent.sort((a, b) => a - b);
  return { median: spent[spent.length >> 1] ?? 0, memory: process.memoryUsage().rss / 1e6 };
}

/** A copy of the entities with other names: each takes its last words from another, and every third copy changes a letter. */
function madeOf(entities: readonly Entity[], copy: number): Entity[] {
  const donors = entities.map((entity) => entity.caption.split(' '));
  return entities.map((entity, at) => {
    const donor = donors[(at + copy * 997) % donors.length] ?? [];
    const renamed = (value: EntityValue): EntityValue => {
      if (!NAMES.has(value.prop)) return value;
      const words = value.value.split(' ');
      const head = words.slice(0, Math.ceil(words.length / 2));
      const tail = donor.slice(donor.length >> 1);
      const joined = [...head, ...tail].map((word) => (copy % 3 === 0 ? changed(word, copy) : word)).join(' ');
      return { ...value, value: joined };
    };
    return { ...entity, id: `${entity.id}-${copy}`, values: entity.values.map(renamed) };
  });
}

/** The same word of the same copy is always changed alike. */
function changed(word: string, copy: number): string {
  const seed = hashOf(word.toLowerCase()) + copy;
  const at = seed % Math.max(1, word.length);
  return word.slice(0, at) + (LETTERS[(seed * 7) % LETTERS.length] ?? '') + word.slice(at + 1);
}
