import { expect, it } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';

/** Who says of a transfer that it took place, and who that it did not. */
async function transfersIn(text: string): Promise<string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' })
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ polarity, claimant }) => `${claimant.name} ${polarity}`);
}

it.each([
  ['Nor did any mill in Togo sell rifles to Chad, the ministry said.', 'ministry denies'],
  ['At no time did Togo deliver 40 trucks to Chad.', 'Nordic Wire denies'],
  ['Under no circumstances has Togo sold tanks to Sudan, the ministry said.', 'ministry denies'],
  ['Neither did the firm sell rifles to Yemen.', 'Nordic Wire denies'],
  ['Nowhere in Africa did Norway sell guns to rebels.', 'Nordic Wire denies'],
  ['Not once did the ship deliver coal to Togo.', 'Nordic Wire denies'],
  ['Not only did Togo sell rifles to Chad, it also trained its men.', 'Nordic Wire asserts'],
  ['With no warning, Togo sold rifles to Chad.', 'Nordic Wire asserts'],
])('a negative put first turns its clause: %s', async (text, expected) => {
  expect(await transfersIn(text)).toEqual([expected]);
});
