import { addMonths, type CalendarDate, datePartsOf, daysBetween } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import type { Word } from '../tokens/word.ts';
import { monthOf, type Point, UNKNOWN, wholeYear, yearOf } from './date-point.ts';

/** A time that the text told, with its words. */
export type StatedTime = DateInterval & { readonly raw: string };

type DatedPoint = Point & { readonly span: boolean };

/**
 * A month without its year, in a text that was telling of an earlier year: "In February 2017 the buyers stopped. In April", published
 * in 2019. The April before publication is no more likely than that of the year told, so it stays open; "in July of that year" is
 * of the year told last, and in a history (`history`) so is the bare month. Only a year that was told within the last sentences of one paragraph counts: `earlier` holds no more.
 */
export function inStatedYear(
  time: DatedPoint,
  words: readonly Word[],
  earlier: readonly StatedTime[],
  published: CalendarDate | null,
  history = false,
): DatedPoint {
  const inside = words.slice(time.firstWord, time.lastWord + 1);
  // "in March last year", "this June": told with its year.
  const hasYear = inside.some(({ text, lower }) => /\d{4}/.test(text) || /^(last|this|next)$/.test(lower));
  if (!inside.some((word) => monthOf(word) !== undefined) || hasYear) return time;
  const ofThat = ofThatYear(words, time.lastWord + 1);
  if (ofThat !== undefined) {
    const told = lastStatedYear(earlier);
    const last = { ...time, lastWord: ofThat };
    return told === undefined || time.from === null || time.to === null
      ? { ...last, ...UNKNOWN }
      : { ...last, from: inYear(time.from, told), to: inYear(time.to, told) };
  }
  // A year that was inferred for another bare month is no year that the text told.
  const told = lastStatedYear(earlier.filter(({ raw }) => statesYear(raw)));
  if (told === undefined || published === null) return time;
  const near = besideDay(time, earlier);
  if (near !== undefined) return near;
  const bound = time.from ?? time.to;
  if (bound === null || told >= datePartsOf(bound).year || isOfThisYear(earlier, bound)) return time;
  return (history ? onwards(time, earlier, told) : undefined) ?? { ...time, ...UNKNOWN };
}

/** "In 2012 it bought ore. In June it": of the year told, as long as the telling goes forward through it. */
function onwards(time: DatedPoint, earlier: readonly StatedTime[], told: number): DatedPoint | undefined {
  if (time.from === null || time.to === null) return undefined;
  const [from, to] = [inYear(time.from, told), inYear(time.to, told)];
  const last = earlier.findLast((one) => one.from !== null);
  return last?.from != null && from >= last.from ? { ...time, from, to } : undefined;
}

/** "struck on 8 October 2016. On 9 October crowds marched": a day within weeks of the last that was told with its year. */
function besideDay(time: DatedPoint, earlier: readonly StatedTime[]): DatedPoint | undefined {
  const last = earlier.findLast(({ from }) => from !== null);
  if (last?.from == null || last.from !== last.to || !/\d{4}/.test(last.raw)) return undefined;
  if (time.from === null || time.from !== time.to) return undefined;
  const day = inYear(time.from, datePartsOf(last.from).year);
  return Math.abs(daysBetween(last.from, day)) <= MOST_DAYS ? { ...time, from: day, to: day } : undefined;
}

const MOST_DAYS = 45;

/** "2015 was no exception": the year of which a text goes on to tell, though nothing is said to have been done in it. */
export function yearAsSubject(words: readonly Word[], published: CalendarDate | null): StatedTime | undefined {
  const year = yearOf(words[0]);
  if (year === undefined || published === null || !/^(VERB|AUX)$/.test(words[1]?.pos ?? '')) return undefined;
  return { ...wholeYear(year), raw: words[0]!.text };
}

/** "The ship, built in 1998, carried ore in May": how old a thing is, in passing, and no year of which the text tells. */
export function isOfOrigin(words: readonly Word[], { firstWord }: Point): boolean {
  let at = firstWord - 1;
  while (at >= 0 && firstWord - at <= MOST_WORDS && !/^(PUNCT|VERB)$/.test(words[at]!.pos)) at -= 1;
  if (words[at]?.pos !== 'VERB' || !attributionList('origins').has(words[at]!.lemma)) return false;
  const before = words[at - 1];
  const isRelative = /^(was|were)$/.test(before?.lower ?? '') && /^(which|that|who)$/.test(words[at - 2]?.lower ?? '');
  return before === undefined || /^[,(–—-]$/.test(before.text) || isRelative || before.pos === 'NOUN';
}

const MOST_WORDS = 7;

/** The year of the last time told, where that lies in one year. */
function lastStatedYear(earlier: readonly DateInterval[]): number | undefined {
  const last = earlier.findLast(({ from, to }) => from !== null || to !== null);
  // "banned since 2017": up to now, and of no one year.
  if (last?.to === null) return undefined;
  const [from, to] = [last?.from ?? last?.to, last?.to ?? last?.from];
  if (from == null || to == null) return undefined;
  const { year } = datePartsOf(from);
  return datePartsOf(to).year === year ? year : undefined;
}

/** "in February 2017", "last June": words that hold a year. */
function statesYear(raw: string): boolean {
  return /\d{4}|\b(last|this|next)\b/i.test(raw);
}

/** The year of the telling was told as well: the text goes back and forth, and a bare month is of the telling. */
function isOfThisYear(earlier: readonly DateInterval[], day: CalendarDate): boolean {
  return earlier.some(({ from }) => from !== null && from.slice(0, 4) === day.slice(0, 4));
}

function inYear(day: CalendarDate, year: number): CalendarDate {
  return addMonths(day, 12 * (year - datePartsOf(day).year));
}

/** "of that year", "of the same year": the word that ends it. */
function ofThatYear(words: readonly Word[], at: number): number | undefined {
  // "On October 31 that year".
  if (words[at]?.lower === 'that' && words[at + 1]?.lower === 'year') return at + 1;
  if (words[at]?.lower !== 'of') return undefined;
  const [first, second, third] = [1, 2, 3].map((i) => words[at + i]?.lower);
  if (first === 'that' && second === 'year' && yearOf(words[at + 3]) === undefined) return at + 2;
  return first === 'the' && second === 'same' && third === 'year' ? at + 3 : undefined;
}
