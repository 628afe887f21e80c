import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

/** A claim in one line: who, how they hold it, what, with the figures. */
const brief = ({ claimant, relay, polarity, modality, predicate, quantities }: Claim) =>
  [
    [claimant.name, ...relay.map(({ name }) => name)].join(' < '),
    polarity,
    modality,
    predicate,
    ...quantities.map(({ raw, counts, unit }) => `${raw} (${unit === undefined ? counts : `${unit} of ${counts}`})`),
  ].join(' | ');

test.each([
  // A hedge within what is said, hearsay within it, and a demand in the speaker's own words.
  [
    'Anna Berg said the cargo was likely a batch of 30 rifles.',
    ['Anna Berg | asserts | assesses | said | 30 rifles (rifle)'],
  ],
  [
    'Raids reportedly killed 12 miners, Anna Berg said.',
    ['Anna Berg | asserts | alleges | attacked | 12 miners (miner)'],
  ],
  ['“We urge all sides to stop,” Anna Berg said.', ['Anna Berg | asserts | calls-for | said']],
  // What was asked once is told of.
  ['“I proposed the deal to Togo,” Anna Berg said.', ['Anna Berg | asserts | states | said']],
  // What a sign is of is no fact.
  ['Imagery indicates possible sales of rifles to Togo, Anna Berg said.', ['Anna Berg | asserts | assesses | said']],
  // A verb of saying that reads as a noun as well.
  [
    'A senior broker estimates that Benin shipped 30 rifles.',
    ['A senior broker | asserts | assesses | transferred | 30 rifles (rifle)'],
  ],
  // "that" before a phrase of time.
  [
    'The Panel found that between May and July 2023 three trucks were sold to Togo.',
    ['Panel | asserts | states | transferred | three trucks (truck)'],
  ],
  // A tag at the end of three joined clauses.
  [
    'Interpol lost 12 files, 30 rifles were sold to Togo, and the rest has been burned, Anna Berg said in a letter.',
    [
      'Anna Berg | asserts | states | said | 12 files (file)',
      'Anna Berg | asserts | states | transferred | 30 rifles (rifle)',
      'Anna Berg | asserts | states | said',
    ],
  ],
  // A semicolon ends what the verb after it tells.
  [
    'According to the IAEA, hackers stole $40 million; a study by the Basel Group put the figure at $30 million.',
    [
      'IAEA | asserts | states | stole | $40 million (USD)',
      'Basel Group | asserts | assesses | said | $30 million (USD)',
    ],
  ],
  // A second verb of saying goes on with the first one, not with what was said.
  [
    'Anna Berg said that Ruritan Shipping had misread the log, and insisted that Togo bought 40 rifles.',
    ['Anna Berg | asserts | states | said', 'Anna Berg | asserts | states | procured | 40 rifles (rifle)'],
  ],
  // A relative clause whose verb could be a participle of its subject.
  [
    'The agent was Zuid-Chem, which a Danish judge accused last year of having sold 40 rifles to Togo.',
    ['a Danish judge | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  // What there is no sign of was not done, and is not the last teller's.
  [
    'Jan Kowal said the National Intelligence Service had seen no evidence that Togo sold rifles.',
    ['National Intelligence Service < Jan Kowal | denies | assesses | transferred'],
  ],
  // Denials without a verb of denying.
  ['The embassy called the account a hoax.', ['embassy | denies | states | denied']],
  ['Anna Berg told the court that the reports of a sale were baseless.', ['Anna Berg | denies | states | denied']],
  ['Togo said it had nothing to do with the shipment.', ['Togo | denies | states | denied']],
  // What is still to come, what only seems so, and how it was said.
  ['Togo has yet to buy 40 rifles.', ['Fjord Courier | denies | states | procured | 40 rifles (rifle)']],
  [
    'The Vega was designated by Benin in 2022, while the Mira has yet to be designated.',
    ['Fjord Courier | asserts | states | designated', 'Fjord Courier | denies | states | designated'],
  ],
  ['The envoy appears intent on 40 sales.', ['Fjord Courier | asserts | assesses | said | 40 sales (sale)']],
  [
    'Benin claims that Togo sold 40 rifles, without giving any details.',
    ['Benin | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  [
    'The inspectors identified new ways that Benin evades the ban, including selling 40 rifles to Togo.',
    ['inspectors | asserts | states | said', 'inspectors | asserts | states | transferred | 40 rifles (rifle)'],
  ],
  // What somebody means to do, and what they want of others.
  ['Togo plans to buy 40 rifles.', ['Togo | asserts | intends | procured | 40 rifles (rifle)']],
  [
    'Togo wants the African Union to send 40 observers to Lomé.',
    ['Togo | asserts | calls-for | called-for | 40 observers (observer)'],
  ],
  ['The envoy said that Togo planned to buy 40 rifles.', ['envoy | asserts | intends | procured | 40 rifles (rifle)']],
  ['Benin has asked for the records of 40 ships.', ['Benin | asserts | calls-for | called-for | 40 ships (ship)']],
  // One event told in two places of the sentence.
  [
    'Two States told the Panel that a second load, comprising some 40 rifles, had been delivered by rail to Togo on or about 6 June.',
    ['Two States < Panel | asserts | states | transferred | some 40 rifles (rifle)'],
  ],
  [
    'The ministry said that 12 officers had been killed or wounded near Lomé on 3 May.',
    ['ministry | asserts | states | attacked | 12 officers (person killed or injured)'],
  ],
  ['The Bureau put the toll at "more than 40".', ['Bureau | asserts | assesses | said | more than 40 (person killed)']],
  // A phrase at the end tells of all that one subject is told to have done.
  [
    'Four engines were flown from Lomé to Cotonou in June and trucked on to Abuja, according to a study by the Basel Group.',
    ['Basel Group | asserts | states | transferred | Four engines (engine)', 'Basel Group | asserts | states | said'],
  ],
  // Figures in a row, and what a hearer is told of.
  [
    'Togo and Benin notified the Committee of 1,180 and 670 barrels respectively.',
    ['Togo and Benin | asserts | states | said | 1,180 (barrel) | 670 barrels (barrel)'],
  ],
  // A verb of saying between commas.
  [
    'The ship went to Lomé, from where, the researchers suspect, trucks carried the rifles home.',
    ['Fjord Courier | asserts | states | said', 'researchers | asserts | assesses | transferred'],
  ],
  // What others say against it is not said by the first.
  [
    'Officials in Lomé insist no bank handled the payments, though prosecutors in Accra say they hold records of 14 transfers.',
    [
      'Officials in Lomé | denies | states | said',
      'prosecutors in Accra | asserts | states | said | 14 transfers (transfer)',
    ],
  ],
  [
    'The ILO says 40 percent never came; aid groups say it is more.',
    ['ILO | asserts | states | said | 40 percent (percent)', 'aid groups | asserts | states | said'],
  ],
  // A charge and its denial in one sentence.
  [
    'A senior official said that the rifles came from Togo, a charge Lomé has rejected.',
    ['Lomé | denies | states | transferred', 'A senior official | asserts | states | transferred'],
  ],
  // Verbs after a relative clause, after "have", and beside a participle.
  [
    'An official who has seen the list said it names seven firms.',
    ['An official | asserts | states | said | seven firms (firm)'],
  ],
  ['Sources said that Togo had sold rifles.', ['Sources | asserts | states | transferred']],
  [
    'Maria Berg put the number of children killed at 118.',
    ['Maria Berg | asserts | assesses | attacked | 118 (person killed)'],
  ],
  // Things do not speak; a tag at the end is read by its form.
  [
    'Togo has sent either five rockets or 200 shells, the spokeswoman, Maria Berg, told reporters.',
    ['Maria Berg | asserts | states | transferred | five rockets (rocket) | 200 shells (shell)'],
  ],
  // How somebody speaks is nothing that they ask for, and striking off is no blow.
  [
    'The driver, who asked not to be named, said 12 rifles were lost.',
    ['driver | asserts | states | said | 12 rifles (rifle)'],
  ],
  ['Togo has struck 12 ships from its register.', ['Fjord Courier | asserts | states | halted | 12 ships (ship)']],
  ['The navy said that it had shot down 12 drones.', ['navy | asserts | states | halted | 12 drones (drone)']],
  // What somebody is asked about is another's claim; what is rejected is both.
  [
    'Asked about a report by Jornal do Mar that 40 rifles were sold, the minister called it gossip.',
    ['Jornal do Mar | asserts | states | transferred | 40 rifles (rifle)', 'minister | denies | states | denied'],
  ],
  [
    'The minister rejected a claim by Amnesty International that 40 cooks had stayed.',
    ['Amnesty International | asserts | alleges | said | 40 cooks (cook)', 'minister | denies | states | denied'],
  ],
  // Who passes it on.
  [
    'Reuters cited two Togolese officials as saying that the ship sank.',
    ['two Togolese officials < Reuters | asserts | states | said'],
  ],
  ['The minister, as quoted by TASS, said that the ship sank.', ['minister < TASS | asserts | states | said']],
  ['According to papers seen by Reuters, the ship sank.', ['papers < Reuters | asserts | states | said']],
  // "It" in a tag is whom its own sentence is about.
  [
    'The navy counted 40 boats. Togo has withdrawn 12 flags, it told the Council in a letter.',
    ['navy | asserts | states | said | 40 boats (boat)', 'Togo | asserts | states | said | 12 flags (flag)'],
  ],
  // A finding of who did it.
  ['Basel Chain attributes the theft to Lazarus Group.', ['Basel Chain | asserts | assesses | stole']],
  // What others are told to have reported is reported by whoever tells it.
  [
    'Anna Berg said that Togo had reported 40 deliveries to the committee.',
    ['Anna Berg | asserts | states | said | 40 deliveries (delivery)'],
  ],
])('%s', async (text, expected) => {
  expect((await claimsOf(text)).map(brief)).toEqual(expected);
});

test('what is planned or asked for is no count of things done', async () => {
  const [planned] = await claimsOf('Togo plans to buy 40 rifles.');
  const [asked] = await claimsOf('Togo wants Benin to send 40 observers.');
  expect(planned?.quantities[0]?.nature).toBe('plan');
  expect(asked?.quantities[0]?.nature).toBe('limit');
});

test.each([
  'May 25, 2009: Carries out its second nuclear test.',
  'Anna Berg said mid-2023 saw 30 rifles sold to Togo.',
])('a time does nothing: %s', async (text) => {
  const claims = await claimsOf(text);
  expect(claims.length).toBeGreaterThan(0);
  for (const { roles } of claims) expect(roles.agent ?? []).not.toContainEqual(expect.stringMatching(/May|2023/));
});

test('a name that ends in a month is a party', async () => {
  const [claim] = await claimsOf('The Cape March delivered 30 rifles to Togo.');
  expect(claim?.roles.agent).toEqual(['Cape March']);
});

test.each([
  ['The US shipped 20 cranes to Togo, the ministry said.', ['US'], ['Togo']],
  ['Benin sold 20 cranes to the US, the ministry said.', ['Benin'], ['US']],
  ['The WHO shipped 20 cranes to Togo, the ministry said.', ['WHO'], ['Togo']],
])('a name in capitals is no pronoun: %s', async (text, agent, recipient) => {
  const [claim] = await claimsOf(text);
  expect(claim?.roles).toMatchObject({ agent, recipient });
});

test('a State that heard a thing did not pass it on', async () => {
  const [claim] = await claimsOf('Anna Berg told the US that Togo had bought 30 rifles.');
  expect(claim).toMatchObject({ claimant: { name: 'Anna Berg' }, relay: [] });
});

test.each<[string, string[]]>([
  // What a noun of saying holds, without "that".
  [
    'Anna Berg was indicted by federal prosecutors on charges she shipped 40 rifles to Togo.',
    ['federal prosecutors | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  ['Anna Berg faces charges she shipped rifles to Togo.', ['Fjord Courier | asserts | states | said']],
  [
    'There have been allegations Togo sold 40 rifles.',
    ['unnamed | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  [
    'There were several reports of Togo selling 40 rifles to Benin.',
    ['unnamed | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  ['Anna Berg rejected claims she sold rifles to Togo.', ['Anna Berg | denies | states | transferred']],
  // What is called a lie is denied, also where it has an owner.
  [
    "Togo called Benin's claim that it sold rifles to Chad a lie.",
    ['Benin | asserts | alleges | transferred', 'Togo | denies | states | transferred'],
  ],
  // What is asked, nobody has said.
  ['Will the Minister act and give the assurance that Togo sold 40 rifles?', []],
  // Whoever wrote a letter speaks in it.
  [
    'The commander received a letter from President Berg in which he stated that Togo sold 40 rifles.',
    ['Fjord Courier | asserts | states | said', 'Berg | asserts | states | transferred | 40 rifles (rifle)'],
  ],
  [
    'The observer received a note dated 9 April from the Danish authorities alleging the sale of 40 rifles to Togo.',
    ['Danish authorities | asserts | alleges | transferred | 40 rifles (rifle)'],
  ],
  // A tag that its quotation left behind.
  [
    '“Togo sold 40 rifles.” Anna Berg said in 2011.',
    ['Anna Berg | asserts | states | transferred | 40 rifles (rifle)'],
  ],
  // What is told behind a comma of a thing that is wanted, and is not.
  [
    'Anna Berg urged Benin to close the port, which sold 40 rifles to Togo.',
    [
      'Anna Berg | asserts | calls-for | called-for',
      'Fjord Courier | asserts | states | transferred | 40 rifles (rifle)',
    ],
  ],
  // Beside an event below it the main clause has a claim of its own, but for a frame.
  [
    'Vostra Jet is behind the scheme, which three brokers arranged.',
    ['Fjord Courier | asserts | states | said', 'Fjord Courier | asserts | states | said | three brokers (broker)'],
  ],
  [
    'Togo was responsible for selling 40 rifles to Chad.',
    ['Fjord Courier | asserts | states | transferred | 40 rifles (rifle)'],
  ],
  // What a relative clause behind a comma tells.
  [
    'Togo listed Vostra Jet, which is owned by Anna Berg.',
    ['Fjord Courier | asserts | states | said', 'Fjord Courier | asserts | states | said'],
  ],
  // What a court puts in force by confirming it is what it did.
  [
    'The Riga District Court confirmed the verdict against two Togolese men.',
    ['unnamed | asserts | states | said | two Togolese men (man)'],
  ],
  // What another intends is as whoever tells of it says.
  [
    'Envoys left after a warning by Anna Berg that Togo intended to sell rifles.',
    ['Anna Berg | asserts | intends | transferred'],
  ],
  // What somebody infers, and numbers that name an order or a ship.
  [
    'Togo must have sold 40 rifles, Anna Berg said.',
    ['Anna Berg | asserts | assesses | transferred | 40 rifles (rifle)'],
  ],
  [
    'Togo listed the ship under Executive Order (E.O.) 13685 in May.',
    ['Fjord Courier | asserts | states | designated'],
  ],
  ['Togo seized the ST NIKOLAS (9524475) off Benin.', ['Fjord Courier | asserts | states | halted']],
  // The half of a country by its name at the head of a sentence.
  ['The North said that Togo sold 40 rifles.', ['North | asserts | states | transferred | 40 rifles (rifle)']],
  // What goes on meanwhile, what may be done, a measure and what somebody is are nobody's word.
  ['As its army continues to struggle, Togo turned to Benin.', ['Fjord Courier | asserts | states | said']],
  ['Togo is considering 40 measures against Benin.', ['unnamed | asserts | assesses | said | 40 measures (measure)']],
  [
    'The Trade and Justice Departments announced 14 arrests in Togo.',
    ['Trade and Justice Departments | asserts | states | said | 14 arrests (arrest)'],
  ],
  [
    'A Wildlife Technician said that Togo sold 40 rifles.',
    ['A Wildlife Technician | asserts | states | transferred | 40 rifles (rifle)'],
  ],
  // A price is no charge, and a participle accuses nobody.
  ['It charged customers a fee of $30.', ['Fjord Courier | asserts | states | said | $30 (USD)']],
  // A share is turned, and not the sending.
  ['Rifles were not sent exclusively to Togo, Anna Berg said.', ['Anna Berg | asserts | states | transferred']],
  ['Togo did not send rifles, Anna Berg said.', ['Anna Berg | denies | states | transferred']],
  // An office that opens with a preposition.
  [
    'Togo sold 40 rifles, said U.S. Under Secretary of State Anna Berg.',
    ['Anna Berg | asserts | states | transferred | 40 rifles (rifle)'],
  ],
])('%s', async (text, expected) => {
  expect((await claimsOf(text)).map(brief)).toEqual(expected);
});

test('firms that others implicated accuse nobody', async () => {
  const claims = await claimsOf('Other firms implicated in the theft include the Benin Timber Company.');
  expect(claims.filter(({ modality }) => modality === 'alleges')).toEqual([]);
});

test('what would have had to be so is no claim of its own', async () => {
  const claims = await claimsOf('Had Togo sold 40 rifles, the losses would have been worse, Anna Berg said.');
  expect(claims.filter(({ predicate }) => predicate === 'transferred')).toEqual([]);
});
