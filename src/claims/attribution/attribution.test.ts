import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim, Claimant } from '../model/claim.ts';

const SOURCE: Claimant = { name: 'Skerry Dispatch', kind: 'newsroom' };

async function claimsOf(text: string, source = SOURCE): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published: '2024-05-14' });
}

const names = (claims: readonly Claim[]) => claims.map((claim) => claim.claimant.name);

describe('the subject of a verb of saying', () => {
  test.each([
    [
      'The chief of a unit that has been counting shells in Latvia told the committee that none was missing.',
      'chief of a unit',
    ],
    ['Two traders who were stopped by Polish guards said that the cargo was flour.', 'Two traders'],
    ['The audit released on Tuesday said that 14 crates were empty.', 'audit'],
    ['A command charged with the blockade of Estonia announced that no ship had passed.', 'command'],
    ['Findings by the Tallinn Harbour Institute show that the crates came from Sweden.', 'Tallinn Harbour Institute'],
    [
      'Members of the energy board, Deputy Ida Roos of the left and Jon Falk of the right, told reporters that the tank was dry.',
      'Members of the energy board',
    ],
    ['The officials watching the blockade said that no ship had passed.', 'officials'],
    ['Two former members of a board responsible for counting shells said that none was missing.', 'members of a board'],
    ['The ban was broken 14 times by Estonia, rights groups claim.', 'rights groups'],
    ['Estonia sold 14 crates, a study by the Tallinn Harbour Institute found.', 'Tallinn Harbour Institute'],
    [
      'Estonia sold 14 crates, according to a review of shipping records by the Tallinn Harbour Institute.',
      'Tallinn Harbour Institute',
    ],
    ["Estonia's report said that 14 crates were sold.", '^Estonia$'],
    ['New York: Estonia sold 14 crates, a report by a UN panel of experts has found.', 'UN panel of experts'],
    ['The crates were sold by Estonia, said the report spanning January to May.', 'report'],
    ['The envoy of Iceland - the author of the text - underlined that the ban stays.', 'envoy of Iceland'],
  ])('%s', async (text, name) => {
    expect(names(await claimsOf(text))[0]).toMatch(new RegExp(name, 'i'));
  });

  test('a short form that the text introduces means the body', async () => {
    const claims = await claimsOf(
      'The Baltic Panel of Engineers (BPE) met in Riga and adopted a text. According to the BPE, nine cranes were broken.',
    );
    expect(names(claims)).toContain('Baltic Panel of Engineers');
    expect(names(claims)).not.toContain('BPE');
  });

  test('whoever is named between the commas, "we" are the source', async () => {
    const [claim] = await claimsOf(
      'We, the ministers of Norway, Sweden and Denmark, condemn the seizure of the ferry.',
      {
        name: 'Nordic ministers',
        kind: 'intergovernmental',
      },
    );
    expect(claim?.claimant.name).toBe('Nordic ministers');
  });

  test('"they" after one person is nobody who is known', async () => {
    const claims = await claimsOf(
      'Officer Ove Lind said that 12 boxes were lost. They also said that a second lorry had left.',
    );
    expect(claims.map((claim) => claim.claimant.kind)).toEqual(['person', 'unnamed']);
  });

  test('quoted words without a speaker are not the document its own', async () => {
    const claims = await claimsOf(
      'Of the ferry it is told that it "has carried 40 rifles to the island in two nights".',
    );
    expect(claims.map((claim) => claim.claimant.kind)).toEqual(['unnamed']);
  });
});

describe('several attributions of one sentence', () => {
  test('a participle before and one behind the main verb go with its subject', async () => {
    const claims = await claimsOf(
      'Arguing that Norway had hidden the ledger, the representative of Denmark said that the rules were clear, urging all members to keep them.',
    );
    expect(names(claims)).toEqual(Array(3).fill('representative of Denmark'));
    expect(claims.map((claim) => claim.modality)).toContain('calls-for');
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(3);
  });

  test('two plain assertions of one speaker have passages of their own', async () => {
    const claims = await claimsOf('Minister Kaja Ilves said the port was open, adding that the dues had been paid.');
    expect(claims).toHaveLength(2);
    expect(claims[1]?.quote).toBe('adding that the dues had been paid.');
  });

  test('a claim that is told and denied has a claimant and a denier', async () => {
    const claims = await claimsOf(
      "Sweden's claim that Norway had supplied the group with rifles has been rejected by Norway.",
    );
    expect(claims.map((claim) => [claim.claimant.name, claim.polarity, claim.predicate]).sort()).toEqual([
      ['Norway', 'denies', 'transferred'],
      ['Sweden', 'asserts', 'transferred'],
    ]);
  });

  test('what agencies saw is part of what officials tell', async () => {
    const claims = await claimsOf('Finnish agencies tracked the shipment as it crossed the lake, officials said.');
    expect(names(claims)).toEqual(['officials']);
  });

  test('to refuse a request is no denial, to dismiss workers neither', async () => {
    const claims = await claimsOf(
      'The clerk said that Iceland had denied their request to board. The mayor said the town had dismissed all foreign workers.',
    );
    expect(claims.map((claim) => claim.polarity)).toEqual(['asserts', 'asserts']);
  });
});

describe('the own voice of a document', () => {
  test('of a paper of a body every statement is its claim, of a newspaper only what speaks of measures', async () => {
    const text = 'The harbour of Visby is narrow in winter. The sale would be a breach of the embargo of 2019.';
    expect(await claimsOf(text)).toHaveLength(1);
    expect(await claimsOf(text, { name: 'Harbour Board', kind: 'un-body' })).toHaveLength(2);
  });

  test('a document that heads what follows is "it"', async () => {
    const claims = await claimsOf(
      'Norway asked for two reports.\n\nSecond report (3 May 2024): engines. It said that Sweden had sold 14 engines to Finland.',
    );
    expect(claims[1]).toMatchObject({ claimant: { name: 'Second report' }, modality: 'states' });
  });

  test('words in marks are of who spoke the quotation before, where nobody else does', async () => {
    const claims = await claimsOf(
      '"Sweden hides its trade," the Finnish Trade Ministry said in a note.\n\n"It relies on a web of tankers and of firms in many ports to move its oil across the sea."\n\nOne of the ships "has carried thousands of tons of Swedish oil for a firm under sanctions", and the dealers knew it.',
    );
    expect(names(claims).pop()).toBe('Finnish Trade Ministry');
  });

  test('a number alone in its line is no claim', async () => {
    expect(await claimsOf('Ship\n\nNumber\n\n9078561\n\nAurora\n\n9091898\n\n')).toEqual([]);
  });
});

test('a passage of a sentence too long to quote begins at a mark of it', async () => {
  const filler =
    'some of which had changed their names, flags or numbers in the course of the year and of the one before it';
  const [claim] = (
    await claimsOf(
      `The Board notes that a number of vessels, ${`${filler}, `.repeat(6)}went on loading; that their owners gave no account; and that according to Sweden the vessels carried 1.2 million tons of coal.`,
    )
  ).filter((other) => other.claimant.name === 'Sweden');
  expect(claim?.quote.startsWith('and that according to Sweden')).toBe(true);
  expect(claim?.quantities).toHaveLength(1);
});

test.each([
  ['nothing but marks', '“”(),;:—', 0],
  ['nothing but figures', Array.from({ length: 400 }, (_, i) => String(i * 37)).join(' '), 0],
  ['another language', 'Россия поставила 1000 контейнеров, сообщил представитель министерства.', 0],
  ['a word without end', 'a'.repeat(200_000), 0],
  ['a sentence without end', 'he said that 5 ships, which it had seen, '.repeat(300), 555],
])('%s is read without harm', async (_name, text, count) => {
  const claims = await claimsOf(text);
  expect(claims).toHaveLength(count);
  for (const claim of claims) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claim.quote.length).toBeLessThanOrEqual(600);
  }
});

test('the experts of a panel that the text has named are that panel', async () => {
  const claims = await claimsOf(
    'A UN panel of experts said Estonia sold 14 crates. The experts said Malta sold 9 trucks.',
  );
  expect(claims.map(({ claimant: { kind, name } }) => [kind, name])).toEqual([
    ['un-body', 'A UN panel of experts'],
    ['un-body', 'A UN panel of experts'],
  ]);
});

test.each([
  ['Ida Roos said in an interview with Reuters that Estonia sold 14 crates.', 'Reuters'],
  ['Speaking to the BBC, the envoy said Estonia sold 14 crates.', 'BBC'],
  ['The panel said in a report seen Tuesday by AFP that Estonia sold 14 crates.', 'AFP'],
  ['Estonia sold 14 crates, the ministry said in a statement carried by the state news agency BTA.', 'BTA'],
])('the newsroom that heard or read it passes it on: %s', async (text, newsroom) => {
  expect((await claimsOf(text))[0]?.relay.map(({ name }) => name)).toEqual([newsroom]);
});

test('a label with honorific and office names who speaks, alone too', async () => {
  const text = 'Mr. Jon Falk, Deputy Spokesperson: Estonia sold 14 crates to the rebels.';
  expect(names(await claimsOf(text, { name: 'Ministry of Trade', kind: 'state-organ' }))).toEqual(['Jon Falk']);
});

test.each([
  ['Latvia said that 14 crates were sold. Written for the museum of Tartu in its own words.', ['Latvia']],
  ['Latvia said that 14 crates were sold. In its own words, 9 trucks were sold.', ['Latvia', 'Latvia']],
])('"in its own words" is a frame before a statement and says nothing behind one: %s', async (text, speakers) => {
  expect(names(await claimsOf(text))).toEqual(speakers);
});
