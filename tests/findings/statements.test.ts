import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/model/claim.ts';
import { checkStatements } from '../../src/findings/statements/consistency.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { claimOf, quantityOf } from './sample-claim.ts';

const regime = loadRegime('un-1718');
const check = (claim: Claim, published = '2024-03-29') =>
  checkStatements([claim], () => ({ regime, published, aboutRegime: () => true }));
const on = (day: string) => ({ from: day, to: day, raw: `on ${day}` });
const year = (number: number, raw = `in ${number}`) => ({ from: `${number}-01-01`, to: `${number}-12-31`, raw });

describe('statements held against the regime data', () => {
  it.each([
    ['Russia', '2024-03-28', 'agrees'],
    ['Russia', '2024-03-27', 'contradicts'],
    ['China', '2024-03-28', 'contradicts'],
    ['China', '2022-05-26', 'agrees'],
  ])('a veto by %s on %s %s', (agent, day, relation) => {
    const [result] = check(
      claimOf({ predicate: 'vetoed', roles: { agent: [agent], object: ['the renewal'] }, when: on(day) }),
    );
    expect(result?.relation).toBe(relation);
  });

  it('counts a vote from its ballots', () => {
    const vote = (inFavour: string) =>
      claimOf({
        predicate: 'voted',
        when: on('2024-03-28'),
        quantities: [quantityOf('vote in favour', inFavour, inFavour), quantityOf('abstention', '1', '1')],
      });
    expect(check(vote('13'))[0]?.relation).toBe('agrees');
    expect(check(vote('14'))[0]).toMatchObject({
      relation: 'contradicts',
      fact: expect.stringContaining('13 in favour, 1 against, 1 abstained'),
    });
  });

  // A resolution that is only named is no statement about it, so that a number can be neither right nor wrong there.
  it.each(['Resolution 2379 limits it', 'Resolution 2397 (2016) limits it', 'Resolution 2397 (2017) limits it'])(
    'tests nothing where a resolution is only named: %s',
    (quote) => {
      expect(check(claimOf({ predicate: 'said', quote }))).toEqual([]);
    },
  );

  it.each([
    ['2017-12-22', 'agrees'],
    ['2017-12-23', 'contradicts'],
  ])('tests the day on which a resolution is said to be adopted: %s %s', (day, relation) => {
    const adopted = claimOf({
      predicate: 'adopted',
      quote: 'The Council adopted resolution 2397 on that day',
      roles: { agent: ['Council'], object: ['resolution 2397'] },
      when: on(day),
    });
    expect(check(adopted)).toMatchObject([{ relation, reference: 'S/RES/2397(2017)' }]);
  });

  it('contradicts no statement about another body, another regime’s panel or a State’s own sanctions', () => {
    const said = (predicate: Claim['predicate'], quote: string, when: Claim['when'], roles: Claim['roles'] = {}) =>
      check(claimOf({ predicate, quote, when, roles }));
    expect(
      said('created', 'Eleven States created a monitoring team in place of the panel', year(2024), {
        object: ['a monitoring team'],
      }),
    ).toEqual([]);
    expect(
      said('created', 'The Council created a panel of experts on Libya', year(2011), {
        object: ['a panel of experts on Libya'],
      }),
    ).toEqual([]);
    expect(
      said('adopted', 'The EU adopted sanctions against North Korea in 2011', year(2011), { object: ['sanctions'] }),
    ).toEqual([]);
    const until = { from: '2019-04-24', to: '2019-04-24', raw: 'until 24 April 2019' };
    expect(
      said('renewed', 'In 2018 the Council extended the panel of experts until 24 April 2019', until)[0]?.relation,
    ).not.toBe('contradicts');
    expect(
      said('vetoed', 'Russia vetoed a text on Mali', on('2024-03-20'), {
        agent: ['Russia'],
        object: ['a text on Mali'],
      })[0]?.relation,
    ).not.toBe('contradicts');
    const assembly = claimOf({
      predicate: 'voted',
      quote: 'The General Assembly passed it by 104 for and 22 against',
      when: on('2024-03-28'),
      quantities: [quantityOf('vote in favour', '104', '104'), quantityOf('vote against', '22', '22')],
    });
    expect(check(assembly)).toEqual([]);
  });

  it('tests a ban and a yearly cap that are stated', () => {
    const ban = claimOf({
      predicate: 'said',
      quote: 'U.N. sanctions prohibit all exports of anthracite by North Korea.',
    });
    expect(check(ban, '2019-05-01')).toMatchObject([
      { relation: 'agrees', statement: expect.stringContaining('exports') },
    ]);
    expect(
      check(claimOf({ predicate: 'said', quote: 'U.N. sanctions prohibit all exports of rice flour by Peru.' })),
    ).toEqual([]);
    const limited = claimOf({
      predicate: 'said',
      quote: 'Imports of refined petroleum are limited to 500,000 barrels a year.',
      quantities: [
        quantityOf('refined petroleum', null, '500000', {
          qualifier: 'at-most',
          unit: 'barrel',
          raw: '500,000 barrels',
          nature: 'limit',
        }),
      ],
    });
    expect(check(limited, '2019-05-01')).toMatchObject([{ relation: 'agrees' }]);
  });

  it("leaves another regime's resolution alone", () => {
    expect(check(claimOf({ predicate: 'said', quote: 'Resolution 2231 concerns Iran' }))).toEqual([]);
  });

  it('knows when measures began, and says which decision it was', () => {
    const adopted = (when: Claim['when'], quote: string) =>
      check(claimOf({ predicate: 'adopted', roles: { object: ['sanctions'] }, when, quote }))[0];
    expect(adopted(year(2006), 'The Council adopted sanctions in 2006')).toMatchObject({
      relation: 'agrees',
      reference: 'S/RES/1718(2006)',
    });
    expect(adopted(year(2016), 'The Council adopted further sanctions in 2016')).toMatchObject({ relation: 'agrees' });
    expect(adopted(year(2016, 'since 2016'), 'North Korea has had sanctions in place since 2016')).toMatchObject({
      relation: 'contradicts',
      reference: 'S/RES/1718(2006)',
    });
    expect(adopted(year(2011), 'The Council adopted sanctions in 2011')).toMatchObject({ relation: 'contradicts' });
  });

  it('holds a resolution of another body against nothing', () => {
    for (const quote of [
      'On 12 May 2019 the Assembly adopted its yearly resolution on sanctions by 98 votes to 12',
      'Norway adopted sanctions of its own on 12 May 2019',
    ])
      expect(
        check(
          claimOf({
            predicate: 'adopted',
            roles: { object: ['resolution on sanctions'] },
            when: { from: '2019-05-12', to: '2019-05-12', raw: '12 May 2019' },
            quote,
          }),
        ),
      ).toEqual([]);
  });

  it('does not take later measures for the first', () => {
    const later = claimOf({
      predicate: 'said',
      quote: 'Sanctions imposed on North Korea since 2016 have hit coal',
      when: year(2016, 'since 2016'),
    });
    expect(check(later)).toEqual([]);
  });

  it('knows when the panel was created and when its mandate ended', () => {
    const created = (number: number) =>
      check(claimOf({ predicate: 'created', quote: 'the expert panel was created', when: year(number) }))[0];
    expect(created(2009)?.relation).toBe('agrees');
    expect(created(2006)?.relation).toBe('contradicts');
    expect(
      check(
        claimOf({
          predicate: 'halted',
          quote: 'The veto halts the work of the panel',
          roles: { object: ['work of the panel'] },
        }),
      )[0]?.fact,
    ).toMatch(/ended on 2024-04-30; 138 paragraphs of its measures stayed in force/);
  });

  it('does not hold a mandate that would have been against the one that is', () => {
    const when = { from: '2025-04-30', to: '2025-04-30', raw: 'until 30 April 2025' };
    expect(
      check(claimOf({ predicate: 'renewed', quote: 'would have extended the panel until 30 April 2025', when })),
    ).toEqual([]);
    expect(
      check(claimOf({ predicate: 'renewed', quote: 'extended the panel until 30 April 2025', when }), '2024-01-01')[0]
        ?.relation,
    ).toBe('contradicts');
  });

  it('tells a right cap from one with the wrong figure or the wrong unit', () => {
    const cap = (counts: string, value: string, unit?: string) =>
      check(
        claimOf({
          predicate: 'said',
          quote: `the U.N. annual cap of ${value} ${unit ?? ''} of refined petroleum`,
          quantities: [
            quantityOf(counts, value, value, {
              raw: `${value} ${unit ?? ''} of refined petroleum`,
              ...(unit === undefined ? {} : { unit }),
            }),
          ],
        }),
        '2019-05-01',
      )[0];
    expect(cap('refined petroleum', '500000', 'barrel')?.relation).toBe('agrees');
    expect(cap('refined petroleum', '1000000', 'barrel')?.relation).toBe('contradicts');
    // What an earlier resolution would have allowed a year, in other words than its own, is left alone.
    expect(cap('refined petroleum', '2000000', 'barrel')).toBeUndefined();
    expect(cap('refined petroleum', '500000', 'tonne')).toMatchObject({
      relation: 'contradicts',
      fact: expect.stringContaining('500,000 barrels'),
    });
  });

  it.each([
    'Peru exceeded the cap on refined petroleum by making 70 illegal transfers',
    'Peru bought 3 million barrels of refined petroleum in excess of the cap',
    'Peru delivered 5,000 barrels of refined petroleum, far below the limit of the resolution',
    'In 2017 Peru delivered 1,700 barrels of refined petroleum, which no resolution limited',
    'A draft would have cut the annual cap on refined petroleum to 380,000 barrels',
    'Peru set an export quota of 40 million barrels of refined petroleum for its refineries',
    'A contract limit of 60,000 barrels of refined petroleum was agreed by the two firms',
    'North Korea was short of the cap on refined petroleum at 300,000 barrels',
    'Peru wanted 900,000 barrels of refined petroleum as the limit',
    'The U.N. allowed a tanker to leave with 20,000 barrels of refined petroleum',
    'A refinery in Peru limits its staff to 300 people and stores 80,000 barrels of refined petroleum',
  ])('takes no figure for the limit that is measured by it, wished for or only near its word: %s', (quote) => {
    const [, low = ''] = /([\d,]+(?: million)?)(?= (?:illegal|barrels))/.exec(quote) ?? [];
    const value = low.includes('million') ? `${low.split(' ')[0]}000000` : low.replace(/,/g, '');
    const unit = quote.includes(`${low} barrels`) ? { unit: 'barrel' } : {};
    const quantities = [quantityOf('refined petroleum', value, value, { raw: `${low} barrels`, ...unit })];
    expect(check(claimOf({ predicate: 'said', quote, quantities }), '2019-05-01')).toEqual([]);
  });

  it('takes no company, talk or cooperation that came to an end for the panel', () => {
    const halted = (quote: string, roles: Claim['roles'], published?: string) =>
      check(claimOf({ predicate: 'halted', quote, roles }), published);
    const stopped = { agent: ['Peru'], object: ['cooperation with the coordinator of the panel'] };
    expect(halted('Peru halted its cooperation with the coordinator of the panel', stopped)).toEqual([]);
    expect(halted('The firm, the panel says, has ceased to exist', { agent: ['firm'] })).toEqual([]);
    expect(halted('Peru stopped a panel discussion on North Korea', { object: ['panel discussion'] })).toEqual([]);
    expect(halted('The panel on Libya ended its work', { agent: ['panel'], object: ['work'] })).toEqual([]);
    const ended = { agent: ['Russia'], object: ['work of the panel'] };
    expect(halted("Russia's veto ended the work of the panel", ended)).toHaveLength(1);
    // Nobody can have told of it before the vote.
    expect(halted("Russia's veto ended the work of the panel", ended, '2023-03-01')).toEqual([]);
  });

  it('holds one number of a vote that is not dated against no vote', () => {
    const quantities = [quantityOf('abstention', '2', '2')];
    expect(check(claimOf({ predicate: 'voted', quote: 'Two members abstained', quantities }))).toEqual([]);
  });

  it('says of nobody’s sanctions but the target’s own when they began', () => {
    const quote = 'The bank in North Korea has been under sanctions since 2013';
    expect(check(claimOf({ predicate: 'said', quote, when: year(2013, 'since 2013') }))).toEqual([]);
    const own = 'The United States has had sanctions on North Korea since 1950';
    expect(check(claimOf({ predicate: 'said', quote: own, when: year(1950, 'since 1950') }))).toEqual([]);
  });
});
