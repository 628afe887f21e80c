import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim, Claimant } from './model/claim.ts';

async function claimsOf(
  text: string,
  source: Claimant = { name: 'Nordic Wire', kind: 'newsroom' },
  published = '2024-06-11',
): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published });
}

const who = (claims: readonly Claim[]) => claims.map((claim) => claim.claimant.name);

const MINISTRY: Claimant = { name: 'Foreign Ministry', kind: 'state-organ', country: 'NO' };
const BRIEFING = `Press briefing of 14 May

Speaker: Signe Halvorsen, ministry spokesperson

MS. HALVORSEN: Good afternoon. Norway detained a tanker off Vardø on Monday. Our estimate is that 40,000 barrels were moved.

We detained a second ship on Tuesday.

QUESTION: Can you confirm that the ship was boarded? Reuters reported that 12 men were arrested.

MS. HALVORSEN: Danish officials told us that the master sold 300 tonnes of fuel to a yard in Latvia. I urge all port States to inspect these ships.

QUESTION: Thank you.`;

describe('a transcript', () => {
  test('gives each turn to whom its label names, questions to nobody, and what others said to them', async () => {
    const claims = await claimsOf(BRIEFING, MINISTRY);
    expect(who(claims)).toEqual([
      'Signe Halvorsen',
      'Signe Halvorsen',
      'Signe Halvorsen',
      'Danish officials',
      'Signe Halvorsen',
    ]);
    expect(claims[0]).toMatchObject({ speech: 'quoted', predicate: 'halted' });
    expect(claims[1]).toMatchObject({ modality: 'assesses' });
    expect(claims[3]?.relay.map((entry) => entry.name)).toEqual(['Signe Halvorsen']);
    expect(claims[4]).toMatchObject({ predicate: 'called-for', modality: 'calls-for' });
  });

  test('an answer is by the one person whom the heading names', async () => {
    const claims = await claimsOf(
      'Remarks to the press by Ambassador Pavel Moroz\n\nQ.: How was it?\n\nA.: The experts counted 89 port calls, and we counted 14.\n\nQ.: And the vote?\n\nA.: Belarus will abstain.',
      { name: 'Mission of Belarus', kind: 'state-organ', country: 'BY' },
    );
    expect(who(claims)).toEqual(['experts', 'Pavel Moroz', 'Pavel Moroz']);
  });

  test('a heading with a colon makes no transcript', async () => {
    const claims = await claimsOf('Oslo: tanker sold 300 tonnes of fuel\n\nThe yard sold 12 boats to Eritrea.');
    expect(claims.at(-1)?.claimant.name).toBe('Nordic Wire');
  });
});

describe('who says it at a news conference', () => {
  test.each([
    [
      'The tanker carried 35,000 tons of crude, its commander, Rear Admiral Antti Koski, told a news conference.',
      'Antti Koski',
      [],
    ],
    [
      'The daily Fjordposten, citing a customs officer, reported that 14 trucks were sold.',
      'a customs officer',
      ['Fjordposten'],
    ],
    ['TV2 said, quoting port officials, that 15 containers had been unloaded.', 'port officials', ['TV2']],
    ['By the Danish estimate, Iran exported 1.5 million barrels in May.', 'Danish', []],
    ["Kpler's estimate is 1.7 million barrels.", 'Kpler', []],
    ['Environmental group Baltic Lookout said its own count was 131 ships.', 'Baltic Lookout', []],
    ['The Northern Watch Initiative said the tanker carried 40 trucks.', 'Northern Watch Initiative', []],
    ['Caribbean Arms Watch counted 230 rifles.', 'Caribbean Arms Watch', []],
    [
      'The Multilateral Sanctions Monitoring Team said North Korea sent 20,000 containers to Russia.',
      'Multilateral Sanctions Monitoring Team',
      [],
    ],
    ['The other put the figure at fewer than 6 million barrels.', 'other', []],
    ['Some researchers think the yard sold 40 boats.', 'Some researchers', []],
    ['In December 2023 the minister had said that 40 boats were sold.', 'minister', []],
    ['Its spokesman, Igor Petrov, has in the past called such reports fakes.', 'Igor Petrov', []],
    ['More than 40 countries, including Japan, reported that the yard sold 12 boats.', '40 countries', []],
  ] as const)('%s', async (text, name, relay) => {
    const claims = await claimsOf(text);
    expect(who(claims)).toEqual([name]);
    expect(claims[0]?.relay.map((entry) => entry.name)).toEqual(relay);
  });

  test('"he" is not the person whom the text calls "she"', async () => {
    const claims = await claimsOf(
      'Minister Leena Aho said that 43 ships were inspected. "We are no toll booth," she said.\n\nA Polish diplomat called the boarding "piracy". He added that the ship had papers.',
    );
    expect(who(claims)).toEqual(['Leena Aho', 'Leena Aho', 'A Polish diplomat', 'A Polish diplomat']);
  });

  test('the minister named before is the minister of "In December 2023 the minister had said"', async () => {
    const claims = await claimsOf(
      'Minister Ole Brandt said that 14 ships were inspected.\n\nIn December 2023 the minister had said that 40 boats were sold.',
    );
    expect(who(claims)).toEqual(['Ole Brandt', 'Ole Brandt']);
  });
});

describe('what is no claim', () => {
  test.each([
    'How the members voted',
    'Who sold 40 boats to Eritrea?',
    'The ministry did not say who had sold the rifles.',
  ])('%s', async (text) => expect(await claimsOf(text)).toEqual([]));
});

describe('how firmly', () => {
  test.each([
    ['Envoy Anna Berg said, "Russia seems to be more interested in shells than in peace."', 'assesses'],
    ['Poland said the yard appears set to sell 12 boats.', 'assesses'],
    ['Denmark said it would inspect 40 ships.', 'intends'],
  ])('%s', async (text, modality) => expect((await claimsOf(text))[0]?.modality).toBe(modality));
});
