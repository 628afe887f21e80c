import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import { tokenize } from '../tokens/token.ts';
import { monthOf, yearOf } from './date-point.ts';
import { findTimes } from './time-expression.ts';

/** One day before a dash, or in a line of its own, is a dateline; a day before a colon is none. */
const FEWEST_ENTRIES = 2;

/** A mark of a list, the day, and what parts it from what is told of it: a colon, a dash, a stop before a sentence. */
const HEAD =
  /^(?:[_•■▪●*–—-]\s*)?(\P{L}{0,4}[\p{L}\d][^\n:–—]{2,38}?)(?:\s*[–—:]\s+|\s+--?\s+|\.\s+(?=[\p{Lu}"“])|\s*$)/u;

type Head = { readonly day: NonNullable<Paragraph['day']>; readonly end: number };

/**
 * "14 January – Pirates board", "Aug. 31, 1998: Fires a rocket", "12 June. Police seize", "FEB. 12" in a line of its own: the paragraphs of a chronology with
 * the day under which they stand, and their bodies without it.
 */
export function withEntryDays(
  text: string,
  paragraphs: readonly Paragraph[],
  published: CalendarDate | null,
): readonly Paragraph[] {
  const heads = paragraphs.map((paragraph) => headOf(text, paragraph, published));
  const found = heads.filter((head) => head !== undefined);
  if (found.length < FEWEST_ENTRIES && !found.some(({ end }) => text[end - 2] === ':')) return paragraphs;
  let above: Paragraph['day'];
  return paragraphs.map((paragraph, i) => {
    const head = heads[i];
    const isAlone = head !== undefined && head.end >= paragraph.end;
    if (isAlone) above = head.day;
    else if (head !== undefined) return { ...paragraph, headline: false, body: head.end, day: head.day };
    else if (paragraph.headline) above = undefined;
    return isAlone || above === undefined ? paragraph : { ...paragraph, day: above };
  });
}

function headOf(text: string, { start, end }: Paragraph, published: CalendarDate | null): Head | undefined {
  const found = HEAD.exec(text.slice(start, Math.min(end, start + 60)));
  if (found === null) return undefined;
  const name = found[1]!;
  const words = tokenize(name, 0, name.length);
  // "Today –", "Monday:" date the telling.
  if (!words.some((word) => monthOf(word) !== undefined || yearOf(word) !== undefined)) return undefined;
  // A bare month or year at the head of a line is one, whatever stands before it.
  const [day, ...more] = findTimes(`in ${name}`, tokenize(`in ${name}`, 0, name.length + 3), published);
  if (day === undefined || more.length > 0 || day.from === null || day.firstWord !== 0) return undefined;
  if (day.lastWord !== words.length) return undefined;
  return { day: { from: day.from, to: day.to, raw: name }, end: start + found[0].length };
}
