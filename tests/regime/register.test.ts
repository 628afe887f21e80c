import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/time/calendar.ts';
import { bodiesOn, loadRegister } from '../../src/regime/loading/register.ts';

const register = loadRegister();
const terms = register.regimes.flatMap((regime) =>
  [...regime.measures, ...regime.mandates].map((term) => ({ regime, term })),
);

describe('the register of all regimes', () => {
  test('on a day after its last entries it says what it does not know, and of no body that it ended', () => {
    const answer = bodiesOn(register, '2026-11-25');
    expect(answer.bodies.map((row) => row.regime)).toEqual(['un-751', 'un-1267', 'un-1988', 'un-2140']);
    expect(answer.nextExpiries.map((row) => row.to)).toEqual(['2026-12-15', '2026-12-31', '2027-02-17', '2027-06-17']);
    const libya = answer.renewalsNotKnown.find((row) => row.body === 'Panel of Experts on Libya');
    expect(libya).toMatchObject({
      what: 'mandate',
      to: '2026-05-15',
      statement: 'renewal after 2026-05-15 not known to this register',
    });
    expect(answer.renewalsNotKnown).toContainEqual(
      expect.objectContaining({ regime: 'un-2206', what: 'measures', instrument: 'S/RES/2781(2025)' }),
    );
  });

  test.each([
    ['2024-05-01', 'un-1718'],
    ['2023-10-01', 'un-2374'],
    ['2016-01-17', 'un-1737'],
    ['2025-09-28', 'un-1737'],
    ['2019-01-01', 'un-751'],
    ['2023-12-20', 'un-751'],
  ])('on %s the end of %s is known', (date, id) => {
    expect(bodiesOn(register, date).renewalsNotKnown.filter((row) => row.regime === id)).toEqual([]);
  });

  test('a regime that has ended is never one of which a renewal is not known', () => {
    const ended = register.regimes.filter(({ name }) => name.includes('(ended)'));
    expect(ended.length).toBeGreaterThanOrEqual(15);
    const days = [...new Set(terms.flatMap(({ term }) => (term.to ? [addDays(term.to, 1)] : [])))];
    for (const day of [...days, '2026-11-25'])
      for (const row of bodiesOn(register, day).renewalsNotKnown)
        expect(
          ended.map(({ id }) => id),
          `${row.regime} on ${day}`,
        ).not.toContain(row.regime);
  });

  test('far in the future nothing with an end is left as if it had ended', () => {
    const answer = bodiesOn(register, '2099-01-01');
    expect(answer.bodies).toEqual([]);
    const asked = new Set(answer.renewalsNotKnown.map((row) => `${row.regime} ${row.body}`));
    for (const { id, name, mandates } of register.regimes) {
      if (name.includes('(ended)')) continue;
      for (const body of new Set(mandates.map((mandate) => mandate.body)))
        if (!mandates.some((mandate) => mandate.body === body && mandate.ended !== undefined))
          expect(asked).toContain(`${id} ${body}`);
    }
  });

  test('a term known to hold is not asked about', () => {
    expect(terms.filter(({ term }) => term.from !== null).length).toBeGreaterThan(10);
    for (const { term } of terms) {
      if (term.from === null) continue;
      const { bodies, renewalsNotKnown } = bodiesOn(register, term.from);
      for (const row of renewalsNotKnown)
        expect(bodies.map(({ regime, body }) => `${regime} ${body}`)).not.toContain(`${row.regime} ${row.body}`);
    }
  });

  test('what was seen has an address of a page, not the symbol alone', () => {
    const seen = terms.filter(({ term }) => term.evidence === 'seen');
    expect(seen.length).toBeGreaterThan(0);
    for (const { term } of seen) expect(term.source).not.toContain('undocs.org');
  });
});
