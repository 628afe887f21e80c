import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

const who = (claims: readonly Claim[]) => claims.map((claim) => claim.claimant.name);
const last = (claims: readonly Claim[]) => claims[claims.length - 1];

test.each([
  [
    'The Panel found five guns. The one State that bought that howitzer is Oman, which took 36 of them in 2021.',
    'howitzer',
  ],
  ['The ship carried 40 crates. Police opened the boxes and seized 12 of them.', 'box'],
  ['Police found 40 crates. The officers seized 12 of them.', 'crate'],
  ['The team found 40 crates. Guards in the towns seized 12 of them.', 'crate'],
])('what "of them" counts stands in the sentence where it can: %s', async (text, counts) => {
  const claims = await claimsOf(text);
  expect(claims.flatMap(({ quantities }) => quantities).at(-1)?.counts).toBe(counts);
});

test('a word of possibility makes no event of what it may point to', async () => {
  const claims = await claimsOf(
    'A U.N. paper, which may point to sales of zinc ore by North Korea, was shown on Friday.',
  );
  expect(claims.filter(({ predicate, factuality }) => predicate === 'transferred' && factuality === undefined)).toEqual(
    [],
  );
});

describe('who says it in a story', () => {
  test.each([
    [
      'The 29-page report produced by the Baltic Watch Group — comprised of Poland, Latvia and the United Kingdom — said North Korea has sold 40 boats.',
      'Baltic Watch Group',
    ],
    ['According to sources, British engines continued to be exported to the Emirates.', 'sources'],
    ['The US military on Friday evening said it had conducted a strike on a radar site.', 'US military'],
    ['The statement revealed that two sailors already reported as lost at sea were involved.', 'statement'],
    ['The United Kingdom Maritime Trade Operations (UKMTO) also confirmed the incident in the same area.', 'UKMTO'],
    ['UN High Commissioner for Refugees Anna Berg said 40 people were killed.', 'Anna Berg'],
    ['Local rights group RNDDH estimates gangs now control half of the capital.', 'RNDDH'],
    ['The Treasury has sanctioned 40 ships. It said they carried oil.', 'Treasury'],
    [
      'Another organisation in Haiti, the Group for Peace and Development (CPD), said that 40 people were killed.',
      'Group for Peace and Development',
    ],
    ['Russia sold 40 boats, a senior official who requested anonymity said.', 'a senior official'],
    [
      'The governor of Odesa, Olena Kit, said streets were quiet, but gave no details, except to say no one was hurt.',
      'Olena Kit',
    ],
    ['“The training of crews is ongoing,” the NIS was quoted as saying.', 'NIS'],
    [
      'Ona Murmokaitė (Lithuania), Chair of the Committee established in May by resolution 2140 (2014), said that three men were listed.',
      'Ona Murmokaitė',
    ],
    ['Details of the report emerged as President Paul Mbeki said he was unsure of peace.', 'Paul Mbeki'],
    ['Jan Kowal, the leader of a coalition that includes M23, asserted that the mine was shut.', 'Jan Kowal'],
    ['The ministry, operating in a province which is under rebel rule, accused Rwanda of selling gold.', 'ministry'],
    ['UN and human rights groups have accused Rwanda of selling gold.', 'UN and human rights groups'],
    ['The M23 armed group has refuted allegations of stealing 500 kilograms of gold.', 'M23 armed group'],
    ['Norway’s Foreign Ministry “strongly condemned” the launches.', 'Foreign Ministry'],
    ['“The United States will go on,” Ona Petraite said. “Nothing changes here," Paul Mbeki added.', 'Paul Mbeki'],
    ['As per the Panel, Rwanda sold 40 boats.', 'Panel'],
    ['Japanese media quoted Japanese officials on Wednesday as saying the boats sank.', 'Japanese officials'],
    ['Minister Jan Kowal cited an attack that killed more than 30 people.', 'Jan Kowal'],
    [
      'Diplomats from 50 countries including South Korea, the U.S. and Japan have condemned the transfers.',
      'Diplomats from 50 countries',
    ],
    [
      'It was also reported on January 4 by The Wall Street Journal that Russia bought missiles.',
      'Wall Street Journal',
    ],
    ['Hugh Aho, head of the panel watching the sanctions, announced the port bans on Monday.', 'Hugh Aho'],
    ['“It is based on a lack of respect” for the Council, responded Ambassador Linda Aho.', 'Linda Aho'],
    ['Citing the spy agency of Norway, lawmakers said the North sent 40 troops.', 'spy agency of Norway'],
    ['The M23 pushed back on accusations that it stole gold from a mine.', 'M23'],
    ['Denmark said it was watching but gave no details, citing the safety of its soldiers.', 'Denmark'],
    ['The number of incidents is like those reported in 2023, the Ship Watch said.', 'Ship Watch'],
    ['The navy saw ships which officials say were responsible for moving oil.', 'officials'],
    ['The navy saw three men that the Treasury said provided support to hackers.', 'Treasury'],
    [
      'Kim Yo Jong denied sales to Russia, state media KCNA reported on Friday, saying the weapons were not for sale.',
      'Kim Yo Jong',
    ],
    ['Any such reported vessels would be designated, the UN said.', 'UN'],
  ])('%s', async (text, name) => {
    const claimant = last(await claimsOf(text))?.claimant.name ?? '';
    expect(name === 'UKMTO' ? 'United Kingdom Maritime Trade Operations' : name).toBe(claimant);
  });

  test('who reads a report is not who wrote it', async () => {
    const claims = await claimsOf(
      'Envoy Anna Berg is concerned, according to a report seen by AFP on Monday.\n\nPatrols made three inspections, the report said.',
    );
    expect(who(claims)).toEqual(['a report', 'report']);
    expect(claims[0]?.relay.map(({ name }) => name)).toEqual(['AFP']);
  });

  test('a body named in passing is what its last word means later', async () => {
    const claims = await claimsOf(
      'Allies set up the Multilateral Sanctions Monitoring Team in May. Russia has sold 40 boats, the team said.',
    );
    expect(last(claims)?.claimant.name).toBe('Multilateral Sanctions Monitoring Team');
  });

  test('"according to her" is the woman named before', async () => {
    const claims = await claimsOf('Envoy Anna Berg spoke. According to her, Russia has sold 40 boats.');
    expect(last(claims)?.claimant.name).toBe('Anna Berg');
  });

  test('nobody speaks by a mandate, and a price is not set by an estimate', async () => {
    expect(await claimsOf('The mission moved north according to its plan.')).toEqual([]);
    expect(
      who(await claimsOf('A group including Japan and Australia set the price cap for crude oil at $60.')),
    ).toEqual(['Nordic Wire']);
  });

  test('a line without a stop above paragraphs of one line each is a headline', async () => {
    const claims = await claimsOf(
      'Navy says ship hit in strait\nBritish security firm Ambrey on Tuesday said a Maltese bulk carrier with a crew of nineteen was hit by a missile in the strait, north of the port.\nThe ship sailed on.',
    );
    expect(who(claims)).toContain('Ambrey');
    expect(claims.every(({ quote }) => !quote.includes('\n'))).toBe(true);
  });
});

describe('what is said goes on', () => {
  test('in words in marks without a speaker', async () => {
    const claims = await claimsOf(
      'The Treasury has sanctioned 35 tankers, the agency that lists them said.\n\nAmong them the Jaya ‘has carried hundreds of thousands of tonnes of crude oil on behalf of the Petroleum Company’ since May.',
    );
    expect(last(claims)?.claimant.name).not.toBe('Nordic Wire');
  });

  test('in a participle after the speaker', async () => {
    const claims = await claimsOf(
      'At least 184 people were killed, the United Nations said, bringing the death toll this year to 5,000.',
    );
    expect(who(claims)).toEqual(['United Nations']);
    expect(claims[0]?.quantities.map(({ high }) => high)).toEqual([null, '5000']);
  });

  test('and what stands between a name and its verb is no claim', async () => {
    const claims = await claimsOf(
      'Ona Petraite (Lithuania), Chair of the Committee established in February by resolution 2140 (2014), said that three men were listed.',
    );
    expect(who(claims)).toEqual(['Ona Petraite']);
  });
});

test('who neither confirms nor denies says nothing, and who votes a text down denies nothing', async () => {
  expect(await claimsOf('Neither Russia nor North Korea has publicly confirmed the deal.')).toEqual([]);
  const claims = await claimsOf('The Security Council rejected a resolution on aid.');
  expect(claims.every(({ polarity }) => polarity === 'asserts')).toBe(true);
});

test('a newsroom before a question asks it', async () => {
  const claims = await claimsOf(
    'AFP: Reports say that Norway will close 12 ports. Can you confirm this?\n\nLiv Berg: Norway has closed two ports.\n\nAsahi Shimbun: Denmark closed 14 ports. Why?\n\nLiv Berg: Denmark has closed no port.',
  );
  expect(new Set(who(claims))).toEqual(new Set(['Liv Berg']));
});

test('a statement printed in full is who issued it, until the next heading', async () => {
  const claims = await claimsOf(
    'Mira Dahl, vice director of the bureau, issued the following press statement on Friday.\n\nWe have sold no arms to Russia. We will test 40 missiles.\n\nMore news\n\nRussia sold 40 boats to Iran.',
  );
  expect(who(claims)).toEqual(['Mira Dahl', 'Mira Dahl', 'Nordic Wire']);
});

test('the holder of an office is a person', async () => {
  const claims = await claimsOf('The Chair of the Committee said that 40 boats were sold.');
  expect(claims[0]?.claimant.kind).toBe('person');
});

describe('polarity', () => {
  test.each([
    ['Iran said no drones had been sold to Russia.', 'denies'],
    ['The ministry said neither side had fired missiles.', 'denies'],
    ['The governor said no one was injured.', 'denies'],
    ['The ministry said no fewer than 40 missiles were fired.', 'asserts'],
  ])('%s', async (text, polarity) => expect((await claimsOf(text))[0]?.polarity).toBe(polarity));
});

describe('figures', () => {
  test.each([
    ['The army shot down all 29 drones over eight regions.', ['29 drone', '8 region']],
    ['The force controls four out of Darfur’s five states.', ['4 state']],
    ['Research puts the death toll at 130,000.', ['130000 person killed']],
    ['The militia fired a single missile at the port.', ['1 missile']],
    ['The navy sank four boats from July 8 to 12 in the bay.', ['4 boat']],
    ['Norway revealed more details about two captains of the ship.', ['2 captain']],
    ['Casualties among the forces have surpassed 3,000.', ['null person killed or injured']],
    ['The number of injured approaches 1,000.', ['1000 person injured']],
    ['The thieves took 4,503 BTC.', ['4503 BTC']],
    [
      'Envoy Jan Kowal quoted the agency as saying that some 300 soldiers were killed and 270 wounded, adding that it went on.',
      ['360 person killed', '270 person injured'],
    ],
    ['The list brings the number of people to 66 and the number of entities to 42.', ['66 person', '42 entity']],
    ['A 115m long ship docked in the Delmas 18 neighbourhood.', []],
    ['Nearly two dozens settlements were hit.', ['28.8 settlement']],
    ['Some 40 boats sank between Sept. 17 and 19.', ['48 boat']],
    ['A plane flew on Oct. 23-24 with four men.', ['4 man']],
    ['At least two, and likely three, further shipments arrived.', ['null shipment', '3 shipment']],
    ['The rebels make $300,000 (Sh38.8 million) a month.', ['300000 USD']],
    ['Russia launched three Kh-59 guided missiles at the port.', ['3 guided missile']],
    ['The resolution passed by 12 votes to one.', ['12 vote in favour', '1 vote against']],
  ])('%s', async (text, figures) => {
    const found = (await claimsOf(text)).flatMap(({ quantities }) => quantities);
    expect(found.map(({ high, counts }) => `${high} ${counts}`)).toEqual(figures);
  });

  test('a span of days whose month is printed once', async () => {
    const [claim] = await claimsOf('The navy seized four boats from 8-12 May in the bay.');
    expect(claim?.when).toMatchObject({ from: '2024-05-08', to: '2024-05-12' });
  });
});

describe('when it happened', () => {
  test.each([
    ['Since 2022, the State has sold 40 boats; most recently, on 6 June, it attacked a village.', '2022-01-01', null],
    [
      'The Union agreed on Monday to sanction three men after Latvia said it had lost 20 boats since May.',
      '2024-06-10',
      '2024-06-10',
    ],
    ['2 June: 40 boats, according to the Latvian navy', '2024-06-02', '2024-06-02'],
    [
      'On May 3, 2024, Foreign Minister Anna Berg told the United Nations to withdraw 400 soldiers.',
      '2024-05-03',
      '2024-05-03',
    ],
    ['The agency said on Tuesday that 40 people were killed.', null, null],
  ])('%s', async (text, from, to) => {
    expect((await claimsOf(text))[0]?.when).toMatchObject({ from, to });
  });
});

describe('of which kind and State a speaker is', () => {
  test.each([
    ['Reuters reported that 40 boats were sold.', { kind: 'newsroom', country: 'GB' }],
    ['KYIV, June 3 (NWD) — The prosecutor, Anna Berg, said 40 people were killed.', { kind: 'person', country: 'UA' }],
    ['KYIV, June 3 (NWD) — The police said 40 people were killed.', { kind: 'state-organ', country: 'UA' }],
    [
      'TOKYO, June 3 (NWD) — UN spokesperson Anna Berg said 40 people were killed.',
      { kind: 'person', country: undefined },
    ],
    ['KYIV, June 3 (NWD) — Minister Anna Berg said 40 men died in Ukraine.', { kind: 'person', country: undefined }],
    ['Foreign Secretary Anna Berg said 40 people were killed.', { kind: 'person', country: 'GB' }],
    [
      'Ona Murmokaitė (Lithuania), chair of a body for Yemen, said 40 people were killed.',
      { kind: 'person', country: 'LT' },
    ],
    ['North Korean state media said 40 boats were sold.', { kind: 'newsroom', country: 'KP' }],
    ['A report by the U.N. Panel of Experts is out. The report said 40 boats were sold.', { kind: 'un-body' }],
    [
      'The Foreign, Commonwealth and Development Office said 40 people were killed.',
      { kind: 'state-organ', country: 'GB' },
    ],
  ])('%s', async (text, expected) => {
    const { kind, country } = last(await claimsOf(text))!.claimant;
    expect({ country: undefined, ...expected }).toEqual({ kind, country });
  });
});

test('a speech printed in full is whose who is named at its head, when they speak of themselves', async () => {
  const head = 'Explanation of vote by Ambassador Anna Berg, Permanent Representative to the UN.\n';
  const own = await claimsOf(`${head}I will make two points. First, I note that 40 people were killed on Monday.`);
  expect(last(own)?.claimant).toMatchObject({ name: 'Anna Berg', kind: 'person' });
  const delegation = await claimsOf(`${head}Our delegation is brief. The rebels killed 40 people on Monday.`);
  expect(who(delegation)).toEqual(['Nordic Wire']);
});

test('a label with the office after the name gives the turn to the person, one with an outlet to nobody', async () => {
  const claims = await claimsOf(
    [
      'Kyodo News, Ueda: I would like to ask about the missiles. North Korea launched 4 missiles on Monday. What do you say?',
      'Mr. BERG Anders, Minister for Trade: The rebels killed 40 people on Monday.',
      'Kyodo News, Ueda: And the boats?',
      'Mr. BERG Anders, Minister for Trade: We sold 30 boats.',
    ].join('\n\n'),
  );
  expect(who(claims)).toEqual(['BERG Anders', 'BERG Anders']);
});

describe('who did what to whom', () => {
  test.each([
    ['China vetoed a proposal led by the United States.', { agent: ['China'], object: ['proposal'] }],
    [
      'Russia fired 10 missiles into the sea, the South Korean military said.',
      { agent: ['Russia'], object: ['missiles'] },
    ],
    [
      'The rebels attacked the M/T Wind, a Greek-owned oil tanker, at around 1 a.m. local time.',
      { agent: ['rebels'], object: ['M/T Wind'], vessel: ['M/T Wind'] },
    ],
    [
      'Russia sold 40 barrels of refined petroleum to Libya.',
      { agent: ['Russia'], recipient: ['Libya'], object: ['refined petroleum'] },
    ],
    [
      "The Democratic People's Republic of Korea exported 40 boats.",
      { agent: ["Democratic People's Republic of Korea"], object: ['boats'] },
    ],
    ['The coast guard detained the Palau-flagged tanker Ostrava Star.', { vessel: ['Ostrava Star'] }],
    ['The Council urges Russia and Libya to stop sales.', { agent: ['Russia', 'Libya'] }],
    ['The rebels laundered $40 million, according to the bureau.', { agent: ['rebels'], object: ['$40 million'] }],
  ])('%s', async (text, roles) => {
    expect((await claimsOf(text))[0]?.roles).toMatchObject(roles);
    expect((await claimsOf(text))[0]?.roles).not.toHaveProperty('instrument');
    if (!('recipient' in roles)) expect((await claimsOf(text))[0]?.roles).not.toHaveProperty('recipient');
  });
});

describe('the whole name rather than a part of it or a bare noun', () => {
  const ports = 'Committee for the Monitoring of Maritime Transport, Bulk Commodities and Ports';
  test.each([
    [`The ${ports} said 34 ships were seized.`, ports],
    [`According to the ${ports}, 34 ships were seized.`, ports],
    [
      "Latvia's Ministry of Economy, Trade and Industry said 34 ships were seized.",
      'Ministry of Economy, Trade and Industry',
    ],
    ['Jonah Lund, Executive Director, Conflict Armament Research, said 34 people were killed.', 'Jonah Lund'],
    [
      'Anna Berg, director general of the International Atomic Energy Agency, or IAEA, said 34 ships were seized.',
      'Anna Berg',
    ],
    ['Twangiza, a mining company in the north said that the group looted 500 kilos of gold.', 'Twangiza'],
    ['The Latvian Maritime Agency (LMA) service said 34 ships were seized.', 'Latvian Maritime Agency'],
    ['Anna Berg, an analyst, said 3 ships left. The researcher said 34 ships were seized.', 'Anna Berg'],
  ])('%s', async (text, name) => {
    expect(last(await claimsOf(text))?.claimant.name).toBe(name);
  });
});

test.each([
  ['The report, seen by Reuters, said Russia sold 40 boats.', ['Reuters']],
  ['In a statement carried by KCNA, the foreign ministry said Russia sold 40 boats.', ['KCNA']],
  ['Latvia said Russia sold 40 boats that were seen by Reuters.', []],
])('a newsroom passes on a document it has seen or carried: %s', async (text, relay) => {
  expect((await claimsOf(text))[0]?.relay.map(({ name }) => name)).toEqual(relay);
});

test('an envoy is the State that sends them, wherever they are', async () => {
  const claims = await claimsOf(
    "According to the US representative to the UN, 34 ships sank. China's mission to the United Nations said 40 did.",
  );
  expect(claims.map(({ claimant: { kind, country } }) => [kind, country])).toEqual([
    ['person', 'US'],
    ['state-organ', 'CN'],
  ]);
});
