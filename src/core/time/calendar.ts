import { CoreError } from '../errors.ts';

/**
 * A day of the Gregorian calendar as `YYYY-MM-DD`, without a time zone. Measures take effect and mandates end on days,
 * not on instants; strings of this form sort as the days do.
 */
export type CalendarDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for an existing day in the years 1 to 9999: 2023-02-29 is not one. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws CoreError `not-a-date`, with the form that is expected */
export function parseCalendarDate(text: string, place?: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new CoreError('not-a-date', `"${text.slice(0, 40)}" is not a day; write YYYY-MM-DD, such as 2024-03-28`, {
    place,
  });
}

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

export function datePartsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** @throws CoreError `not-a-date` for a day that does not exist */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return parseCalendarDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

/** Days since 0001-01-01, which is day 0. */
export function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = datePartsOf(date);
  const before = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const daysBeforeYear = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return daysBeforeYear + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1;
}

export function dateOfDayNumber(dayNumber: number): CalendarDate {
  let year = Math.max(1, Math.floor(dayNumber / 365.2425));
  while (year < 9999 && dayNumberOf(calendarDate(year + 1, 1, 1)) <= dayNumber) year++;
  let month = 1;
  let rest = dayNumber - dayNumberOf(calendarDate(year, 1, 1));
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month++;
  }
  return calendarDate(year, month, rest + 1);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Adds months, keeping the day of the month, or the month's last day where it has no such day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return calendarDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 0 = Monday ... 6 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return dayNumberOf(date) % 7;
}

/** The day that an instant has in UTC. */
export function utcDateOf(instant: Date): CalendarDate {
  return instant.toISOString().slice(0, 10);
}
