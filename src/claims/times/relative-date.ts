import {
  addDays,
  addMonths,
  type CalendarDate,
  datePartsOf,
  daysBetween,
  weekdayOf,
} from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { NUMBER_WORDS } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';
import {
  COMING_DAYS,
  impliedYear,
  type Make,
  monthOf,
  ORDINALS,
  type Outlook,
  type Point,
  safeDate,
  UNKNOWN,
  WEEKDAYS,
  wholeMonth,
  wholeYear,
  yearInWords,
  yearOf,
} from './date-point.ts';

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
  // "overnight on Tuesday", "overnight from 4 to 5 May": the day told is meant.
  if (lower === 'overnight' && dayFollows(words, at + 1)) return undefined;
  if (lower === 'overnight') return shifted(at, (now) => ({ from: addDays(now, -1), to: now }));
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
  // "the year before last".
  if (
    lower === 'the' &&
    /^(year|month|week)$/.test(words[at + 1]?.lower ?? '') &&
    words[at + 2]?.lower === 'before' &&
    words[at + 3]?.lower === 'last'
  ) {
    const unit = words[at + 1]!.lower;
    return shifted(at + 3, (now) =>
      unit === 'year'
        ? wholeYear(datePartsOf(now).year - 2)
        : unit === 'month'
          ? monthAround(now, -2)
          : weekAround(now, -2),
    );
  }
  // "over the weekend": the one that is, or the one before.
  if (lower === 'the' && words[at + 1]?.lower === 'weekend')
    return shifted(at + 1, (now) => weekendAround(now, weekdayOf(now) >= 5 ? 0 : -1));
  const ended = endOfPeriod(words, at, published, make);
  if (ended !== undefined) return ended;
  const the = lower === 'the' ? 1 : 0;
  const key = words[at + the]?.lower ?? '';
  const unit = words[at + the + 1]?.lower ?? '';
  if (/^(last|past|previous|this|next|same|current|coming|following)$/.test(key)) {
    const offset = key === 'this' || key === 'current' ? 0 : key === 'next' || key === 'coming' ? 1 : -1;
    const end = at + the + 1;
    if (key === 'same' || key === 'following') return undefined;
    // "the last week of February", "the last quarter of 2023": a part of something else than now.
    if (words[end + 1]?.lower === 'of' && /^(week|quarter|half)$/.test(unit)) return undefined;
    // "in the last year", "over the past month": the time up to now, not the year or month of the calendar.
    if (offset === -1 && (key === 'past' || (the === 1 && key === 'last')) && /^(week|month|year|decade)$/.test(unit))
      return shifted(end, (now) => ({ from: back(now, 1, unit), to: now }));
    if (unit === 'weekend') return shifted(end, (now) => weekendAround(now, offset));
    if (/^(morning|afternoon|evening)$/.test(unit) && key === 'this') return onDay(end, 0);
    if (unit === 'year') return shifted(end, (now) => wholeYear(datePartsOf(now).year + offset));
    if (unit === 'month') return shifted(end, (now) => monthAround(now, offset));
    if (unit === 'week') return shifted(end, (now) => weekAround(now, offset));
    const month = monthOf(words[end]);
    if (month !== undefined)
      return shifted(end, (now) =>
        wholeMonth(
          impliedYear(month, null, now, offset === 1 ? 'future' : 'past') -
            (offset === -1 && datePartsOf(now).month === month ? 1 : 0),
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
    // "the last five months of 2020": part of a time of its own.
    if (count !== undefined && words[end + 2]?.lower === 'of') return undefined;
    if (count !== undefined && offset !== 0 && /^(days?|weeks?|months?|years?|decades?)$/.test(measure))
      return shifted(end + 1, (now) =>
        offset < 0 ? { from: back(now, count, measure), to: now } : { from: now, to: back(now, -count, measure) },
      );
    // "the past 24 hours": the days that they reach into.
    const hours = /^\d{1,3}$/.test(unit) && measure === 'hours' && offset < 0 ? Number(unit) : 0;
    if (hours > 0) return shifted(end + 1, (now) => ({ from: addDays(now, -Math.ceil(hours / 24)), to: now }));
    return seasonNear(unit, offset, end, published, make);
  }
  const count = countOf(lower);
  if (
    count !== undefined &&
    words[at + 2]?.lower === 'ago' &&
    /^(days?|weeks?|months?|years?)$/.test(words[at + 1]?.lower ?? '')
  )
    // "ten years ago this week": of that year, and not of now.
    return shifted(at + 2 + wordsOfNow(words, at + 3), (now) => {
      const on = back(now, count, words[at + 1]!.lower);
      // "nearly ten years ago" may be of that year or of another.
      const isVague = /^(nearly|almost|about|around|roughly|some|approximately|over|than)$/.test(
        words[at - 1]?.lower ?? '',
      );
      return isVague && !/^day/.test(words[at + 1]!.lower)
        ? UNKNOWN
        : /^year/.test(words[at + 1]!.lower)
          ? wholeYear(datePartsOf(on).year)
          : /^month/.test(words[at + 1]!.lower)
            ? monthAround(on, 0)
            : { from: on, to: on };
    });
  return undefined;
}

/** How many words behind "ago" name the day, week or month of the telling, in which it was so long ago. */
function wordsOfNow(words: readonly Word[], at: number): number {
  if (words[at]?.lower === 'today') return 1;
  return words[at]?.lower === 'this' &&
    /^(day|week|month|spring|summer|autumn|fall|winter)$/.test(words[at + 1]?.lower ?? '')
    ? 2
    : 0;
}

function dayFollows(words: readonly Word[], at: number): boolean {
  const on = /^(on|into|from|between|to)$/.test(words[at]?.lower ?? '') ? at + 1 : at;
  const word = words[on];
  if (word === undefined) return false;
  return (
    WEEKDAYS[word.lower] !== undefined ||
    monthOf(word) !== undefined ||
    (/^\d{1,2}$/.test(word.text) && words.slice(on + 1, on + 4).some((next) => monthOf(next) !== undefined))
  );
}

const SEASON_STARTS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9 };

/** "last summer", "this spring": of the northern half of the world; "last" is the one before the day of publication. */
function seasonNear(
  name: string,
  offset: number,
  last: number,
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
  // "last winter": of which two years is not told.
  if (name === 'winter') return make(last, UNKNOWN);
  const first = SEASON_STARTS[name];
  if (first === undefined) return undefined;
  if (published === null) return make(last, UNKNOWN);
  const { year, month } = datePartsOf(published);
  const of = offset > 0 ? (month < first ? year : year + 1) : offset === 0 ? year : month > first + 2 ? year : year - 1;
  return make(last, { from: safeDate(of, first, 1), to: wholeMonth(of, first + 2).to });
}

/** "the start of the year", "the end of the month", "the rest of the week": the period in which the text was published, or what is left of it. */
function endOfPeriod(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
  let i = at;
  if (words[i]?.lower === 'the') i++;
  if (!/^(start|beginning|end|close|rest|remainder)$/.test(words[i]?.lower ?? '') || words[i + 1]?.lower !== 'of')
    return undefined;
  const which = words[i + 2]?.lower ?? '';
  const unit = words[i + 3]?.lower ?? '';
  if (!/^(the|this|next|last)$/.test(which) || !/^(year|month|week)$/.test(unit)) return undefined;
  if (published === null) return make(i + 3, UNKNOWN);
  const offset = which === 'next' ? 1 : which === 'last' ? -1 : 0;
  const period =
    unit === 'year'
      ? wholeYear(datePartsOf(published).year + offset)
      : unit === 'month'
        ? monthAround(published, offset)
        : weekAround(published, offset);
  return make(i + 3, /^(rest|remainder)$/.test(words[i]!.lower) ? { from: null, to: period.to } : period);
}

/** "three" in "three days ago", "a" in "a month ago". */
export function countOf(lower: string): number | undefined {
  if (lower === 'a' || lower === 'an') return 1;
  return NUMBER_WORDS[lower] ?? (/^\d{1,3}$/.test(lower) ? Number(lower) : undefined);
}

/** "the first half of 2021", "the first quarter", "the first nine months of 2025". */
export function partPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
  make: Make,
): Point | undefined {
  if (words[at] === undefined) return undefined;
  const the = words[at]!.lower === 'the' ? 1 : 0;
  const key = words[at + the + 1]?.lower ?? '';
  const which = words[at + the]?.lower ?? '';
  const closing = /^(last|final)$/.test(which) && words[at + the + 2]?.lower === 'of';
  const ordinal = ORDINALS[which] ?? (closing && key === 'quarter' ? 4 : closing && key === 'half' ? 2 : undefined);
  if (key === 'week' && ordinal !== undefined && words[at + the + 2]?.lower === 'of')
    return weekOfMonth(words, at + the + 3, ordinal, published, make);
  const week = closing && key === 'week' ? weekOfMonth(words, at + the + 3, 'last', published, make) : undefined;
  if (ordinal === undefined && !(/^(last|final)$/.test(which) && words[at + the + 2]?.lower === 'months')) return week;
  let last = at + the + 1;
  let [first, length] = [0, 0];
  if (key === 'half' && ordinal !== undefined && ordinal <= 2) [first, length] = [(ordinal - 1) * 6 + 1, 6];
  else if (key === 'quarter' && ordinal !== undefined && ordinal <= 4) [first, length] = [(ordinal - 1) * 3 + 1, 3];
  else {
    const months = countOf(key) ?? 0;
    if (months < 1 || months > 12 || words[last + 1]?.lower !== 'months') return undefined;
    // "the last five months of 2020", and not those before the day of publication.
    const closes = /^(last|final)$/.test(which) && words[last + 2]?.lower === 'of';
    if (ordinal !== 1 && !closes) return undefined;
    [first, length] = [closes ? 13 - months : 1, months];
    last++;
  }
  let year = published === null ? undefined : datePartsOf(published).year;
  let open = words[last + 1]?.lower !== 'of';
  if (!open) {
    const month = monthOf(words[last + 2]);
    if (month !== undefined && key === 'half')
      return make(
        last + 2,
        published === null
          ? UNKNOWN
          : wholeMonth(yearOf(words[last + 3]) ?? impliedYear(month, null, published), month),
      );
    const printed = yearOf(words[last + 2]);
    if (printed !== undefined) [year, last] = [printed, last + 2];
    else if (words[last + 2]?.lower === 'the' && words[last + 3]?.lower === 'year') {
      last += 3;
      open = true;
    }
    // "in the first five months of the war": counted from a day that is not said.
    else if (/^(the|its|their|this)$/.test(words[last + 2]?.lower ?? '') && words[last + 3]?.pos === 'NOUN') {
      if (yearInWords(words, last + 1, published) === undefined) return make(last, UNKNOWN);
    }
  }
  const stated = yearInWords(words, last + 1, published);
  if (stated !== undefined) [year, last, open] = [stated.year, stated.last, false];
  if (year === undefined) return make(last, UNKNOWN);
  // "in the fourth quarter", told in March: that of the year before, when nothing is said to be ahead.
  if (open && outlook !== 'future' && published !== null && safeDate(year, first, 1)! > published) year--;
  const { to } = wholeMonth(year, first + length - 1);
  // "in the first seven months of the year six were hit", told in January: "the year" is another that was told, and which is not said.
  if (open && outlook === 'past' && published !== null && to !== null && daysBetween(published, to) > COMING_DAYS)
    return make(last, UNKNOWN);
  return make(last, { from: safeDate(year, first, 1), to });
}

/** "the second week of March": its second seven days; "the last week of February": the last seven of the month. */
function weekOfMonth(
  words: readonly Word[],
  monthAt: number,
  week: number | 'last',
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
  const month = monthOf(words[monthAt]);
  if (month === undefined) return undefined;
  const printed = yearOf(words[monthAt + 1]);
  const year = printed ?? (published === null ? undefined : impliedYear(month, null, published));
  const last = printed === undefined ? monthAt : monthAt + 1;
  if (year === undefined) return make(last, UNKNOWN);
  if (week !== 'last')
    return make(last, { from: safeDate(year, month, week * 7 - 6), to: safeDate(year, month, week * 7) });
  const { to } = wholeMonth(year, month);
  return make(last, { from: to === null ? null : addDays(to, -6), to });
}

export function monthAround(now: CalendarDate, offset: number): DateInterval {
  const { year, month } = datePartsOf(addMonths(`${now.slice(0, 8)}01`, offset));
  return wholeMonth(year, month);
}

export function weekAround(now: CalendarDate, offset: number): DateInterval {
  const monday = addDays(now, -weekdayOf(now) + offset * 7);
  return { from: monday, to: addDays(monday, 6) };
}

/** Saturday and Sunday of the week of publication, or of another. */
function weekendAround(now: CalendarDate, offset: number): DateInterval {
  const saturday = addDays(now, 5 - weekdayOf(now) + 7 * offset);
  return { from: saturday, to: addDays(saturday, 1) };
}

export function back(now: CalendarDate, count: number, measure: string): CalendarDate {
  if (measure.startsWith('day')) return addDays(now, -count);
  if (measure.startsWith('week')) return addDays(now, -7 * count);
  if (measure.startsWith('month')) return addMonths(now, -count);
  return addMonths(now, -12 * count * (measure.startsWith('decade') ? 10 : 1));
}
