import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../model/parse-quantity.ts';
import type { Quantity } from '../model/quantity.ts';
import { compareQuantities, convertQuantity } from './comparison.ts';

const quantity = (fields: Record<string, unknown>): Quantity => parseQuantity({ counts: 'attack', ...fields });

const bound = fc.option(fc.integer({ min: 0, max: 8 }).map(String), { nil: null });
const anyQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    counts: fc.constantFrom('attack', 'missile'),
    unit: fc.option(fc.constantFrom('tonne', 'barrel'), { nil: null }),
    low: bound,
    high: bound,
    lowOpen: fc.boolean(),
    highOpen: fc.boolean(),
    of: fc.option(fc.constant('north'), { nil: null }),
    year: fc.option(fc.constantFrom('2023', '2024'), { nil: null }),
  })
  .filter(
    ({ low, high, lowOpen, highOpen }) =>
      low === null || high === null || Number(low) < Number(high) || (low === high && !lowOpen && !highOpen),
  )
  .map(({ year, ...rest }) =>
    parseQuantity({
      ...rest,
      lowOpen: rest.low !== null && rest.lowOpen,
      highOpen: rest.high !== null && rest.highOpen,
      window: year === null ? null : { from: `${year}-01-01`, to: `${year}-12-31` },
    }),
  );

describe('the algebra of quantities', () => {
  test('is symmetric, but for the name of the narrower one', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        const [there, back] = [compareQuantities(a, b), compareQuantities(b, a)];
        expect(back.relation).toBe(there.relation);
        expect(back.drift).toBe(there.drift);
        expect(back.narrower).toBe(there.narrower === null ? null : there.narrower === 'a' ? 'b' : 'a');
      }),
    );
  });

  test('"same" is an equivalence', () => {
    const same = (a: Quantity, b: Quantity) => compareQuantities(a, b).relation === 'same';
    fc.assert(
      fc.property(anyQuantity, anyQuantity, anyQuantity, (a, b, c) => {
        expect(same(a, a)).toBe(true);
        if (same(a, b) && same(b, c)) expect(same(a, c)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('widening never makes a contradiction', () => {
    fc.assert(
      fc.property(
        anyQuantity,
        anyQuantity,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (a, b, down, up) => {
          if (compareQuantities(a, b).relation === 'contradicts') return;
          const wider = {
            ...a,
            low: a.low === null ? null : String(Number(a.low) - down),
            high: a.high === null ? null : String(Number(a.high) + up),
          };
          expect(compareQuantities(wider, b).relation).not.toBe('contradicts');
        },
      ),
    );
  });

  test('converting both changes no relation', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        const [left, right] = [a, b].map((entry) => ({ ...entry, unit: 'tonne' })) as [Quantity, Quantity];
        const { relation, narrower } = compareQuantities(left, right);
        expect(
          compareQuantities(convertQuantity(left, 'tonne-to-kilogram'), convertQuantity(right, 'tonne-to-kilogram')),
        ).toMatchObject({ relation, narrower });
      }),
    );
  });
});

describe('comparison of two figures', () => {
  test.each([
    [{ qualifier: 'at-least', low: '10' }, { qualifier: 'about', low: '40', high: '60' }, 'narrower', 'b'],
    [{ low: '50', high: '50' }, { low: '50', high: '50' }, 'same', null],
    [{ low: '40', high: '60' }, { low: '50', high: '70' }, 'compatible', null],
    [{ qualifier: 'fewer-than', high: '50' }, { qualifier: 'at-least', low: '50' }, 'contradicts', null],
    [{ qualifier: 'at-most', high: '50' }, { qualifier: 'at-least', low: '50' }, 'compatible', null],
    [
      { low: '50', high: '50', window: { from: '2023-01-01', to: '2023-12-31' } },
      { low: '50', high: '50', window: { from: '2024-01-01', to: '2024-12-31' } },
      'incomparable',
      null,
    ],
    [{ low: '10', of: 'Kharkiv' }, { low: '40', high: '60' }, 'narrower', 'b'],
  ])('%j and %j', (a, b, relation, narrower) => {
    expect(compareQuantities(quantity(a), quantity(b))).toMatchObject({ relation, narrower, drift: false });
  });

  test('the same number of two things is a possible drift, and the reason can be printed', () => {
    const result = compareQuantities(
      quantity({ counts: 'missile', qualifier: 'about', low: '40', high: '60', raw: 'around 50 missiles' }),
      quantity({ qualifier: 'about', low: '40', high: '60', raw: 'around 50 times' }),
    );
    expect(result).toMatchObject({ relation: 'incomparable', narrower: null, drift: true });
    expect(result.reason).toBe(
      '“around 50 missiles” and “around 50 times” give the same number but one counts missiles and the other attacks, so they cannot be compared; the number may have drifted from one thing to the other on its way.',
    );
  });

  test('a conversion is named and refuses what it does not fit', () => {
    const coal = quantity({ counts: 'refined petroleum', unit: 'tonne', low: '1410', high: '1410' });
    expect(convertQuantity(coal, '1718-committee-2021-refined-petroleum')).toMatchObject({
      unit: 'barrel',
      low: '11745.3',
      convention: '1718-committee-2021-refined-petroleum',
    });
    expect(() => convertQuantity(coal, '1718-committee-lpg')).toThrow('liquefied petroleum gas');
    expect(() => convertQuantity(coal, 'nowhere')).toThrow('no convention');
  });
});

describe('a quantity written by a user', () => {
  test('missing fields follow from the bounds', () => {
    expect(parseQuantity({ counts: 'ship', low: 5 })).toEqual({
      counts: 'ship',
      qualifier: 'at-least',
      low: '5',
      high: null,
      raw: 'at least 5 ship',
    });
    expect(parseQuantity({ counts: 'ship', qualifier: 'more-than', low: '5', unit: null })).toMatchObject({
      lowOpen: true,
    });
    expect(parseQuantity({ counts: 'ship' })).toMatchObject({ qualifier: 'some', low: null, high: null });
  });

  test.each([
    [null, 'JSON object'],
    [{}, '"counts" is missing'],
    [{ counts: 'ship', low: 'many' }, '"low" is "many"'],
    [{ counts: 'ship', low: '9', high: '3' }, 'above "high"'],
    [{ counts: 'ship', qualifier: 'roughly' }, 'must be one of'],
    [{ counts: 'ship', window: { from: '2024-02-31' } }, '"window.from"'],
  ])('%j is refused with a reason', (json, message) => {
    expect(() => parseQuantity(json)).toThrow(message);
  });
});
