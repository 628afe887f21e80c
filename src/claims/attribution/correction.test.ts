import { expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claimant } from '../model/claim.ts';

const courier: Claimant = { name: 'The Strait Courier', kind: 'newsroom' };
const institute: Claimant = { name: 'Pacific Cargo Institute', kind: 'ngo' };

async function transfersIn(text: string, source: Claimant) {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'note.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' })
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ claimant, polarity }) => `${claimant.name} ${polarity}`);
}

it.each([
  'The Institute had said in May that Norway sold rifles to Chad. That was wrong.',
  'We wrote in 2020 that Norway sold 300 rifles to Chad. We now think that this was too high.',
  'The Institute reported that Norway sold rifles to Chad. It met a dealer in Oslo. We regret the error.',
])('what its writer calls wrong is the writer’s claim no more: %s', async (text) => {
  expect(await transfersIn(text, institute)).toEqual([]);
});

it.each([
  ['The minister said that Norway sold rifles to Chad. That was wrong.', 'minister asserts'],
  [
    'We wrote in 2020 that Norway sold rifles to Chad. The minister thinks that this is wrong.',
    `${institute.name} asserts`,
  ],
  ['We wrote in 2020 that Norway sold rifles to Chad. That was no surprise.', `${institute.name} asserts`],
])('what somebody else says stays theirs: %s', async (text, who) => {
  expect(await transfersIn(text, institute)).toEqual([who]);
});

it.each([
  'Corrections\n\nA report of 14 May said that Norway sold 300 rifles to Chad.',
  'Retraction\n\nOn 14 May this newspaper reported that Norway sold 300 rifles to Chad.',
  'Correction and clarification\n\nThe article also quoted Ola Berg as saying that Norway sold rifles to Chad.',
  'Letters and corrections\n\nIn our interview of 14 May Ola Berg was quoted as saying that Norway sold rifles to Chad.',
])('what a correction recalls of its own paper is no claim: %s', async (text) => {
  expect(await transfersIn(text, courier)).toEqual([]);
});

it.each([
  ['Corrections\n\nThe ministry says that Norway sold 300 rifles to Chad.', 'ministry asserts'],
  ['Corrections\n\nOur report that Norway sold rifles to Chad has turned out to be wrong.', `${courier.name} denies`],
  ['Talks in Oslo\n\nA report of 14 May said that Norway sold 300 rifles to Chad.', 'A report asserts'],
  ['Corrections\n\nA report by Reuters said that Norway sold 300 rifles to Chad.', 'Reuters asserts'],
  [
    'Corrections\n\nA report said that Norway sold rifles to Mali.\n\nTalks in Oslo\n\nThis newspaper reported that Norway sold rifles to Chad.',
    `${courier.name} asserts`,
  ],
])('what others say in it, or it says itself, stays: %s', async (text, who) => {
  expect(await transfersIn(text, courier)).toEqual([who]);
});
