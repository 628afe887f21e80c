import { type CalendarDate, calendarDate, datePartsOf, daysBetween, daysInMonth } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Word } from '../tokens/word.ts';

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

/** Where a day or month printed without its year lies: after the day of publication, ahead of it, or whichever is nearer. */
export type Outlook = 'past' | 'future' | 'nearest';

/** Days ahead of publication within which a day of the month is still meant for this year without a word of the future. */
export const COMING_DAYS = 14;

/** Year of a month printed without one, or of a day of it. */
export function impliedYear(
  month: number,
  day: number | null,
  published: CalendarDate,
  outlook: Outlook = 'past',
): number {
  const now = datePartsOf(published);
  const later = month > now.month || (month === now.month && (day ?? 1) > now.day);
  if (outlook === 'future') return later || month === now.month ? now.year : now.year + 1;
  if (outlook === 'nearest') {
    const ahead = (month - now.month + 12) % 12;
    if (ahead === 0) return now.year;
    return ahead < 6 ? (later ? now.year : now.year + 1) : later ? now.year - 1 : now.year;
  }
  if (later && day !== null) {
    const on = safeDate(now.year, month, day);
    if (on !== null && daysBetween(published, on) <= COMING_DAYS) return now.year;
  }
  return later ? now.year - 1 : now.year;
}

/** "of this year", "last year" after a month or day: the year meant and the word that ends the phrase. */
export function yearInWords(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
): { year: number; last: number } | undefined {
  const from = words[at]?.lower === 'of' || words[at]?.text === ',' ? at + 1 : at;
  const key = words[from]?.lower ?? '';
  if (published === null || words[from + 1]?.lower !== 'year' || !/^(this|last|next)$/.test(key)) return undefined;
  const offset = key === 'last' ? -1 : key === 'next' ? 1 : 0;
  return { year: datePartsOf(published).year + offset, last: from + 1 };
}

/** What is dated by a year or month before it: "2018 exports", "the 2022 attack", "a May raid". A law or resolution with a year is a name. */
export function isDatedNoun(word: Word | undefined): boolean {
  return DATED.test(word?.lower ?? '');
}

const DATED =
  /^(levels?|figures?|totals?|catch(es)?|elections?|referendums?|exports?|imports?|shipments?|sales?|purchases?|arrests?|exercises?|incidents?|killings?|shootings?|explosions?|deliver(y|ies)|launch(es)?|tests?|attacks?|raids?|thefts?|hacks?|strikes?|earnings|revenues?|output|harvest|transfers?|sweeps?|campaigns?|offensives?|operations?|crackdowns?|massacres?|heists?|seizures?|assaults?|bombings?|votes?|ruling|verdict|meetings?|visits?|summits?|invasion|coup|clash(es)?|protests?|outbreak)$/;

export type Make = (lastWord: number, interval: DateInterval) => Point;

/** Certainly a point of time, wherever it stands: a bare month or number may be something else. */
export function isExact(words: readonly Word[], point: Point): boolean {
  return (
    point.lastWord > point.firstWord ||
    WEEKDAYS[words[point.firstWord]!.lower] !== undefined ||
    /^\d{4}/.test(words[point.firstWord]!.text)
  );
}
