import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import type { Quantity } from '../../src/claims/model/quantity.ts';
import { compareFigures } from '../../src/findings/comparison/comparison-topic.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const attack = (low: string | null, high: string | null, counts = 'attack', document = '1') =>
  claimOf({
    predicate: 'attacked',
    document: `sha256:${document.repeat(64)}`,
    roles: { agent: ['Russia'], object: ['Ukraine'] },
    quantities: [quantityOf(counts, low, high)],
  });

/** What North Korea is said to have sent to Russia, with one figure. */
const sent = (
  counts: string,
  low: string | null,
  high: string | null,
  figure: Partial<Quantity> = {},
  claim: Partial<Claim> = {},
) =>
  claimOf({
    predicate: 'transferred',
    roles: { agent: ['North Korea'], recipient: ['Russia'], object: [`${counts}s`] },
    quantities: [quantityOf(counts, low, high, figure)],
    ...claim,
  });

const relationsOf = (claims: readonly Claim[]) => compareFigures(claims).flatMap(({ relations }) => relations);
const in2024 = { window: { from: '2024-01-01', to: '2024-12-31' } };

describe('figures laid side by side', () => {
  it('takes figures of one matter, and no others', () => {
    const other = claimOf({
      predicate: 'attacked',
      roles: { agent: ['Peru'] },
      quantities: [quantityOf('attack', '3', '3')],
    });
    const topics = compareFigures([attack('40', '60'), attack('10', null), other]);
    expect(topics).toHaveLength(1);
    expect(topics[0]?.relations).toMatchObject([{ relation: 'narrower', narrower: 'a', drift: false, nouns: 'equal' }]);
  });

  it('takes what is paid in a month and in a year for no one sum', () => {
    const figure = (time: string, by: string, start: number) =>
      sent(
        'usd',
        '2000',
        '2000',
        { raw: '$2,000' },
        { quote: `${by} said each cost $2,000${time}.`, start, end: start + 20 },
      );
    const same = (a: string, b: string) =>
      relationsOf([figure(a, 'A buyer', 0), figure(b, 'A seller', 30)]).filter(({ relation }) => relation === 'same');
    expect(same(' a month', ' a month')).toHaveLength(1);
    expect(same(' a month', ' a year')).toEqual([]);
    expect(same('', ' per month')).toEqual([]);
  });

  it('takes no figure that its own sentence, or the next one of the same voice, says was wrong', () => {
    const told = sent('tank', '40', '40', {}, { quote: 'The Wire told of 40 tanks.' });
    const again = { quote: 'The Post wrote of 40 tanks.', start: 20, end: 40 };
    expect(relationsOf([told, sent('tank', '40', '40', {}, again)])).toHaveLength(1);
    const wrong = 'Our report that North Korea sent 40 tanks has turned out to be wrong.';
    expect(relationsOf([told, sent('tank', '40', '40', {}, { ...again, quote: wrong })])).toEqual([]);
    const sorry = claimOf({
      predicate: 'said',
      quote: 'The Post regrets the error.',
      speech: 'own-voice',
      start: 41,
      end: 60,
    });
    expect(relationsOf([sent('tank', '40', '40', {}, again), sorry, told])).toEqual([]);
    const worker = (low: string) => sent('korean worker', low, null, { raw: `at least ${low} Korean workers` });
    expect(compareFigures([worker('9'), worker('8')])[0]?.title).toBe('Korean workers, side by side');
  });

  it('names what is not known, and what differs', () => {
    const [unknown] = relationsOf([sent('tank', '40', '60', in2024), sent('tank', '50', null)]);
    expect(unknown).toMatchObject({ relation: 'compatible', why: { differs: [], unknown: ['window'] } });
    expect(unknown?.reason).toContain('the time');
    expect(relationsOf([sent('tank', '40', '60'), sent('tank', '50', null, { event: 'seize' })])).toEqual([]);
  });

  it('finds a contradiction only where every part is said on both sides', () => {
    const [complete] = relationsOf([sent('tank', '100', '100', in2024), sent('tank', '50', '50', in2024)]);
    expect(complete).toMatchObject({ relation: 'contradicts', why: { differs: [], unknown: [] } });
    const without: readonly (readonly [Partial<Quantity>, Partial<Claim>])[] = [
      [{}, {}],
      [{ ...in2024, basis: { window: 'open' } }, {}],
      [{ ...in2024, basis: { event: 'open' } }, {}],
      [in2024, { basis: { agent: 'open' } }],
      [in2024, { roles: { agent: ['North Korea'], object: ['tanks'] } }],
      [{ ...in2024, nature: 'running-total', asOf: '2024-12-31' }, {}],
    ];
    for (const [figure, claim] of without)
      expect(
        relationsOf([sent('tank', '100', '100', in2024), sent('tank', '50', '50', figure, claim)]).filter(
          ({ relation }) => relation === 'contradicts',
        ),
      ).toEqual([]);
  });

  it.each([
    ['31 missiles, counting cruise missiles.', false],
    ['Not counting cruise missiles, it sent 31 missiles.', false],
    ['31 missiles in 2024, leaving out those that failed.', false],
    ['31 missiles, including 12 that failed.', true],
    ['31 missiles, the agency said, and 4 tanks, excluding old ones.', true],
  ])(
    'takes figures of which one says what it counts in or leaves out for no contradiction: %s',
    (quote, contradicts) => {
      const wide = sent('missile', '31', '31', { ...in2024, raw: '31 missiles' }, { quote });
      const other = sent('missile', '21', '21', { ...in2024, raw: '21 missiles' }, { quote: 'It sent 21 missiles.' });
      const found = relationsOf([wide, other]).filter(({ relation }) => relation === 'contradicts');
      expect(found).toHaveLength(contradicts ? 1 : 0);
    },
  );

  it('lets a running total grow, and not shrink', () => {
    const total = (figure: string, asOf: string) =>
      sent('container', figure, figure, { nature: 'running-total', asOf, window: { from: '2023-09-01', to: null } });
    expect(relationsOf([total('2000', '2023-11-01'), total('6700', '2024-02-26')])).toEqual([]);
    expect(relationsOf([total('6700', '2023-11-01'), total('2000', '2024-02-26')])).toMatchObject([
      { relation: 'contradicts' },
    ]);
  });

  it('does not let a part contradict the whole', () => {
    const kinds = [sent('rocket', '900', '900', in2024), sent('munition', '400', '400', in2024)];
    expect(relationsOf(kinds)).toEqual([]);
    const within = [sent('rocket', '300', '300', in2024), sent('munition', '200', null, in2024)];
    expect(relationsOf(within)).toMatchObject([{ relation: 'compatible', nouns: 'nested' }]);
  });

  it.each<[string, Claim, Claim]>([
    [
      'what is paid for ore and what is paid in wages',
      sent('EUR', '90', '90', { of: 'ore', event: 'pay' }),
      sent('EUR', '90', null, { of: 'wages', event: 'pay' }),
    ],
    [
      'what one fleet carried and what a State sold in a year',
      sent('coal', '12', null, { unit: 'tonne' }, { roles: { agent: ['Mongolia'], recipient: ['China'] } }),
      sent('coal', '9', null, { unit: 'tonne' }, { roles: { agent: ['North Korea'], recipient: ['China'] } }),
    ],
    [
      'the killed and the hurt',
      sent('person killed', '40', '40', { event: 'kill' }),
      sent('person injured', '40', null, { event: 'injure' }),
    ],
    [
      'what was stolen and what is left of it',
      sent('USD', '600', null, { of: 'crypto assets', event: 'stole' }),
      sent('USD', '500', null, { of: 'crypto assets', event: 'hold', nature: 'stock' }),
    ],
    ['what is planned and what was sent', sent('worker', '90', null, { nature: 'plan' }), sent('worker', '80', null)],
    [
      'what went one way and the other',
      sent('wagon', '90', null),
      sent('wagon', '80', null, {}, { roles: { agent: ['Russia'], recipient: ['North Korea'] } }),
    ],
  ])('does not compare %s', (_, a, b) => {
    expect(relationsOf([a, b])).toEqual([]);
  });

  it('compares a thing and a kind of it under their several names', () => {
    const oil = sent('oil', '1000000', null, { unit: 'barrel' });
    const product = sent('oil product', '165000', null, { unit: 'barrel' });
    expect(relationsOf([oil, product])).toMatchObject([{ relation: 'compatible', nouns: 'nested' }]);
    const petroleum = sent('refined petroleum', '165000', null, { unit: 'barrel' });
    expect(relationsOf([product, petroleum])).toMatchObject([{ relation: 'same', nouns: 'equal' }]);
  });

  it('compares a rounded figure with the exact one, and one account’s figure that is said twice', () => {
    const about = sent('barrel', '160000', '240000', { qualifier: 'about', raw: 'about 200,000 barrels' });
    expect(relationsOf([about, sent('barrel', '198400', '198400')])).toMatchObject([{ relation: 'narrower' }]);
    const claimant = { name: 'The minister', kind: 'person' } as const;
    const twice = [1, 2].map((at) => sent('wagon', '640', '640', {}, { claimant, start: at * 100 }));
    expect(relationsOf(twice)).toMatchObject([{ relation: 'same' }]);
  });

  it('lays neither a limit nor what a load could hold beside a count of deliveries', () => {
    const barrels = (quote: string, raw: string, low: string) =>
      claimOf({
        predicate: quote.includes('delivered') ? 'transferred' : 'said',
        quote,
        quantities: [quantityOf('refined petroleum', low, low, { unit: 'barrel', raw })],
      });
    const limit = barrels('Resolution 2397 allows North Korea 500,000 barrels in a year.', '500,000 barrels', '500000');
    const delivery = barrels('Russia delivered 900,000 barrels to North Korea.', '900,000 barrels', '900000');
    expect(compareFigures([limit, delivery])).toEqual([]);
    const shells = (quote: string, raw: string, low: string) => sent('shell', low, null, { raw }, { quote });
    const held = shells('It sent containers that could hold up to 3 million shells.', '3 million shells', '3000000');
    const counted = shells('It sent 1 million shells.', '1 million shells', '1000000');
    const other = shells('The containers had room for 2 million shells.', '2 million shells', '2000000');
    expect(compareFigures([held, counted])).toEqual([]);
    expect(compareFigures([held, counted, other])).toHaveLength(1);
  });

  it('flags one number of two things as drift only where one can be the other told again', () => {
    const prosecutor = { name: 'A prosecutor', kind: 'state-organ' } as const;
    const fired = (figure: string, claim: Partial<Claim> = {}) =>
      claimOf({
        predicate: 'fired',
        roles: { agent: ['Russia'], instrument: ['missiles'] },
        quantities: [quantityOf('missile', figure, figure)],
        claimant: prosecutor,
        document: `sha256:${'1'.repeat(64)}`,
        ...claim,
      });
    const attacked = (figure: string, claim: Partial<Claim>) => ({
      ...attack(figure, figure, 'attack', '2'),
      ...claim,
    });
    const drifts = (a: Claim, b: Claim) => compareFigures([a, b])[0]?.relations[0]?.drift ?? null;
    expect(drifts(fired('50'), attacked('50', { claimant: prosecutor }))).toBe(true);
    expect(drifts(fired('50'), attacked('50', { relay: [prosecutor] }))).toBe(true);
    expect(drifts(fired('50'), attacked('50', {}))).toBeNull();
    expect(drifts(fired('20'), attacked('20', { claimant: prosecutor }))).toBeNull();
    const { document } = fired('50');
    expect(drifts(fired('50'), attacked('50', { claimant: prosecutor, document }))).toBeNull();
    const then = (month: string) => ({ when: { from: `2024-${month}-01`, to: `2024-${month}-28`, raw: 'then' } });
    expect(drifts(fired('50', then('01')), attacked('50', { claimant: prosecutor, ...then('02') }))).toBeNull();
  });

  it('does not hold different figures of one account against each other', () => {
    const claimant = { name: 'A prosecutor', kind: 'state-organ' } as const;
    const one = { ...attack('50', '50'), claimant };
    const two = { ...attack('21', '21'), claimant };
    expect(compareFigures([one, two])).toEqual([]);
  });

  it('does not take one passage for two tellings', () => {
    const quote = 'The agency said, by the paper, that 640 wagons went to Russia.';
    const figure = { raw: '640 wagons' };
    expect(
      compareFigures([sent('wagon', '640', '640', figure, { quote }), sent('wagon', '640', '640', figure, { quote })]),
    ).toEqual([]);
  });

  it('keeps an accepted comparison accepted until a new claim comes under it', () => {
    const [a, b, c] = [
      attack('40', '60', 'attack', '2'),
      attack('10', null, 'attack', '3'),
      attack('45', null, 'attack', '1'),
    ];
    const [topic] = compareFigures([a, b]);
    const word = { act: 'a-9', by: 'Ada', at: '2026-01-01T00:00:00.000Z', reason: null, status: 'accepted' as const };
    const reviews = [{ ...word, id: topic?.id ?? '', seen: [a.id, b.id] }];
    expect(compareFigures([a, b], reviews)[0]).toMatchObject({ review: 'accepted', unseen: [] });
    // The new one stands first, and yet it is the comparison that was accepted.
    expect(compareFigures([c, a, b], reviews)[0]).toMatchObject({ id: topic?.id, review: 'proposed', unseen: [c.id] });
    const out = [{ ...word, id: topic?.id ?? '', status: 'left-out' as const, seen: [a.id, b.id] }];
    expect(compareFigures([a, b, c], out)[0]).toMatchObject({ review: 'left-out' });
  });

  it('gives the same topics whatever the order of unrelated claims, each figure in one topic', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('attack', 'missile', 'shell'), fc.integer({ min: 1, max: 99 })), {
          maxLength: 12,
        }),
        (rows) => {
          const claims = rows.map(([counts, value]) => attack(String(value), null, counts));
          const keys = (all: readonly Claim[]) =>
            compareFigures(all)
              .map(({ figures }) =>
                figures
                  .map(({ id }) => id)
                  .sort()
                  .join(),
              )
              .sort();
          const ids = keys(claims).flatMap((key) => key.split(','));
          expect(new Set(ids).size).toBe(ids.length);
          expect(keys([...claims].reverse())).toEqual(keys(claims));
        },
      ),
    );
  });

  it('says where the words of one figure say more, where totals end on two days, and where the place is not the same', () => {
    const reason = (a: Claim, b: Claim) => compareFigures([a, b], [])[0]?.relations[0]?.reason;
    expect(
      reason(
        sent('freighter', '22', '22', { raw: '22 freighters' }),
        sent('freighter', '22', '22', { raw: '22 laden freighters' }),
      ),
    ).toContain('One counts “freighters”, the other “laden freighters”.');
    const total = (low: string, asOf: string) =>
      sent('shell', low, null, {
        nature: 'running-total',
        asOf,
        raw: `more than ${low} shells`,
        window: { from: '2023-09-01', to: asOf },
      });
    expect(reason(total('1000', '2024-02-01'), total('5000', '2025-05-01'))).toContain(
      'They are totals up to different days.',
    );
    expect(reason(sent('shell', '1000', null), sent('shell', '5000', '5000', {}, { where: ['Nampo'] }))).toContain(
      'the place',
    );
  });

  it.each([
    ['By rail Peru sold 70 tanks to Chile.', 'the way'],
    ['Peru sold 70 tanks to Chile under old contracts.', 'the terms'],
    ['Peru sold 70 tanks to Chile in a first group.', 'a part'],
    ['Each month Peru sold 70 tanks to Chile.', 'each of several times'],
    ['Peru sold another 70 tanks to Chile.', 'what came on top'],
    ['Peru sold 70 tanks to Chile, as the ministry first said; it corrected this later.', 'one of two tellings'],
  ])('contradicts by no figure of a part, way or telling that its sentence says: %s', (quote) => {
    const plain = { quote: 'Peru sold 300 tanks to Chile.', start: 500, end: 530 };
    const part = sent('tank', '70', '70', { ...in2024, raw: '70 tanks' }, { quote });
    const whole = sent('tank', '300', '300', { ...in2024, raw: '300 tanks' }, plain);
    expect(relationsOf([part, whole]).filter(({ relation }) => relation === 'contradicts')).toEqual([]);
    const other = sent('tank', '70', '70', { ...in2024, raw: '70 tanks' }, { quote: 'Peru sold 70 tanks to Chile.' });
    expect(relationsOf([other, whole])).toMatchObject([{ relation: 'contradicts' }]);
  });

  it('lets nobody contradict themselves: the later figure may correct the first', () => {
    const ministry = { name: 'Ministry of Mines', kind: 'state-organ' } as const;
    const told = (low: string, document: string) =>
      sent('tank', low, low, in2024, { claimant: ministry, document: `sha256:${document.repeat(64)}` });
    expect(relationsOf([told('30', '1'), told('9', '2')])).toEqual([]);
  });

  it('takes the goods behind a measure for what is measured, and a time told by another for no time', () => {
    const coal = (quote: string, low: string, claim: Partial<Claim> = {}) =>
      sent(
        'coal',
        low,
        low,
        { unit: 'tonne', raw: `${low} tonnes` },
        { quote, when: { from: '2018-01-01', to: '2018-12-31', raw: 'in 2018' }, ...claim },
      );
    const plain = coal('Peru sold 900 tonnes of coal to Chile in 2018.', '900', { start: 500, end: 550 });
    expect(relationsOf([plain, coal('Peru sold 40 tonnes of coal to Chile in 2018.', '40')])).toMatchObject([
      { relation: 'contradicts' },
    ]);
    expect(relationsOf([plain, coal('Peru sold 40 tonnes of anthracite to Chile in 2018.', '40')])).toEqual([]);
    const same = coal('In the same period of 2016 Peru sold 40 tonnes of coal to Chile.', '40', {
      when: { from: '2018-01-01', to: '2018-12-31', raw: 'In the same period' },
    });
    expect(relationsOf([plain, same])).toEqual([]);
  });
});
