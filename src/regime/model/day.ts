import { isCalendarDate } from '../../core/time/calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const FULL_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/;

/** A day as it was read, or what to tell the person who wrote it. */
export type DayReading = { readonly day: string } | { readonly fault: string };

/**
 * A day as people write it: `2018-06-01`, the same with a time (the day is taken as written, whatever the time zone),
 * `2018/6/1`, `20180601`, `1 June 2018`, `June 1, 2018`. Day and month both in figures with the year last can be read
 * two ways and are not guessed.
 */
export function readDay(text: string): DayReading {
  if (isCalendarDate(text)) return { day: text };
  const source = text.trim();
  const ordered =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?$/.exec(source) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(source) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(source);
  if (ordered) return existing(ordered[1], Number(ordered[2]), Number(ordered[3]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]+(?:of )?([A-Za-z]+\.?),?[-\s]+(\d{4})$/.exec(source);
  if (dayFirst) return named(dayFirst[3], dayFirst[2] ?? '', Number(dayFirst[1]));
  const monthFirst = /^([A-Za-z]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(source);
  if (monthFirst) return named(monthFirst[3], monthFirst[1] ?? '', Number(monthFirst[2]));
  const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(source);
  if (figures) {
    const [a, b] = [Number(figures[1]), Number(figures[2])];
    const days = [format(figures[3], b, a), format(figures[3], a, b)].filter(isCalendarDate);
    const readings = [...new Set(days)];
    if (readings.length > 0) return { fault: `can be read in more than one order; write ${readings.join(' or ')}` };
  }
  if (/^\d{4}([-/.]\d{1,2})?$/.test(source)) return { fault: 'names no day; write YYYY-MM-DD' };
  return { fault: 'is not a day; write YYYY-MM-DD' };
}

function named(year: string | undefined, month: string, day: number): DayReading {
  const word = month.toLowerCase();
  if (!FULL_MONTHS.test(word)) return { fault: 'is not a day; write YYYY-MM-DD' };
  return existing(year, MONTHS.findIndex((short) => word.startsWith(short)) + 1, day);
}

function existing(year: string | undefined, month: number, day: number): DayReading {
  const text = format(year, month, day);
  return isCalendarDate(text)
    ? { day: text }
    : { fault: 'is no day of the calendar; write an existing one as YYYY-MM-DD' };
}

function format(year: string | undefined, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
