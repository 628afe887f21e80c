import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

const brief = ({ claimant, polarity, modality, predicate, roles }: Claim) =>
  [
    claimant.name,
    polarity,
    modality,
    predicate,
    ...Object.entries(roles).map(([role, names]) => `${role}: ${[names].flat().join(' + ')}`),
  ].join(' | ');

test.each([
  // A second verb of the main clause has a claim of its own, with whom it tells of.
  [
    'Togo Lines sold 12 rifles to Benin Marine and paid the crew in rice.',
    [
      'Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles | recipient: Benin Marine',
      'Fjord Courier | asserts | states | said | agent: Togo Lines | object: crew',
    ],
  ],
  // So has a clause of time behind it, but none of what is only possible or hangs on a condition.
  [
    'Togo Lines sold 12 rifles to Benin Marine after the harbour office revoked its licence.',
    [
      'Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles | recipient: Benin Marine',
      'Fjord Courier | asserts | states | said | agent: harbour office | object: licence',
    ],
  ],
  [
    'Togo Lines sold 12 rifles to Benin Marine before the harbour office could revoke its licence.',
    ['Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles | recipient: Benin Marine'],
  ],
  // What a relative clause or a participle tells of something that is named, where it says who did what.
  [
    'Togo Lines sold 12 rifles to a firm that trained the guards of Lomé.',
    [
      'Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles | recipient: firm',
      'Fjord Courier | asserts | states | said | agent: firm | object: guards of Lomé',
    ],
  ],
  [
    'Togo Lines sold 12 rifles that the harbour office had registered.',
    [
      'Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles',
      'Fjord Courier | asserts | states | said | agent: harbour office | object: rifles',
    ],
  ],
  [
    'Togo Lines found no firm that trained the guards of Lomé.',
    ['Fjord Courier | asserts | states | said | agent: Togo Lines'],
  ],
  [
    'Togo Lines sold 12 rifles to anyone who trained guards in Lomé.',
    ['Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles'],
  ],
  [
    'Togo Lines sold 12 rifles after reported raids that wrecked the harbour office.',
    ['Fjord Courier | asserts | states | transferred | agent: Togo Lines | object: rifles'],
  ],
  // The main clause has its own, whatever is told before it or joined to it.
  [
    'After painting the funnel in Lomé, Togo Lines washed the ship.',
    [
      'Fjord Courier | asserts | states | said | agent: Togo Lines | object: funnel',
      'Fjord Courier | asserts | states | said | agent: Togo Lines | object: ship',
    ],
  ],
  [
    'Togo Lines has opened its books, and it helped the harbour office in making a list of the crew on 7 March.',
    [
      'Fjord Courier | asserts | states | said | agent: Togo Lines | object: books',
      'Fjord Courier | asserts | states | said | object: harbour office',
      'Fjord Courier | asserts | states | said | object: list of the crew',
    ],
  ],
  // "even as" may be the newsroom's own again.
  [
    'The port said it wanted no quarrel with Benin even as its mayor swore revenge on the pilots.',
    ['port | asserts | states | said | agent: port'],
  ],
  // What is joined to a thing called for is called for.
  [
    'Ida Roos called for a halt to the raids and to respect and guard the freedom of all crews.',
    ['Ida Roos | asserts | calls-for | called-for'],
  ],
])('%s', async (text, expected) => {
  expect((await claimsOf(text)).map(brief)).toEqual(expected);
});
