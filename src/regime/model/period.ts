import {
  addDays,
  addMonths,
  calendarDate,
  datePartsOf,
  daysBetween,
  isCalendarDate,
} from '../../core/time/calendar.ts';
import { intersectIntervals } from '../../core/time/interval.ts';

/** Days from first to last, both included. */
export type Period = { readonly from: string; readonly to: string };

/**
 * A year (`2018`), a half (`2018-H1`), a quarter (`2017-Q4`, `Q4 2017`), a month (`2017-11`) or an interval of days or of such
 * terms (`2017-10-01/2017-12-31`, `2018-01/2018-06`, `2017-10-01 to 2017-12-31`); undefined when the text is none of them.
 */
export function parsePeriod(text: string): Period | undefined {
  const source = text.trim();
  const term = parseTerm(source);
  if (term) return term;
  const [first = '', last = '', more] = source.split(/\s*(?:\/|\bto\b|\buntil\b|–|\s-\s)\s*/);
  if (more !== undefined) return undefined;
  const [from, to] = [parseTerm(first) ?? dayTerm(first), parseTerm(last) ?? dayTerm(last)];
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : undefined;
}

/** `for 2018`, or `for 2017-10-01 to 2017-12-31`. */
export function periodInWords({ from, to }: Period): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? `for ${year}` : `for ${from} to ${to}`;
}

function dayTerm(text: string): Period | undefined {
  return isCalendarDate(text) ? { from: text, to: text } : undefined;
}

function parseTerm(text: string): Period | undefined {
  const year = /^(?:calendar(?: year)? |year |CY ?)?(\d{4})$/i.exec(text);
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` };
  const part = /^(\d{4})[-/ ]?([QH])([1-4])$/i.exec(text) ?? reordered(/^([QH])([1-4])[-/ ]?(\d{4})$/i.exec(text));
  if (part) {
    const months = part[2]?.toUpperCase() === 'H' ? 6 : 3;
    if (Number(part[3]) * months > 12) return undefined;
    return monthsFrom(calendarDate(Number(part[1]), (Number(part[3]) - 1) * months + 1, 1), months);
  }
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthsFrom(`${text}-01`, 1) : undefined;
}

function reordered(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[3], match[1], match[2]];
}

function monthsFrom(from: string, months: number): Period {
  return { from, to: addDays(addMonths(from, months), -1) };
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
