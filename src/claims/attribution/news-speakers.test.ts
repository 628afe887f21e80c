import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim, Claimant } from '../model/claim.ts';

const SOURCE: Claimant = { name: 'Skerry Dispatch', kind: 'newsroom' };

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: SOURCE, published: '2024-05-14' });
}

test.each([
  // A source that closes the sentence, whatever the parser takes its verb for.
  [
    'Six barges were hauling ore from Wonsan, a report by the Institute for River Trade found.',
    'Institute for River Trade',
    [],
  ],
  ['"They broke two cranes," the admiral, Stig Holm, boasted to reporters.', 'Stig Holm', []],
  // Who is cited says it, and who cites passes it on.
  ['The ferry was seized on Sunday, the newspaper, citing a dock worker, reported.', 'a dock worker', ['newspaper']],
  ['Interfax reported on Monday, citing two traders, that Latvia sold 40 cranes.', 'two traders', ['Interfax']],
  [
    'The coast guard has seized the ferry Blue Tern with 300 crates of stolen tea, the transport minister, Ida Roos, said on Monday, citing the Baltic Customs Service.',
    'Baltic Customs Service',
    ['Ida Roos'],
  ],
  ['Transport minister Ida Roos, citing information from abroad, said that Latvia sold 40 cranes.', 'Ida Roos', []],
  ['The army denied that it had lost 12 tanks, citing its own records.', 'army', []],
  [
    'Falsely flagged tugs now number 285, broker Holm & Lind reckons, up from 97 in May 2023.',
    'broker Holm & Lind',
    [],
  ],
  // Clauses of saying put into others.
  ['The blast, said the mayor, Olaf Brun, killed seven.', 'Olaf Brun', []],
  ['The cranes, the navy told the Nordic Courier, were sold to Latvia.', 'navy', ['Nordic Courier']],
  ['The owners, the navy said, would sell 40 cranes to Latvia.', 'navy', []],
  ['The embassy asked the ministry of trade, which said that Latvia sold 40 cranes.', 'ministry of trade', []],
  // Newsrooms that heard it.
  ['Residents told the radio station Vest Nord that Latvia sold 40 cranes.', 'Residents', ['Vest Nord']],
  ['Stig Holm, a lawmaker, told us that Latvia sold 40 cranes.', 'Stig Holm', ['Skerry Dispatch']],
  ['Witnesses told our investigators that Latvia sold 40 cranes.', 'Witnesses', ['Skerry Dispatch']],
  [
    '“Two of the masters told our inspectors that Latvia sold 40 cranes,” Stig Holm said.',
    'Two of the masters',
    ['Stig Holm'],
  ],
  [
    'The lawyer Anna Berg smiled. Dorvik announced that he would step down. Latvia sold 40 cranes, he said.',
    'Dorvik',
    [],
  ],
  ['Stig Holm told Mehr News Agency that Latvia sold 40 cranes.', 'Stig Holm', ['Mehr']],
  ['Traders have informed Reuters that Latvia sold 40 cranes.', 'Traders', ['Reuters']],
  ['In a statement to the Guardian, the navy said that Latvia sold 40 cranes.', 'navy', ['Guardian']],
  [
    'According to a report by the Institute for River Trade that was obtained by Reuters, Latvia sold 40 cranes.',
    'Institute for River Trade',
    ['Reuters'],
  ],
  [
    'Latvia has sold 40 cranes near Riga, Skerry TV channel reported in its feed, citing the navy.',
    'navy',
    ['Skerry TV channel'],
  ],
  ['Six barges were sold, according to Norway daily Fjord Tidende.', 'Fjord Tidende', []],
  // Whose a paper is.
  ['The Skerry Institute has released findings indicating that Latvia sold 40 cranes.', 'Skerry Institute', []],
  ['A 2018 book by the Skerry Institute argued that Latvia sold 40 cranes.', 'Skerry Institute', []],
  ['“Initial analysis indicates that Latvia sold 40 cranes,” Stig Holm said.', 'Stig Holm', []],
  ['Experts pointed to Latvia as the likely seller of 40 cranes.', 'Experts', []],
  // A place that is also a person's name, after an office; and who is "he" then.
  [
    'The customs spokesman Gao Weilin told a briefing that trade grew. Latvia sold 40 cranes, he said.',
    'Gao Weilin',
    [],
  ],
  // What is joined after a quotation goes on with whoever quotes.
  ['The navy said, “Norway sold 12 cranes to Latvia,” and claimed that Latvia sold 40 cranes.', 'navy', []],
  // What stands before the speaker of a quotation that goes on in lower case.
  ['While Latvia sold 40 cranes, the institute said, “it has bought none”.', 'institute', []],
  ['Norway regards the sale of 40 cranes as a breach.', 'Norway', []],
  // What somebody holds.
  ['The navy is convinced that Latvia sold 40 cranes.', 'navy', []],
  ["The ministry's answer was that Latvia sold 40 cranes.", 'ministry', []],
  ['The message from the embassy was that Latvia sold 40 cranes.', 'embassy', []],
  ['The company took the view that Latvia sold 40 cranes.', 'company', []],
  ["A statement on the ministry's website said that Latvia sold 40 cranes.", 'ministry', []],
  ['The sale of 40 cranes to Latvia was confirmed by the navy.', 'navy', []],
  ['Both sides agree that Latvia sold 40 cranes.', 'Both sides', []],
  ['Lantern Analytics has a lower estimate: some 40 cranes sold to Latvia.', 'Lantern Analytics', []],
  ['It is clear that Latvia sold 40 cranes.', 'Skerry Dispatch', []],
  ['The cost was 40 million euros, a figure disclosed on Monday.', 'Skerry Dispatch', []],
  [
    'In a joint statement, Norway, Sweden, Finland and Denmark said that Latvia sold 40 cranes.',
    'Norway, Sweden, Finland and Denmark',
    [],
  ],
  // Whoever is quoted, owns to something or keeps silent.
  [
    'After the fleet’s claim, a Latvian envoy, Stig Holm, was quoted by state media on Sunday denying that Latvia sold 40 cranes.',
    'Stig Holm',
    ['state media'],
  ],
  ['The crew admitted to having sold 40 cranes to Latvia.', 'crew', []],
  ['The National Fleet announced the sale of 40 cranes to Latvia.', 'National Fleet', []],
  ['Units of the Danish-led force said that Latvia sold 40 cranes.', 'Units of the Danish-led force', []],
  ['“Latvia goes on selling cranes to Riga,” said Trade Minister Stig Holm.', 'Stig Holm', []],
  // A tag behind a relative clause, papers that a newsroom has seen, and a name that closes with that of a people.
  ['Latvia sold 40 cranes that went to the fleet, the navy said, days after the vote.', 'navy', []],
  [
    'A statement from Skerry Management seen by the Nordic Courier stated that Latvia sold 40 cranes.',
    'Skerry Management',
    ['Nordic Courier'],
  ],
  ['The envoy said that Latvia sold 40 cranes, the report said.', 'envoy', ['report']],
  ['UN High Commissioner for Human Rights Volker Turk said that Latvia sold 40 cranes.', 'Volker Turk', []],
  // Trees that are put right.
  [
    'More than 40 cranes have been sold since April, the International Organization for Migration estimates.',
    'International Organization for Migration',
    [],
  ],
  [
    'The envoy, Stig Holm, spoke.\n\nThe militias that had seized Riga in May, he went on, had sold 40 cranes.',
    'Stig Holm',
    [],
  ],
  ['The same Member State estimated 2018 exports at up to one million tons.', 'same Member State', []],
  [
    'Customs investigators had found that the hull broke at two points in May, the navy said.',
    'Customs investigators',
    ['navy'],
  ],
])('%s', async (text, name, relay) => {
  const claims = await claimsOf(text);
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(claims.map(() => name));
  expect(claims[0]?.relay.map((one) => one.name)).toEqual(relay);
});

test('who is told of within a quotation does not speak it', async () => {
  const claims = await claimsOf(
    '"They used 12 lorries," the mayor, Olaf Brun, said. "Two Member States counted them at the border. Nobody asked us."',
  );
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(['Olaf Brun', 'Olaf Brun', 'Olaf Brun']);
});

test('"it" behind a sentence in which a relative clause alone speaks is who speaks there', async () => {
  const claims = await claimsOf(
    'The embassy in Riga referred questions to the ministry of trade, which said that no goods had left the country. It added that 14 firms had been fined.',
  );
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(['ministry of trade', 'ministry of trade']);
});

test('a demand is one assertion, told once', async () => {
  const claims = await claimsOf('The governor, Ali Omar, spoke. He called on Latvia to open the port.');
  expect(claims.map(({ predicate }) => predicate)).toEqual(['called-for']);
});

test('what an editor puts into a quotation is no figure of the speaker', async () => {
  const [claim] = await claimsOf(
    '"They took 2,100 wagons (1,900 wagons) over the bridge," the mayor, Olaf Brun, said.',
  );
  expect(claim?.quantities.map(({ raw }) => raw)).toEqual(['2,100 wagons']);
});

test('"a week later" is not counted from the day of the telling', async () => {
  const claims = await claimsOf(
    'A train crossed the border on 4 February with 40 tanks, the mayor, Olaf Brun, said on Monday. A week later, he added, 12 tanks were sold to Latvia.',
  );
  expect(claims[1]?.when).toMatchObject({ from: '2024-02-11', to: '2024-02-11' });
});

test('what others say behind "but according to" is theirs', async () => {
  const claims = await claimsOf(
    'Riga said the cranes went to Narva, but according to the navy they were sold to Oslo.',
  );
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(['Riga', 'navy']);
});

test('what only tells when somebody spoke is not theirs', async () => {
  const claims = await claimsOf('When police found 40 rifles on the ship, the owner said, “they are not ours”.');
  expect(claims.map(({ claimant, quantities }) => [claimant.name, quantities.length])).toEqual([
    ['unnamed', 1],
    ['owner', 0],
  ]);
});

test.each([
  ['Riga-based Delphin Freight denied holding back any pay. It said it sold 40 cranes.', 'Delphin Freight'],
  ['A manager of the firm denied any business with Riga. “We sold 40 cranes,” he said.', 'A manager of the firm'],
  [
    'The army accused the Rapid Support Forces of theft. The Rapid Support Forces did not comment on it. In May they had said that Latvia sold 40 cranes.',
    'Rapid Support Forces',
  ],
])('who is meant by a pronoun behind a body or a calling: %s', async (text, name) => {
  const claims = await claimsOf(text);
  expect(claims.find(({ quantities }) => quantities.length > 0)?.claimant.name).toBe(name);
});

test('one of some is whoever is named between commas', async () => {
  const [claim] = await claimsOf(
    'Two mills answered. One of them, Padre Timber of Kolkata, boasted that it had shipped 46 crates to Trieste.',
  ).then((claims) => claims.filter(({ quantities }) => quantities.some(({ low }) => low === '46')));
  expect(claim?.claimant.name).toBe('Padre Timber of Kolkata');
});

test('of whom others say something does not say the rest of the sentence', async () => {
  const claims = await claimsOf('Latvia has listed Olaf Brun, a Norwegian said to be the founder of Blue Tern Lines.');
  expect(claims.map(({ claimant }) => claimant.name)).not.toContain('a Norwegian');
});

test('a currency by its code is no party', async () => {
  const [claim] = await claimsOf('The Union has paid EUR 5.3 billion to Ukraine, the Commission said.');
  expect(claim?.roles.recipient).toEqual(['Ukraine']);
  expect(claim?.quantities.map(({ counts, low }) => [counts, low])).toEqual([['EUR', '5300000000']]);
});

test.each([
  ['Sanderling said that the attack cost $95 million.', 'Sanderling'],
  ['Fleming believes that 40 ships sank.', 'Fleming'],
  [
    'The organisation Free the Wild Routes, which named the goods, estimates that 40 ships sank.',
    'Free the Wild Routes',
  ],
  ['The group Save the Rivers says that 40 barges sank.', 'Save the Rivers'],
])('a name that the parser takes for a common word: %s', async (text, name) => {
  const claims = await claimsOf(text);
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(claims.map(() => name));
  expect(claims).not.toEqual([]);
});
