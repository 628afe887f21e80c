import { addDays, type CalendarDate } from '../../core/time/calendar.ts';
import type { DateScale } from '../drawing/date-scale.ts';
import { type Canvas, type Drawn, group, label, labelLines, rect, tooltip, wrapLabel } from '../drawing/drawing.ts';
import { joinMarkup, NO_MARKUP } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { writeShortDate } from '../drawing/words.ts';
import { describeBar, type TimelineBar, type TimelineInput } from './timeline-input.ts';

/** One body's terms as a bar, with the gaps where it had none. */
export function drawMandate(
  { body, outsideUn, terms }: TimelineInput['mandates'][number],
  scale: DateScale,
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, narrow, width } = canvas;
  const words = outsideUn ? `${body} (outside the U.N.)` : body;
  const heading = wrapLabel(words, narrow ? width : scale.start - 14, { size: 11.5 }, 5).lines;
  const barsTop = top + (narrow ? heading.length * 14 + 4 : 4);
  const bottom = Math.max(barsTop + 24, top + heading.length * 14 + 10);
  const held = mergeTerms(terms);
  const bars = held.map((term) => {
    const [x1, x2] = [scale.startOf(term.from), term.to === null ? scale.end : scale.endOf(term.to)];
    const look = outsideUn
      ? { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 }
      : { fill: palette.ink, stroke: palette.ink, 'stroke-width': 1.4 };
    return group({}, tooltip(describeBar(term)), rect(x1, barsTop, Math.max(2, x2 - x1), 12, look));
  });
  const gaps = outsideUn ? [] : gapsOf(held, scale.to);
  const drawn = gaps.map((gap, i) => drawGap(gap, scale, barsTop, i === gaps.length - 1, canvas));
  const markup = joinMarkup([
    labelLines(0, top + 14, heading, 14, { size: 11.5 }),
    ...bars,
    ...drawn.map(({ markup: gap }) => gap),
  ]);
  return { markup, bottom: Math.max(bottom, ...drawn.map((gap) => gap.bottom)) };
}

/** Overlapping and adjoining terms are one: a renewal adopted before the expiry leaves no gap. */
export function mergeTerms(terms: readonly TimelineBar[]): readonly TimelineBar[] {
  const merged: TimelineBar[] = [];
  const real = terms.filter(({ from, to }) => to === null || from <= to);
  for (const term of real.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && (last.to === null || term.from <= addDays(last.to, 1))) {
      const to = last.to === null || term.to === null ? null : laterOf(last.to, term.to);
      merged[merged.length - 1] = { ...last, to };
    } else merged.push(term);
  }
  return merged;
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? b : a;
}

/** Days without a holder. */
type Gap = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly open: boolean;
};

function gapsOf(held: readonly TimelineBar[], end: CalendarDate): readonly Gap[] {
  return held.flatMap((term, i) => {
    if (term.to === null || term.to >= end) return [];
    const next = held[i + 1];
    return [{ from: addDays(term.to, 1), to: next ? addDays(next.from, -1) : end, open: next === undefined }];
  });
}

/** A gap says its days inside itself; the last one, if it is not wide enough, below: never on the bar of a mandate. */
function drawGap(gap: Gap, scale: DateScale, y: number, last: boolean, { palette }: Canvas): Drawn {
  const [x1, x2] = [scale.startOf(gap.from), scale.endOf(gap.to)];
  const words = gap.open
    ? `none since ${writeShortDate(gap.from)}`
    : `none, ${writeShortDate(gap.from)} to ${writeShortDate(gap.to)}`;
  const style = { size: 11, bold: true } as const;
  const needed = measureText(words, style);
  const inside = needed <= x2 - x1 - 8;
  const below = !inside && last;
  const text = inside
    ? label(x1 + 5, y + 10.5, words, { ...style, fill: palette.alert })
    : below
      ? label(scale.end, y + 25, words, {
          ...style,
          anchor: 'end',
          width: scale.end - scale.start,
          fill: palette.alert,
        })
      : NO_MARKUP;
  const box = rect(x1, y, x2 - x1, 12, {
    fill: palette.alertSoft,
    stroke: palette.alert,
    'stroke-width': 1.4,
    'stroke-dasharray': '3 2',
  });
  return { markup: group({}, tooltip(words), box, text), bottom: below ? y + 31 : y + 12 };
}
