import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber } from './calendar.ts';
import {
  type DateInterval,
  endBefore,
  intersectIntervals,
  intervalContains,
  intervalsOverlap,
  intervalWithin,
  isEmptyInterval,
} from './interval.ts';

const FIRST = 730_000;
const DAYS = Array.from({ length: 12 }, (_, i) => dateOfDayNumber(FIRST + i));
const day = fc.constantFrom(...DAYS.slice(2, 10));
const interval: fc.Arbitrary<DateInterval> = fc.record({ from: fc.option(day), to: fc.option(day) });
const daysOf = (of: DateInterval) => DAYS.filter((date) => intervalContains(of, date));

describe('intervals are sets of days', () => {
  it('intersect as sets do', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(daysOf(intersectIntervals(a, b))).toEqual(daysOf(a).filter((date) => intervalContains(b, date)));
      }),
    );
  });

  it('are empty, overlap and lie within as sets do', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(isEmptyInterval(a)).toBe(daysOf(a).length === 0);
        expect(intervalsOverlap(a, b)).toBe(daysOf(a).some((date) => intervalContains(b, date)));
        expect(intervalWithin(a, b)).toBe(daysOf(a).every((date) => intervalContains(b, date)));
      }),
    );
  });

  it('end the day before the next begins', () => {
    fc.assert(
      fc.property(interval, day, (a, next) => {
        expect(daysOf(endBefore(a, next))).toEqual(daysOf(a).filter((date) => date < next));
      }),
    );
  });
});
