import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import type { Claim } from '../../src/claims/model/claim.ts';
import { asNamed } from '../../src/claims/model/party.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { contradictionsIn } from '../../src/findings/allegations/contradiction.ts';
import { type TestingContext, testAllegations } from '../../src/findings/allegations/test-allegations.ts';
import { type ComparisonReviews, compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { type Hearing, UNHEARD } from '../../src/findings/model/hearing.ts';
import { verdictStretches } from '../../src/findings/model/verdict-stretch.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
type Options = { origins?: number; published?: string; hearing?: Hearing; reviews?: ComparisonReviews };
const contextOf = (claims: readonly Claim[], options: Options = {}): TestingContext => ({
  regime,
  publishedOf: () => options.published ?? '2024-06-10',
  statedBy: () => options.published ?? '2024-06-10',
  originsOf: () => options.origins ?? 1,
  partyOf: asNamed,
  contradictions: contradictionsIn(compareFigures(claims, options.reviews ?? [])),
  hearingOf: () => options.hearing ?? UNHEARD,
  reviewOf: () => undefined,
});
const test = (claims: readonly Claim[], options: Options = {}) =>
  testAllegations(claims, contextOf(claims, options)).findings;

const shells = {
  predicate: 'transferred',
  roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['artillery shells'] },
} as const;

describe('allegations tested against the provisions', () => {
  it('resolves seats of government to States and the thing to the goods of the law', () => {
    const [finding] = test([claimOf(shells)]);
    expect(finding?.allegation).toMatchObject({ act: 'supply', from: 'KP', to: 'RU', inference: null });
    expect(finding?.assessment.verdict).toBe('prohibited');
    expect(finding?.title).toBe('Transfer of artillery shells from North Korea to Russia');
  });

  it.each([
    'North Korea shipped artillery shells to Russia and received refined petroleum from Moscow.',
    'In May 2024 North Korea sent artillery shells to Russia, while Russia supplied refined petroleum to North Korea.',
  ])('tests both deeds of one sentence: %s', async (text) => {
    const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
    const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
    const findings = test(extractClaims(layer, { source, published: '2024-06-10' }));
    expect(findings.map(({ allegation: { from, to, goods } }) => [from, to, goods]).sort()).toEqual([
      ['KP', 'RU', 'Artillery shell'],
      ['RU', 'KP', 'Refined petroleum products'],
    ]);
  });

  it('says of claims without a time before which day the answer would have been another', () => {
    const whenOf = (claims: readonly Claim[]) =>
      test(claims)[0]?.elements.find(({ text }) => text.includes('the law is asked as of'))?.text;
    const statue = {
      predicate: 'transferred',
      roles: { agent: ['Pyongyang'], recipient: ['Namibia'], object: ['statues'] },
    } as const;
    expect(whenOf([claimOf(statue)])).toMatch(
      /as of 2024-06-10, .*: for what happened before 2016-11-30 the answer is another$/,
    );
    expect(
      whenOf([claimOf({ ...statue, when: { from: '2023-05-01', to: '2023-05-31', raw: 'in May 2023' } })]),
    ).toBeUndefined();
  });

  it('tests the rows of a table', async () => {
    const page = `<article><h2>Trade</h2><table><tr><th>Date</th><th>Exporter</th><th>Importer</th><th>Goods</th><th>Tonnes</th></tr>
      <tr><td>May 2024</td><td>DPRK</td><td>China</td><td>coal</td><td>900</td></tr></table></article>`;
    const layer = await readTextLayer(new TextEncoder().encode(page), { name: 'annex.html' });
    const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
    const [finding] = test(extractClaims(layer, { source, published: '2024-06-10' }));
    expect(finding?.allegation).toMatchObject({ from: 'KP', to: 'CN', goods: 'Coal' });
    expect(finding?.assessment.verdict).toBe('prohibited');
  });

  it('leaves to leads what was taken back, set aside or allowed, and says by which words', () => {
    const told = (quote: string) => claimOf({ ...shells, quote, speech: 'own-voice', start: 0, end: 40 });
    const leadOf = (claims: readonly Claim[]) => {
      const tested = testAllegations(claims, contextOf(claims));
      expect(tested.findings).toEqual([]);
      return tested.leads[0]?.missing[0];
    };
    const plain = 'North Korea sent shells to Russia.';
    expect(test([told(plain)])).toHaveLength(1);
    const wrong = claimOf({ predicate: 'denied', quote: 'That was wrong.', speech: 'own-voice', start: 41, end: 56 });
    expect(leadOf([told(plain), wrong])).toBe('that it stands: right after it the text says “That was wrong”');
    expect(leadOf([told('The finding that North Korea sent shells to Russia was quashed.')])).toContain('“quashed”');
    expect(leadOf([told('North Korea sent shells to Russia under an exemption.')])).toContain('“under an exemption”');
  });

  it('leaves a designation its letters', () => {
    const [finding] = test([claimOf({ ...shells, roles: { ...shells.roles, object: ['KN-23 missiles'] } })]);
    expect(finding?.allegation.goods).toBe('KN-23 missile');
  });

  it('takes the supplier of arms from what they are called after, and says that this is inferred', () => {
    const [finding] = test([
      claimOf({ predicate: 'fired', roles: { agent: ['Russia'], instrument: ['North Korean ballistic missiles'] } }),
    ]);
    expect(finding?.allegation).toMatchObject({ from: 'KP', to: 'RU' });
    expect(finding?.allegation.inference).toMatch(/were transferred/);
  });

  it('infers nothing when a State uses its own arms', () => {
    expect(
      test([
        claimOf({ predicate: 'fired', roles: { agent: ['North Korea'], object: ['North Korean ballistic missiles'] } }),
      ]),
    ).toEqual([]);
  });

  it('makes no finding of what the regime does not cover', () => {
    const trade = {
      predicate: 'transferred',
      roles: { agent: ['Brazil'], recipient: ['Germany'], object: ['coal'] },
    } as const;
    expect(test([claimOf(trade)])).toEqual([]);
  });

  it('makes no finding of plans and demands', () => {
    expect(test([claimOf({ ...shells, modality: 'intends' }), claimOf({ ...shells, modality: 'calls-for' })])).toEqual(
      [],
    );
  });

  it('gathers claims on one matter and keeps each', () => {
    const claims = [claimOf(shells), claimOf({ ...shells, roles: { ...shells.roles, agent: ['North Korea'] } })];
    const findings = test(claims);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.claims).toEqual(claims.map(({ id }) => id));
  });

  it('follows the law and its watching through time, as of the regime and not of today', () => {
    const [finding] = test([
      claimOf({ ...shells, when: { from: '2024-01-02', to: '2024-01-02', raw: 'on 2 January' } }),
    ]);
    expect(finding?.activity.date).toBe('2024-01-02');
    // The law and its watching are told up to the last day of what is alleged, and no further.
    expect(finding?.changes.map(({ date }) => date)).toEqual(['2024-01-02']);
    expect(new Set(finding?.changes.map(({ verdict }) => verdict))).toEqual(new Set(['prohibited']));
  });

  it('gives the status by rule', () => {
    expect(test([claimOf(shells)])[0]?.status).toBe('single-source');
    expect(test([claimOf(shells), claimOf(shells)], { origins: 2 })[0]?.status).toBe('corroborated');
    expect(test([claimOf({ ...shells, claimant: { name: 'unnamed', kind: 'unnamed' } })])[0]?.status).toBe('alleged');
  });

  it('is contested by figures that exclude each other once a person accepted that, in the goods that they count alone', () => {
    const when = { from: '2024-03-01', to: '2024-03-31', raw: 'in March' };
    const sides = { predicate: 'transferred', when, roles: { agent: ['Russia'], recipient: ['North Korea'] } } as const;
    const barrels = (low: string, high: string) => quantityOf('refined petroleum', low, high, { unit: 'barrel' });
    const claims = [
      claimOf({ ...sides, quantities: [barrels('500', '500'), quantityOf('S-300', '2', '2')] }),
      claimOf({ ...sides, quantities: [barrels('900', '900')] }),
    ];
    const statuses = (reviews: ComparisonReviews) =>
      test(claims, { reviews }).map(({ title, status }) => [title, status]);
    const oil = 'Transfer of refined petroleum products from Russia to North Korea';
    const [topic] = compareFigures(claims);
    expect(topic?.relations).toMatchObject([{ relation: 'contradicts' }]);
    expect(statuses([])).toContainEqual([oil, 'single-source']);
    const word = {
      act: 'a-1',
      by: 'Ada',
      at: '2026-01-01T00:00:00.000Z',
      reason: null,
      seen: claims.map(({ id }) => id),
    };
    const id = topic?.id ?? '';
    expect(statuses([{ ...word, id, status: 'left-out' }])).toContainEqual([oil, 'single-source']);
    const accepted = statuses([{ ...word, id, status: 'accepted' }]);
    expect(accepted).toHaveLength(2);
    expect(accepted).toContainEqual([oil, 'contested']);
    expect(accepted.filter(([title]) => title !== oil).map(([, status]) => status)).toEqual(['single-source']);
  });

  it('says that claims of an accepted proposal have fallen away since', () => {
    const told = [claimOf(shells), claimOf(shells), claimOf(shells)];
    const ids = told.map(({ id }) => id);
    const word = { act: 'a-1', by: 'Ada', at: '2026-01-01T00:00:00.000Z', reason: null, status: 'accepted' as const };
    const review = (claims: readonly Claim[]) =>
      testAllegations(claims, { ...contextOf(claims), reviewOf: () => ({ ...word, seen: ids }) }).findings[0];
    expect(review(told)).toMatchObject({ review: 'accepted', unseen: [] });
    expect(review(told)).not.toHaveProperty('gone');
    const rejected = told.map((claim, i) => (i === 0 ? claim : { ...claim, status: 'rejected' as const }));
    expect(review(rejected)).toMatchObject({ review: 'accepted', gone: 2, claims: ids.slice(0, 1) });
  });

  it('takes goods as widely as the source has them', () => {
    const goods = (object: readonly string[], more: Partial<Claim> = {}) =>
      test([claimOf({ ...shells, ...more, roles: { ...shells.roles, object } })]).map(
        ({ allegation }) => allegation.goods,
      );
    expect(goods(['missiles'])).toEqual(['Missile']);
    expect(goods(['short-range ballistic missiles'])).toEqual(['Ballistic missile']);
    expect(goods(['rockets'])).toEqual(['Rocket']);
    expect(goods(['heavy guns'])).toEqual(['Heavy gun']);
    expect(goods(['rounds of artillery'])).toEqual(['Artillery round']);
    expect(goods(['rounds', 'rocket ammunition'])).toEqual(['Ammunition']);
    const counted = { quantities: [quantityOf('container', '900', '900', { raw: '900 containers of munitions' })] };
    expect(goods(['containers'], counted)).toEqual(['Ammunition']);
  });

  it('makes one finding of one event, and of each thing that the text names apart', () => {
    const titles = (object: readonly string[]) =>
      test([claimOf({ ...shells, roles: { ...shells.roles, object } })])
        .map(({ title }) => title)
        .sort();
    expect(titles(['arms, including artillery shells and rockets'])).toEqual([
      'Transfer of weapons from North Korea to Russia',
    ]);
    expect(titles(['weapons', 'artillery shells'])).toEqual([
      'Transfer of artillery shells from North Korea to Russia',
    ]);
    expect(titles(['artillery shells', 'tanks'])).toHaveLength(2);
  });

  it('makes no supply of what only carries the goods, and none of what could have been carried', () => {
    const carried = claimOf({
      predicate: 'transferred',
      roles: { agent: ['Three North Korean freighters'], object: ['anthracite'], destination: ['Qingdao'] },
      quantities: [quantityOf('freighter', '3', '3', { raw: 'Three North Korean freighters' })],
    });
    expect(test([carried]).map(({ allegation: { goods, from, to } }) => [goods, from, to])).toEqual([
      [expect.stringMatching(/anthracite|coal/i), 'KP', 'CN'],
    ]);
    const part = claimOf({ ...shells, roles: { ...shells.roles, object: ['containers'] } });
    expect(test([part])).toEqual([]);
    const load = claimOf({
      ...shells,
      quote: 'Pyongyang shipped 5,000 containers to Moscow, enough for more than 2 million shells or 400,000 rockets.',
      roles: { agent: ['Pyongyang'], recipient: ['Moscow'], object: ['containers', 'shells', 'rockets'] },
      quantities: [
        quantityOf('container', '5000', '5000', { raw: '5,000 containers' }),
        quantityOf('shell', '2000000', null, { raw: 'more than 2 million shells' }),
        quantityOf('rocket', '400000', '400000', { raw: '400,000 rockets' }),
      ],
    });
    expect(test([load])).toEqual([]);
  });

  it('makes employment of workers only where the clause says who employs whom', () => {
    const spoken = claimOf({
      predicate: 'said',
      claimant: { name: 'An agency', kind: 'state-organ', country: 'KR' },
      roles: { object: ['North Korean troops'] },
    });
    const sent = claimOf({
      predicate: 'transferred',
      roles: { agent: ['Pyongyang'], object: ['over 900 labourers'], recipient: ['Russia'] },
    });
    const troops = claimOf({ ...sent, predicate: 'transferred', roles: { ...sent.roles, object: ['11,000 troops'] } });
    expect(test([spoken, troops])).toEqual([]);
    expect(test([sent]).map(({ allegation: { act, from, to } }) => [act, from, to])).toEqual([
      ['employment', 'KP', 'RU'],
    ]);
    const employed = (roles: Claim['roles']) => test([claimOf({ predicate: 'employed', roles })]);
    expect(employed({ agent: ['A Russian shipyard'], object: ['North Korean welders'] })).toHaveLength(1);
    expect(employed({ object: ['North Korean welders'] })).toEqual([]);
  });

  it('has a lead, with what is missing, where a part was not read with certainty', () => {
    const context = {
      regime,
      publishedOf: () => '2024-06-10',
      statedBy: () => '2024-06-10',
      originsOf: () => 1,
      partyOf: asNamed,
      contradictions: [],
      hearingOf: () => UNHEARD,
      reviewOf: () => undefined,
    };
    const open = claimOf({
      ...shells,
      quote: 'North Korea shipped shells.',
      basis: { agent: 'open', recipient: 'open' },
    });
    const plan = claimOf({ ...shells, quote: 'North Korea is to ship shells.', modality: 'intends' });
    const { findings, leads } = testAllegations([open, plan], context);
    expect(findings).toEqual([]);
    expect(leads).toMatchObject([
      { claims: [open.id], missing: ['who gave it and who received it'] },
      { claims: [plan.id], missing: [expect.stringContaining('plan')] },
    ]);
    for (const { title } of leads) expect(title).toMatch(/^Claimant \d+: “/);
    const accepted = testAllegations([{ ...open, status: 'accepted' }], context);
    expect(accepted.findings).toHaveLength(1);
  });

  it('takes a total above the cap of its year from a claim, and no other total', () => {
    const supplied = (low: string, window: { from: string; to: string }, raw = `${low} barrels`) =>
      claimOf({
        predicate: 'transferred',
        roles: { agent: ['Russia'], recipient: ['North Korea'], object: ['refined petroleum'] },
        when: { ...window, raw: null },
        quantities: [quantityOf('refined petroleum', low, null, { unit: 'barrel', raw, window })],
      });
    const spring = { from: '2024-03-01', to: '2024-05-31' };
    expect(test([supplied('900000', spring)])[0]).toMatchObject({ assessment: { verdict: 'cap-exceeded' } });
    expect(test([supplied('165000', spring)])[0]).toMatchObject({ assessment: { verdict: 'undetermined' } });
    const twoYears = { from: '2023-03-01', to: '2024-05-31' };
    expect(test([supplied('900000', twoYears)])[0]).toMatchObject({ assessment: { verdict: 'undetermined' } });
  });

  it('tests more than a million barrels that went from one State to the other', () => {
    const claim = claimOf({
      predicate: 'procured',
      roles: { agent: ['North Korea'], origin: ['Russia'], object: ['oil'] },
      quantities: [quantityOf('oil', '1000000', null, { unit: 'barrel' })],
    });
    expect(test([claim])[0]).toMatchObject({ allegation: { from: 'RU', to: 'KP', goods: 'Oil' } });
  });

  it('takes the supplier from where the sentence says that the arms were made', () => {
    const fired = (quote: string) =>
      claimOf({ predicate: 'fired', quote, roles: { agent: ['Russia'], object: ['ballistic missiles'] } });
    for (const quote of [
      'He said that Russia fired 24 ballistic missiles made in North Korea at Ukraine.',
      'Russia fired ballistic missiles that were produced in North Korea.',
      'Russia fired ballistic missiles of North Korean origin.',
    ])
      expect(test([fired(quote)])[0]?.allegation, quote).toMatchObject({ from: 'KP', to: 'RU' });
    expect(test([fired('Russia fired ballistic missiles from Kursk at Ukraine.')])).toEqual([]);
  });

  it('counts a denial of any weapons against each kind of them', () => {
    const denial = claimOf({
      predicate: 'procured',
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
      polarity: 'denies',
      quote: 'Russia denies that it received any weapons from North Korea.',
      roles: { object: ['weapons'] },
    });
    for (const object of ['artillery guns', 'self-propelled guns', 'rocket ammunition', 'ballistic missiles']) {
      const alleged = claimOf({ ...shells, roles: { ...shells.roles, object: [object] } });
      expect(test([alleged, denial])[0]?.status, object).toBe('contested');
      const back = claimOf({ ...shells, roles: { agent: ['Russia'], recipient: ['North Korea'], object: [object] } });
      expect(test([back, denial])[0]?.status, object).toBe('single-source');
    }
  });

  it('attaches a denial to the allegation that it answers, and to no other', () => {
    const at = (start: number) => ({ start, end: start + 60 });
    const alleged = claimOf({ ...shells, ...at(0) });
    const denial = claimOf({
      ...at(80),
      predicate: 'denied',
      polarity: 'denies',
      claimant: { name: 'The Russian spokeswoman', kind: 'state-organ', country: 'RU' },
      quote: 'The spokeswoman dismissed the claim.',
    });
    expect(test([alleged, denial])[0]?.dissents.map(({ claim }) => claim)).toEqual([denial.id]);
    const between = claimOf({ ...at(70), predicate: 'said', quote: 'Prices rose.' });
    expect(test([alleged, between, denial])[0]?.dissents).toEqual([]);
    const elsewhere = { ...denial, document: `sha256:${'1'.repeat(64)}` } as const;
    expect(test([alleged, elsewhere])[0]?.dissents).toEqual([]);
    const other = { ...denial, claimant: { name: 'Peru', kind: 'state', country: 'PE' } } as const;
    expect(test([alleged, other])[0]?.dissents).toEqual([]);
  });

  it('prints a denial of a party as dissent, and no denial of somebody else', () => {
    const denial = claimOf({
      ...shells,
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
      polarity: 'denies',
      quote: 'It denied the transfer.',
    });
    const other = claimOf({
      predicate: 'denied',
      claimant: { name: 'Peru', kind: 'state', country: 'PE' },
      polarity: 'denies',
      quote: 'It denied any transfer.',
    });
    const [finding] = test([claimOf(shells), denial, other]);
    expect(finding?.status).toBe('contested');
    expect(finding?.dissents.map(({ by }) => by)).toEqual(['Russia']);
  });

  it('holds a denial of one time against no other', () => {
    const in2024 = claimOf({ ...shells, when: { from: '2024-01-01', to: '2024-03-31', raw: 'early in 2024' } });
    const statusAfter = (from: string | null, to: string | null) =>
      test([in2024, claimOf({ ...shells, polarity: 'denies', when: { from, to, raw: null } })])[0]?.status;
    for (const [from, to] of [
      [null, '2023-12-31'],
      ['2024-04-01', null],
    ] as const)
      expect(statusAfter(from, to)).toBe('single-source');
    for (const [from, to] of [
      [null, null],
      ['2023-01-01', '2024-01-01'],
      ['2024-02-01', '2024-02-02'],
      ['2024-03-31', null],
    ] as const)
      expect(statusAfter(from, to)).toBe('contested');
  });

  it('holds a denial of one kind of arms against no other kind', () => {
    const denial = (object: string) =>
      claimOf({
        predicate: 'procured',
        claimant: { name: 'Russia', kind: 'state', country: 'RU' },
        polarity: 'denies',
        quote: `Russia denies that it received ${object} from North Korea.`,
        roles: { object: [object] },
      });
    const statusAfter = (object: string) => test([claimOf(shells), denial(object)])[0]?.status;
    for (const object of ['submarines', 'torpedoes', 'combat aircraft'])
      expect(statusAfter(object)).toBe('single-source');
    for (const object of ['shells', 'ammunition', 'arms']) expect(statusAfter(object), object).toBe('contested');
  });

  it('holds a denial against a year that began before it only where somebody had alleged it by then', () => {
    const inYear = claimOf({ ...shells, when: { from: '2024-01-01', to: '2024-12-31', raw: 'in 2024' } });
    const denial = claimOf({
      ...shells,
      polarity: 'denies',
      claimant: { name: 'Russia', kind: 'state', country: 'RU' },
    });
    const told = (alleged: string, denied: string) =>
      testAllegations([inYear, denial], {
        ...contextOf([inYear, denial]),
        statedBy: (claim) => (claim === denial ? denied : alleged),
      }).findings[0]?.dissents.length;
    expect(told('2024-06-10', '2024-04-01')).toBe(0);
    expect(told('2024-03-10', '2024-04-01')).toBe(1);
    expect(told('2025-06-10', '2025-01-15')).toBe(1);
  });

  it('rests a supply that somebody alleges on nobody who tells of its use alone', () => {
    const fired = claimOf({
      predicate: 'fired',
      quote: 'Russia fired North Korean artillery shells.',
      roles: { agent: ['Russia'], object: ['North Korean artillery shells'] },
      when: { from: '2024-01-05', to: '2024-01-05', raw: 'on 5 January' },
    });
    const told = claimOf(shells);
    const both = testAllegations([told, fired], contextOf([told, fired]));
    expect(both.findings).toMatchObject([{ claims: [told.id], allegation: { period: { from: null, to: null } } }]);
    expect(both.leads).toMatchObject([{ claims: [fired.id], missing: [expect.stringContaining('supplied')] }]);
    const [inferred] = test([fired]);
    expect(inferred?.allegation).toMatchObject({
      inference: expect.any(String),
      period: { from: null, to: '2024-01-05' },
    });
    expect(inferred?.elements.map(({ text }) => text)).toContain(
      'It went to Russia (inferred; none of these claims says so)',
    );
  });

  it('says of workers who went abroad that their employment is inferred', () => {
    const went = claimOf({
      predicate: 'transferred',
      quote: 'North Korea sent workers to Russia.',
      roles: { agent: ['North Korea'], recipient: ['Russia'], object: ['workers'] },
    });
    const [finding] = test([went]);
    expect(finding?.allegation).toMatchObject({ act: 'employment', inference: expect.any(String) });
    expect(finding?.elements.map(({ text }) => text)).toEqual([
      'Those sent are from North Korea, or it sent them',
      'They are employed in Russia (inferred; none of these claims says so)',
      expect.stringMatching(/^When it happened/),
    ]);
  });

  it.each([
    ['North Korea may have shipped coal to China, the Panel said.', /what may have been/],
    ['The Panel said North Korea could export coal to China.', /what can be done/],
    ['The Panel said it is possible that North Korea exported coal to China.', /what may have been/],
    ['Had North Korea shipped coal to China, Jan Kowal said, the Panel would have seen it.', /under a condition/],
    ['North Korea will ship coal to China, the Panel said.', /planned or to come/],
  ])('proposes nothing of what is not told as done: %s', async (text, missing) => {
    const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
    const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
    const claims = extractClaims(layer, { source, published: '2024-06-10' });
    const { findings, leads } = testAllegations(claims, contextOf(claims));
    expect(findings).toEqual([]);
    expect(leads.flatMap((lead) => lead.missing).join('; ')).toMatch(missing);
  });

  it('takes a denial for one of the whole, and disputes neither side nor thing by it', () => {
    const told = claimOf({ ...shells, quote: 'Pyongyang sent artillery shells to Moscow.' });
    const denial = claimOf({
      ...shells,
      quote: 'Moscow received no shells from Pyongyang.',
      claimant: { name: 'Moscow', kind: 'state', country: 'RU' },
      polarity: 'denies',
    });
    const [finding] = test([told, denial]);
    expect(finding?.dissents.map(({ claim }) => claim)).toEqual([denial.id]);
    expect(finding?.elements.filter(({ state }) => state === 'disputed')).toEqual([
      { text: 'It took place', state: 'disputed', claims: [told.id] },
    ]);
    expect(finding?.elements.filter(({ state }) => state === 'asserted')).toHaveLength(3);
    expect(test([told])[0]?.elements.filter(({ state }) => state === 'disputed')).toEqual([]);
  });

  it('takes a denial that names what is left open for one of a part at most', () => {
    const told = claimOf({
      ...shells,
      quote: 'Pyongyang sold artillery shells.',
      roles: { ...shells.roles, recipient: [] },
    });
    const narrow = claimOf({
      ...shells,
      quote: 'No shells went to Moscow.',
      claimant: { name: 'Foreign Ministry', kind: 'state-organ', country: 'RU' },
      polarity: 'denies',
    });
    const whole = claimOf({
      ...shells,
      quote: 'Pyongyang sold no shells.',
      claimant: { name: 'Pyongyang', kind: 'state', country: 'KP' },
      polarity: 'denies',
      roles: { ...shells.roles, recipient: [] },
    });
    const [part] = test([told, narrow]);
    expect(part).toMatchObject({
      status: 'contested',
      statusReason: 'What may be a part of it is denied by Foreign Ministry (Russia).',
      dissents: [{ by: 'Foreign Ministry (Russia)' }],
    });
    expect(part?.elements.at(-1)).toMatchObject({ text: 'It took place', state: 'asserted' });
    const [all] = test([told, whole]);
    expect(all).toMatchObject({ status: 'contested', statusReason: 'Denied by Pyongyang.' });
    expect(all?.elements.at(-1)).toMatchObject({ state: 'disputed' });
  });

  it('asks the law of no day that neither a claim nor its document gives', () => {
    const undated = claimOf({ ...shells, quote: 'Pyongyang sent artillery shells to Moscow.' });
    const ask = (claim: Claim) => testAllegations([claim], { ...contextOf([claim]), publishedOf: () => null });
    expect(ask(undated).findings).toEqual([]);
    expect(ask(undated).leads).toMatchObject([{ claims: [undated.id], missing: [expect.stringMatching(/^when/)] }]);
    const dated = claimOf({ ...shells, when: { from: '2023-09-01', to: null, raw: 'since September 2023' } });
    expect(ask(dated).findings[0]?.activity.date).toBe('2023-09-01');
  });

  it('holds a denial against no event after it, and against no other thing or way', () => {
    const coal = claimOf({
      ...shells,
      roles: { agent: ['North Korea'], recipient: ['China'], object: ['coal'] },
      when: { from: '2024-07-01', to: '2024-07-31', raw: 'in July' },
    });
    const denial = (roles: Claim['roles']) =>
      claimOf({
        predicate: 'procured',
        polarity: 'denies',
        claimant: { name: 'China', kind: 'state', country: 'CN' },
        roles,
      });
    const dissents = (claims: readonly Claim[], published: string) => test(claims, { published })[0]?.dissents.length;
    expect(dissents([coal, denial({ object: ['coal'] })], '2024-08-01')).toBe(1);
    expect(dissents([coal, denial({ object: ['coal'] })], '2024-06-01')).toBe(0);
    expect(dissents([coal, denial({ object: ['seafood'] })], '2024-08-01')).toBe(0);
    expect(dissents([coal, denial({ object: ['coal'], origin: ['Mongolia'] })], '2024-08-01')).toBe(0);
    const givesAway = claimOf({
      ...denial({}),
      predicate: 'transferred',
      roles: { agent: ['China'], object: ['coal'] },
    });
    expect(dissents([coal, givesAway], '2024-08-01')).toBe(0);
  });

  it('asks the law of each day of a time in which it changed', () => {
    const sold = (from: string, to: string) =>
      claimOf({
        ...shells,
        quote: 'North Korea sold textiles to China.',
        roles: { agent: ['North Korea'], recipient: ['China'], object: ['textiles'] },
        when: { from, to, raw: 'then' },
      });
    const answers = (from: string, to: string) =>
      test([sold(from, to)]).flatMap((finding) => verdictStretches(finding).map(({ verdict }) => verdict));
    expect(answers('2017-01-01', '2017-12-31')).toEqual(['not-covered', 'prohibited']);
    expect(answers('2018-01-01', '2018-12-31')).toEqual(['prohibited']);
  });

  it('rests what happened later on nobody who spoke before it, and gives no claim the time of another', () => {
    const told = (when: Claim['when']) =>
      claimOf({ ...shells, quote: 'Pyongyang sent artillery shells to Moscow.', when });
    const never = told({ from: null, to: null, raw: null });
    const autumn = told({ from: '2023-09-01', to: '2023-11-30', raw: 'in autumn' });
    const since = told({ from: '2024-03-01', to: null, raw: 'since March' });
    const ask = (claims: readonly Claim[], toldBy: ReadonlyMap<Claim, string>) =>
      testAllegations(claims, {
        ...contextOf(claims),
        publishedOf: (claim) => toldBy.get(claim) ?? '2024-06-10',
        statedBy: (claim) => toldBy.get(claim) ?? '2024-06-10',
      }).findings;
    expect(ask([never, autumn], new Map([[never, '2023-02-18']]))).toMatchObject([
      { claims: [autumn.id], title: 'Transfer of artillery shells from North Korea to Russia' },
      {
        claims: [never.id],
        title: 'Transfer of artillery shells from North Korea to Russia, told by 18 February 2023',
      },
    ]);
    expect(ask([never, autumn], new Map())).toMatchObject([{ claims: [never.id, autumn.id] }]);
    const [both] = ask([autumn, since], new Map());
    expect(both?.allegation.period).toEqual({ from: '2023-09-01', to: null });
    expect(both?.elements.filter(({ text }) => text.includes('happened'))).toEqual([
      { text: 'It happened between September 2023 and November 2023', state: 'asserted', claims: [autumn.id] },
      { text: 'It happened since March 2024', state: 'asserted', claims: [since.id] },
    ]);
  });

  it('asks the law of the last day that any claim gives where one of them goes on and no document has a day', () => {
    const cloth = (from: string, to: string | null) =>
      claimOf({
        predicate: 'transferred',
        roles: { agent: ['North Korea'], recipient: ['China'], object: ['textiles'] },
        when: { from, to, raw: from },
      });
    const claims = [cloth('2017-01-01', '2017-12-31'), cloth('2018-03-01', null)];
    const context = { ...contextOf(claims), publishedOf: () => null };
    expect(testAllegations(claims, context).findings[0]?.assessment.verdict).toBe('prohibited');
  });

  it('asks of a total above a cap no other time than its own', () => {
    const activity = { date: '2019-12-31', periodTotal: { value: '900000', unit: 'barrel', period: '2019' } } as never;
    const changes = [
      { date: '2018-02-01', verdict: 'undetermined' },
      { date: '2019-04-10', verdict: 'cap-exceeded' },
    ] as never;
    const stretches = verdictStretches({ changes, activity, assessment: { verdict: 'cap-exceeded' } as never });
    expect(stretches).toEqual([{ from: '2019-12-31', to: '2019-12-31', verdict: 'cap-exceeded' }]);
  });

  it('leaves a rejected claim out', () => {
    expect(test([claimOf({ ...shells, status: 'rejected' })])).toEqual([]);
  });

  describe('what its own sentence takes back', () => {
    const pump = (quote: string) =>
      claimOf({ ...shells, roles: { agent: ['Norway'], recipient: ['North Korea'], object: ['trucks'] }, quote });
    it.each([
      'Norway supplied trucks to North Korea under a humanitarian exemption.',
      'The 1718 Committee had approved the aid; Norway supplied trucks to North Korea.',
      'Norway supplied trucks to North Korea, which the resolution allowed until spring.',
      'Norway supplied trucks to North Korea with the approval of the Committee.',
      'Norway supplied trucks to North Korea before the ban.',
      'Norway supplied trucks to North Korea, within what was then allowed.',
    ])('proposes nothing as prohibited that was exempt, approved or before the ban: %s', (quote) => {
      const claim = pump(quote);
      const { findings, leads } = testAllegations([claim], contextOf([claim]));
      expect(findings).toEqual([]);
      expect(leads[0]?.missing.join()).toContain('that it was not exempt');
      // A person who has read the passage and accepts it vouches for it.
      expect(test([{ ...claim, status: 'accepted' }])).toHaveLength(1);
    });

    it.each([
      'Norway supplied trucks to North Korea without an exemption.',
      'The Committee had not approved it, and Norway supplied trucks to North Korea.',
      'Norway supplied trucks to North Korea, which no resolution allowed.',
      'Norway supplied trucks to North Korea after the ban.',
    ])('proposes what was not: %s', (quote) => {
      expect(test([pump(quote)])).toHaveLength(1);
    });
  });

  it('lets no party confess by words that another sentence alone hands to it', () => {
    const said = (name: string, basis: 'carried' | 'explicit', speech: Claim['speech'] = 'reported') =>
      claimOf({
        ...shells,
        quote: 'The report said that North Korea sent artillery shells to Russia.',
        claimant: { name, kind: 'state-organ', country: 'RU' },
        speech,
        basis: { agent: 'explicit', object: 'explicit', recipient: 'explicit', claimant: basis },
      });
    const carried = said("Russia's defence ministry", 'carried');
    const { findings, leads } = testAllegations([carried], contextOf([carried]));
    expect(findings).toEqual([]);
    expect(leads[0]?.title).not.toContain('ministry');
    expect(test([said("Russia's defence ministry", 'explicit')])).toHaveLength(1);
    expect(test([said("Russia's defence ministry", 'carried', 'own-voice')])).toHaveLength(1);
    const it = { ...carried, quote: 'According to it, Pyongyang sent artillery shells to Moscow.' };
    const pyongyang = { name: 'Pyongyang', kind: 'state', country: 'KP' } as const;
    expect(test([{ ...it, claimant: pyongyang }])).toEqual([]);
    const named = {
      ...it,
      quote: 'Pyongyang said that Pyongyang sent artillery shells to Moscow.',
      claimant: pyongyang,
    };
    expect(test([named])).toHaveLength(1);
    const third = { ...carried, claimant: { name: 'Norway’s ministry', kind: 'state-organ', country: 'NO' } } as const;
    expect(test([third])).toHaveLength(1);
  });

  it('names who passed on what stands behind a finding', () => {
    const [finding] = test([
      claimOf({
        ...shells,
        claimant: { name: 'customs of Norway', kind: 'state-organ' },
        relay: [{ name: 'Nordic Wire', kind: 'newsroom' }],
      }),
    ]);
    expect(finding?.statusReason).toContain('as passed on by Nordic Wire');
  });
});
