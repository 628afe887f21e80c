import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

describe('who did what', () => {
  test.each([
    ['The navy said Riga was responsible for stealing 40 million dollars.', 'stole', 'Riga'],
    ['The navy said Riga is responsible for the theft of 40 million dollars.', 'stole', 'Riga'],
    ['Kestrel estimates that Riga stole 40 million dollars.', 'stole', 'Riga'],
    ['The navy said Russia used Korean missiles to attack Odesa.', 'attacked', 'Russia'],
    ['The navy said none of the ships had sold coal.', 'transferred', 'ships'],
    // A thing that is used does nothing of itself, whatever its name.
    ['The navy said Riga used the tanker Ela to carry 40 tonnes of oil to Chad.', 'transferred', 'Riga'],
    ['The navy said hackers used stolen accounts to launder 40 million dollars.', 'financed', 'hackers'],
    // The subject behind a phrase that opens the sentence, and before a participle.
    ['To move rifles into Chad, Petersen and others sold 40 boats.', 'transferred', 'Petersen'],
    ['The branch, with police posted at the crossings, has sold 40 boats to Riga.', 'transferred', 'branch'],
  ])('%s', async (text, predicate, agent) => {
    const [claim] = await claimsOf(text);
    expect(claim).toMatchObject({ predicate, roles: { agent: [agent] } });
  });

  test('a firm that is used is the one that acts', async () => {
    const [claim] = await claimsOf('The navy said Russia used a Riga firm to sell 40 boats.');
    expect(claim).toMatchObject({ predicate: 'transferred', roles: { agent: ['Riga firm'], object: ['boats'] } });
  });
});

describe('what was done and what was not', () => {
  test.each([
    ['The navy said no arms deliveries took place in May.', 'denies', ['arms']],
    ['The navy said the sale of 40 boats took place in May.', 'asserts', ['boats']],
  ])('%s', async (text, polarity, object) => {
    const [claim] = await claimsOf(text);
    expect(claim).toMatchObject({
      predicate: 'transferred',
      polarity,
      roles: { object },
      when: { from: '2024-05-01' },
    });
    expect(claim?.roles.agent).toBeUndefined();
  });

  test('a denial of how often something is tried denies no deed', async () => {
    const claims = await claimsOf('Attempts to sell 40 boats have not decreased, the navy said.');
    expect(claims.map(({ polarity, modality }) => [polarity, modality])).toEqual([['asserts', 'intends']]);
  });

  test('what is said of one of two is not said of both', async () => {
    const claims = await claimsOf(
      'Iran has seized two other tankers in the past month, including one also allegedly for smuggling oil.',
    );
    expect(claims.map(({ claimant, predicate }) => [claimant.name, predicate])).toEqual([['Nordic Wire', 'halted']]);
  });

  test('of how many a speaker is made up is no claim', async () => {
    const claims = await claimsOf('The group, consisting of 12 insurers, stated that most vessels ignore the cap.');
    expect(claims.flatMap(({ quantities }) => quantities)).toEqual([]);
  });
});

describe('what is counted', () => {
  test.each([
    ['He said the firm sold 40 or 50 boats.', { counts: 'boat', qualifier: 'between', low: '40', high: '50' }],
    ['The navy inspected 21 of around 50 crates, it said.', { counts: 'crate', qualifier: 'exactly', low: '21' }],
    [
      'The ship carried 2 million litres (528,000 gallons) of diesel.',
      { counts: 'diesel', unit: 'litre', low: '2000000' },
    ],
  ])('%s', async (text, quantity) => {
    const [claim] = await claimsOf(text);
    expect(claim?.quantities[0]).toMatchObject(quantity);
  });
});

describe('what somebody is accused of', () => {
  test.each([
    [
      'On Thursday, Oslo accused Riga of smuggling oil to Narva.',
      'Oslo',
      'transferred',
      { agent: ['Riga'], object: ['oil'] },
    ],
    [
      'The FBI levelled accusations against the Skerry Group for stealing 40 million dollars from a bank.',
      'FBI',
      'stole',
      { agent: ['Skerry Group'], object: ['dollars'] },
    ],
    ['The FBI released a statement blaming Riga for the theft of 40 boats.', 'FBI', 'stole', { object: ['boats'] }],
  ])('%s', async (text, claimant, predicate, roles) => {
    const claims = await claimsOf(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ claimant: { name: claimant }, predicate, modality: 'alleges', roles });
  });
});

describe('what nobody says', () => {
  test('what somebody was made to believe', async () => {
    const claims = await claimsOf('Firms were duped into believing that the men lived in Riga, the navy said.');
    expect(claims.map(({ claimant }) => claimant.name)).toEqual(['navy']);
  });

  test('what was shipped without a word of it', async () => {
    const claims = await claimsOf('The navy said Riga shipped oil without disclosing its cargo.');
    expect(claims.map(({ claimant }) => claimant.name)).toEqual(['navy']);
  });

  test.each([
    'It was later seized at the port, the Revolutionary Guards said.',
    'The seizure of weapons for the group was the first since they began attacking ships, the navy said.',
    'The navy said the group used the weapons that they seized in May.',
  ])('a pronoun that may be anybody: %s', async (text) => {
    const named = (await claimsOf(text)).flatMap(({ roles }) => [...(roles.agent ?? []), ...(roles.object ?? [])]);
    expect(named.filter((name) => /Guards/.test(name))).toEqual([]);
    expect(
      (await claimsOf(text)).flatMap(({ roles }) => roles.agent ?? []).filter((name) => /weapons/.test(name)),
    ).toEqual([]);
  });

  test('a number in a name', async () => {
    const claims = await claimsOf('The men worked at Fortune 500 corporations in the two Koreas, the navy said.');
    expect(claims.flatMap(({ quantities }) => quantities)).toEqual([]);
  });
});

test('what happened when the time is named before "when"', async () => {
  const claims = await claimsOf('The ban made headlines in February 2019, when Dutch police seized 90 boats.');
  expect(claims.find(({ predicate }) => predicate === 'halted')?.when).toMatchObject({
    from: '2019-02-01',
    to: '2019-02-28',
  });
});

test('the scheme of somebody else is not that of whoever charges them', async () => {
  const claims = await claimsOf('The ministry announced charges in a scheme by Riga to fund its arms programme.');
  expect(claims.find(({ predicate }) => predicate === 'financed')?.roles.agent).toEqual(['Riga']);
});

test.each([
  ['“Latvia is assessed to have sold 40 cranes,” the envoy, Stig Holm, said.', 'assesses'],
  ['“I believe that Latvia sold 40 cranes,” the envoy, Stig Holm, said.', 'assesses'],
  ['“I assume Latvia sold 40 cranes,” the envoy, Stig Holm, said.', 'assesses'],
  ['“The money is believed to be sent to Latvia,” the envoy, Stig Holm, said.', 'assesses'],
  ['The envoy, Stig Holm, said that Latvia will sell 40 cranes.', 'intends'],
  ['The envoy, Stig Holm, said that the vote will embolden 40 States.', 'assesses'],
])('how firmly it is held: %s', async (text, modality) => {
  expect((await claimsOf(text)).map((claim) => claim.modality)).toEqual([modality]);
});

test('what is done off a place comes from none', async () => {
  const claims = await claimsOf('“Two men were kidnapped off Brass,” the navy said.');
  expect(claims.map(({ roles }) => roles.origin)).toEqual([undefined]);
});

test.each<[string, Claim['roles']]>([
  ['A convoy of trucks left Dosso at dawn on 4 May.', { origin: ['Dosso'] }],
  ['Some 40 families fled the Delta area in May.', { origin: ['Delta area'] }],
  ['The two boats were escorted to Riga on 4 May.', { destination: ['Riga'] }],
  ['The cargo of 40 tonnes of coal was loaded at Riga.', { origin: ['Riga'] }],
  ['The navy forwarded 40 files to the ministry.', { recipient: ['ministry'] }],
  ['Gunmen set fire to 30 trucks on 4 May.', { agent: ['Gunmen'], object: ['trucks'] }],
  ['The navy carried out a raid on the yard on 4 May.', { object: ['yard'] }],
  ['The army blamed the Kestrel Front for the raid of 4 May.', { agent: ['Kestrel Front'] }],
  ['The report accuses officers of at least 26 executions.', { agent: ['officers'] }],
  ['One of the yards, Kapitali, said that it had sold 40 boats.', { agent: ['Kapitali'] }],
])('who was where and did what: %s', async (text, roles) => {
  const claims = await claimsOf(text);
  for (const [role, names] of Object.entries(roles))
    expect(claims.map((claim) => claim.roles[role as keyof Claim['roles']])).toContainEqual(names);
});

test.each([
  ['The navy said that it had identified a boat passing Riga on 4 May 2024.', '2024-05-04'],
  ['The navy said that the crew left the camp because of fighting worsening between 4 and 6 May 2024.', '2024-05-04'],
  ['April 5, 2009: Sold 40 cranes to Latvia.', '2009-04-05'],
  ['It came down into the sea early Friday morning, the navy said.', '2024-06-07'],
  ['Lot numbers show the rifles were made on 4 May 2024.', '2024-05-04'],
  ['Norway plans to sell 40 cranes to Latvia on 4 June 2024.', '2024-06-04'],
  ['Norway sold 40 cranes to a band fighting Latvia in 2012.', null],
  ['Norway sold 40 cranes to a yard operating in Riga in 2012.', null],
  ['Norway bought 40 cranes from a dealer working for Latvia in 2012.', null],
  ['In 2012, Norway sold 40 cranes to a yard operating in Riga.', '2012-01-01'],
  ['The navy said on Saturday it had seized 40 cranes on 2 May.', '2024-05-02'],
  ['On 4 May the navy said 40 cranes had been seized that morning.', '2024-05-04'],
  ['Since its launch in February 2023, the unit has seized 40 cranes.', '2023-02-01'],
  ['The unit has seized 40 cranes so far this year.', '2024-01-01'],
  ['Between 2 and 9 May the navy searched the yards. During the operation, it seized 40 cranes.', '2024-05-02'],
  ['The navy examined 90 cranes in 2023. Of these, 40 were seized.', '2023-01-01'],
  ['Exports rose 17.5 percent from July 2022 to 244 million dollars.', null],
  ['The unit, approved last October, is to have 2,500 men.', null],
])('when: %s', async (text, day) => {
  expect((await claimsOf(text)).map(({ when }) => when.from)).toContain(day);
});
