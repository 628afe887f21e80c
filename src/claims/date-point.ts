import { type CalendarDate, calendarDate, datePartsOf, daysInMonth } from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import type { Word } from './token.ts';

export type Point = DateInterval & { readonly firstWord: number; readonly lastWord: number };

export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

export const UNKNOWN: DateInterval = { from: null, to: null };

export function safeDate(year: number, month: number, day: number): CalendarDate | null {
  return year >= 1 && year <= 9999 && day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month)
    ? calendarDate(year, month, day)
    : null;
}

export function wholeMonth(year: number, month: number): DateInterval {
  return { from: safeDate(year, month, 1), to: safeDate(year, month, daysInMonth(year, month)) };
}

export function wholeYear(year: number): DateInterval {
  return { from: safeDate(year, 1, 1), to: safeDate(year, 12, 31) };
}

export function monthOf(word: Word | undefined): number | undefined {
  if (word === undefined || !/^[A-Z]/.test(word.text)) return undefined;
  return MONTHS[word.lower.replace(/\.$/, '')];
}

export function yearOf(word: Word | undefined): number | undefined {
  return word !== undefined && /^(19|20)\d\d$/.test(word.text) ? Number(word.text) : undefined;
}

/** Year of a month or day printed without one: the last such day not after publication, or the next one when it lies ahead. */
export function impliedYear(month: number, day: number, published: CalendarDate, future: boolean): number {
  const now = datePartsOf(published);
  const later = month > now.month || (month === now.month && day > now.day);
  if (future) return later || month === now.month ? now.year : now.year + 1;
  return later ? now.year - 1 : now.year;
}

export type Make = (lastWord: number, interval: DateInterval) => Point;
