import type { CalendarDate } from '../../core/time/calendar.ts';
import { datePartsOf } from '../../core/time/calendar.ts';
import type { Word } from '../tokens/word.ts';
import { pointAt } from './calendar-point.ts';
import {
  impliedYear,
  monthOf,
  type Outlook,
  type Point,
  safeDate,
  UNKNOWN,
  wholeMonth,
  yearInWords,
  yearOf,
} from './date-point.ts';

/** "January to March period of 2022", "January–March period": months from one to another, the year behind the noun. */
export function monthsPeriod(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
): Point | undefined {
  const [first, last] = [monthOf(words[at]), monthOf(words[at + 2])];
  if (first === undefined || last === undefined || !/^(to|through|-|–)$/.test(words[at + 1]!.lower)) return undefined;
  if (!/^(period|quarter|months)$/.test(words[at + 3]?.lower ?? '')) return undefined;
  const of = words[at + 4]?.lower === 'of' ? at + 5 : at + 4;
  const stated = yearInWords(words, at + 4, published);
  const printed = yearOf(words[of]);
  const year =
    printed ?? stated?.year ?? (published === null ? undefined : impliedYear(last, null, published, outlook));
  const lastWord = printed === undefined ? (stated?.last ?? at + 3) : of;
  if (year === undefined) return { ...UNKNOWN, firstWord: at, lastWord };
  const from = safeDate(first > last ? year - 1 : year, first, 1);
  return { from, to: wholeMonth(year, last).to, firstWord: at, lastWord };
}

/** "(April to July 2023)": months from one to another, the year after the second. */
export function monthsAt(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
): (Point & { span: true }) | undefined {
  const first = monthOf(words[at]);
  if (first === undefined || !/^(to|until|till|through|-|–)$/.test(words[at + 1]?.lower ?? '')) return undefined;
  const second = pointAt(words, at + 2, published, outlook);
  if (second?.to == null || second.from === second.to || monthOf(words[at + 2]) === undefined) return undefined;
  const { year, month } = datePartsOf(second.to);
  const from = safeDate(first > month ? year - 1 : year, first, 1);
  return { from, to: second.to, firstWord: at, lastWord: second.lastWord, span: true };
}
