import { addDays, addMonths, calendarDate, datePartsOf, daysBetween, isCalendarDate } from '../core/calendar.ts';
import { intersectIntervals } from '../core/interval.ts';

/** Days from first to last, both included. */
export type Period = { readonly from: string; readonly to: string };

/**
 * A year (`2018`), a quarter (`2017-Q4`), a month (`2017-11`) or an ISO interval (`2017-10-01/2017-12-31`); undefined
 * when the text is none of them.
 */
export function parsePeriod(text: string): Period | undefined {
  const source = text.trim();
  const year = /^(\d{4})$/.exec(source);
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` };
  const quarter = /^(\d{4})[-/ ]?Q([1-4])$/i.exec(source);
  if (quarter) {
    const from = calendarDate(Number(quarter[1]), (Number(quarter[2]) - 1) * 3 + 1, 1);
    return { from, to: addDays(addMonths(from, 3), -1) };
  }
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(source);
  if (month) {
    const from = `${source}-01`;
    return { from, to: addDays(addMonths(from, 1), -1) };
  }
  const [from = '', to = '', more] = source.split('/');
  if (more !== undefined || !isCalendarDate(from) || !isCalendarDate(to) || from > to) return undefined;
  return { from, to };
}

/** The recurring period of so many months, counted from `anchor`, in which the day lies. */
export function recurringPeriod(anchor: string, months: number, date: string): Period {
  const a = datePartsOf(anchor);
  const b = datePartsOf(date);
  let index = Math.floor(((b.year - a.year) * 12 + (b.month - a.month)) / months);
  if (addMonths(anchor, index * months) > date) index--;
  return { from: addMonths(anchor, index * months), to: addDays(addMonths(anchor, (index + 1) * months), -1) };
}

export type PeriodRelation = 'same' | 'part' | 'whole' | 'other';

/**
 * How the period of a total stands to the period of a cap: the `same`, a `part` of it, or the `whole` of it and more.
 * A calendar year or quarter stands for the cap's period that shares more than half of it, because the anchor of a cap's
 * period comes from the paragraph and not from the label of a total.
 */
export function relatePeriods(total: Period, cap: Period, labelled: boolean): PeriodRelation {
  if (total.from === cap.from && total.to === cap.to) return 'same';
  if (labelled && sameLength(total, cap) && sharedDays(total, cap) * 2 > lengthOf(cap)) return 'same';
  if (total.from >= cap.from && total.to <= cap.to) return 'part';
  if (total.from <= cap.from && total.to >= cap.to) return 'whole';
  return 'other';
}

function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

function sameLength(a: Period, b: Period): boolean {
  return Math.abs(lengthOf(a) - lengthOf(b)) <= 2;
}

function sharedDays(a: Period, b: Period): number {
  const { from, to } = intersectIntervals(a, b);
  return from === null || to === null || from > to ? 0 : daysBetween(from, to) + 1;
}
