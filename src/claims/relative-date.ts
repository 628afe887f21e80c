import { addDays, addMonths, type CalendarDate, datePartsOf, weekdayOf } from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import {
  impliedYear,
  type Make,
  monthOf,
  ORDINALS,
  type Point,
  safeDate,
  UNKNOWN,
  WEEKDAYS,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-point.ts';
import { NUMBER_WORDS } from './number.ts';
import type { Word } from './token.ts';

export function relativePoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
  if (words[at] === undefined) return undefined;
  const lower = words[at]!.lower;
  const shifted = (last: number, of: (now: CalendarDate) => DateInterval) =>
    make(last, published === null ? UNKNOWN : of(published));
  const onDay = (last: number, offset: number) =>
    shifted(last, (now) => ({ from: addDays(now, offset), to: addDays(now, offset) }));
  if (lower === 'today' || lower === 'tonight') return onDay(at, 0);
  if (lower === 'yesterday') return onDay(at, -1);
  if (lower === 'tomorrow') return onDay(at, 1);
  if (lower === 'earlier' || lower === 'later') {
    const inner =
      words[at + 1] === undefined
        ? undefined
        : relativePoint(words, at + 1, published, (last, interval) => ({ ...interval, firstWord: at, lastWord: last }));
    return inner;
  }
  const the = lower === 'the' ? 1 : 0;
  const key = words[at + the]?.lower ?? '';
  const unit = words[at + the + 1]?.lower ?? '';
  if (/^(last|past|previous|this|next|same|current|coming|following)$/.test(key)) {
    const offset = key === 'this' || key === 'current' ? 0 : key === 'next' || key === 'coming' ? 1 : -1;
    const end = at + the + 1;
    if (key === 'same' || key === 'following') return undefined;
    if (unit === 'year') return shifted(end, (now) => wholeYear(datePartsOf(now).year + offset));
    if (unit === 'month') return shifted(end, (now) => monthAround(now, offset));
    if (unit === 'week') return shifted(end, (now) => weekAround(now, offset));
    const month = monthOf(words[end]);
    if (month !== undefined)
      return shifted(end, (now) =>
        wholeMonth(
          impliedYear(month, 1, now, offset === 1) - (offset === -1 && datePartsOf(now).month === month ? 1 : 0),
          month,
        ),
      );
    const weekday = WEEKDAYS[unit];
    if (weekday !== undefined)
      return shifted(end, (now) => {
        const back = (weekdayOf(now) - weekday + 7) % 7;
        const on = offset === 1 ? addDays(now, 7 - back) : addDays(now, -(back === 0 && offset === -1 ? 7 : back));
        return { from: on, to: on };
      });
    const count = countOf(unit);
    const measure = words[end + 1]?.lower ?? '';
    if (count !== undefined && offset !== 0 && /^(days?|weeks?|months?|years?|decades?)$/.test(measure))
      return shifted(end + 1, (now) =>
        offset < 0 ? { from: back(now, count, measure), to: now } : { from: now, to: back(now, -count, measure) },
      );
    return undefined;
  }
  const count = countOf(lower);
  if (
    count !== undefined &&
    words[at + 2]?.lower === 'ago' &&
    /^(days?|weeks?|months?|years?)$/.test(words[at + 1]?.lower ?? '')
  )
    return shifted(at + 2, (now) => {
      const on = back(now, count, words[at + 1]!.lower);
      return /^year/.test(words[at + 1]!.lower)
        ? wholeYear(datePartsOf(on).year)
        : /^month/.test(words[at + 1]!.lower)
          ? monthAround(on, 0)
          : { from: on, to: on };
    });
  return undefined;
}

/** "three" in "three days ago", "a" in "a month ago". */
function countOf(lower: string): number | undefined {
  if (lower === 'a' || lower === 'an') return 1;
  return NUMBER_WORDS[lower] ?? (/^\d{1,3}$/.test(lower) ? Number(lower) : undefined);
}

/** "the first half of 2021", "the first quarter", "the first nine months of 2025". */
export function partPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
  if (words[at] === undefined) return undefined;
  const the = words[at]!.lower === 'the' ? 1 : 0;
  const ordinal = ORDINALS[words[at + the]?.lower ?? ''];
  if (ordinal === undefined) return undefined;
  const key = words[at + the + 1]?.lower ?? '';
  let last = at + the + 1;
  let [first, length] = [0, 0];
  if (key === 'half' && ordinal <= 2) [first, length] = [(ordinal - 1) * 6 + 1, 6];
  else if (key === 'quarter' && ordinal <= 4) [first, length] = [(ordinal - 1) * 3 + 1, 3];
  else {
    const months = countOf(key) ?? 0;
    if (ordinal !== 1 || months < 1 || months > 12 || words[last + 1]?.lower !== 'months') return undefined;
    [first, length] = [1, months];
    last++;
  }
  let year = published === null ? undefined : datePartsOf(published).year;
  if (words[last + 1]?.lower === 'of') {
    const month = monthOf(words[last + 2]);
    if (month !== undefined && key === 'half')
      return make(
        last + 2,
        published === null
          ? UNKNOWN
          : wholeMonth(yearOf(words[last + 3]) ?? impliedYear(month, 1, published, false), month),
      );
    const printed = yearOf(words[last + 2]);
    if (printed !== undefined) [year, last] = [printed, last + 2];
    else if (/^(the|this|last)$/.test(words[last + 2]?.lower ?? '') && words[last + 3]?.lower === 'year') {
      if (words[last + 2]!.lower === 'last' && year !== undefined) year--;
      last += 3;
    }
  }
  if (year === undefined) return make(last, UNKNOWN);
  return make(last, { from: safeDate(year, first, 1), to: wholeMonth(year, first + length - 1).to });
}

export function monthAround(now: CalendarDate, offset: number): DateInterval {
  const { year, month } = datePartsOf(addMonths(`${now.slice(0, 8)}01`, offset));
  return wholeMonth(year, month);
}

export function weekAround(now: CalendarDate, offset: number): DateInterval {
  const monday = addDays(now, -weekdayOf(now) + offset * 7);
  return { from: monday, to: addDays(monday, 6) };
}

export function back(now: CalendarDate, count: number, measure: string): CalendarDate {
  if (measure.startsWith('day')) return addDays(now, -count);
  if (measure.startsWith('week')) return addDays(now, -7 * count);
  if (measure.startsWith('month')) return addMonths(now, -count);
  return addMonths(now, -12 * count * (measure.startsWith('decade') ? 10 : 1));
}
