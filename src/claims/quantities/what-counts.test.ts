import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

test('what is somebody’s is counted, and not whose it is', async () => {
  const claims = await claimsOf('Benin Marine has repaired at least six of the air force’s planes.');
  expect(claims[0]?.quantities.map(({ counts }) => counts)).toEqual(['plane']);
});

test('what counts nothing', async () => {
  const claims = await claimsOf(
    'The ministry said it had named two firms, among them a Danish one selling parts, in its 16 th list at 12 noon.',
  );
  expect(claims.flatMap(({ quantities }) => quantities.map(({ raw }) => raw))).toEqual(['two firms']);
});

test('figures in South Asian groups and scales', async () => {
  const claims = await claimsOf('Togo sold 9,04,000 barrels of oil and 3 lakh rifles to Chad.');
  expect(claims.flatMap(({ quantities }) => quantities.map(({ low }) => low))).toEqual(['904000', '300000']);
});

test('one more is no third part, and a part of many is', async () => {
  const claims = await claimsOf('Two guards were killed and a third was injured. A third of the crew left.');
  expect(claims.flatMap(({ quantities }) => quantities.map(({ raw }) => raw))).toEqual([
    'Two guards',
    'A third of the crew',
  ]);
});

test('a change with its sign, and what seizures by weight are of', async () => {
  const claims = await claimsOf('Coal sales fell by -6.0% in May. Heroin seizures rose to 40 pounds.');
  expect(claims.flatMap(({ quantities }) => quantities.map(({ low, counts, unit }) => [low, counts, unit]))).toEqual([
    ['-6', 'percent', undefined],
    ['40', 'heroin', 'pound'],
  ]);
});

test('an amount in a sign of several letters', async () => {
  const [claim] = await claimsOf('The fine was raised to NT$1 million (US$31,342), the ministry said.');
  expect(claim?.quantities.map(({ raw, counts }) => [raw, counts])[0]).toEqual(['NT$1 million', 'TWD']);
});
