import { addDays, addMonths, type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Word } from '../tokens/word.ts';
import { pointAt } from './calendar-point.ts';
import { isExact, type Point, UNKNOWN, wholeMonth, wholeYear, yearOf } from './date-point.ts';
import { countOf } from './relative-date.ts';

/** "at least 2019", "in or about June 2019", "on or around 3 May": the word at which the point of time begins. */
export function pastVague(words: readonly Word[], from: number): number {
  const text = (at: number, count: number) =>
    words
      .slice(at, at + count)
      .map(({ lower }) => lower)
      .join(' ');
  let at = from;
  for (;;) {
    if (/^(in|on) or (about|around)$/.test(text(at, 3))) at += 3;
    else if (/^(at least|as early|early as|or about)$/.test(text(at, 2))) at += 2;
    else if (/^(about|around|approximately|roughly|as)$/.test(text(at, 1))) at++;
    else return at;
  }
}

/** "three days after the 3 May attack", "a week before 3 May": the day from which it is counted stands behind. */
export function daysFrom(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
): (Point & { span: boolean }) | undefined {
  const count = countOf(words[at]!.lower);
  const [, unit, , step] =
    /^(day|week)s? ((after)|before)$/.exec(`${words[at + 1]?.lower} ${words[at + 2]?.lower}`) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const the = words[at + 3]?.lower === 'the' ? 1 : 0;
  const point = pointAt(words, at + 3 + the, published, 'past') ?? dayBehind(words, at + 3, published);
  if (point === undefined || point.from === null || point.from !== point.to || !isExact(words, point)) return undefined;
  const on = addDays(point.from, count * (unit === 'week' ? 7 : 1) * (step === undefined ? -1 : 1));
  // The day of the other event is told by itself: "two days after leaving Oslo on 3 May".
  const hasVerb = words.slice(at + 3, point.lastWord).some(({ pos }) => pos === 'VERB');
  return { from: on, to: on, firstWord: at, lastWord: hasVerb ? at + 2 : point.lastWord, span: false };
}

/** "three days before the raid of 10 July", "two days after leaving Oslo on 3 May": the day of what it is counted from. */
function dayBehind(words: readonly Word[], from: number, published: CalendarDate | null): Point | undefined {
  for (let i = from; i < from + 7 && i < words.length && words[i]!.pos !== 'PUNCT'; i++) {
    if (!/^(on|of)$/.test(words[i]!.lower)) continue;
    const point = pointAt(words, i + 1, published, 'past');
    if (point !== undefined) return point;
  }
  return undefined;
}

/** "the week of 5 July", "the week beginning 5 July": the seven days from that one. */
export function weekFrom(words: readonly Word[], at: number, published: CalendarDate | null): Point | undefined {
  const the = words[at]?.lower === 'the' ? at : at + 1;
  if (words[the]?.lower !== 'the' || words[the + 1]?.lower !== 'week') return undefined;
  if (!/^(of|beginning|starting|commencing|from)$/.test(words[the + 2]?.lower ?? '')) return undefined;
  const point = pointAt(words, the + 3, published, 'past');
  if (point === undefined || point.from !== point.to || !isExact(words, point)) return undefined;
  return { ...point, to: point.from === null ? null : addDays(point.from, 6), firstWord: at };
}

/** "the first day of 2021", "the last day of March". */
export function dayOfPeriod(words: readonly Word[], at: number, published: CalendarDate | null): Point | undefined {
  const the = words[at]?.lower === 'the' ? at : at + 1;
  const [which, unit, of] = [1, 2, 3].map((step) => words[the + step]?.lower ?? '');
  if (words[the]?.lower !== 'the' || !/^(first|last|final)$/.test(which!) || unit !== 'day' || of !== 'of')
    return undefined;
  const point = pointAt(words, the + 4, published, 'past');
  if (point === undefined || point.from === point.to) return undefined;
  const day = which === 'first' ? point.from : point.to;
  return { ...point, from: day, to: day, firstWord: at };
}

/** "within six months of May 2020", "within a year of the truce": measured from a day, and not that day. */
export function withinOf(words: readonly Word[], at: number, published: CalendarDate | null): Point | undefined {
  if (words[at]?.lower !== 'within' || countOf(words[at + 1]?.lower ?? '') === undefined) return undefined;
  if (!/^(hours?|days?|weeks?|months?|years?)$/.test(words[at + 2]?.lower ?? '')) return undefined;
  if (!/^(of|after|from)$/.test(words[at + 3]?.lower ?? '')) return undefined;
  const point = pointAt(words, at + 4, published, 'past');
  return point === undefined ? undefined : { ...UNKNOWN, firstWord: at, lastWord: point.lastWord };
}

/** "since the lifting of the embargo in 2013", "since its launch in 2023", "since the circular of 21 February": the date of the event from which something is counted. */
export function dateOfEvent(words: readonly Word[], from: number, published: CalendarDate | null): Point | undefined {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    const isOwner = /^(its|their|his|her|our)$/.test(words[i]!.lower);
    if (/^(PUNCT|AUX|PRON|SCONJ)$/.test(words[i]!.pos) && !isOwner) return undefined;
    // "since the February 2021 coup".
    const named = /^\p{Lu}/u.test(words[i]!.text) ? pointAt(words, i, published, 'past') : undefined;
    if (named !== undefined && named.lastWord > i && named.from !== null) return named;
    if (!/^(in|on|of)$/.test(words[i]!.lower)) continue;
    const point = pointAt(words, i + 1, published, 'past');
    if (point !== undefined) return point;
  }
  return undefined;
}

/** "in the full 12 months of 2021", "during all twelve months of 2021". */
function monthsOfYear(words: readonly Word[], at: number): Point | undefined {
  let count = at + 1;
  while (/^(the|all|full|whole|entire)$/.test(words[count]?.lower ?? '')) count++;
  const isTwelve = /^(12|twelve)$/.test(words[count]?.lower ?? '') && words[count + 1]?.lower === 'months';
  const year = isTwelve && words[count + 2]?.lower === 'of' ? yearOf(words[count + 3]) : undefined;
  return year === undefined ? undefined : { ...wholeYear(year), firstWord: at, lastWord: count + 3 };
}

/** "over the year", "during the month": the one in which the text was published. */
export function wholePeriod(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  earlier: readonly DateInterval[],
): Point | undefined {
  const twelve = monthsOfYear(words, at);
  if (twelve !== undefined) return twelve;
  if (!/^(over|during|throughout)$/.test(words[at]!.lower) || words[at + 1]?.lower !== 'the') return undefined;
  const noun = /^(fiscal|financial)$/.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 2;
  const unit = words[noun]?.lower ?? '';
  const behind = words[noun + 1];
  const ends =
    behind === undefined || /^(PUNCT|CCONJ|PROPN)$/.test(behind.pos) || /^(in|at|across)$/.test(behind.lower);
  if (!/^(year|month)$/.test(unit) || !ends) return undefined;
  const make = (interval: DateInterval): Point => ({ ...interval, firstWord: at, lastWord: noun });
  // "668 were lost in 2012, … 425 throughout the year": of the year that was told, where only one was.
  const told = unit === 'year' ? statedYears(earlier) : [];
  const years = earlier.flatMap(({ from }) => (from === null ? [] : [datePartsOf(from).year]));
  const isPast = published === null || !years.includes(datePartsOf(published).year);
  if (told.length === 1 && (isPast || noun > at + 2)) return make(told[0]!);
  if (published === null || noun > at + 2) return make(UNKNOWN);
  const { year, month } = datePartsOf(published);
  // Told in January, "the year" may be the one that is over.
  const isOther = (years.length > 0 && !years.includes(year)) || (unit === 'year' && month <= 2);
  return make(isOther ? UNKNOWN : unit === 'year' ? wholeYear(year) : wholeMonth(year, month));
}

/** The different times of a year's length that were told. */
function statedYears(earlier: readonly DateInterval[]): DateInterval[] {
  const whole = earlier.filter(
    ({ from, to }) => from !== null && to !== null && addMonths(from, 12) === addDays(to, 1),
  );
  return whole.filter(({ from }, at) => whole.findIndex((one) => one.from === from) === at);
}
