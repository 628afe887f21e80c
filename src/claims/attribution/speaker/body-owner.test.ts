import { expect, test } from 'vitest';
import { readTextLayer } from '../../../documents/read.ts';
import { extractClaims } from '../../extraction.ts';
import type { Claimant } from '../../model/claim.ts';

test.each([
  ["South Korea's Defense Intelligence Agency said that 28,000 crates were shipped.", 'KR'],
  ['The Treasury of Japan said that 28,000 crates were shipped.', 'JP'],
  ["Fiji's State Department said that 28,000 crates were shipped.", 'FJ'],
  ['The State Department said that 28,000 crates were shipped.', 'US'],
  ['The State Department of the United States said that 28,000 crates were shipped.', 'US'],
])('a body belongs to the State that the sentence gives it to: %s', async (text, country) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const [claim] = extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: null });
  expect(claim?.claimant).toMatchObject({ kind: 'state-organ', country });
});

test('the ministry that issues a text is “the Ministry” in it, whichever other was named last', async () => {
  const text =
    'According to the Ministry of Mines, 40 crates were sold. The Ministry denies that 90 crates were shipped.';
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'statement.txt' });
  const by = (source: Claimant) => extractClaims(layer, { source, published: null }).at(-1)?.claimant.name;
  const fisheries = { name: 'Ministry of Fisheries of Fiji', kind: 'state-organ', country: 'FJ' } as const;
  expect(by(fisheries)).toBe(fisheries.name);
  expect(by({ name: 'Skerry Dispatch', kind: 'newsroom' })).toBe('Ministry of Mines');
  const other = 'The Ministry of Mines said that 40 crates were sold. The ministry added that 90 crates were shipped.';
  const read = await readTextLayer(new TextEncoder().encode(other), { name: 'statement.txt' });
  expect(extractClaims(read, { source: fisheries, published: null }).at(-1)?.claimant.name).toBe('Ministry of Mines');
});

test('the body whose letter a text prints is “the Group” in it, whichever other group was named', async () => {
  const text = `Letter dated 3 March 2024 from the Group of Experts on Fiji addressed to the President of the Security Council

12. On 4 May 2023, the Coral Front Alliance took control of the port of Levuka. The Group estimates that 120 tons of coral a month were shipped from there.`;
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'letter.txt' });
  const source = { name: 'United Nations Security Council', kind: 'un-body' } as const;
  const counted = extractClaims(layer, { source, published: null }).filter(({ quantities }) => quantities.length > 0);
  expect(counted.map(({ claimant }) => claimant.name)).toEqual(['Group of Experts']);
});

test.each([
  ['The Courier, citing Kelp Daily, said 3,000 crates were sold.', ['Kelp Daily', 'Courier']],
  ['Kyodo, citing the ministry, wrote of 58 attacks in 2023.', ['ministry', 'Kyodo']],
])('whoever cites passes on what the cited have said: %s', async (text, names) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const [claim] = extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: null });
  expect([claim?.claimant.name, ...(claim?.relay ?? []).map(({ name }) => name)]).toEqual(names);
});

test.each([
  ['The embassy in Pyongyang said that 28,000 crates were shipped.', undefined],
  ["Peru's embassy in Pyongyang said that 28,000 crates were shipped.", 'PE'],
  ['Its ambassador in Pyongyang said that 28,000 crates were shipped.', undefined],
  ['The Peruvian ambassador in Pyongyang said that 28,000 crates were shipped.', 'PE'],
])('the State of an embassy is who sends it and never where it sits: %s', async (text, country) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const [claim] = extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: null });
  expect(claim?.claimant.name).toMatch(/embassy|ambassador/);
  expect(claim?.claimant.country).toBe(country);
});
