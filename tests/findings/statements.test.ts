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

  it.each([
    ['Resolution 2379 limits it', 'contradicts', 'S/RES/2397(2017)'],
    ['Resolution 2397 (2016) limits it', 'contradicts', 'S/RES/2397(2017)'],
    ['Resolution 2397 (2017) limits it', 'agrees', 'S/RES/2397(2017)'],
  ])('%s: %s', (quote, relation, reference) => {
    expect(check(claimOf({ predicate: 'said', quote }))[0]).toMatchObject({ relation, reference });
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
    expect(check(claimOf({ predicate: 'halted', quote: 'The veto halts the work of the panel' }))[0]?.fact).toMatch(
      /ended on 2024-04-30; 138 paragraphs of its measures stayed in force/,
    );
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
          quote: `the annual cap of ${value} ${unit ?? ''} of refined petroleum`,
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
    expect(cap('refined petroleum', '2000000', 'barrel')?.relation).toBe('contradicts');
    expect(cap('refined petroleum', '500000', 'tonne')).toMatchObject({
      relation: 'contradicts',
      fact: expect.stringContaining('500,000 barrels'),
    });
  });
});
