import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

/** Who says the figure that stands in the text. */
const tellerOf = (claims: readonly Claim[], raw: string) =>
  claims.find(({ quantities }) => quantities.some((quantity) => quantity.raw.includes(raw)))?.claimant.name;

describe('who said it is told in the sentence behind', () => {
  test.each([
    ['The North sold 12 boats in May. So says Marta Holm, who runs the desk.', 'Marta Holm', 'states'],
    ['The North sold 12 boats in May. That is the estimate of the Dutch navy.', 'Dutch navy', 'assesses'],
    ['The North sold 12 boats in May. That, at least, is according to the Dutch navy.', 'Dutch navy', 'states'],
    ['The North sold 12 boats in May. At least, that is what Moscow claims.', 'Moscow', 'alleges'],
    [
      'The North sold 12 boats in May to a Riga firm.\n\nThat was Japan’s assessment. It gave none.',
      'Japan',
      'assesses',
    ],
  ])('%s', async (text, claimant, modality) => {
    const claims = await claimsOf(text);
    expect(tellerOf(claims, '12')).toBe(claimant);
    expect(claims[0]).toMatchObject({ modality, speech: 'reported' });
    expect(claims[0]!.rules[0]).toMatch(/^attribution:late-telling:/);
  });

  test.each([
    'The North sold 12 boats in May. That is a breach of the resolution.',
    'The North sold 12 boats in May. That is not what the Dutch navy says.',
    'The North sold 12 boats in May. So the ships went on to Nampo.',
  ])('%s', async (text) => {
    expect(tellerOf(await claimsOf(text), '12')).toBe('Nordic Wire');
  });
});

describe('a sentence that may go on with the words of the one before', () => {
  test.each([
    'The Dutch navy said the North fired four missiles. It also lost 13 drones in the night.',
    'The Dutch navy said the North sold 40 boats. Another 13 went to a firm in Riga.',
    'The Dutch navy said the North stole 40 million dollars. Some of the money went to 13 firms in Riga.',
  ])('is open: %s', async (text) => {
    const claim = (await claimsOf(text)).find(({ quote }) => quote.includes('13'));
    expect(claim).toMatchObject({ claimant: { name: 'unnamed' }, basis: { claimant: 'open' } });
    expect(claim?.candidates?.claimant).toEqual(['Dutch navy', 'Nordic Wire']);
    expect(claim?.rules[0]).toBe('claimant:continued');
  });

  test.each([
    'The Dutch navy said the North fired four missiles. Russia lost 13 drones in the night.',
    'The Dutch navy said the North fired four missiles.\n\nIt lost 13 drones in the night over the western sea.',
    'The North fired four missiles. It also lost 13 drones in the night.',
  ])('is the newspaper’s: %s', async (text) => {
    expect(tellerOf(await claimsOf(text), '13')).toBe('Nordic Wire');
  });
});

describe('a figure whose noun stands in a sentence before', () => {
  test.each([
    ['The navy seized 40 boats. Another 12 were sold.', '12', 'boat'],
    ['The navy held 40 men. Another 12 were arrested.', '12', 'man'],
    // What was counted last cannot be what was loaded, and what was meant stays open.
    ['The navy seized 40 boats. Police held 30 men. Another 12 were loaded.', '12', undefined],
    // A number that does something of its own is not that of the noun after the verb.
    ['The navy counted 40 ships. Of these, 12 carried coal.', '12', 'ship'],
  ])('%s', async (text, low, counts) => {
    const quantities = (await claimsOf(text)).flatMap((claim) => claim.quantities);
    expect(quantities.find((quantity) => quantity.low === low)?.counts).toBe(counts);
  });
});

test.each([
  ['The North had sold 40 boats, the navy said. It had stolen 13 from Latvia.', 'navy'],
  ['The North sold 40 boats, the navy said. Sweden stole 13 from Latvia.', 'Nordic Wire'],
  ['The navy denied any wrongdoing. It had stolen 13 boats from Latvia.', 'Nordic Wire'],
])('a verb put back goes on with what was said: %s', async (text, claimant) => {
  expect(tellerOf(await claimsOf(text), '13')).toBe(claimant);
});

test.each([
  [
    'Officials in Oslo said 14 crates were sold. Norse Airways is owned by Riga. They said that 40 cranes were sold.',
    'Officials in Oslo',
  ],
  [
    'The mayor, Ida Roos, said 14 crates were sold. The Rapid Forces did not comment. They said that 40 cranes were sold.',
    'Rapid Forces',
  ],
])('“they” are many who spoke, or a body of many: %s', async (text, claimant) => {
  expect(tellerOf(await claimsOf(text), '40')).toBe(claimant);
});

describe('whose words a whole text or paragraph is', () => {
  test.each([
    [
      'a label in capitals at its head',
      'MR. HOLM: We have a brief word today.\n\nThe North sold 12 boats in May.',
      'Holm',
    ],
    [
      'the line that signs it',
      'The North sold 12 boats in May. We will answer.\n\nMarta Holm, Minister for Trade\n\nThe Council met.',
      'Marta Holm',
    ],
    [
      'no line below what nobody says',
      'The North sold 12 boats in May.\n\nMarta Holm, Minister for Trade\n\nThe Council met.',
      'Nordic Wire',
    ],
    [
      'no caption below a witness in marks',
      'The North sold 12 boats in May. “We saw them,” said a guard.\n\nMarta Holm, Minister for Trade\n\nThe Council met.',
      'Nordic Wire',
    ],
    [
      'no line below a number that is written “I”',
      'Annex I lists 12 boats.\n\nMarta Holm, Minister for Trade\n\nThe Council met.',
      'Nordic Wire',
    ],
    [
      'the line that signs what is said by “I”',
      'The North sold 12 boats in May, and I regret it.\n\nMarta Holm, Minister for Trade\n\nThe Council met.',
      'Marta Holm',
    ],
    ['nobody who is spoken to', 'MR. PRESIDENT: A brief word.\n\nThe North sold 12 boats in May.', 'Nordic Wire'],
    ['no label with a name alone', 'Marta Holm: a life at sea\n\nThe North sold 12 boats in May.', 'Nordic Wire'],
  ])('%s', async (_, text, claimant) => {
    expect(tellerOf(await claimsOf(text), '12')).toBe(claimant);
  });

  test('a line that ends before its words would have filled it is one of its own', async () => {
    const claims = await claimsOf(
      'Boats were seen on the 3rd, says the navy\nA site named by Riga as a yard\nOn the 4th, the North sold 12 boats to Latvia, the mayor, Ida Roos, said.',
    );
    expect(claims.find(({ quantities }) => quantities.length > 0)?.quote).toMatch(/^On the 4th/);
  });
});
