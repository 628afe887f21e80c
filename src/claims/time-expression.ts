import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  datePartsOf,
  daysInMonth,
  weekdayOf,
} from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import type { Word } from './token.ts';

/** A phrase of time with the days it means; `from` and `to` of `words` are word numbers. Null bounds: open or not known. */
export type TimeExpression = DateInterval & {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly raw: string;
  /** A span over which something went on ("since September"), not the day of one event. */
  readonly span: boolean;
};

type Point = DateInterval & { readonly firstWord: number; readonly lastWord: number };

const MONTHS: Readonly<Record<string, number>> = {
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
const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
};
const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  a: 1,
  an: 1,
};
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const UNKNOWN: DateInterval = { from: null, to: null };

/** Time phrases of a sentence in order, resolved against the day of publication; relative ones stay open without it. */
export function findTimes(text: string, words: readonly Word[], published: CalendarDate | null): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let i = 0; i < words.length; i++) {
    const time = spanAt(words, i, published);
    if (time === undefined) continue;
    const last = words[time.lastWord]!;
    found.push({ ...time, raw: text.slice(words[time.firstWord]!.start, last.end) });
    i = time.lastWord;
  }
  return found;
}

function spanAt(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
): (Point & { span: boolean }) | undefined {
  const lower = words[at]!.lower;
  const next = words[at + 1]?.lower ?? '';
  if (lower === 'from' || lower === 'between') {
    const first = pointAt(words, at + 1, published, false);
    const link = words[(first?.lastWord ?? at) + 1]?.lower ?? '';
    if (first && /^(to|until|till|through|and|-|–)$/.test(link)) {
      const second = pointAt(words, first.lastWord + 2, published, false);
      if (second) return { ...joined(first, second, words), firstWord: at, lastWord: second.lastWord, span: true };
      const day = bareDayBefore(words, at + 1);
      if (day) return undefined;
    }
    // "between 7 and 12 March"
    const start = /^\d{1,2}$/.test(next) ? Number(next) : 0;
    if (start > 0 && /^(and|to)$/.test(words[at + 2]?.lower ?? '')) {
      const second = pointAt(words, at + 3, published, false);
      if (second?.to && second.from === second.to) {
        const { year, month } = datePartsOf(second.to);
        return {
          from: safeDate(year, month, start),
          to: second.to,
          firstWord: at,
          lastWord: second.lastWord,
          span: true,
        };
      }
    }
    if (lower === 'from' && first)
      return {
        from: first.from,
        to: first.from === null ? null : first.to,
        firstWord: at,
        lastWord: first.lastWord,
        span: true,
      };
    return undefined;
  }
  if (lower === 'since' || (lower === 'starting' && /^(in|on|from)$/.test(next))) {
    const start =
      lower === 'since' ? (/^(at|the|around|about)$/.test(next) ? (next === 'at' ? at + 3 : at + 2) : at + 1) : at + 2;
    const point = pointAt(words, start, published, false) ?? pointAt(words, at + 1, published, false);
    if (point) return { from: point.from, to: null, firstWord: at, lastWord: point.lastWord, span: true };
    return undefined;
  }
  if (/^(until|till|through|before|by)$/.test(lower)) {
    const point = pointAt(words, at + 1, published, true);
    if (!point) return undefined;
    const to = lower === 'before' && point.from !== null ? addDays(point.from, -1) : point.to;
    return { from: null, to, firstWord: at, lastWord: point.lastWord, span: true };
  }
  if (lower === 'after') {
    const point = pointAt(words, at + 1, published, false);
    if (point && isExact(words, point))
      return {
        from: point.to === null ? null : addDays(point.to, 1),
        to: null,
        firstWord: at,
        lastWord: point.lastWord,
        span: true,
      };
    return undefined;
  }
  if (/^(on|in|during|at|over|throughout|of|for|late|early|mid|within)$/.test(lower)) {
    const point = pointAt(words, at + 1, published, isFuture(words, at));
    if (point && !(lower === 'of' || lower === 'for'))
      return { ...point, firstWord: at, span: point.from !== point.to };
    if (/^(late|early|mid)$/.test(lower)) return undefined;
  }
  const earlier = dayEarlier(words, at, published);
  if (earlier !== undefined) return earlier;
  const point = pointAt(words, at, published, isFuture(words, at));
  if (!point || !standsAlone(words, point)) return undefined;
  const dash = words[point.lastWord + 1];
  if (dash !== undefined && /^[-–—]$/.test(dash.text) && dash.start === words[point.lastWord]!.end) {
    const second = pointAt(words, point.lastWord + 2, published, false);
    if (second) return { ...joined(point, second, words), firstWord: at, lastWord: second.lastWord, span: true };
  }
  return { ...point, span: point.from !== point.to };
}

/** "a day earlier": the day before the day that the sentence names, else before publication. */
function dayEarlier(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
): (Point & { span: boolean }) | undefined {
  if (words[at]!.lower !== 'a' || words[at + 1]?.lower !== 'day' || words[at + 2]?.lower !== 'earlier')
    return undefined;
  let named: DateInterval | undefined;
  for (let i = 0; i < at; i++) named = pointAt(words, i, published, false) ?? named;
  const base = named?.from ?? published;
  const day = base === null ? null : addDays(base, -1);
  return { from: day, to: day, firstWord: at, lastWord: at + 2, span: false };
}

/** A bare year or month name needs a preposition before it, else it is a number or a name ("May said", "2,024 tonnes"). */
function standsAlone(words: readonly Word[], point: Point): boolean {
  if (point.lastWord > point.firstWord) return true;
  const lower = words[point.firstWord]!.lower;
  if (
    /^(today|yesterday|tomorrow|tonight)$/.test(lower) ||
    WEEKDAYS[lower] !== undefined ||
    /^\d{4}-\d\d-\d\d$/.test(lower)
  )
    return true;
  return /^(mid|early|late)-/.test(lower);
}

function isExact(words: readonly Word[], point: Point): boolean {
  return (
    point.lastWord > point.firstWord ||
    WEEKDAYS[words[point.firstWord]!.lower] !== undefined ||
    /^\d{4}/.test(words[point.firstWord]!.text)
  );
}

function isFuture(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 9); i < at; i++)
    if (/^(will|shall|due|expires?|plans?|scheduled|next|upcoming|'ll)$/.test(words[i]!.lower)) return true;
  return false;
}

function bareDayBefore(words: readonly Word[], at: number): boolean {
  return /^\d{1,2}$/.test(words[at]?.lower ?? '');
}

function joined(first: Point, second: Point, words: readonly Word[]): DateInterval {
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

function safeDate(year: number, month: number, day: number): CalendarDate | null {
  return year >= 1 && year <= 9999 && day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month)
    ? calendarDate(year, month, day)
    : null;
}

function wholeMonth(year: number, month: number): DateInterval {
  return { from: safeDate(year, month, 1), to: safeDate(year, month, daysInMonth(year, month)) };
}

function wholeYear(year: number): DateInterval {
  return { from: safeDate(year, 1, 1), to: safeDate(year, 12, 31) };
}

function monthOf(word: Word | undefined): number | undefined {
  if (word === undefined || !/^[A-Z]/.test(word.text)) return undefined;
  return MONTHS[word.lower.replace(/\.$/, '')];
}

function yearOf(word: Word | undefined): number | undefined {
  return word !== undefined && /^(19|20)\d\d$/.test(word.text) ? Number(word.text) : undefined;
}

/** Year of a month or day printed without one: the last such day not after publication, or the next one when it lies ahead. */
function impliedYear(month: number, day: number, published: CalendarDate, future: boolean): number {
  const now = datePartsOf(published);
  const later = month > now.month || (month === now.month && day > now.day);
  if (future) return later || month === now.month ? now.year : now.year + 1;
  return later ? now.year - 1 : now.year;
}

function pointAt(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  future: boolean,
): Point | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const make = (lastWord: number, interval: DateInterval): Point => ({ ...interval, firstWord: at, lastWord });
  return (
    relativePoint(words, at, published, make) ??
    partPoint(words, at, published, make) ??
    calendarPoint(words, at, published, future, make)
  );
}

type Make = (lastWord: number, interval: DateInterval) => Point;

function calendarPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  future: boolean,
  make: Make,
): Point | undefined {
  const word = words[at]!;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word.text);
  if (iso) {
    const day = safeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === null ? undefined : make(at, { from: day, to: day });
  }
  const year = yearOf(word);
  if (year !== undefined) {
    const range = words[at + 1]?.text === '-' || words[at + 1]?.text === '–' ? yearOf(words[at + 2]) : undefined;
    if (range !== undefined && range > year)
      return make(at + 2, { from: safeDate(year, 1, 1), to: safeDate(range, 12, 31) });
    return make(at, wholeYear(year));
  }
  const years = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(word.text);
  if (years) return make(at, { from: safeDate(Number(years[1]), 1, 1), to: safeDate(Number(years[2]), 12, 31) });
  const part = /^(mid|early|late)-(.+)$/.exec(word.lower);
  if (part) {
    const month = MONTHS[part[2]!];
    if (month !== undefined) {
      const printed = yearOf(words[at + 1]);
      const of = printed ?? (published === null ? undefined : impliedYear(month, 1, published, future));
      return make(printed === undefined ? at : at + 1, of === undefined ? UNKNOWN : wholeMonth(of, month));
    }
    const partYear = /^(19|20)\d\d$/.test(part[2]!) ? Number(part[2]) : undefined;
    return partYear === undefined ? undefined : make(at, wholeYear(partYear));
  }
  if (/^(the|early|late|mid|end|start|beginning|middle|around|about)$/.test(word.lower)) {
    const skip = words[at + 1]?.lower === 'of' ? 2 : 1;
    const inner = calendarPoint(words, at + skip, published, future, (last, interval) => ({
      ...interval,
      firstWord: at,
      lastWord: last,
    }));
    return inner && (word.lower !== 'the' || yearOf(words[at + 1]) === undefined) ? inner : undefined;
  }
  return dayPoint(words, at, published, future, make);
}

function dayPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  future: boolean,
  make: Make,
): Point | undefined {
  const dayOf = (w: Word | undefined) =>
    w !== undefined && /^\d{1,2}(st|nd|rd|th)?$/.test(w.lower) ? Number.parseInt(w.lower, 10) : undefined;
  const word = words[at]!;
  const day = dayOf(word);
  if (day !== undefined) {
    const of = words[at + 1]?.lower === 'of' ? 1 : 0;
    const month = monthOf(words[at + 1 + of]);
    if (month === undefined) return undefined;
    return withYear(words, at + 2 + of, month, day, published, future, make);
  }
  const weekday = WEEKDAYS[word.lower];
  if (weekday !== undefined) {
    const comma = words[at + 1]?.text === ',' ? 2 : 1;
    const dated =
      monthOf(words[at + comma]) !== undefined || dayOf(words[at + comma]) !== undefined
        ? dayPoint(words, at + comma, published, future, make)
        : undefined;
    if (dated) return dated;
    if (published === null) return make(at, UNKNOWN);
    const back = (weekdayOf(published) - weekday + 7) % 7;
    const on = future ? addDays(published, (7 - back) % 7) : addDays(published, -back);
    return make(at, { from: on, to: on });
  }
  const month = monthOf(word);
  if (month === undefined) return undefined;
  const stop = words[at + 1]?.text === '.' ? 1 : 0;
  const follows = dayOf(words[at + 1 + stop]);
  if (follows !== undefined && follows >= 1 && follows <= 31 && !isUnitAfter(words, at + 2 + stop))
    return withYear(words, at + 2 + stop, month, follows, published, future, make);
  const comma = words[at + 1]?.text === ',' && yearOf(words[at + 2]) !== undefined ? 1 : 0;
  const year = yearOf(words[at + 1 + comma]);
  if (year !== undefined) return make(at + 1 + comma, wholeMonth(year, month));
  if (word.lower === 'may' || word.lower === 'march') {
    // A month only behind a preposition or at the end of a phrase: "May said", "March against".
    const before = words[at - 1]?.lower ?? '';
    if (
      !/^(in|of|since|until|till|by|last|this|next|from|to|and|through|early|late|during|on|between|before|after|mid|end)$/.test(
        before,
      )
    )
      return undefined;
  }
  return make(at, published === null ? UNKNOWN : wholeMonth(impliedYear(month, 1, published, future), month));
}

function isUnitAfter(words: readonly Word[], at: number): boolean {
  return /^(million|billion|percent|%|missiles|drones|tonnes|tons|people)$/.test(words[at]?.lower ?? '');
}

function withYear(
  words: readonly Word[],
  after: number,
  month: number,
  day: number,
  published: CalendarDate | null,
  future: boolean,
  make: Make,
): Point | undefined {
  const comma = words[after]?.text === ',' && yearOf(words[after + 1]) !== undefined ? 1 : 0;
  const printed = yearOf(words[after + comma]);
  const year = printed ?? (published === null ? undefined : impliedYear(month, day, published, future));
  const last = printed === undefined ? after - 1 : after + comma;
  if (year === undefined) return make(last, UNKNOWN);
  const on = safeDate(year, month, day);
  return on === null ? undefined : make(last, { from: on, to: on });
}

function relativePoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  make: Make,
): Point | undefined {
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
    const count = SMALL[unit] ?? (/^\d{1,3}$/.test(unit) ? Number(unit) : undefined);
    const measure = words[end + 1]?.lower ?? '';
    if (count !== undefined && offset !== 0 && /^(days?|weeks?|months?|years?|decades?)$/.test(measure))
      return shifted(end + 1, (now) =>
        offset < 0 ? { from: back(now, count, measure), to: now } : { from: now, to: back(now, -count, measure) },
      );
    return undefined;
  }
  const count = SMALL[lower] ?? (/^\d{1,3}$/.test(lower) ? Number(lower) : undefined);
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

/** "the first half of 2021", "the first quarter", "the first nine months of 2025". */
function partPoint(words: readonly Word[], at: number, published: CalendarDate | null, make: Make): Point | undefined {
  const the = words[at]!.lower === 'the' ? 1 : 0;
  const ordinal = ORDINALS[words[at + the]?.lower ?? ''];
  if (ordinal === undefined) return undefined;
  const key = words[at + the + 1]?.lower ?? '';
  let last = at + the + 1;
  let [first, length] = [0, 0];
  if (key === 'half' && ordinal <= 2) [first, length] = [(ordinal - 1) * 6 + 1, 6];
  else if (key === 'quarter' && ordinal <= 4) [first, length] = [(ordinal - 1) * 3 + 1, 3];
  else {
    const months = SMALL[key] ?? (/^\d{1,2}$/.test(key) ? Number(key) : 0);
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

function monthAround(now: CalendarDate, offset: number): DateInterval {
  const { year, month } = datePartsOf(addMonths(`${now.slice(0, 8)}01`, offset));
  return wholeMonth(year, month);
}

function weekAround(now: CalendarDate, offset: number): DateInterval {
  const monday = addDays(now, -weekdayOf(now) + offset * 7);
  return { from: monday, to: addDays(monday, 6) };
}

function back(now: CalendarDate, count: number, measure: string): CalendarDate {
  if (measure.startsWith('day')) return addDays(now, -count);
  if (measure.startsWith('week')) return addDays(now, -7 * count);
  if (measure.startsWith('month')) return addMonths(now, -count);
  return addMonths(now, -12 * count * (measure.startsWith('decade') ? 10 : 1));
}
