import { addDays, type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Word } from '../tokens/word.ts';
import { pointAt } from './calendar-point.ts';
import { type Point, safeDate, yearOf } from './date-point.ts';
import { back, countOf } from './relative-date.ts';

/** "Sept. 17 and 19", "July 8 to 12", "May 3-5, 2021": the last day of a span whose month is printed once. */
export function lastDay(words: readonly Word[], first: Point): Point | undefined {
  const at = first.lastWord + 2;
  const day = /^\d{1,2}$/.test(words[at]?.text ?? '') ? Number(words[at]!.text) : 0;
  if (!/^(to|and|until|through|-|–)$/.test(words[at - 1]?.lower ?? '') || !/^\d{1,2}$/.test(words[at - 2]!.text))
    return undefined;
  const next = words[at + 1];
  if (next !== undefined && /^(NOUN|ADJ|NUM|SYM)$/.test(next.pos) && yearOf(next) === undefined) return undefined;
  const comma = next?.text === ',' && yearOf(words[at + 2]) !== undefined ? 1 : 0;
  const printed = yearOf(words[at + 1 + comma]);
  const opening = first.from ?? (printed === undefined ? null : dated(words, first, safeDate(printed, 12, 31)).from);
  if (opening === null) return { ...first, lastWord: at };
  const { year, month, day: start } = datePartsOf(opening);
  if (day <= start) return undefined;
  const of = printed ?? year;
  return {
    firstWord: first.firstWord,
    lastWord: printed === undefined ? at : at + 1 + comma,
    from: safeDate(of, month, start),
    to: safeDate(of, month, day),
  };
}

/** A day of a month without its month. */
export function bareDayBefore(words: readonly Word[], at: number): boolean {
  return /^\d{1,2}$/.test(words[at]?.lower ?? '');
}

/** A point of time printed without its year, in a text without a day of publication: the last before a day that is known. */
function dated(words: readonly Word[], point: Point, known: CalendarDate | null): Point {
  if (point.from !== null || known === null) return point;
  const read = pointAt(words, point.firstWord, known, 'past');
  return read?.lastWord === point.lastWord ? read : point;
}

/** The interval from one point of time to another; a year printed once holds for both. */
export function joined(opening: Point, second: Point, words: readonly Word[]): DateInterval {
  const first = dated(words, opening, second.to);
  // "from October 2021 to mid-2023": to the middle of it.
  const middle = /^mid-(\d{4})$/.exec(words[second.lastWord]!.lower);
  if (middle !== null) return { from: first.from, to: safeDate(Number(middle[1]), 6, 30) };
  // "from 7 March to 5 November 2024": the year of the second holds for the first when only it is printed.
  const firstHasYear = /\d{4}/.test(words[first.lastWord]!.text);
  const secondHasYear = /\d{4}/.test(words[second.lastWord]!.text);
  let from = first.from;
  if (from !== null && second.to !== null && !firstHasYear) {
    const { month, day } = datePartsOf(from);
    const { year } = datePartsOf(second.to);
    from = safeDate(year, month, day);
    if (from !== null && from > second.to) from = safeDate(year - 1, month, day);
  }
  let to = second.to;
  if (from !== null && to !== null && to < from && !secondHasYear) {
    const { year, month, day } = datePartsOf(to);
    to = safeDate(year + 1, month, day);
  }
  return { from, to };
}

/** "the seven weeks to 18 February", "the year ending June 2023", "the six-month period ending in May": the time that ends then. */
export function windowTo(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
): (Point & { span: boolean }) | undefined {
  const start = /^(in|over|during|for|within)$/.test(words[at]!.lower) ? at + 1 : at;
  if (!/^(the|a|an)$/.test(words[start]?.lower ?? '')) return undefined;
  const length = lengthAt(words, start + 1);
  if (length === undefined) return undefined;
  let link = length.to;
  if (words[link]?.text === ',' && words[link + 1]?.lower === 'which') link++;
  if (/^(that|which)$/.test(words[link]?.lower ?? '')) link++;
  if (!/^(to|ending|ended|until|through)$/.test(words[link]?.lower ?? '')) return undefined;
  const on = /^(on|in)$/.test(words[link + 1]?.lower ?? '') ? link + 2 : link + 1;
  const end = pointAt(words, on, published, 'past');
  if (end === undefined) return undefined;
  const from = end.to === null ? null : back(addDays(end.to, 1), length.count, length.measure);
  return { from, to: end.to, firstWord: at, lastWord: end.lastWord, span: true };
}

/** "seven weeks", "year", "six-month period": how long a time is, and the word after. */
function lengthAt(
  words: readonly Word[],
  at: number,
): { readonly count: number; readonly measure: string; readonly to: number } | undefined {
  const whole = /^(\w+)-(day|week|month|year)$/.exec(words[at]?.lower ?? '');
  const counted = countOf(whole?.[1] ?? words[at]?.lower ?? '');
  if (whole !== null)
    return counted === undefined || words[at + 1]?.lower !== 'period'
      ? undefined
      : { count: counted, measure: whole[2]!, to: at + 2 };
  // "the fiscal year ended 30 September".
  const kind = counted === undefined && /^(fiscal|financial|calendar|marketing|full)$/.test(words[at]?.lower ?? '');
  const unit = counted === undefined && !kind ? at : at + 1;
  const measure = words[unit]?.lower ?? '';
  if (!/^(days?|weeks?|months?|years?)$/.test(measure)) return undefined;
  return { count: counted ?? 1, measure, to: words[unit + 1]?.lower === 'period' ? unit + 2 : unit + 1 };
}
