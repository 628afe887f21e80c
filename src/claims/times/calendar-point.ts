import { addDays, type CalendarDate, datePartsOf, weekdayOf } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Word } from '../tokens/word.ts';
import {
  impliedYear,
  isDatedNoun,
  type Make,
  MONTHS,
  monthOf,
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
import { partPoint, relativePoint } from './relative-date.ts';

/** The day, week, month or year that begins at a word, as the calendar or the day of publication gives it. */
export function pointAt(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
): Point | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const make = (lastWord: number, interval: DateInterval): Point => ({ ...interval, firstWord: at, lastWord });
  const point =
    relativePoint(words, at, published, make) ??
    partPoint(words, at, published, outlook, make) ??
    calendarPoint(words, at, published, outlook, make);
  return point === undefined ? undefined : { ...point, ...partOfYear(words[at - 1]?.lower ?? '', point) };
}

/** "late 2023", "early 2022", "mid 2017": no more of the year than anybody means by it, a half of it or its middle third. */
function partOfYear(part: string, { from, to }: DateInterval): DateInterval {
  const months = PARTS_OF_YEAR[part];
  if (months === undefined || from === null || to === null) return { from, to };
  const { year } = datePartsOf(from);
  const whole = wholeYear(year);
  if (from !== whole.from || to !== whole.to) return { from, to };
  return { from: safeDate(year, months[0], 1), to: wholeMonth(year, months[1]).to };
}

const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 6],
  mid: [5, 8],
  late: [7, 12],
};

function calendarPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
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
    // A day of ISO 8601, of which the tokenizer parts the figures.
    const [month, day] = [words[at + 2], words[at + 4]].map((part) =>
      /^\d\d$/.test(part?.text ?? '') ? Number(part!.text) : 0,
    );
    const isIso = words[at + 1]?.text === '-' && words[at + 3]?.text === '-' && words[at + 4]?.start === word.start + 8;
    const on = isIso ? safeDate(year, month!, day!) : null;
    if (on !== null) return make(at + 4, { from: on, to: on });
    const range = words[at + 1]?.text === '-' || words[at + 1]?.text === '–' ? yearOf(words[at + 2]) : undefined;
    if (range !== undefined && range > year)
      return make(at + 2, { from: safeDate(year, 1, 1), to: safeDate(range, 12, 31) });
    return make(at, wholeYear(year));
  }
  const years = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(word.text);
  if (years) return make(at, { from: safeDate(Number(years[1]), 1, 1), to: safeDate(Number(years[2]), 12, 31) });
  const pair = /^([A-Z]\p{L}+)[-–]([A-Z]\p{L}+)$/u.exec(word.text);
  if (pair) return monthsInOneWord(words, at, [pair[1]!, pair[2]!], published, outlook, make);
  const decade = /^((?:19|20)\d)0s$/.exec(word.text);
  if (decade)
    return make(at, { from: safeDate(Number(decade[1]) * 10, 1, 1), to: safeDate(Number(decade[1]) * 10 + 9, 12, 31) });
  // "2023/24", and "2023-24" where it cannot be a month.
  const financial = /^((?:19|20)\d\d)(?:\/(\d\d)|[-–](1[3-9]|[2-9]\d))$/.exec(word.text);
  if (financial !== null && Number(financial[2] ?? financial[3]) === (Number(financial[1]) + 1) % 100)
    return make(at, { from: safeDate(Number(financial[1]), 1, 1), to: safeDate(Number(financial[1]) + 1, 12, 31) });
  const dotted = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/.exec(word.text);
  const dottedDay = dotted === null ? null : safeDate(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  if (dottedDay !== null) return make(at, { from: dottedDay, to: dottedDay });
  const part = /^(?:([QH])([1-4])|([1-4])([QH]))$/.exec(word.text);
  const length = (part?.[1] ?? part?.[4]) === 'Q' ? 3 : 6;
  const number = Number(part?.[2] ?? part?.[3]);
  if (part !== null && number * length <= 12) {
    const first = (number - 1) * length + 1;
    const printed = yearOf(words[at + 1]);
    const stated = yearInWords(words, at + 1, published);
    const last = stated?.last ?? (printed === undefined ? at : at + 1);
    const of = stated?.year ?? printed ?? (published === null ? undefined : yearOfPart(first, published, outlook));
    return make(
      last,
      of === undefined ? UNKNOWN : { from: safeDate(of, first, 1), to: wholeMonth(of, first + length - 1).to },
    );
  }
  const fiscal = federalYearAt(words, at, make);
  if (fiscal !== undefined) return fiscal;
  const season = seasonAt(words, at, make);
  if (season !== undefined) return season;
  const vague = /^(mid|early|late)-(.+)$/.exec(word.lower);
  if (vague) {
    const month = MONTHS[vague[2]!];
    if (month !== undefined) {
      const printed = yearOf(words[at + 1]);
      const of = printed ?? (published === null ? undefined : impliedYear(month, null, published, outlook));
      return make(printed === undefined ? at : at + 1, of === undefined ? UNKNOWN : wholeMonth(of, month));
    }
    const ofYear = /^(19|20)\d\d$/.test(vague[2]!) ? Number(vague[2]) : undefined;
    return ofYear === undefined ? undefined : make(at, partOfYear(vague[1]!, wholeYear(ofYear)));
  }
  if (/^(the|early|late|mid|end|start|beginning|middle|around|about)$/.test(word.lower)) {
    const skip = words[at + 1]?.lower === 'of' ? 2 : 1;
    const inner = calendarPoint(words, at + skip, published, outlook, (last, interval) => ({
      ...partOfYear(word.lower, interval),
      firstWord: at,
      lastWord: last,
    }));
    return inner && (word.lower !== 'the' || yearOf(words[at + 1]) === undefined) ? inner : undefined;
  }
  return dayPoint(words, at, published, outlook, make);
}

/** "in Q4", told in March: that of the year before, when nothing is said to be ahead. */
function yearOfPart(first: number, published: CalendarDate, outlook: Outlook): number {
  const { year, month } = datePartsOf(published);
  return first > month && outlook !== 'future' ? year - 1 : year;
}

function dayPoint(
  words: readonly Word[],
  at: number,
  published: CalendarDate | null,
  outlook: Outlook,
  make: Make,
): Point | undefined {
  const dayOf = (w: Word | undefined) =>
    w !== undefined && /^\d{1,2}(st|nd|rd|th)?$/.test(w.lower) ? Number.parseInt(w.lower, 10) : undefined;
  const word = words[at];
  if (word === undefined) return undefined;
  // "5/6 May 2024": a night or two days.
  const slashed = /^(\d{1,2})\/(\d{1,2})$/.exec(word.text);
  const second = slashed === null ? undefined : monthOf(words[at + 1]);
  if (slashed !== null && second !== undefined) {
    const end = withYear(words, at + 2, second, Number(slashed[2]), published, outlook, make);
    if (end?.to == null) return end;
    const { year, month } = datePartsOf(end.to);
    return make(end.lastWord, { from: safeDate(year, month, Number(slashed[1])), to: end.to });
  }
  const day = dayOf(word);
  if (day !== undefined) {
    // "8-12 July", "8 to 12 July".
    const upper = /^(-|–|to)$/.test(words[at + 1]?.text ?? '') ? dayOf(words[at + 2]) : undefined;
    if (upper !== undefined && upper > day && monthOf(words[at + 3]) !== undefined) {
      const end = dayPoint(words, at + 2, published, outlook, make);
      if (end?.to == null) return end;
      const { year, month } = datePartsOf(end.to);
      return make(end.lastWord, { from: safeDate(year, month, day), to: end.to });
    }
    const of = words[at + 1]?.lower === 'of' ? 1 : 0;
    const month = monthOf(words[at + 1 + of]);
    if (month === undefined) return undefined;
    return withYear(words, at + 2 + of, month, day, published, outlook, make);
  }
  const weekday = WEEKDAYS[word.lower];
  if (weekday !== undefined) {
    const comma = words[at + 1]?.text === ',' ? 2 : 1;
    const dated =
      monthOf(words[at + comma]) !== undefined || dayOf(words[at + comma]) !== undefined
        ? dayPoint(words, at + comma, published, outlook, make)
        : undefined;
    if (dated) return dated;
    const last = /^(morning|afternoon|evening|night)$/.test(words[at + 1]?.lower ?? '') ? at + 1 : at;
    if (published === null) return make(last, UNKNOWN);
    const back = (weekdayOf(published) - weekday + 7) % 7;
    const on = outlook === 'future' ? addDays(published, (7 - back) % 7) : addDays(published, -back);
    return make(last, { from: on, to: on });
  }
  const month = monthOf(word);
  if (month === undefined) return undefined;
  const stop = words[at + 1]?.text === '.' ? 1 : 0;
  const follows = dayOf(words[at + 1 + stop]);
  if (follows !== undefined && follows >= 1 && follows <= 31 && !isUnitAfter(words, at + 2 + stop))
    return withYear(words, at + 2 + stop, month, follows, published, outlook, make);
  // "March 2021-June 2022", of which the middle is one word.
  const across = /^((?:19|20)\d\d)[-–](\p{Lu}\p{L}+)$/u.exec(words[at + 1]?.text ?? '');
  const end = across === null ? undefined : MONTHS[across[2]!.toLowerCase()];
  const of = yearOf(words[at + 2]);
  if (across !== null && end !== undefined && of !== undefined)
    return make(at + 2, { from: safeDate(Number(across[1]), month, 1), to: wholeMonth(of, end).to });
  const comma = words[at + 1]?.text === ',' && yearOf(words[at + 2]) !== undefined ? 1 : 0;
  const year = yearOf(words[at + 1 + comma]);
  if (year !== undefined) return make(at + 1 + comma, wholeMonth(year, month));
  const stated = yearInWords(words, at + 1, published);
  if (stated !== undefined) return make(stated.last, wholeMonth(stated.year, month));
  if (word.lower === 'may' || word.lower === 'march') {
    // A month only after a preposition or at the end of a phrase: "May said", "March against".
    const isOfEvent = /^(an?|the|its|their)$/.test(words[at - 1]?.lower ?? '') && isDatedNoun(words[at + 1]);
    const before = words[at - 1]?.lower === 'as' ? (words[at - 2]?.lower ?? '') : (words[at - 1]?.lower ?? '');
    if (
      !/^(in|of|for|least|recently|both|throughout|over|around|about|since|until|till|by|last|this|next|from|to|and|through|early|late|during|on|between|before|after|mid|end)$/.test(
        before,
      ) &&
      !isOfEvent
    )
      return undefined;
  }
  return make(at, published === null ? UNKNOWN : wholeMonth(impliedYear(month, null, published, outlook), month));
}

/** "January-March 2024": two months joined without a space. */
function monthsInOneWord(
  words: readonly Word[],
  at: number,
  names: readonly [string, string],
  published: CalendarDate | null,
  outlook: Outlook,
  make: Make,
): Point | undefined {
  const [first, second] = names.map((name) => MONTHS[name.toLowerCase()]);
  if (first === undefined || second === undefined) return undefined;
  const printed = yearOf(words[at + 1]);
  const year = printed ?? (published === null ? undefined : impliedYear(second, null, published, outlook));
  const last = printed === undefined ? at : at + 1;
  if (year === undefined) return make(last, UNKNOWN);
  return make(last, { from: safeDate(first > second ? year - 1 : year, first, 1), to: wholeMonth(year, second).to });
}

/** "federal fiscal year 2019", "U.S. fiscal year 2019": from 1 October of the year before (31 U.S.C. 1102); of others it is not known when it begins. */
function federalYearAt(words: readonly Word[], at: number, make: Make): Point | undefined {
  const year = yearOf(words[at + 3]);
  if (!/^(federal|u\.s\.|us)$/.test(words[at]!.lower) || year === undefined) return undefined;
  if (words[at + 1]?.lower !== 'fiscal' || words[at + 2]?.lower !== 'year') return undefined;
  return make(at + 3, { from: safeDate(year - 1, 10, 1), to: safeDate(year, 9, 30) });
}

/** "the summer of 2023", "spring 2022": with its year, as the northern half of the world counts; winter has two years. */
function seasonAt(words: readonly Word[], at: number, make: Make): Point | undefined {
  const first = SEASONS[words[at]!.lower];
  const of = words[at + 1]?.lower === 'of' ? 1 : 0;
  const year = yearOf(words[at + 1 + of]);
  if (first === undefined || year === undefined) return undefined;
  return make(at + 1 + of, { from: safeDate(year, first, 1), to: wholeMonth(year, first + 2).to });
}

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9 };

function isUnitAfter(words: readonly Word[], at: number): boolean {
  return /^(million|billion|percent|%|missiles|drones|tonnes|tons|people)$/.test(words[at]?.lower ?? '');
}

function withYear(
  words: readonly Word[],
  after: number,
  month: number,
  day: number,
  published: CalendarDate | null,
  outlook: Outlook,
  make: Make,
): Point | undefined {
  const stated = yearInWords(words, after, published);
  if (stated !== undefined) {
    const on = safeDate(stated.year, month, day);
    return on === null ? undefined : make(stated.last, { from: on, to: on });
  }
  const comma = words[after]?.text === ',' && yearOf(words[after + 1]) !== undefined ? 1 : 0;
  const printed = yearOf(words[after + comma]);
  const year = printed ?? (published === null ? undefined : impliedYear(month, day, published, outlook));
  const last = printed === undefined ? after - 1 : after + comma;
  if (year === undefined) return make(last, UNKNOWN);
  const on = safeDate(year, month, day);
  return on === null ? undefined : make(last, { from: on, to: on });
}
