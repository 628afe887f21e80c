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
  ['In no way has Togo sold rifles to Chad, the ministry said.', 'ministry denies'],
  ['In no time did Togo sell rifles to Chad.', 'Nordic Wire asserts'],
  ['At no other time did Togo sell more rifles to Chad.', 'Nordic Wire asserts'],
  ['At no time since 2010 has Togo sold so many rifles to Chad.', 'Nordic Wire asserts'],
  ['At no time did Togo sell more than 40 rifles to Chad.', 'Nordic Wire denies'],
  ['Never before has Togo sold so many rifles to Chad.', 'Nordic Wire asserts'],
  ['Never before has Togo sold rifles to Chad.', 'Nordic Wire denies'],
])('a negative put first turns its clause: %s', async (text, expected) => {
  expect(await transfersIn(text)).toEqual([expected]);
});

it.each([
  'The study does not say that Togo sold rifles to Chad.',
  'Nowhere does the study claim that the Lome dealer sold rifles to Chad.',
  'No paper has claimed that Togo sold rifles to Chad.',
  'Few in Lome believe that Togo sold rifles to Chad.',
  'Nobody in Lome claims that Togo sold rifles to Chad.',
  'The embassy stopped short of saying that Togo sold rifles to Chad.',
  'The minister left without saying that Togo sold rifles to Chad.',
  'The minister did not deny that Togo sold rifles to Chad.',
  'It cannot be excluded that Togo sold rifles to Chad, the team said.',
  'The minister denied that the police had said that Togo sold rifles to Chad.',
  'Has any paper claimed that Togo sold rifles to Chad?',
  'The United States requests that the Committee announce that Togo sold rifles to Chad.',
  'A novel tells how Togo sold rifles to Chad.',
  'The decision bans Togo from selling rifles to Chad.',
])('what somebody did not say is said by nobody: %s', async (text) => {
  expect(await transfersIn(text)).toEqual([]);
});

it.each([
  ['A few officials said that Togo sold rifles to Chad.', 'A few officials asserts'],
  ['The few officials of the port said that Togo sold rifles to Chad.', 'few officials of the port asserts'],
  ['The minister said that Togo sold rifles to Chad, but who paid for them?', 'minister asserts'],
  ['Togo did not believe that the port had sold rifles to Chad.', 'Togo denies'],
  [
    'The study does not say when Togo sold rifles to Chad, but the minister said that Mali sold it no guns.',
    'minister denies',
  ],
  ['The study does not name the firm but says that Togo sold rifles to Chad.', 'study asserts'],
])('what somebody else said, or believed not to be so, is theirs: %s', async (text, expected) => {
  expect(await transfersIn(text)).toEqual([expected]);
});

it.each([
  ['We have taken note of the allegation that Togo sold rifles to Chad.', 'unnamed'],
  ['“We have noted the allegation that Togo sold rifles to Chad,” the minister said.', 'unnamed'],
  ['The ministry noted the allegation that Togo sold rifles to Chad.', 'unnamed'],
  ['The minister said he was aware of a report that Togo sold rifles to Chad.', 'unnamed'],
  ['The minister said he read with surprise that Togo sold rifles to Chad.', 'unnamed'],
  ['The envoy took note of the finding of the Panel that Togo sold rifles to Chad.', 'Panel'],
  ['The ministry noted its earlier finding that Togo sold rifles to Chad.', 'ministry'],
  ['The minister noted that Togo sold rifles to Chad.', 'minister'],
  ['The minister confirmed the report that Togo sold rifles to Chad.', 'minister'],
  ['The statement read that Togo sold rifles to Chad.', 'statement'],
])('whoever has heard of a telling does not make it: %s', async (text, speaker) => {
  expect(await transfersIn(text)).toEqual([`${speaker} asserts`]);
});

it.each([
  'An earlier version of this note said that Togo sold rifles to Chad. We withdraw the statement.',
  'Togo sold rifles to Chad, the police said. The ministry has withdrawn the statement.',
  'The team wrote that Togo sold rifles to Chad; that statement was incorrect and is hereby withdrawn.',
  'Togo sold rifles to Chad, a daily wrote on Friday, and withdrew the story at noon.',
  'A minister suggested, and later retracted, that Togo sold rifles to Chad.',
  'Mali accused the firm of having sold rifles to Chad, and then dropped the charge.',
])('what was taken back is claimed by nobody: %s', async (text) => {
  expect(await transfersIn(text)).toEqual([]);
});

it.each([
  ['Togo sold rifles to Chad, the police said. The army withdrew its troops.', 'police asserts'],
  ['Togo sold rifles to Chad, the police said. The minister said the story was fabricated.', 'police asserts'],
  ['Togo sold 40 rifles to Chad, not 400, the police said.', 'police asserts'],
])('what another denies or gives up stays said: %s', async (text, expected) => {
  expect(await transfersIn(text)).toEqual([expected]);
});

it.each([
  ['The agency wrote that Togo sold rifles to Chad. The minister said the story was fabricated.', 'minister'],
  ['The agency wrote that Togo sold rifles to Chad. That is not correct, the minister said.', 'minister'],
])('a denial in the next sentence is a denial: %s', async (text, speaker) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
  expect(claims.map(({ claimant, polarity, predicate }) => [claimant.name, polarity, predicate])).toContainEqual([
    speaker,
    'denies',
    'denied',
  ]);
});

it.each([
  'Togo was wrongly accused of selling rifles to Chad.',
  'It was falsely reported that Togo sold rifles to Chad.',
])('what the text calls wrongly said is nobody’s: %s', async (text) => {
  expect(await transfersIn(text)).toEqual([]);
});

it('reads what was about to be done as a plan', async () => {
  const text = 'Togo was about to sell rifles to Chad when the order was cancelled.';
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
  expect(claims.map(({ predicate, factuality }) => [predicate, factuality])).toEqual([
    ['transferred', 'plan'],
    ['said', undefined],
  ]);
});

it.each([
  ['We did not receive 40 jackets from Togo, the firm said.', 'denies'],
  ['It never sent 12 horses to Chad, the ministry said.', 'denies'],
  ['We received 40 jackets from Togo, the firm said.', 'asserts'],
  ['The firm said that 40 percent never came.', 'asserts'],
  ['The stock must not go beyond 40 tonnes, the firm said.', 'asserts'],
  ['The firm denied the deliveries of 40 trucks to Chad.', 'denies'],
  ['The firm confirmed the sale of 40 trucks to Chad.', 'asserts'],
])('a figure of what was not done is denied, whatever the event: %s', async (text, polarity) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
  expect(claims.filter(({ quantities }) => quantities.length > 0).map((claim) => claim.polarity)).toEqual([polarity]);
});

it.each([
  'The firm has neither confirmed nor denied the deliveries of 40 trucks to Chad.',
  'The firm would neither confirm nor deny the sale of 40 trucks to Chad.',
  'The firm did not confirm the sale of 40 trucks to Chad.',
  'The firm neither confirmed nor denied that it had sold 40 trucks to Chad.',
  'The firm declined to confirm or deny that Chad bought 40 trucks.',
])('what is neither confirmed nor denied is nobody’s: %s', async (text) => {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  expect(extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' })).toEqual(
    [],
  );
});
