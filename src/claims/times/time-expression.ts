import { addDays, addMonths, type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Word } from '../tokens/word.ts';
import { anchoredPoint } from './anchored-date.ts';
import { pointAt } from './calendar-point.ts';
import { dateOfEvent, dayOfPeriod, daysFrom, pastVague, weekFrom, wholePeriod, withinOf } from './date-lead.ts';
import { daysBefore, listFrom } from './date-list.ts';
import { isDatedNoun, isExact, monthOf, type Outlook, type Point, safeDate, WEEKDAYS } from './date-point.ts';
import { bareDayBefore, joined, lastDay, windowTo } from './date-span.ts';
import { monthsAt, monthsPeriod } from './month-span.ts';
import { inStatedYear, isOfOrigin, type StatedTime, yearAsSubject } from './stated-year.ts';

/** A phrase of time with the days it means; `from` and `to` of `words` are word numbers. Null bounds: open or not known. */
export type TimeExpression = DateInterval & {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly raw: string;
  /** A span over which something went on ("since September"), not the day of one event. */
  readonly span: boolean;
};

/**
 * Time phrases of a sentence in order, resolved against the day of publication; relative ones stay open without it.
 * `earlier` are the times told before the sentence, the last one last, for "the same day"; `history`: the text tells of years gone.
 */
export function findTimes(
  text: string,
  words: readonly Word[],
  published: CalendarDate | null,
  earlier: readonly StatedTime[] = [],
  history = false,
): TimeExpression[] {
  const found: TimeExpression[] = [];
  const opening = yearAsSubject(words, published);
  const before = opening === undefined ? earlier : [...earlier, opening];
  for (let i = 0; i < words.length; i++) {
    const told = found.length === 0 ? before : [...before, ...found.filter((time) => !isOfOrigin(words, time))];
    const read = spanAt(words, i, published, told);
    if (read === undefined) continue;
    const dated = inStatedYear(read, words, told, published, history);
    // "fell in September from what they were last September": not the same one.
    const again =
      dated.from !== null &&
      dated.to !== null &&
      words[dated.firstWord]!.lower === 'last' &&
      found.some(({ from, to }) => from === dated.from && to === dated.to);
    const time = again ? { ...dated, from: addMonths(dated.from!, -12), to: addMonths(dated.to!, -12) } : dated;
    const last = words[time.lastWord]!;
    const sofar = isSoFar(words, time) ? { to: null, span: true } : {};
    found.push({ ...time, ...sofar, raw: text.slice(words[time.firstWord]!.start, last.end) });
    i = time.lastWord;
  }
  return found;
}

/** "so far this year", "this month to date": from its first day on. */
function isSoFar(words: readonly Word[], { firstWord, lastWord }: Point): boolean {
  const text = (from: number) => `${words[from]?.lower} ${words[from + 1]?.lower}`;
  return /^(this|in|the|of)$/.test(words[firstWord]!.lower) &&
    words[lastWord]!.lower.match(/^(year|month|week|season)$/) !== null
    ? /^(so far|thus far)$/.test(text(firstWord - 2)) || /^(so far|thus far|to date)$/.test(text(lastWord + 1))
    : false;
}

function spanAt(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  earlier: readonly DateInterval[],
): (Point & { span: boolean }) | undefined {
  const lower = words[at]!.lower;
  const next = words[at + 1]?.lower ?? '';
  const anchored = anchoredPoint(words, at, published, earlier);
  if (anchored !== undefined) return anchored;
  const counted = daysFrom(words, at, published);
  if (counted !== undefined) return counted;
  if (lower === 'from' || lower === 'between') {
    // "from its founding in 2010 until May 2019".
    const first =
      pointAt(words, pastVague(words, at + 1), published, 'past') ??
      (lower === 'from' && /^(its|their|his|her)$/.test(next) ? dateOfEvent(words, at + 1, published) : undefined);
    const link = words[(first?.lastWord ?? at) + 1]?.lower ?? '';
    if (first && /^(to|until|till|through|and|-|–)$/.test(link)) {
      const second = pointAt(words, pastVague(words, first.lastWord + 2), published, 'past');
      if (second) return { ...joined(first, second, words), firstWord: at, lastWord: second.lastWord, span: true };
      const last = lastDay(words, first);
      if (last !== undefined) return { ...last, firstWord: at, span: true };
      // "from March 1996 to the present": it goes on.
      const now = words[first.lastWord + 2]?.lower === 'the' ? first.lastWord + 3 : first.lastWord + 2;
      if (/^(present|now|today|date)$/.test(words[now]?.lower ?? '') && link !== 'and')
        return { from: first.from, to: null, firstWord: at, lastWord: now, span: true };
      const day = bareDayBefore(words, at + 1);
      if (day) return undefined;
    }
    // "between 7 and 12 March"
    const start = /^\d{1,2}$/.test(next) ? Number(next) : 0;
    if (start > 0 && /^(and|to)$/.test(words[at + 2]?.lower ?? '')) {
      const second = pointAt(words, at + 3, published, 'past');
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
    if (lower === 'from' && first && !/^(its|their|his|her)$/.test(next))
      return {
        from: first.from,
        to: first.from === null ? null : first.to,
        firstWord: at,
        lastWord: first.lastWord,
        span: true,
      };
    return undefined;
  }
  if (lower === 'since' || (/^(starting|beginning)$/.test(lower) && /^(in|on|from)$/.test(next))) {
    const start = lower === 'since' && next === 'the' ? at + 2 : pastVague(words, lower === 'since' ? at + 1 : at + 2);
    // "since the morning of 15 June".
    const part =
      next === 'the' && /^(morning|evening|night|afternoon|end|start|beginning)$/.test(words[at + 2]?.lower ?? '');
    const point =
      (part && words[at + 3]?.lower === 'of' ? pointAt(words, at + 4, published, 'past') : undefined) ??
      pointAt(words, start, published, 'past') ??
      pointAt(words, at + 1, published, 'past') ??
      (lower === 'since' ? dateOfEvent(words, at + 1, published) : undefined);
    if (point === undefined) return undefined;
    // "the first launch since May 17, when it fired two": what happened then is reported, not what went on after it.
    const stated = words[point.lastWord + 1]?.text === ',' && words[point.lastWord + 2]?.lower === 'when';
    if (stated) return { ...point, firstWord: at, span: point.from !== point.to };
    return { from: point.from, to: null, firstWord: at, lastWord: point.lastWord, span: true };
  }
  const closing = windowTo(words, at, published);
  if (closing !== undefined) return closing;
  const measured = weekFrom(words, at, published) ?? withinOf(words, at, published);
  if (measured !== undefined) return { ...measured, span: true };
  const day = dayOfPeriod(words, at, published);
  if (day !== undefined) return { ...day, span: false };
  // "no later than 3 June": then or before.
  if (/^(no|not)$/.test(lower) && next === 'later' && words[at + 2]?.lower === 'than') {
    const point = pointAt(words, at + 3, published, 'past');
    if (point !== undefined) return { from: null, to: point.to, firstWord: at, lastWord: point.lastWord, span: true };
  }
  // "as recently as April", "as late as May 2023".
  if (lower === 'as' && /^(recently|late|early)$/.test(next) && words[at + 2]?.lower === 'as') {
    const on = /^(on|in)$/.test(words[at + 3]?.lower ?? '') ? at + 4 : at + 3;
    const point = pointAt(words, on, published, 'past');
    return point === undefined ? undefined : { ...point, firstWord: at, span: point.from !== point.to };
  }
  const asOf = lower === 'as' && next === 'of' ? 1 : 0;
  // "before dawn on 3 May": on that day.
  if (
    /^(before|after|at|around)$/.test(lower) &&
    /^(dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|midnight)$/.test(next)
  ) {
    const on = /^(on|of)$/.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 2;
    const point = pointAt(words, on, published, 'past');
    if (point !== undefined && isExact(words, point)) return { ...point, firstWord: at, span: point.from !== point.to };
  }
  if (/^(until|till|through|before|by)$/.test(lower) || asOf === 1) {
    const ahead = asOf === 0 && outlookAt(words, at) === 'future';
    // "until approximately October 2019": what is vague is the day, and not that it ended.
    const point = pointAt(words, pastVague(words, at + 1 + asOf), published, ahead ? 'future' : 'nearest');
    if (!point) return undefined;
    const to = lower === 'before' && point.from !== null ? addDays(point.from, -1) : point.to;
    return { from: null, to, firstWord: at, lastWord: point.lastWord, span: true };
  }
  // "up to 5 August": all that time, and not that day. A number without a month is an amount.
  if (lower === 'up' && next === 'to') {
    const point = pointAt(words, at + 2, published, 'past');
    if (point !== undefined && isExact(words, point))
      return { from: null, to: point.to, firstWord: at, lastWord: point.lastWord, span: true };
  }
  if (lower === 'after') {
    const point = pointAt(words, at + 1, published, 'past');
    // "after the February 18 shootings": from that day on, or later.
    const behind = words[(point?.lastWord ?? at) + 1];
    const isOfEvent = next === 'the' && behind?.pos === 'NOUN';
    if (point && isExact(words, point))
      return {
        from: isOfEvent || point.to === null ? null : addDays(point.to, 1),
        to: null,
        firstWord: at,
        lastWord: point.lastWord,
        span: true,
      };
    return undefined;
  }
  const outlook = outlookAt(words, at);
  if (/^(on|in|during|at|over|throughout|of|for|late|early|mid|within)$/.test(lower)) {
    // "over the course of 2023", "in the month of May".
    // "in the January to March period of 2022".
    const period = monthsPeriod(words, next === 'the' ? at + 2 : at + 1, published, outlook);
    if (period !== undefined) return { ...period, firstWord: at, span: true };
    const course =
      next === 'the' && /^(course|month|year)$/.test(words[at + 2]?.lower ?? '') && words[at + 3]?.lower === 'of';
    // "in the whole of February", "in all of 2021".
    const whole =
      next === 'the' && /^(whole|entirety)$/.test(words[at + 2]?.lower ?? '') && words[at + 3]?.lower === 'of';
    const all =
      course || whole ? 3 : next === 'all' && words[at + 2]?.lower === 'of' ? 2 : /^(both|either)$/.test(next) ? 1 : 0;
    const point = pointAt(words, at + 1 + all, published, outlook) ?? wholePeriod(words, at, published, earlier);
    const span = point === undefined ? undefined : spanFrom(words, point, published, outlook);
    if (span !== undefined) return { ...span, firstWord: at, span: true };
    const ofThat =
      (lower === 'of' && point !== undefined && datesNoun(words, at, point)) ||
      (lower === 'for' && isDataNoun(words[at - 1]));
    if (point && (all > 0 || ofThat || !(lower === 'of' || lower === 'for')))
      return {
        ...point,
        firstWord: at,
        span: point.from !== point.to || startedThen(words, at),
        ...openEnd(words, at),
      };
    if (/^(late|early|mid)$/.test(lower)) return undefined;
  }
  const months = monthsAt(words, at, published, outlook);
  if (months !== undefined) return months;
  const listed = daysBefore(words, at, published, outlook);
  if (listed !== undefined) return listed;
  const point = pointAt(words, at, published, outlook);
  if (!point || !standsAlone(words, point)) return undefined;
  const span = spanFrom(words, point, published, outlook);
  if (span !== undefined) return { ...span, firstWord: at, span: true };
  return { ...point, span: point.from !== point.to };
}

/** "customs figures for 2019", "Kpler data for March": what they cover. */
export function isDataNoun(word: Word | undefined): boolean {
  return /^(data|figures|statistics|numbers|totals|estimates?)$/.test(word?.lower ?? '');
}

/** "pictures of April": a month alone, that says from when a thing is. */
function datesNoun(words: readonly Word[], of: number, { firstWord, lastWord }: Point): boolean {
  return (
    firstWord === lastWord &&
    monthOf(words[firstWord]) !== undefined &&
    words[of - 1]?.pos === 'NOUN' &&
    !/^(NOUN|PROPN|ADJ|NUM)$/.test(words[lastWord + 1]?.pos ?? '')
  );
}

/** What goes on after a point of time: "and 19", "-24", "to 31 March", "and Wednesday", ", November and January". */
function spanFrom(
  words: readonly Word[],
  point: Point,
  published: CalendarDate | null,
  outlook: Outlook,
): Point | undefined {
  const day = lastDay(words, point);
  if (day !== undefined) return day;
  const link = words[point.lastWord + 1];
  const dash = link !== undefined && /^[-–—]$/.test(link.text) && link.start === words[point.lastWord]!.end;
  if (dash || /^(to|until|till|through)$/.test(link?.lower ?? '')) {
    const second = pointAt(words, point.lastWord + 2, published, outlook);
    if (second !== undefined && isExact(words, second) && isExact(words, point))
      return { ...joined(point, second, words), firstWord: point.firstWord, lastWord: second.lastWord };
  }
  return listFrom(words, point, published, outlook);
}

/** "attacks that began in September": they went on from then. */
function startedThen(words: readonly Word[], at: number): boolean {
  if (!/^(started|began|begun|commenced)$/.test(words[at - 1]?.lower ?? '')) return false;
  return words.slice(Math.max(0, at - 4), at - 1).some((word) => /^(that|which)$/.test(word.lower));
}

function openEnd(words: readonly Word[], at: number): { to?: null } {
  return startedThen(words, at) ? { to: null } : {};
}

/** A bare year or month name needs a preposition before it, else it is a number or a name ("May said", "2,024 tonnes"). */
function standsAlone(words: readonly Word[], point: Point): boolean {
  if (point.lastWord > point.firstWord) return true;
  const lower = words[point.firstWord]!.lower;
  if (
    /^(today|yesterday|tomorrow|tonight|overnight)$/.test(lower) ||
    WEEKDAYS[lower] !== undefined ||
    /^\d{4}-\d\d-\d\d$/.test(lower)
  )
    return true;
  // "a May raid", "the March launch".
  const isOfEvent =
    monthOf(words[point.firstWord]) !== undefined &&
    /^(an?|the|that|this|its|their|his|her)$/.test(words[point.firstWord - 1]?.lower ?? '');
  return (
    /^(mid|early|late)-/.test(lower) ||
    (isOfEvent && isDatedNoun(words[point.lastWord + 1])) ||
    (/^(19|20)\d\d$/.test(lower) && isDatedNoun(words[point.lastWord + 1]))
  );
}

function outlookAt(words: readonly Word[], at: number): Outlook {
  // "set sentencing for February 8".
  if (
    words[at - 1]?.lower === 'for' &&
    words.slice(Math.max(0, at - 6), at).some(({ lemma }) => /^(set|schedule|plan|fix)$/.test(lemma))
  )
    return 'future';
  for (let i = Math.max(0, at - 15); i < at; i++)
    if (/^(will|shall|due|expires?|plans?|scheduled|next|upcoming|'ll)$/.test(words[i]!.lower)) return 'future';
  return 'past';
}
