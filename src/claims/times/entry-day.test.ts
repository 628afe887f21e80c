import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(...paragraphs: readonly string[]): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(paragraphs.join('\n\n')), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

const NEXT = '20 May – The navy detained 3 tugs.';

test.each([
  ['4 May – The navy seized 40 rifles.', '2024-05-04'],
  ['May 4, 2021 — The navy seized 40 rifles.', '2021-05-04'],
  ['■ 4 May 2021: The navy seized 40 rifles', '2021-05-04'],
  ['4 May. The navy seized 40 rifles.', '2024-05-04'],
  ['Aug. 31, 2021. The navy seized 40 rifles.', '2021-08-31'],
  ['_ October 2003: The navy seized 40 rifles.', '2003-10-01'],
  // What somebody says on a day was done on another.
  ['4 May – The navy says that the yard sold 40 rifles.', null],
  // A time of its own is nearer.
  ['4 May – The navy seized 40 rifles on 2 May.', '2024-05-02'],
  // Today is the day of the telling.
  ['Today – The navy seized 40 rifles.', '2024-06-12'],
])('an entry of a chronology: %s', async (entry, day) => {
  const claims = await claimsOf(entry, NEXT);
  const [claim] = claims.filter(({ quantities }) => quantities.some(({ low }) => low === '40'));
  expect(claim?.when.from).toBe(day);
});

test('every main clause of an entry has its day, and not what had been before', async () => {
  const claims = await claimsOf(
    '4 May – Pirates boarded the tanker and kidnapped five men. The yard had sold 40 rifles.',
    NEXT,
  );
  const day = (word: RegExp) => claims.find(({ roles }) => word.test(Object.values(roles).flat().join(' ')))?.when.from;
  expect(day(/tanker/)).toBe('2024-05-04');
  expect(day(/men/)).toBe('2024-05-04');
  expect(day(/rifles/)).toBeNull();
});

test('a day in a line of its own stands over what follows it', async () => {
  const claims = await claimsOf('MAY 4', 'The navy seized 40 rifles.', 'MAY 6', 'The navy seized 7 boats.');
  expect(claims.map(({ when }) => when.from)).toEqual(['2024-05-04', '2024-05-06']);
});
