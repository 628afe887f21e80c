import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

test.each([
  ['The port office describes what appears to be a new link between the two yards.', 'assesses'],
  ['It is possible that the figures of the port were misreported, Ida Roos said.', 'assesses'],
])('what is not certain: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(({ modality }) => modality)).toContain(expected);
});

test.each([
  ['Benin was hit by drought in May.', 'said'],
  ['The economy was struck by sanctions in May.', 'said'],
  ['A drone hit the depot in May.', 'attacked'],
])('a blow is struck by somebody: %s', async (text, predicate) => {
  expect((await claimsOf(text)).map((claim) => claim.predicate)).toEqual([predicate]);
});

test.each([
  ['It looks like Benin sold 12 rifles.', 'assesses'],
  ['Ida Roos said it sounded as if Benin had sold 12 rifles.', 'assesses'],
])('what seems so: %s', async (text, expected) => {
  expect((await claimsOf(text)).every(({ modality }) => modality === expected)).toBe(true);
});

test.each([
  // What somebody is seen at is what they do, and what is done is no party to it.
  ['Benin was also seen putting ore on the water.', [['said', { agent: ['Benin'], object: ['ore'] }]]],
  ['The raid was carried out by guards.', [['attacked', { agent: ['guards'] }]]],
  ['Guards shot dead 40 people in Lomé.', [['attacked', { agent: ['Guards'], object: ['people'] }]]],
  // A noun of holding is what somebody has of a thing.
  [
    'Benin took delivery of 40 rifles from Togo.',
    [['transferred', { recipient: ['Benin'], object: ['rifles'], origin: ['Togo'] }]],
  ],
  // Whom it befell, whose decision it is, and a thing that uses nothing.
  [
    'The trip that led to the ships being intercepted began in May.',
    [
      ['said', { agent: ['trip'] }],
      ['said', { agent: ['trip'] }],
    ],
  ],
  // "Who" is somebody, and whoever has it done has done it.
  [
    'Ida Roos contacted a supplier of carbon fibre, who enlisted guards.',
    [
      ['said', { agent: ['Ida Roos'], object: ['supplier of carbon fibre'] }],
      ['said', { agent: ['supplier of carbon fibre'], object: ['guards'] }],
    ],
  ],
  ['The rifles were destined for Benin.', [['said', { object: ['rifles'], recipient: ['Benin'] }]]],
])('who has which part: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(({ predicate, roles }) => [predicate, roles])).toEqual(expected);
});

test('"handed over 40" is 40, and whoever helped to sell has sold', async () => {
  const claims = await claimsOf('Togo handed over 40 rifles to Benin. Ida Roos helped to sell 12 boats to Benin.');
  expect(claims.flatMap(({ quantities }) => quantities.map(({ raw, nature }) => [raw, nature]))).toEqual([
    ['40 rifles', 'count'],
    ['12 boats', 'count'],
  ]);
});

test.each([
  // A verb that reads as a noun, and a name in capitals that reads as a verb.
  ['The Lomé Oil Company exports thousands of barrels of oil to Benin.', 'transferred', ['Lomé Oil Company']],
  ['In May SKEEM sold 12 rifles to Benin.', 'transferred', ['SKEEM']],
])('who does it: %s', async (text, predicate, agent) => {
  const claims = await claimsOf(text);
  expect(claims.map((claim) => [claim.predicate, claim.roles.agent])).toEqual([[predicate, agent]]);
});

test.each([
  [
    'Benin is considering buying 12 rifles from Togo.',
    'intends',
    { agent: ['Benin'], recipient: ['Benin'], object: ['rifles'], origin: ['Togo'] },
  ],
  // Whom it befell is not who did it, and no day does anything.
  ['Ida Roos said she saw four men shot dead.', 'states', { object: ['men'] }],
  ['Crowds met after raids the day before that killed 20 people in Lomé.', 'states', { object: ['people'] }],
  // What a thing is called once more is no second object.
  [
    'Ida Roos held 14 meetings with crews at the Quay Show, the largest fair of all.',
    'states',
    { agent: ['Ida Roos'], object: ['meetings'] },
  ],
])('who is told of: %s', async (text, modality, roles) => {
  const claims = await claimsOf(text);
  expect(claims.map((claim) => [claim.modality, claim.roles])).toContainEqual([modality, roles]);
});

test('what stands behind a dash is not denied with what stands before it', async () => {
  const claims = await claimsOf(
    'Togo Lines is not the only firm to run a shop for rifles—its rival Benin Marine also lists thousands of rifles each year.',
  );
  expect(claims.filter(({ quantities }) => quantities.length > 0).map(({ polarity }) => polarity)).toEqual(['asserts']);
});

test('what killed people is the raid, and not the place of it', async () => {
  const claims = await claimsOf('The rebels owned to a raid on a hotel and a garden in Lomé that killed 12 people.');
  expect(claims.find(({ quantities }) => quantities.length > 0)?.roles.agent).toEqual(['raid']);
});

test('among the ways in which it is done without being noticed is what was done', async () => {
  const claims = await claimsOf(
    'Ida Roos noted that the crews use several ways to find work without showing their names, including by setting up accounts abroad.',
  );
  expect(claims.map(({ polarity }) => polarity)).not.toContain('denies');
});

test.each([
  // By the name that it is said to have, and not by what it is.
  ['A company called Sonils paid 12 pilots.', { agent: ['Sonils'], object: ['pilots'] }],
  // What is called so, wherever it stands in a clause of its own.
  ['Togo fired what appeared to be a rocket from a boat.', { agent: ['Togo'], object: ['rocket'] }],
  ['The army of Togo struck what it described as a camp on Sunday.', { agent: ['army of Togo'], object: ['camp'] }],
  // Nobody does to nothing what is done to somebody.
  ['Four men were arrested, and the networks that fed them dismantled in Lomé.', { object: ['networks'] }],
  ['The oil depots at Lomé also came under air attack.', { object: ['oil depots'] }],
  // Whoever leaves a place carries what is carried.
  ['The tanker departed Lomé carrying 650 barrels of crude.', { agent: ['tanker'], object: ['barrels of crude'] }],
  [
    'The firms of Riga supplied trucks made in Oslo to Togo.',
    { agent: ['firms of Riga'], object: ['trucks'], recipient: ['Togo'] },
  ],
  [
    'Customs in Lomé seized three tons of fish scales and ivory.',
    { agent: ['Customs'], object: ['tons of fish scales', 'ivory'] },
  ],
  ['Two boats conducted an illegal transfer of crude off Lomé.', { agent: ['boats'], object: ['crude'] }],
  ['The North last fired a rocket at Lomé in May.', { agent: ['North'], object: ['rocket'] }],
  // Who does the second of two does the first, where nothing stands between them.
  ['In Togo the boats are kept and painted by the Quay Bank.', { agent: ['Quay Bank'], object: ['boats'] }],
  [
    'Two envoys of Togo travelled from Angola to Chad.',
    { agent: ['envoys of Togo'], origin: ['Angola'], destination: ['Chad'] },
  ],
  // A band of people is "it".
  ['A hacking group says it has stolen a list.', { agent: ['hacking group'], object: ['list'] }],
  // Which of two States, the text leaves open.
  ['Togo has been on alert against raids by Benin after it fired a rocket.', { object: ['rocket'] }],
  // Money gets nothing.
  ['Togo exported 2 million dollars’ worth of parts to Chad.', { agent: ['Togo'], recipient: ['Chad'] }],
])('who does what to whom: %s', async (text, roles) => {
  expect((await claimsOf(text)).map((claim) => claim.roles)).toContainEqual(roles);
});
