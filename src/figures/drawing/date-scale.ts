import { type CalendarDate, calendarDate, datePartsOf, dayNumberOf } from '../../core/time/calendar.ts';
import { measureText } from './text-metrics.ts';

/** Position of days along an axis. Days are whole: a bar ends where the day after its last one begins. */
export type DateScale = {
  readonly start: number;
  readonly end: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly startOf: (date: CalendarDate) => number;
  readonly endOf: (date: CalendarDate) => number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
};

/** Days outside `from` to `to` lie on the edges. Years are named as densely as their labels allow. */
export function dateScale(from: CalendarDate, to: CalendarDate, start: number, end: number): DateScale {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const origin = dayNumberOf(first);
  const days = Math.max(1, dayNumberOf(last) - origin + 1);
  const place = (day: number) => start + ((end - start) * Math.min(days, Math.max(0, day - origin))) / days;
  const [firstYear, lastYear] = [datePartsOf(first).year, datePartsOf(last).year];
  const room = ((end - start) / days) * 365.25;
  const needed = measureText('2024', { size: 11 }) + 10;
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => years * room >= needed) ?? 500;
  const years: { year: number; x: number }[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const day = dayNumberOf(calendarDate(year, 1, 1));
    if (year % step === 0 && day >= origin) years.push({ year, x: place(day) });
  }
  return {
    start,
    end,
    from: first,
    to: last,
    startOf: (date) => place(dayNumberOf(date)),
    endOf: (date) => place(dayNumberOf(date) + 1),
    years,
  };
}
