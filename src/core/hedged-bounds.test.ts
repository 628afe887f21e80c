import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, figureOf, rehedged } from './hedged-bounds.ts';

const HEDGES = ['exactly', 'about', 'at-least', 'more-than', 'at-most', 'fewer-than', 'up-to'] as const;

it('gives a figure back from its bounds, so that a hedge can be put right and put back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.constantFrom(...HEDGES),
      fc.constantFrom(...HEDGES),
      (n, a, b) => {
        const before = boundsOf(a, String(n));
        expect(figureOf(before)).toBe(String(n));
        expect(rehedged(rehedged(before, b) ?? before, a)).toEqual(before);
      },
    ),
  );
});

it('gives no bounds where none follow', () => {
  expect(rehedged({ qualifier: 'between', low: '40', high: '60' }, 'about')).toBeNull();
  expect(rehedged({ qualifier: 'exactly', low: '40', high: '40' }, 'between')).toBeNull();
  expect(rehedged({ qualifier: 'exactly', low: '40', high: '40' }, 'some')).toEqual({
    qualifier: 'some',
    low: null,
    high: null,
  });
});
