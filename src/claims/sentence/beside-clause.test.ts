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

test.each([
  // What somebody leaves standing they do not assert.
  ['Benin Marine did not name the yard, but did not dispute the number of rifles sold.', ['Fjord Courier']],
  // Whom somebody's wish is unlikely of has not spoken.
  ['Because ports are unlikely to want to be seen there, few pilots came to Lomé.', ['Fjord Courier']],
  // Words in marks before somebody else's saying are not those of who is told of.
  [
    'Asked if the loss was “a plain crew error”, port speaker Ida Roos answered that the harbour office was still assessing the matter.',
    ['Ida Roos'],
  ],
  // "They" after people without a name.
  [
    'The Houthis took the yard, according to local officials. Several of the guards were killed in the raid, they added.',
    ['local officials', 'local officials'],
  ],
  // A note of the format is nobody.
  ['The Panel report [PDF] released today says that Togo sold 12 rifles.', ['Panel report']],
  // A body whose name ends in what reads as a verb hears it, and passes it on.
  ['Eyewitnesses told Human Rights Watch that guards shot at the crews.', ['Eyewitnesses']],
  // Whom the raid befell did not say so; a State that is told of behind it did.
  [
    'Three pilots were wounded in the raid, which Benin condemned on Monday, saying the boats had lain at anchor.',
    ['Fjord Courier', 'Fjord Courier', 'Benin'],
  ],
  // A verb of saying before its subject, between commas.
  ['This was no accident but, say the prosecutors, a plain breach of the law.', ['prosecutors']],
  // A title that ends in a stop is no name, and "he said" behind somebody's name is another.
  [
    'The trucks were “near the end of the road,” said Capt. Jon Berg, a port speaker. He said the road was shut.',
    ['Jon Berg', 'Jon Berg'],
  ],
  [
    'Jon Berg, the port minister, spoke in Lomé.\n\nPresident Olav Ruiz could visit Benin this year, he said.',
    ['Fjord Courier', 'Jon Berg'],
  ],
  ['“Our assessment is they sold rifles,” Ida Roos said.', ['Ida Roos']],
  // Who asks not to be named asks for nothing else; who speaks behind "and" is not whoever acted before.
  ['“It is simple,” said the harbour official, who requested anonymity.', ['harbour official']],
  [
    'After the raid, the West announced tough new sanctions and tech companies said they had halted all exports to Togo.',
    ['West', 'tech companies'],
  ],
  // What somebody was led to reveal they do not say here.
  ['The raids did lead Benin to reveal its sales of rifles.', []],
  ['The yards have few friends in Lomé to contend with their rivals.', []],
  ['Benin has provided details of its sales to the Council.', ['Fjord Courier']],
  // Who cites somebody behind "and".
  [
    'Togo put its navy on alert on Tuesday for a possible raid and Benin’s Quay News Agency, citing an unidentified government source, said the rebels were moving a gun to the coast.',
    ['an unidentified government source', 'an unidentified government source'],
  ],
  // A code by which goods are counted says nothing.
  ['Togo listed 12 goods according to the tariff codes of the harbour, the ministry said.', ['ministry']],
])('who says it: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(({ claimant }) => claimant.name)).toEqual(expected);
});

test.each([
  ['The port office describes what appears to be a new link between the two yards.', 'assesses'],
  ['It is possible that the figures of the port were misreported, Ida Roos said.', 'assesses'],
])('what is not certain: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(({ modality }) => modality)).toContain(expected);
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

test.each([
  ['From March 2023 to the present, the mission has counted 93 trucks.', '2023-03-01', null],
  ['Togo exported 40 tonnes of timber from October 2021 to mid-2023.', '2021-10-01', '2023-06-30'],
  ['Sales rose to 40 million dollars in the fiscal year ended Sept. 30, 2023.', '2022-10-01', '2023-09-30'],
  ['Crews of 40 boats met after the February 18 shootings.', null, null],
  ['Togo has fired 3,650 rockets in the first five months of the war.', null, null],
  ['Togo sold 40 rifles in late 2023.', '2023-07-01', '2023-12-31'],
  ['Togo has sold rifles for 40 dollars since early 2022.', '2022-01-01', null],
  ['Ida Roos delivered a March 19 speech to the crews of 12 boats.', '2024-03-19', '2024-03-19'],
  ['Lomé, Feb. 1 (QNA) Benin has sold 12 rifles to Togo.', null, null],
  ['The firm sold 40 rifles, which was a rise of 12 percent over 2021.', null, null],
])('when: %s', async (text, from, to) => {
  expect((await claimsOf(text))[0]?.when).toMatchObject({ from, to });
});

test('what is somebody’s is counted, and not whose it is', async () => {
  const claims = await claimsOf('Benin Marine has repaired at least six of the air force’s planes.');
  expect(claims[0]?.quantities.map(({ counts }) => counts)).toEqual(['plane']);
});

test('what counts nothing', async () => {
  const claims = await claimsOf(
    'The ministry said it had named two firms, among them a Danish one selling parts, in its 16 th list at 12 noon.',
  );
  expect(claims.flatMap(({ quantities }) => quantities.map(({ raw }) => raw))).toEqual(['two firms']);
});

test('since an event that has its month before it', async () => {
  const [claim] = await claimsOf('Since the February 2021 coup, Togo has sold 12 rifles to Benin.');
  expect(claim?.when).toMatchObject({ from: '2021-02-01', to: null });
});

test('figures in South Asian groups and scales', async () => {
  const claims = await claimsOf('Togo sold 9,04,000 barrels of oil and 3 lakh rifles to Chad.');
  expect(claims.flatMap(({ quantities }) => quantities.map(({ low }) => low))).toEqual(['904000', '300000']);
});

test('an amount in a sign of several letters', async () => {
  const [claim] = await claimsOf('The fine was raised to NT$1 million (US$31,342), the ministry said.');
  expect(claim?.quantities.map(({ raw, counts }) => [raw, counts])[0]).toEqual(['NT$1 million', 'TWD']);
});

test('among the ways in which it is done without being noticed is what was done', async () => {
  const claims = await claimsOf(
    'Ida Roos noted that the crews use several ways to find work without showing their names, including by setting up accounts abroad.',
  );
  expect(claims.map(({ polarity }) => polarity)).not.toContain('denies');
});
