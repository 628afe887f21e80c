import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

// 12 June 2024 was a Wednesday.
async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

/** From and to of each claim, with the time of its first figure where that has its own. */
async function timesOf(text: string): Promise<string[]> {
  return (await claimsOf(text)).map(({ when, quantities }) => {
    const { from, to } = quantities[0]?.window ?? when;
    return `${from ?? ''}/${to ?? ''}`;
  });
}

test.each([
  // A time that hangs on the verb, before one that a noun beside it has.
  ['On 10 May 2023, in addition to the 2 March 2022 ban on logs, Chad adopted new quotas.', ['2023-05-10/2023-05-10']],
  ['On 3 May, the envoy spoke to the court on the work of its staff since March.', ['2024-05-03/2024-05-03']],
  // What a thing is found at, and what it is worth, is told of it then.
  [
    'On 3 May, guards seized a vessel carrying 400 tonnes of diesel.',
    ['2024-05-03/2024-05-03', '2024-05-03/2024-05-03'],
  ],
  ['On 3 May, Oslo sanctioned a vessel carrying 400 tonnes of diesel.', ['2024-05-03/2024-05-03', '/']],
  [
    'In 2022 the dogs made 40 finds of drugs valued at 2 million dollars.',
    ['2022-01-01/2022-12-31', '2022-01-01/2022-12-31'],
  ],
  ['Since March, the paper reckons, 30 soldiers have died.', ['2024-03-01/']],
  [
    'Over 60 guards were involved in a sweep that took place on 4 May.',
    ['2024-05-04/2024-05-04', '2024-05-04/2024-05-04'],
  ],
  ['The Ela made a trip, visiting Narva on 4 May.', ['2024-05-04/2024-05-04']],
  ['The Ela left Riga, arriving in Narva on 4 May.', ['/']],
])('%s', async (text, expected) => {
  expect(await timesOf(text)).toEqual(expected);
});
