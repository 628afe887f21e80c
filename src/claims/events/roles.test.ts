import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim, Roles } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-14' });
}

const rolesOf = async (text: string): Promise<readonly Roles[]> => (await claimsOf(text)).map(({ roles }) => roles);

describe('the parties of a deed and nobody else', () => {
  test.each<[string, Roles]>([
    [
      'Anna Berg told reporters the North had sent 40 boats to Libya.',
      { agent: ['North'], recipient: ['Libya'], object: ['boats'] },
    ],
    ['Latvia shipped 40 rifles via Chad and Libya, the envoy said.', { agent: ['Latvia'], object: ['rifles'] }],
    [
      'Police seized rifles in the port of Misrata and rockets in Khoms, the envoy said.',
      { agent: ['Police'], object: ['rifles', 'rockets'] },
    ],
    [
      'The footage showed they were carrying military equipment, analysts and US officials said.',
      { object: ['military equipment'] },
    ],
    ['The depot was hit by a missile near Aden.', { object: ['depot'], instrument: ['missile'] }],
    ['The militia carried out 12 attacks on villages in May.', { agent: ['militia'], object: ['villages'] }],
    ["Moscow's veto ended the mandate of the panel.", { agent: ['Moscow'], object: ['mandate'] }],
    ['Violence by the rebels killed 40 people.', { agent: ['rebels'], object: ['people'] }],
    ['A group of armed men working under Berg ambushed a patrol.', { agent: ['armed men'], object: ['patrol'] }],
    [
      'The bureau said a group called Harbour Nine stole $40 million in virtual currency.',
      { agent: ['Harbour Nine'], object: ['virtual currency'] },
    ],
    [
      'Anna Berg said that Latvia cared more for the rockets and missiles it received from Libya than for its word.',
      { agent: ['Libya'], recipient: ['Latvia'], object: ['rockets', 'missiles'] },
    ],
    [
      'Latvia made missiles for use by Libya, Anna Berg said.',
      { agent: ['Latvia'], recipient: ['Libya'], object: ['missiles'] },
    ],
    ['The Latvian army said it had fired 3 rockets.', { agent: ['Latvian army'], object: ['rockets'] }],
    ['Prices rose after it sold 40 rifles, Anna Berg said.', { object: ['rifles'] }],
    ['The navy found 400 122 mm rockets that Latvia had sold.', { agent: ['Latvia'], object: ['rockets'] }],
    ['The militia received 40 rifles.', { recipient: ['militia'], object: ['rifles'] }],
    ['Latvia imported far more refined petroleum in May.', { agent: ['Latvia'], object: ['refined petroleum'] }],
    [
      'The country "is not supplying rifles to any of the warring parties", its ministry said.',
      { agent: ['country'], recipient: ['warring parties'], object: ['rifles'] },
    ],
    [
      'Chad was given 31 rifles by Latvia, the envoy said.',
      { agent: ['Latvia'], recipient: ['Chad'], object: ['rifles'] },
    ],
    [
      'The rebels were supplied with mortars by Latvia, the envoy said.',
      { agent: ['Latvia'], recipient: ['rebels'], object: ['mortars'] },
    ],
    ['Rifles were given to Chad by Latvia.', { agent: ['Latvia'], recipient: ['Chad'], object: ['Rifles'] }],
    ['Latvia gave the rebels 40 rifles.', { agent: ['Latvia'], recipient: ['rebels'], object: ['rifles'] }],
    [
      'Latvia supplied the militia and its allies with rifles.',
      { agent: ['Latvia'], recipient: ['militia', 'allies'], object: ['rifles'] },
    ],
    [
      'Latvia sold rebels rifles and mortars.',
      { agent: ['Latvia'], recipient: ['rebels'], object: ['rifles', 'mortars'] },
    ],
    ['Latvia sent army trucks to Chad.', { agent: ['Latvia'], recipient: ['Chad'], object: ['army trucks'] }],
    ['Latvia received 40 rifles seized from the militia.', { recipient: ['Latvia'], object: ['rifles'] }],
    ['A dhow carrying rifles was seized by the navy.', { agent: ['navy'], object: ['dhow'] }],
    ['The navy seized 12 radars destined for Chad.', { agent: ['navy'], object: ['radars'] }],
    ['Missiles that Latvia gave the rebels hit a school.', { object: ['school'], instrument: ['Missiles'] }],
    ['The ship was fired on by rebels.', { agent: ['rebels'], recipient: ['ship'], vessel: ['ship'] }],
    [
      'Latvia did not sell rifles to Chad but to Libya, the envoy said.',
      { agent: ['Latvia'], recipient: ['Chad'], object: ['rifles'] },
    ],
  ])('%s', async (text, roles) => {
    expect((await rolesOf(text))[0]).toEqual(roles);
  });

  test.each<[string, Roles]>([
    [
      'The navy spotted a Latvian tanker apparently transferring fuel to a smuggler.',
      { agent: ['Latvian tanker'], recipient: ['smuggler'], object: ['fuel'] },
    ],
    [
      'Anna Berg accused the militia of bombing a market, killing 40 people.',
      { agent: ['militia'], object: ['market', 'people'] },
    ],
    [
      "Latvia criticised Libya's decision to send tanks to Chad.",
      { agent: ['Libya'], recipient: ['Chad'], object: ['tanks'] },
    ],
    ['The stolen money was used to fund the programme.', { object: ['programme'] }],
    [
      "The militia funded Latvia's nuclear and missile programmes.",
      { agent: ['militia'], object: ["Latvia's nuclear and missile programmes"] },
    ],
    [
      "The militia stole 3 million dollars' worth of cryptocurrency.",
      { agent: ['militia'], object: ['cryptocurrency'] },
    ],
  ])('the doer told beside the verb: %s', async (text, roles) => {
    expect((await rolesOf(text))[0]).toEqual(roles);
  });

  test.each([
    'UN sanctions monitors met in May and counted 4 cases.',
    'Latvia has confirmed a suspected cargo transfer involving 4 boats.',
    'The envoy said Latvia reported the sighting of the tanker Kestrel moored alongside 2 others.',
    'Berg said the accord constitutes a clear violation by the group.',
  ])('a noun or participle is no deed of its own: %s', async (text) => {
    expect((await claimsOf(text)).map(({ predicate }) => predicate)).toEqual(['said']);
  });

  test('a department that targets ships by sanctions lists them', async () => {
    const [claim] = await claimsOf('The State Department also targeted 3 tugs.');
    expect(claim).toMatchObject({ predicate: 'designated', roles: { object: ['tugs'] } });
    expect((await claimsOf('The militia targeted 3 tugs.'))[0]?.predicate).toBe('attacked');
  });

  test('those accused of a deed do it, and not whoever punishes them', async () => {
    const roles = await rolesOf('Latvia imposed sanctions on traders accused of buying 40 boats.');
    expect(roles).toEqual([
      { agent: ['Latvia'], object: ['traders'] },
      { agent: ['traders'], object: ['boats'] },
    ]);
  });
});

describe('a deed for which the vocabulary has no predicate', () => {
  test.each<[string, Roles]>([
    [
      'The envoy said both the army and the militia had used mortars.',
      { agent: ['army', 'militia'], instrument: ['mortars'] },
    ],
    ['Shells continued to reach Latvia through Libya, the envoy said.', { object: ['Shells'], recipient: ['Latvia'] }],
    ['The envoy condemned the launch by Latvia of a rocket.', { agent: ['Latvia'], object: ['rocket'] }],
    ['The envoy noted a transfer of missiles to the rebels in Chad.', { object: ['missiles'], recipient: ['rebels'] }],
    [
      'Anna Berg accused Latvia of being behind the theft of $1.5 million worth of digital assets last week.',
      { agent: ['Latvia'], object: ['digital assets'] },
    ],
    [
      'Armed forces and fighters apparently from Latvia have burned a village, the envoy said.',
      { agent: ['Armed forces', 'fighters'] },
    ],
    ['The envoy said the firm is one of those which the committee had seen.', {}],
    [
      'Debris of 4 missiles of Libyan make fired by Latvia in May has been found, the envoy said.',
      { agent: ['Latvia'], object: ['Debris'] },
    ],
    ['Anna Berg accused Latvia of breaking its word.', { agent: ['Latvia'] }],
    ['"[Latvia] was responsible for the fire," the bureau said.', { agent: ['Latvia'] }],
    ['The ministry said that any sale would be a breach.', {}],
    ['The envoy said prices rose in May.', {}],
    ['Analysts believe that the army is aware of the matter.', {}],
  ])('%s', async (text, roles) => {
    expect((await rolesOf(text))[0]).toEqual(roles);
  });
});

describe('vessels by name', () => {
  test.each<[string, string[] | undefined]>([
    ['The ministry said the tanker, the Amber Dawn, had left the port.', ['Amber Dawn']],
    ['The Amber Dawn 4 was seen near two other vessels, the envoy said.', ['Amber Dawn 4']],
    ['The envoy said that the vessel Kestrel (IMO 9312345) loaded coal at Nampo.', ['Kestrel']],
    ['The envoy said the Liberia-flagged Amber Dawn had loaded coal.', ['Amber Dawn']],
    ['The rebels launched a missile at the Amber Dawn oil tanker.', ['Amber Dawn']],
    ['The envoy said a Latvian ship had left.', ['Latvian ship']],
    ['The envoy said both ships Russia sold had left on Monday.', undefined],
    ['The Group of 7 met about ships, the envoy said.', undefined],
  ])('%s', async (text, vessels) => {
    expect((await rolesOf(text))[0]?.vessel).toEqual(vessels);
  });

  test('a name that the text gave once is known afterwards', async () => {
    const roles = await rolesOf('The tanker Kestrel loaded coal, the envoy said. The envoy said Kestrel had sunk.');
    expect(roles.map(({ vessel }) => vessel)).toEqual([['Kestrel'], ['Kestrel']]);
  });
});

test('what neither of two has done is denied of both', async () => {
  const [claim] = await claimsOf('Neither the army nor the militia fired rockets at the town, the envoy said.');
  expect(claim?.polarity).toBe('denies');
  expect(claim?.roles).toEqual({ agent: ['army', 'militia'], recipient: ['town'], object: ['rockets'] });
});

describe('who says it when the verb that tells so is passive, put in, or an admission', () => {
  test.each<[string, string, Roles]>([
    [
      'The Panel was informed by Latvia in 2023 that Chad had sent rifles to Mali.',
      'Latvia',
      { agent: ['Chad'], recipient: ['Mali'], object: ['rifles'] },
    ],
    [
      'The Council was told by the minister that Chad had sent rifles to Mali.',
      'minister',
      { agent: ['Chad'], recipient: ['Mali'], object: ['rifles'] },
    ],
    [
      'Chad, the minister told the Council, had sent rifles to Mali.',
      'minister',
      { agent: ['Chad'], recipient: ['Mali'], object: ['rifles'] },
    ],
    ['Chad was accused by Latvia of arming the rebels.', 'Latvia', { agent: ['Chad'], recipient: ['rebels'] }],
    ['Chad admitted selling rifles to Mali.', 'Chad', { agent: ['Chad'], recipient: ['Mali'], object: ['rifles'] }],
    [
      'Chad denied having received rifles from Latvia.',
      'Chad',
      { agent: ['Latvia'], recipient: ['Chad'], object: ['rifles'] },
    ],
  ])('%s', async (text, name, roles) => {
    const claims = await claimsOf(text);
    expect(claims.map((claim) => [claim.claimant.name, claim.roles])).toEqual([[name, roles]]);
  });
});

test('in a clause behind "that" its own subject does it, and not the subject before', async () => {
  expect((await rolesOf('The navy intercepted a dhow that Latvia had sent to the rebels with 40 rifles.'))[1]).toEqual({
    agent: ['Latvia'],
    recipient: ['rebels'],
    object: ['rifles'],
  });
  expect((await rolesOf('Rebels to whom Chad gave rifles attacked the town.'))[1]?.agent).toEqual(['Rebels']);
});

test('what is accused denies it, when "it" denies', async () => {
  const [claim] = await claimsOf('Chad has been accused by Latvia of arming the rebels, which it denies.');
  expect([claim?.claimant.name, claim?.polarity, claim?.roles]).toEqual([
    'Chad',
    'denies',
    { agent: ['Chad'], recipient: ['rebels'] },
  ]);
});

test.each([
  'The Panel has found no evidence that Latvia sold rifles to Chad.',
  'Latvia gave the rebels no rifles, the envoy said.',
  'There is no credible evidence that Latvia sold rifles to Chad, the envoy said.',
])('no evidence, and nothing given, denies: %s', async (text) => {
  expect((await claimsOf(text)).map(({ predicate, polarity }) => [predicate, polarity])).toEqual([
    ['transferred', 'denies'],
  ]);
});

test.each<[string, string, Roles]>([
  [
    'A transfer took place between the Danish ship Freya 3 and the tanker An Hai 1, the envoy said.',
    'ship-to-ship-transferred',
    { vessel: ['Freya 3', 'An Hai 1'] },
  ],
  [
    'Chadian guards had seized and were searching two dhows.',
    'halted',
    { agent: ['Chadian guards'], object: ['dhows'] },
  ],
  ['The envoy denied that Latvia was arming the rebels.', 'transferred', { agent: ['Latvia'], recipient: ['rebels'] }],
  [
    '13% of the oil was transported to Chad by “shadow” tankers, the envoy said.',
    'transferred',
    { agent: ['“shadow” tankers'], recipient: ['Chad'], object: ['oil'] },
  ],
  [
    'Tankers arrived at an oil terminal in Riga 43 times, the envoy said.',
    'called-at',
    { agent: ['Tankers'], vessel: ['Tankers'] },
  ],
])('%s', async (text, predicate, roles) => {
  const claims = await claimsOf(text);
  expect(claims.map((claim) => [claim.predicate, claim.roles])).toContainEqual([predicate, roles]);
});
