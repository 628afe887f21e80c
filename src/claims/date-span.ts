import { datePartsOf } from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import { type Point, safeDate, yearOf } from './date-point.ts';
import type { Word } from './token.ts';

/** "Sept. 17 and 19", "July 8 to 12", "May 3-5, 2021": the last day of a span whose month is printed once. */
export function lastDay(words: readonly Word[], first: Point): Point | undefined {
  const at = first.lastWord + 2;
  const day = /^\d{1,2}$/.test(words[at]?.text ?? '') ? Number(words[at]!.text) : 0;
  if (!/^(to|and|until|through|-|–)$/.test(words[at - 1]?.lower ?? '') || !/^\d{1,2}$/.test(words[at - 2]!.text))
    return undefined;
  const next = words[at + 1];
  if (next !== undefined && /^(NOUN|ADJ|NUM|SYM)$/.test(next.pos) && yearOf(next) === undefined) return undefined;
  if (first.from === null) return { ...first, lastWord: at };
  const comma = next?.text === ',' && yearOf(words[at + 2]) !== undefined ? 1 : 0;
  const printed = yearOf(words[at + 1 + comma]);
  const { year, month, day: start } = datePartsOf(first.from);
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

/** The interval from one point of time to another; a year printed once holds for both. */
export function joined(first: Point, second: Point, words: readonly Word[]): DateInterval {
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
