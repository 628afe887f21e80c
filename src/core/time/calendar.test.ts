import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  datePartsOf,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  parseCalendarDate,
  utcDateOf,
  weekdayOf,
} from './calendar.ts';

const LAST_DAY = dayNumberOf('9999-12-31');
const days = fc.integer({ min: 0, max: LAST_DAY }).map(dateOfDayNumber);

describe('calendar days', () => {
  it('number themselves and come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_DAY }), (number) => {
        const date = dateOfDayNumber(number);
        expect(isCalendarDate(date)).toBe(true);
        expect(dayNumberOf(date)).toBe(number);
      }),
    );
  });

  it('agree with the proleptic Gregorian calendar of ECMAScript', () => {
    const epoch = dayNumberOf('1970-01-01');
    fc.assert(
      fc.property(days, (date) => {
        const instant = new Date(`${date}T00:00:00.000Z`);
        expect(dayNumberOf(date) - epoch).toBe(instant.getTime() / 86_400_000);
        expect(weekdayOf(date)).toBe((instant.getUTCDay() + 6) % 7);
        expect(utcDateOf(instant)).toBe(date);
      }),
    );
  });

  it('add, and count what was added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400_000, max: 400_000 }), (date, count) => {
        const number = dayNumberOf(date) + count;
        fc.pre(number >= 0 && number <= LAST_DAY);
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(date < addDays(date, count)).toBe(count > 0);
      }),
    );
  });

  it('keep the day of the month over months, or take the last one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const { year, month, day } = datePartsOf(date);
        const index = year * 12 + month - 1 + months;
        fc.pre(index >= 12 && index < 9999 * 12);
        const later = datePartsOf(addMonths(date, months));
        expect(later.year * 12 + later.month - 1).toBe(index);
        expect(later.day).toBe(Math.min(day, daysInMonth(later.year, later.month)));
      }),
    );
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '0000-01-01',
    '2024-4-1',
    '',
    '20240401',
  ])('do not include "%s"', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => parseCalendarDate(text)).toThrow(expect.objectContaining({ code: 'not-a-date' }));
  });
});
