import { addDays, type CalendarDate, datePartsOf, weekdayOf } from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import {
  impliedYear,
  type Make,
  MONTHS,
  monthOf,
  type Point,
  safeDate,
  UNKNOWN,
  WEEKDAYS,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-point.ts';
import { bareDayBefore, joined, lastDay } from './date-span.ts';
import { partPoint, relativePoint } from './relative-date.ts';
import type { Word } from './token.ts';

/** A phrase of time with the days it means; `from` and `to` of `words` are word numbers. Null bounds: open or not known. */
export type TimeExpression = DateInterval & {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly raw: string;
  /** A span over which something went on ("since September"), not the day of one event. */
  readonly span: boolean;
};

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
      const last = lastDay(words, first);
      if (last !== undefined) return { ...last, firstWord: at, span: true };
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
    const last = point === undefined ? undefined : lastDay(words, point);
    if (last !== undefined) return { ...last, firstWord: at, span: true };
    if (point && !(lower === 'of' || lower === 'for'))
      return { ...point, firstWord: at, span: point.from !== point.to };
    if (/^(late|early|mid)$/.test(lower)) return undefined;
  }
  const earlier = dayEarlier(words, at, published);
  if (earlier !== undefined) return earlier;
  const point = pointAt(words, at, published, isFuture(words, at));
  if (!point || !standsAlone(words, point)) return undefined;
  const day = lastDay(words, point);
  if (day !== undefined) return { ...day, firstWord: at, span: true };
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
  for (let i = Math.max(0, at - 15); i < at; i++)
    if (/^(will|shall|due|expires?|plans?|scheduled|next|upcoming|'ll)$/.test(words[i]!.lower)) return true;
  return false;
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

function calendarPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  future: boolean,
  make: Make,
): Point | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
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
  const word = words[at];
  if (word === undefined) return undefined;
  const day = dayOf(word);
  if (day !== undefined) {
    // "8-12 July", "8 to 12 July".
    const upper = /^(-|–|to)$/.test(words[at + 1]?.text ?? '') ? dayOf(words[at + 2]) : undefined;
    if (upper !== undefined && upper > day && monthOf(words[at + 3]) !== undefined) {
      const end = dayPoint(words, at + 2, published, future, make);
      if (end?.to == null) return end;
      const { year, month } = datePartsOf(end.to);
      return make(end.lastWord, { from: safeDate(year, month, day), to: end.to });
    }
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
    const last = /^(morning|afternoon|evening|night)$/.test(words[at + 1]?.lower ?? '') ? at + 1 : at;
    if (published === null) return make(last, UNKNOWN);
    const back = (weekdayOf(published) - weekday + 7) % 7;
    const on = future ? addDays(published, (7 - back) % 7) : addDays(published, -back);
    return make(last, { from: on, to: on });
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
