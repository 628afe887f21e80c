import { join } from 'node:path';
import { openListFile } from '../../src/entities/list-file.ts';
import { readLists } from '../../src/entities/read-lists.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import { cacheKey } from '../../src/screening/index/cache-key.ts';
import { readIndexCache, writeIndexCache } from '../../src/screening/index/index-cache.ts';
import { screen } from '../../src/screening/screen.ts';
import { OFAC_FILES, readCsv, testData, UN_LIST } from './data.ts';

/** Speed and memory on the U.N. and OFAC lists: reading, building, the cached index, and names a second on one thread. */
const data = testData();
if (data === undefined) {
  console.error('No test data: set PANEL_TEST_DATA to the folder that holds data/names and data/lists.');
  process.exit(2);
}
const ms = (from: number): string => `${(performance.now() - from).toFixed(0)} ms`;
let from = performance.now();
const files = [UN_LIST, ...OFAC_FILES].map((file) => openListFile(join(data, 'lists', file)));
const { entities, versions } = await readLists(files);
console.log(`read ${entities.length} entities`, ms(from));
from = performance.now();
let index = buildIndex(entities);
console.log(
  `built ${index.texts.names.length} names, ${index.texts.words.length} words, ${index.arrays.wordKeys.ids.length} postings`,
  ms(from),
);
const key = cacheKey(versions.map((version) => version.document));
from = performance.now();
const bytes = writeIndexCache(index, key);
console.log(`cache ${(bytes.length / 1e6).toFixed(1)} MB written`, ms(from));
from = performance.now();
index = readIndexCache(bytes, key);
console.log('cache read', ms(from));
from = performance.now();
screen(index, { names: ['Kim Yong Chol'], schema: 'Person' });
console.log('first question', ms(from));
const rows = [
  ...readCsv(join(data, 'names/alias-loo-dev.csv')),
  ...readCsv(join(data, 'names/negatives-dev.csv')),
  ...readCsv(join(data, 'names/script-dev.csv')),
];
for (const round of ['cold', 'warm']) {
  const times: number[] = [];
  from = performance.now();
  for (const row of rows) {
    const start = performance.now();
    screen(index, { names: [row.name ?? ''], schema: row.schema ?? '' });
    times.push(performance.now() - start);
  }
  const total = performance.now() - from;
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `${round}: ${rows.length} names, median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(0.9999)} ms, ${((rows.length / total) * 1000).toFixed(0)} names a second`,
  );
}
console.log(`resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
