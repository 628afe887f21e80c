import { addDays, addMonths, type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Word } from '../tokens/word.ts';
import { pointAt } from './calendar-point.ts';
import { type Point, safeDate, UNKNOWN, wholeMonth, wholeYear, yearInWords, yearOf } from './date-point.ts';
import { countOf } from './relative-date.ts';

/**
 * "the next day", "a day earlier", "the same month", "that year", "two weeks later", "since then": measured from the time
 * that was reported last, in the sentence or before it. "a day earlier" without one is measured from publication.
 */
export function anchoredPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  earlier: readonly DateInterval[],
): (Point & { span: boolean }) | undefined {
  const lower = words[at]!.lower;
  const next = words[at + 1]?.lower ?? '';
  const third = words[at + 2]?.lower ?? '';
  const isDay = ({ from, to }: DateInterval) => from !== null && from === to;
  const before = (fits: (time: DateInterval) => boolean): DateInterval | undefined => {
    const here = named(words, at, published);
    return here !== undefined && fits(here) ? here : [...earlier].reverse().find(fits);
  };
  const on = (
    last: number,
    of: (anchor: DateInterval) => DateInterval,
    fits: (time: DateInterval) => boolean = ({ from }) => from !== null,
  ): Point & { span: boolean } => {
    const base = before(fits);
    const time = base === undefined ? UNKNOWN : of(base);
    return { ...time, firstWord: at, lastWord: last, span: time.from !== time.to };
  };
  if (lower === 'since' && /^(then|that)$/.test(next) && (next === 'then' || /^(time|day|date)$/.test(third)))
    return on(next === 'then' ? at + 1 : at + 2, ({ from }) => ({ from, to: null }));
  // "fired at 6:14 a.m.": on the day that was reported last, when the text gives none beside it.
  if (
    lower === 'at' &&
    /^\d{1,2}([:.]\d\d)?$/.test(next) &&
    /^(a\.m\.|p\.m\.|am|pm|a\.m|p\.m)$/.test(third) &&
    !dayNear(words, at, published)
  )
    return before(isDay) === undefined ? undefined : on(at + 2, (day) => day, isDay);
  // "During the operation", told with its time before.
  if (
    /^(during|throughout)$/.test(lower) &&
    next === 'the' &&
    nounList('event').has(third) &&
    endsPhrase(words[at + 3])
  )
    return on(at + 2, (time) => time);
  const numbered = numberedDay(words, at, published, earlier);
  if (numbered !== undefined) return numbered;
  if (/^(the|that)$/.test(lower)) {
    // "protests the day before that killed 20": of the day that was told last; "the day before the vote" is counted from the vote.
    if (lower === 'the' && third === 'before' && endsOrTells(words[at + 3])) {
      if (/^(day|night)$/.test(next)) return on(at + 2, ({ from }) => dayAt(from, -1), isDay);
      if (next === 'month') return on(at + 2, ({ from, to }) => periodAfter(from, to, -1));
      if (next === 'year') return on(at + 2, ({ from, to }) => periodAfter(from, to, -12));
    }
    const follows =
      /^(next|following)$/.test(next) && /^\d+$/.test(third) && /^(minutes|hours)$/.test(words[at + 3]?.lower ?? '');
    // "Over the following 47 minutes": on the day that was told.
    if (follows) return on(at + 3, (day) => day, isDay);
    // "that day", "that same day".
    const isThat = lower === 'that' && next !== 'same';
    const key = isThat ? 'same' : next;
    const unit = isThat ? next : third;
    const last = isThat ? at + 1 : at + 2;
    if (/^(next|following)$/.test(key) && unit === 'day') return on(last, ({ to }) => dayAt(to, 1), isDay);
    if (/^(previous|preceding)$/.test(key) && unit === 'day') return on(last, ({ from }) => dayAt(from, -1), isDay);
    if (key === 'following' && unit === 'month')
      return on(last, ({ to }) => (to === null ? UNKNOWN : monthOfDay(addMonths(`${to.slice(0, 8)}01`, 1))));
    if (key === 'following' && unit === 'year')
      return on(last, ({ to }) => (to === null ? UNKNOWN : wholeYear(datePartsOf(to).year + 1)));
    const repeated = samePeriod(words, at, published, earlier);
    if (repeated !== undefined) return repeated;
    if (key !== 'same') return undefined;
    if (/^(day|morning|afternoon|evening|night)$/.test(unit)) return on(last, (day) => day, isDay);
    if (unit === 'month') return on(last, ({ from }) => (from === null ? UNKNOWN : monthOfDay(from)));
    if (unit === 'year') return on(last, ({ from }) => (from === null ? UNKNOWN : wholeYear(datePartsOf(from).year)));
    return undefined;
  }
  const count = countOf(lower);
  const after = /^(later|afterwards?)$/.test(third);
  if (count !== undefined && after && /^(months?|years?)$/.test(next))
    return on(at + 2, ({ from, to }) => periodAfter(from, to, next.startsWith('month') ? count : count * 12));
  if (count === undefined || !/^(days?|weeks?)$/.test(next) || !/^(earlier|later|before|afterwards?)$/.test(third))
    return undefined;
  if (third === 'before' && words[at + 3] !== undefined && words[at + 3]!.pos !== 'PUNCT') return undefined;
  const days = next.startsWith('week') ? count * 7 : count;
  const step = /^(earlier|before)$/.test(third) ? -days : days;
  // "In August he wrote to X. Three weeks later": of which day is not told, though another stood before.
  const told = before(({ from, to }) => from !== null && to !== null);
  const day = before(isDay);
  const apart = day !== undefined && told !== undefined && (day.from! < told.from! || day.from! > told.to!);
  const base =
    (apart ? UNKNOWN : day) ??
    (step < 0 ? dayOfSaying(words, at + 3, published) : undefined) ??
    (step < 0 && published !== null ? { from: published, to: published } : undefined);
  const reached = base === undefined ? UNKNOWN : dayAt(step < 0 ? base.from : base.to, step);
  return { ...reached, firstWord: at, lastWord: at + 2, span: false };
}

/** Nothing follows by which another event would be named: "the operation, ...", "the raid and". */
function endsPhrase(behind: Word | undefined): boolean {
  return behind === undefined || /^(PUNCT|CCONJ|VERB|AUX)$/.test(behind.pos);
}

/** Nothing follows from which the time would be counted; a relative clause may. */
function endsOrTells(behind: Word | undefined): boolean {
  return endsPhrase(behind) || /^(that|which|who)$/.test(behind?.lower ?? '');
}

/**
 * "the same period last year", "the corresponding period of 2023", "the same nine months": the last stretch of time that was told,
 * in the year that is named with it.
 */
function samePeriod(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  earlier: readonly DateInterval[],
): (Point & { span: boolean }) | undefined {
  const base = earlier.findLast(({ from, to }) => from !== null && to !== null && from !== to);
  const told = { from: base?.from ?? null, to: base?.to ?? null, firstWord: at, span: true };
  // "over that period", "in the six months": the stretch that was told last.
  if (words[at]!.lower === 'that' && /^(period|time)$/.test(words[at + 1]?.lower ?? ''))
    return /^(over|in|during|within|for|throughout)$/.test(words[at - 1]?.lower ?? '')
      ? { ...told, lastWord: at + 1 }
      : undefined;
  const months =
    words[at]!.lower === 'the' && words[at + 2]?.lower === 'months' ? countOf(words[at + 1]!.lower) : undefined;
  // "the six-month period": as long as the stretch that was told.
  const whole = /^(\w+)-month$/.exec(words[at + 1]?.lower ?? '');
  const long = whole === null || words[at + 2]?.lower !== 'period' ? undefined : countOf(whole[1]!);
  if (words[at]!.lower === 'the' && long !== undefined) {
    const same = earlier.findLast((time) => isOfMonths(time, long));
    return same === undefined ? undefined : { ...told, ...same, firstWord: at, lastWord: at + 2, span: true };
  }
  if (months !== undefined && /^(PUNCT|VERB|AUX)$/.test(words[at + 3]?.pos ?? 'PUNCT') && base !== undefined)
    return isOfMonths(base, months) ? { ...told, lastWord: at + 2 } : undefined;
  if (words[at]!.lower !== 'the' || !/^(same|corresponding|comparable|equivalent)$/.test(words[at + 1]?.lower ?? ''))
    return undefined;
  const counted = countOf(words[at + 2]?.lower ?? '') === undefined ? 0 : 1;
  if (!/^(period|months|weeks|quarter|half)$/.test(words[at + 2 + counted]?.lower ?? '')) return undefined;
  const last = at + 2 + counted;
  const link = /^(of|in)$/.test(words[last + 1]?.lower ?? '') ? 1 : 0;
  const year = yearOf(words[last + 1 + link]);
  const stated =
    year === undefined ? yearInWords(words, last + 1, published) : link === 0 ? undefined : { year, last: last + 2 };
  const before = isYearBefore(words, last + 1);
  if (base?.from == null || base.to == null)
    return { ...UNKNOWN, firstWord: at, lastWord: stated?.last ?? last, span: true };
  const back = stated === undefined ? (before === undefined ? 0 : 1) : datePartsOf(base.to).year - stated.year;
  return {
    from: addMonths(base.from, -12 * back),
    to: addMonths(base.to, -12 * back),
    firstWord: at,
    lastWord: stated?.last ?? before ?? last,
    span: true,
  };
}

function isOfMonths({ from, to }: DateInterval, months: number): boolean {
  return from !== null && to !== null && addDays(addMonths(from, months), -1) === to;
}

/** "a year earlier", "of the previous year": the word that ends it. */
function isYearBefore(words: readonly Word[], at: number): number | undefined {
  const from = /^(of|in)$/.test(words[at]?.lower ?? '') ? at + 1 : at;
  const [first, second, third] = [0, 1, 2].map((i) => words[from + i]?.lower ?? '');
  const earlier = /^(a|one)$/.test(first!) && second === 'year' && /^(earlier|before|ago)$/.test(third!);
  const named = first === 'the' && /^(previous|preceding|prior)$/.test(second!) && third === 'year';
  return earlier || named || (first === 'the' && second === 'year' && third === 'before') ? from + 2 : undefined;
}

/** The month or year that lies so many months after a day, month or year that was told. */
function periodAfter(from: CalendarDate | null, to: CalendarDate | null, months: number): DateInterval {
  if (from === null || to === null) return UNKNOWN;
  if (months % 12 === 0 && from.slice(0, 4) === to.slice(0, 4)) return wholeYear(datePartsOf(from).year + months / 12);
  return from.slice(0, 7) === to.slice(0, 7) ? monthOfDay(addMonths(`${from.slice(0, 8)}01`, months)) : UNKNOWN;
}

/**
 * "on the 21st", "the 7th of last month": the latest day of that number before publication. Where the text was telling of another
 * month it stays open, for that month may be meant.
 */
function numberedDay(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  earlier: readonly DateInterval[],
): (Point & { span: boolean }) | undefined {
  const day = /^([1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/.exec(words[at + 1]?.lower ?? '')?.[1];
  const before = words[at - 1];
  if (words[at]!.lower !== 'the' || day === undefined || published === null) return undefined;
  const stated = monthInWords(words, at + 2);
  // "the Luna, the 2nd in a series", "the 21st saw rain": no day; "since the 3rd", "by the 3rd": more days than that one.
  const isDayOf = before !== undefined && /^(on|dated)$/.test(before.lower);
  if (!isDayOf && (stated === undefined || (before !== undefined && !/^(of|,)$/.test(before.lower)))) return undefined;
  // What will be done on the 10th is done on one to come.
  if (stated === undefined && before?.lower === 'on' && words.some((_, i) => isAhead(words, i))) return undefined;
  const behind = words[at + 2];
  // "the 21st century", "the 8th such raid": a number of something else.
  if (stated === undefined && behind !== undefined && !/^(PUNCT|ADP|CCONJ|VERB|AUX|PRON)$/.test(behind.pos))
    return undefined;
  if (stated === undefined && behind?.lower === 'of') return undefined;
  const now = monthOfDay(published).from!;
  const back = stated?.offset ?? (Number(day) > datePartsOf(published).day ? -1 : 0);
  const { year, month } = datePartsOf(addMonths(now, back));
  const on = safeDate(year, month, Number(day));
  const told = earlier.at(-1)?.to;
  const elsewhere = stated === undefined && told != null && told < addMonths(now, back - 1);
  const time = on === null || elsewhere ? UNKNOWN : { from: on, to: on };
  return { ...time, firstWord: at, lastWord: stated?.last ?? at + 1, span: false };
}

/** "will", "is to sell", "agreed to sell". */
function isAhead(words: readonly Word[], at: number): boolean {
  const { lower } = words[at]!;
  if (/^(will|shall|'ll|wo|would|must|should|may|might|can|could|expected|due|scheduled|planned)$/.test(lower))
    return true;
  const next = words[at + 1];
  return lower === 'to' && next !== undefined && /^(VERB|AUX)$/.test(next.pos) && next.lower === next.lemma;
}

/** "of last month", "of this month": how many months back, and the word that ends the phrase. */
function monthInWords(
  words: readonly Word[],
  at: number,
): { readonly offset: number; readonly last: number } | undefined {
  const key = words[at + 1]?.lower ?? '';
  if (words[at]?.lower !== 'of' || words[at + 2]?.lower !== 'month' || !/^(last|this)$/.test(key)) return undefined;
  return { offset: key === 'last' ? -1 : 0, last: at + 2 };
}

/** "struck a day earlier, the army said on Thursday": the day on which that is said. */
function dayOfSaying(words: readonly Word[], from: number, published: CalendarDate | null): DateInterval | undefined {
  for (let i = from; i < words.length; i++) {
    if (words[i]!.pos !== 'VERB' || !PLAIN_SAYING.has(words[i]!.lemma)) continue;
    const on = words[i + 1]?.lower === 'on' ? i + 2 : i + 1;
    const point = pointAt(words, on, published, 'past');
    if (point !== undefined && point.from !== null && point.from === point.to) return point;
  }
  return undefined;
}

/** A day is told within a few words of the hour: "on Thursday at 3 p.m.". */
function dayNear(words: readonly Word[], at: number, published: CalendarDate | null): boolean {
  for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 9); i++) {
    const point = pointAt(words, i, published, 'past');
    if (point !== undefined && point.from === point.to) return true;
  }
  return false;
}

function dayAt(day: CalendarDate | null, offset: number): DateInterval {
  const on = day === null ? null : addDays(day, offset);
  return { from: on, to: on };
}

function monthOfDay(day: CalendarDate): DateInterval {
  const { year, month } = datePartsOf(day);
  return wholeMonth(year, month);
}

/** The last point of time that the sentence names before a word. */
function named(words: readonly Word[], at: number, published: CalendarDate | null): DateInterval | undefined {
  let found: DateInterval | undefined;
  for (let i = 0; i < at; i++) {
    const point = pointAt(words, i, published, 'past');
    if (point === undefined || point.lastWord >= at || point.from === null) continue;
    // A bare number of four digits or "may" is a time only where the calendar says so; days and months are certain.
    if (point.firstWord === point.lastWord && !/^(in|on|of|since|by|during|until)$/.test(words[i - 1]?.lower ?? ''))
      continue;
    found = point;
    i = point.lastWord;
  }
  return found;
}
