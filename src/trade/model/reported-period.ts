import { addDays, addMonths, calendarDate, daysInMonth, isCalendarDate } from '../../core/time/calendar.ts';
import { readDay } from '../../regime/model/day.ts';
import { parsePeriod } from '../../regime/model/period.ts';

/** Days of a report, both included, under the name that its source gives them: `2019`, `2019-Q3`, `2019-03`, `2019-03-14`, `2018-01/2018-04`. */
export type ReportedPeriod = { readonly from: string; readonly to: string; readonly label: string };

export function yearPeriod(year: number): ReportedPeriod | undefined {
  if (year < 1900 || year > 2200) return undefined;
  return { from: calendarDate(year, 1, 1), to: calendarDate(year, 12, 31), label: String(year).padStart(4, '0') };
}

/** `month` is 1 to 12. */
export function monthPeriod(year: number, month: number): ReportedPeriod | undefined {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || !Number.isInteger(month)) return undefined;
  const label = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${label}-01`, to: `${label}-${daysInMonth(year, month)}`, label };
}

/** @returns undefined for a day that does not exist */
export function dayPeriod(text: string): ReportedPeriod | undefined {
  if (!isCalendarDate(text) || Number(text.slice(0, 4)) < 1900) return undefined;
  return { from: text, to: text, label: text };
}

/**
 * A period as people and statistics write it: a year, a quarter (`2019-Q3`), a month (`2019-03`, `201903`, `2019.03`, `03/2019`), a day
 * (`2019-03-14`, `20190314`) or an interval (`2018-01/2018-04`). Undefined for anything else: no month 13 and no guess between day and month.
 */
export function readReportedPeriod(text: string): ReportedPeriod | undefined {
  if (read.has(text)) return read.get(text);
  if (read.size >= MOST_READ) read.clear();
  const period = parseReportedPeriod(text);
  read.set(text, period);
  return period;
}

/** A file of millions of rows has a few periods. */
const MOST_READ = 5000;
const read = new Map<string, ReportedPeriod | undefined>();

function parseReportedPeriod(text: string): ReportedPeriod | undefined {
  const source = text.normalize('NFKC').trim().replace(/^'/, '');
  const digits = /^(\d{4})(\d{2})?(\d{2})?$/.exec(source);
  if (digits) return ofDigits(digits);
  const dotted = /^(\d{4})[.年/-](\d{1,2})(?:月|월)?$/.exec(source);
  if (dotted) return monthPeriod(Number(dotted[1]), Number(dotted[2]));
  const turned = /^(\d{1,2})[/.-](\d{4})$/.exec(source);
  if (turned) return monthPeriod(Number(turned[2]), Number(turned[1]));
  const day = /^(\d{4})[-./](\d{2})[-./](\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(source);
  if (day) return dayPeriod(`${day[1]}-${day[2]}-${day[3]}`);
  const worded = /^(?:(\d{1,2}) )?(\p{L}{3,9})\.? (\d{4})$/u.exec(source);
  if (worded) return ofWords(worded);
  const known = parsePeriod(source);
  if (known === undefined || known.from < '1900') return undefined;
  return { ...known, label: source.replace(/\s*(?:\bto\b|\buntil\b|–|\s-\s)\s*/, '/') };
}

/** `March 2019`, `14 Mar 2019`: a name that begins as an English month and is none is no period. */
function ofWords([, day, name = '', year = '']: RegExpExecArray): ReportedPeriod | undefined {
  const read = readDay(`${day ?? '1'} ${name} ${year}`);
  if (!('day' in read)) return undefined;
  return day === undefined ? monthPeriod(Number(year), Number(read.day.slice(5, 7))) : dayPeriod(read.day);
}

/** `2019`, `201903`, `20190314`; month 52 stands for the year in files of Eurostat and of UN Comtrade. */
function ofDigits([, year = '', month, day]: RegExpExecArray): ReportedPeriod | undefined {
  if (month === undefined || month === '52') return yearPeriod(Number(year));
  if (day === undefined) return monthPeriod(Number(year), Number(month));
  return dayPeriod(`${year}-${month}-${day}`);
}

/** Whether every day of `inner` is one of `outer`, which is longer. */
export function liesInside(inner: ReportedPeriod, outer: ReportedPeriod): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && (outer.from < inner.from || inner.to < outer.to);
}

export function sameDays(a: ReportedPeriod, b: ReportedPeriod): boolean {
  return a.from === b.from && a.to === b.to;
}

export function sharesDays(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** By the last day, then the shorter first: the order in which a running total learns of them. */
export function byLastDay(a: ReportedPeriod, b: ReportedPeriod): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  if (a.from !== b.from) return a.from > b.from ? -1 : 1;
  return 0;
}

/** Names of the months from the one of `from` to the one of `to`: `2019-03`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

/** First and last day of a month by its name. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
