import { type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import type { Word } from '../tokens/word.ts';
import { pointAt } from './calendar-point.ts';
import { monthOf, type Outlook, type Point, safeDate, WEEKDAYS, wholeMonth, yearOf } from './date-point.ts';

/**
 * "Tuesday and Wednesday", "in July and August", "September, November and January", "in 2017 and 2018": points of one sort
 * joined by commas and "and", as the time from the first to the last. The year printed at the end holds for all.
 */
export function listFrom(
  words: readonly Word[],
  first: Point,
  published: CalendarDate | null,
  outlook: Outlook,
): Point | undefined {
  const sort = sortOf(words, first);
  if (sort === undefined || first.from === null) return undefined;
  const points = [first];
  let closed = false;
  while (!closed) {
    const last = points[points.length - 1]!;
    const link = linkAfter(words, last.lastWord + 1);
    const next = link === undefined ? undefined : pointAt(words, link.to, published, outlook);
    if (link === undefined || next === undefined || sortOf(words, next) !== sort) break;
    points.push(next);
    closed = link.closes;
  }
  const last = points[points.length - 1]!;
  // Without "and" the comma may separate anything: "in 2017, 2018 vessels".
  if (points.length < 2 || !closed || last.from === null || last.to === null) return undefined;
  return { firstWord: first.firstWord, lastWord: last.lastWord, ...hull(points, words, sort) };
}

/** "on 5, 6 and 7 May 2022", "5 and 6 May": days before the one that names their month. */
export function daysBefore(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
): (Point & { span: true }) | undefined {
  const on = /^(on|the)$/.test(words[at]!.lower) ? at + 1 : at;
  // "to the Amber 8, and on 9 June": the number of a name.
  if (on === at && words[at - 1]?.pos === 'PROPN') return undefined;
  const dayOf = (i: number) =>
    /^\d{1,2}(st|nd|rd|th)?$/.test(words[i]?.lower ?? '') ? Number.parseInt(words[i]!.lower, 10) : 0;
  const first = dayOf(on);
  let last = on;
  while (dayOf(last) > 0) {
    const link = linkAfter(words, last + 1);
    if (link === undefined || dayOf(link.to) <= dayOf(last)) return undefined;
    last = link.to;
    if (link.closes) break;
  }
  const end = last > on ? pointAt(words, last, published, outlook) : undefined;
  if (first === 0 || end === undefined || end.from !== end.to) return undefined;
  if (end.to === null) return { ...end, firstWord: at, span: true };
  const { year, month } = datePartsOf(end.to);
  return { from: safeDate(year, month, first), to: end.to, firstWord: at, lastWord: end.lastWord, span: true };
}

type Sort = 'day' | 'weekday' | 'month' | 'year';

function sortOf(words: readonly Word[], point: Point): Sort | undefined {
  const word = words[point.firstWord]!;
  if (WEEKDAYS[word.lower] !== undefined) return 'weekday';
  if (yearOf(word) !== undefined) return 'year';
  // "late 2007 and early 2008".
  if (/^(early|mid|late)$/.test(word.lower) && yearOf(words[point.lastWord]) !== undefined) return 'year';
  if (monthOf(word) !== undefined) return point.from === point.to ? 'day' : 'month';
  return /^\d/.test(word.text) && point.from === point.to ? 'day' : undefined;
}

function linkAfter(words: readonly Word[], at: number): { to: number; closes: boolean } | undefined {
  const comma = words[at]?.text === ',' ? 1 : 0;
  const closes = /^(and|or|&)$/.test(words[at + comma]?.lower ?? '');
  if (comma === 0 && !closes) return undefined;
  const and = at + comma + (closes ? 1 : 0);
  // "in May and again in July".
  const to = closes && words[and]?.lower === 'again' ? and + 1 : and;
  return { to: /^(in|on)$/.test(words[to]?.lower ?? '') ? to + 1 : to, closes };
}

function hull(points: readonly Point[], words: readonly Word[], sort: Sort) {
  const end = points[points.length - 1]!;
  if (sort === 'weekday' || sort === 'year' || end.to === null) {
    const days = points.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to])).sort();
    return { from: days[0] ?? null, to: days[days.length - 1] ?? null };
  }
  // Back from the last one: each before it lies in the same year, or in the year before when its month comes later.
  let { year, month, day } = datePartsOf(end.from!);
  for (const point of [...points].reverse().slice(1)) {
    const before = datePartsOf(point.from!);
    if (/\d{4}/.test(words[point.lastWord]!.text)) year = before.year;
    else if (before.month > month || (before.month === month && before.day > day)) year--;
    ({ month, day } = before);
  }
  const from = sort === 'month' ? wholeMonth(year, month).from : safeDate(year, month, day);
  return { from, to: end.to };
}
