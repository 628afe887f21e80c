import { expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
async function transfersIn(text: string) {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' })
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ polarity, claimant }) => `${claimant.name} ${polarity}`);
}

it.each([
  ['Seoul repeated its false claim that Norway gave guns to Chad, Oslo said.', 'Oslo'],
  ['The minister called the report that Norway gave guns to Chad a fabrication.', 'minister'],
  ['Norway called reports that it gave guns to Chad baseless.', 'Norway'],
  ['Reports that Norway gave guns to Chad are baseless, the ministry said.', 'ministry'],
  ['Allegations of Norway selling guns to Chad are baseless, the ministry said.', 'ministry'],
  ['It is a lie that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['“The tale of guns sold by Norway to Chad is pure fiction,” the minister said.', 'minister'],
  ['Claims by the team that Norway gave guns to Chad are groundless, the ministry said.', 'ministry'],
  ['Talk of Norway having sold guns to Chad is nonsense, the minister said.', 'minister'],
  ['The story that Norway gave guns to Chad is false, the minister said.', 'minister'],
  ['The ministry denied the false report that Norway sold guns to Chad.', 'ministry'],
  ['It is untrue, the minister said, that Norway sold guns to Chad.', 'minister'],
  ['It is not true, the minister said, that Norway sold guns to Chad.', 'minister'],
  ['It is a fabrication, the minister said, that Norway sold guns to Chad.', 'minister'],
  ['It is incorrect that Norway sold guns to Chad, the ministry said.', 'ministry'],
  ['There is no truth in the report that Norway sold guns to Chad, the ministry said.', 'ministry'],
  ['The claim that Norway sold guns to Chad has been disproved, the minister said.', 'minister'],
  ['Suggestions that Norway sold guns to Chad have no basis, the minister said.', 'minister'],
  ['The claim that Norway sold guns to Chad is without foundation, the minister said.', 'minister'],
])('what a speaker calls untrue is denied by that speaker: %s', async (text, speaker) => {
  expect(await transfersIn(text)).toEqual([`${speaker} denies`]);
});

it.each([
  'Norway dismissed as absurd the claim that it gave guns to Chad.',
  'Norway rejected as baseless reports that it gave guns to Chad.',
])('what somebody else calls untrue is not said by the source: %s', async (text) => {
  expect(await transfersIn(text)).toEqual([]);
});

it.each([
  'The Post withdrew its report that Norway sold guns to Chad.',
  'The report that Norway sold guns to Chad has been withdrawn.',
  'It is not the first time that Norway sold guns to Chad, the minister said.',
  'There is no denying that Norway sold guns to Chad, the minister said.',
  'It is not right that Norway sold guns to Chad, the minister said.',
  'It is not true, said the ministry of trade, that Norway sold guns to Chad.',
  'It is wrong that Norway sold guns to Chad, the minister said.',
])('what is taken back, or of which another thing is turned, is neither said nor denied: %s', async (text) => {
  expect(await transfersIn(text)).toEqual([]);
});

it.each([
  ['It is true that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['There is no doubt that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['It is no secret that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['It is not surprising that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['It was not until 2020 that Norway gave guns to Chad, the ministry said.', 'ministry'],
  ['The Post did not withdraw its report that Norway gave guns to Chad.', 'Post'],
  ['The claim that Norway gave guns to Chad is not a fabrication, the group said.', 'group'],
  ['The report that Norway gave guns to Chad is accurate, the ministry said.', 'ministry'],
  ['The man who sold guns to Chad is a liar, the minister said.', 'minister'],
  ['The report says Norway gave guns to Chad under false names.', 'report'],
])('what nobody rejects stays asserted: %s', async (text, speaker) => {
  expect(await transfersIn(text)).toEqual([`${speaker} asserts`]);
});

it('what is no longer done is halted, and not done', async () => {
  expect(await transfersIn('The owner announced that it will no longer ship guns to Chad.')).toEqual([]);
  expect(await transfersIn('Norway no longer sells guns to Chad, the ministry said.')).toEqual([]);
});

it.each([
  '“There is no truth to reports about our jets bombing a market,” the ministry said.',
  '“There is no truth to reports ... about our jets bombing a market,” the ministry said.',
])('what is told of reports without truth is denied: %s', async (text) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source, published: '2024-06-12' });
  expect(claims.map(({ claimant, polarity }) => [claimant.name, polarity])).toEqual([['ministry', 'denies']]);
});
