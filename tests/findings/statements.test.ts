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
    ['Russia', '2024-03-26', 'contradicts'],
    ['China', '2024-03-28', 'contradicts'],
    ['China', '2022-05-26', 'agrees'],
  ])('a veto by %s on %s %s', (agent, day, relation) => {
    const [result] = check(
      claimOf({
        predicate: 'vetoed',
        quote: `${agent} vetoed the renewal of the panel on North Korea`,
        roles: { agent: [agent], object: ['the renewal of the panel on North Korea'] },
        when: on(day),
      }),
    );
    expect(result?.relation).toBe(relation);
  });

  it('counts a vote from its ballots', () => {
    const vote = (inFavour: string) =>
      claimOf({
        predicate: 'voted',
        quote: 'The Council voted on the panel on North Korea',
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
    ['2017-12-21', 'contradicts'],
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
    const since = year(2016, 'since 2016');
    expect(adopted(since, 'North Korea has been under U.N. sanctions since 2016')).toMatchObject({
      relation: 'contradicts',
      reference: 'S/RES/1718(2006)',
    });
    // Whose sanctions, and on what, is not said: States have had theirs since other years.
    expect(adopted(since, 'North Korea has had sanctions in place since 2016')).toBeUndefined();
    expect(adopted(since, 'North Korea has had U.N. sanctions on its banks since 2016')).toBeUndefined();
    // The Committee adds names in years without a resolution.
    expect(adopted(year(2012), 'The Council adopted sanctions on North Korean firms in 2012')).toBeUndefined();
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
      check(
        claimOf({
          predicate: 'created',
          quote: 'the expert panel on North Korea was created',
          roles: { object: ['the expert panel on North Korea'] },
          when: year(number),
        }),
      )[0];
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
    const renewed = (quote: string, panel = 'the panel on North Korea') =>
      check(
        claimOf({
          predicate: 'renewed',
          quote,
          roles: { object: [panel] },
          when: { from: '2025-04-30', to: '2025-04-30', raw: 'until 30 April 2025' },
        }),
        '2024-01-01',
      )[0]?.relation;
    expect(renewed('would have extended the panel on North Korea until 30 April 2025')).toBeUndefined();
    expect(renewed('extended the panel on North Korea until 30 April 2025')).toBe('contradicts');
    // Which panel is not said in the sentence.
    expect(renewed('extended the panel until 30 April 2025', 'the panel')).toBeUndefined();
  });

  it('tells a right cap from one with the wrong figure or the wrong unit', () => {
    const cap = (counts: string, value: string, unit?: string) =>
      check(
        claimOf({
          predicate: 'said',
          quote: `the U.N. annual cap of ${value} ${unit ?? ''} of refined petroleum for North Korea`,
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

  describe('first knows what a statement is about', () => {
    const vetoed = (quote: string, agent: string, when: Claim['when'], object: string, published?: string) =>
      check(claimOf({ predicate: 'vetoed', quote, roles: { agent: [agent], object: [object] }, when }), published);
    const never = { from: null, to: null, raw: null };

    it('tests no veto on a text of which the sentence does not say what it is on', () => {
      expect(vetoed('Britain vetoed the text although ten members were for it', 'Britain', never, 'the text')).toEqual(
        [],
      );
      expect(vetoed('Russia vetoed the draft', 'Russia', on('2024-03-28'), 'the draft')).toEqual([]);
      const aid = { from: '2022-06-20', to: '2022-06-20', raw: 'On 20 June' };
      expect(
        vetoed(
          'On 20 June Russia vetoed a draft on aid over the border',
          'Russia',
          aid,
          'a draft on aid',
          '2022-06-25',
        ),
      ).toEqual([]);
    });

    it('calls no veto wrong that is told without a day, or a day after the vote, as it is in Asia', () => {
      const quote = 'Britain vetoed the renewal of the panel on North Korea';
      expect(vetoed(quote, 'Britain', year(2024), 'the renewal of the panel on North Korea')).toEqual([]);
      const next = { from: '2024-03-29', to: '2024-03-29', raw: 'on 29 March 2024' };
      const asia = 'Russia vetoed the renewal of the panel on North Korea on 29 March 2024';
      expect(vetoed(asia, 'Russia', next, 'the renewal of the panel on North Korea')).toEqual([]);
      const thursday = { from: '2024-03-21', to: '2024-03-21', raw: 'on Thursday' };
      expect(vetoed(quote.replace('Britain', 'Russia'), 'Russia', thursday, 'the renewal')).toEqual([]);
    });

    const votes = (
      quote: string,
      inFavour: string,
      abstained: string,
      when: Claim['when'] = never,
      published = '2024-03-31',
    ) =>
      check(
        claimOf({
          predicate: 'voted',
          quote,
          when,
          quantities: [
            quantityOf('vote in favour', inFavour, inFavour),
            quantityOf('abstention', abstained, abstained),
          ],
        }),
        published,
      );

    it.each([
      'The draft on a truce was adopted with 12 votes in favour and three abstentions',
      'The Council renewed the panel on Mali with 12 votes in favour and three abstentions',
      'On the same day the mandate in Haiti was renewed by 12 votes with three abstentions',
    ])('counts no vote on another matter of those days: %s', (quote) => {
      expect(votes(quote, '12', '3')).toEqual([]);
      expect(votes(quote, '12', '3', on('2024-03-28'))).toEqual([]);
    });

    it('counts the vote on the one resolution that is named', () => {
      const quote = 'Resolution 2397 was adopted with 14 votes in favour and one abstention';
      expect(votes(quote, '14', '1')).toMatchObject([{ relation: 'contradicts', reference: 'S/RES/2397(2017)' }]);
      expect(votes(`${quote}, unlike resolution 2375`, '14', '1')).toEqual([]);
      expect(votes(quote.replace('2397', '2728'), '14', '1')).toEqual([]);
    });

    it('takes no resolution for sanctions, no commission for the panel and no other panel’s year for its own', () => {
      const told = (predicate: Claim['predicate'], quote: string, object: string, when: Claim['when'], about = true) =>
        checkStatements([claimOf({ predicate, quote, roles: { object: [object] }, when })], () => ({
          regime,
          published: '2024-03-29',
          aboutRegime: () => about,
        }));
      for (const number of [1953, 2012, 2019])
        expect(
          told(
            'adopted',
            `In ${number} the Council adopted a resolution on North Korea`,
            'a resolution on North Korea',
            year(number),
          ),
        ).toEqual([]);
      for (const body of [
        'a commission of experts on hunger in North Korea',
        'a group of experts on crimes in North Korea',
      ])
        expect(told('created', `In 2013 the United Nations created ${body}`, body, year(2013))).toEqual([]);
      const panel = 'The Panel of Experts was created in 2011';
      expect(told('created', panel, 'The Panel of Experts', year(2011))).toEqual([]);
      expect(told('created', panel, 'The Panel of Experts', year(2011), false)).toEqual([]);
      const members = { from: '2009-08-01', to: '2009-08-31', raw: 'in August 2009' };
      expect(
        told('created', 'The panel on North Korea was set up in August 2009', 'The panel on North Korea', members),
      ).toEqual([]);
    });

    it('holds a day worked out from the paper’s own against no resolution, and no rule that carries one out', () => {
      const adopted = (quote: string, object: string, when: Claim['when']) =>
        check(claimOf({ predicate: 'adopted', quote, roles: { object: [object] }, when }), '2017-12-30');
      const day = (raw: string, at = '2017-12-23') => ({ from: at, to: at, raw });
      expect(
        adopted('The Council adopted resolution 2397 on 23 December', 'resolution 2397', day('on 23 December')),
      ).toEqual([]);
      expect(
        adopted('The Council adopted resolution 2397 on Monday', 'resolution 2397', day('on Monday', '2017-12-18')),
      ).toEqual([]);
      expect(
        adopted(
          'The Council’s member adopted rules for resolution 2397 on 28 December',
          'rules for resolution 2397',
          day('on 28 December', '2017-12-28'),
        ),
      ).toEqual([]);
    });

    it('takes a limit for a quarter of a year for none for a year, and no other alliance’s for the Council’s', () => {
      const limited = (quote: string, published = '2017-12-24') =>
        check(
          claimOf({
            predicate: 'said',
            quote,
            quantities: [
              quantityOf('refined petroleum', '500000', '500000', { unit: 'barrel', raw: '500,000 barrels' }),
            ],
          }),
          published,
        )[0]?.reference;
      const yearly = 'The resolution on North Korea limits refined petroleum to 500,000 barrels a year';
      expect(limited(yearly)).toBeUndefined();
      expect(limited(yearly, '2018-02-01')).toBe('S/RES/2397(2017) OP5');
      expect(
        limited('The resolution on North Korea limits refined petroleum to 500,000 barrels for these months'),
      ).toBe('S/RES/2375(2017) OP14');
      expect(limited('The sanctions on Syria limit refined petroleum to 500,000 barrels')).toBeUndefined();
    });
  });

  it.each([
    'Resolution 2371 did not ban exports of coal by North Korea.',
    'U.N. sanctions no longer ban exports of coal by North Korea.',
    'U.N. sanctions hardly prohibited exports of coal by North Korea in practice.',
    'A blog wrongly said that U.N. sanctions banned exports of coal by North Korea.',
    // Another resolution than the one that it names bans it.
    'Resolution 1718 banned exports of coal by North Korea.',
  ])('agrees with no ban that is taken back, bounded or given to another resolution: %s', (quote) => {
    expect(check(claimOf({ predicate: 'said', quote }))).toEqual([]);
  });

  it('holds a ban against the resolution that it names and the day that it is told of', () => {
    const quote = 'Resolution 2371 bans exports of coal by North Korea, its ministry said.';
    expect(check(claimOf({ predicate: 'said', quote }))).toMatchObject([
      { statement: 'bans exports of coal by North Korea', relation: 'agrees', reference: 'S/RES/2371(2017) OP8' },
    ]);
    expect(check(claimOf({ predicate: 'said', quote, when: year(2015) }))).toEqual([]);
  });

  it('agrees with no beginning in another month, and with none of a State’s own measures', () => {
    const began = (quote: string, when: Claim['when']) => check(claimOf({ predicate: 'adopted', quote, when }));
    const july = { from: '2006-07-01', to: '2006-07-31', raw: 'in July 2006' };
    expect(began('The first sanctions on North Korea were adopted by the Council in July 2006.', july)).toEqual([]);
    expect(began('Its own sanctions on North Korea were first adopted in 2006.', year(2006))).toEqual([]);
    expect(began('The first sanctions on North Korea were adopted by the Council in 2006.', year(2006))).toMatchObject([
      { relation: 'agrees' },
    ]);
  });
});
