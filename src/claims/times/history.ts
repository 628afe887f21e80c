import { type CalendarDate, datePartsOf } from '../../core/time/calendar.ts';
import { WEEKDAYS } from './date-point.ts';

/** Distinct earlier years a text names before it counts as a history. */
const FEWEST_YEARS = 3;

/** Words of time that are measured from the day of telling: a text with one of them brings news. */
const OF_NEWS = new RegExp(
  String.raw`\b(?:${Object.keys(WEEKDAYS).join('|')}|today|yesterday|tomorrow|tonight|(?:this|last|past|next) (?:week|weekend|month|months|year|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?) ago)\b`,
  'i',
);

/**
 * A text that tells the course of years gone and brings no news: it names several years, none of them that of its publication, and
 * measures nothing from the day on which it is told. In it "In June" after "In 2012" is of 2012; a paper's story goes back to an
 * earlier year and returns to its own without saying so.
 */
export function isHistory(text: string, published: CalendarDate | null): boolean {
  if (published === null || OF_NEWS.test(text)) return false;
  const { year } = datePartsOf(published);
  const named = new Set(Array.from(text.matchAll(/\b(?:19|20)\d\d\b/g), ([figure]) => Number(figure)));
  return !named.has(year) && [...named].filter((one) => one < year).length >= FEWEST_YEARS;
}
