import { addDays, type CalendarDate, datePartsOf } from './calendar.ts';
import type { DateInterval } from './interval.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "28 March 2024", as official documents write a day. */
export function writeDate(date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** "28 Mar 2024", for labels. */
export function writeShortDate(date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`;
}

/**
 * A time within which something happened, in the measure in which sources give it: "in December 2023" for all days of a month,
 * since who says "late in December" names no day. Null where both ends are open.
 */
export function writePeriod({ from, to }: DateInterval): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `by ${isMonthEnd(to as CalendarDate) ? 'the end of ' : ''}${writeEnd(to as CalendarDate)}`;
  if (to === null) return `since ${writeStart(from)}`;
  if (from === to) return `on ${writeDate(from)}`;
  const [start, end] = writeEnds(from, to);
  return start === end ? `in ${start}` : `between ${start} and ${end}`;
}

function writeEnds(from: CalendarDate, to: CalendarDate): readonly [string, string] {
  const [first, last] = [datePartsOf(from), datePartsOf(to)];
  if (first.day > 1 || !isMonthEnd(to)) return [writeDate(from), writeDate(to)];
  if (first.month === 1 && last.month === 12) return [String(first.year), String(last.year)];
  return [writeMonth(from), writeMonth(to)];
}

/** The first day of a year stands for the year, and that of a month for the month: no more may have been said. */
function writeStart(from: CalendarDate): string {
  const { year, month, day } = datePartsOf(from);
  return day > 1 ? writeDate(from) : month === 1 ? String(year) : writeMonth(from);
}

function writeEnd(to: CalendarDate): string {
  const { year, month } = datePartsOf(to);
  return !isMonthEnd(to) ? writeDate(to) : month === 12 ? String(year) : writeMonth(to);
}

function writeMonth(date: CalendarDate): string {
  const { year, month } = datePartsOf(date);
  return `${MONTHS[month - 1] ?? ''} ${year}`;
}

function isMonthEnd(date: CalendarDate): boolean {
  return datePartsOf(addDays(date, 1)).day === 1;
}
