import { addDays, type CalendarDate } from '../core/calendar.ts';
import { type DateScale, dateScale } from './date-scale.ts';
import {
  type Canvas,
  canvasOf,
  circle,
  type FigureOptions,
  figureSvg,
  group,
  label,
  labelLines,
  line,
  path,
  rect,
  tooltip,
  wrapLabel,
} from './drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from './markup.ts';
import { measureText } from './text-metrics.ts';
import { writeDate, writeShortDate } from './words.ts';

/** A time during which something was in force; `to` null means without an end. Both days count. */
export type TimelineBar = {
  readonly label: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly text?: string;
};

export type TimelineInput = {
  readonly title: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: CalendarDate;
  /** Votes and decisions, adopted or rejected. */
  readonly votes: readonly { readonly symbol: string; readonly date: CalendarDate; readonly adopted: boolean }[];
  readonly subjects: readonly { readonly subject: string; readonly measures: readonly TimelineBar[] }[];
  /** Who had a mandate to watch; the gaps of each row of U.N. bodies are drawn as gaps. */
  readonly mandates: readonly {
    readonly body: string;
    readonly outsideUn: boolean;
    readonly terms: readonly TimelineBar[];
  }[];
};

const LANE = 11;
const BAR = 7;

/** A regime through time: votes, measures by subject, and who had the mandate to watch, with the gap where nobody had. */
export function regimeTimeline(input: TimelineInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'timeline');
  const { narrow, width } = canvas;
  const scale = dateScale(input.from, input.to, narrow ? 6 : Math.round(width * 0.27), width - 8);
  const parts: Markup[] = [];
  const votes = drawVotes(input, scale, canvas, 24);
  const axisY = votes.bottom + 16;
  let y = axisY + 6;
  const measures = input.subjects.reduce((sum, subject) => sum + subject.measures.length, 0);
  const greatest = measures < MANY_MEASURES ? null : greatestCount(input.subjects);
  if (greatest !== null) {
    const words = `Measures in force, by subject; the number on ${writeShortDate(input.asOf)}`;
    parts.push(label(0, y + 12, words, { size: 11, italic: true, fill: canvas.palette.muted, width }));
    y += 20;
  }
  for (const subject of input.subjects) {
    const drawn = drawSubject(subject, { greatest, asOf: input.asOf }, scale, canvas, y);
    parts.push(drawn.markup);
    y = drawn.bottom;
  }
  y += 10;
  parts.push(line(0, y, width, y, canvas.palette.ink, { 'stroke-width': 1 }));
  parts.push(label(0, y + 17, 'Mandate to watch', { size: 12, bold: true }));
  y += 24;
  for (const mandate of input.mandates) {
    const drawn = drawMandate(mandate, scale, canvas, y);
    parts.push(drawn.markup);
    y = drawn.bottom;
  }
  const frame = drawFrame(input, scale, axisY, y + 2, canvas);
  return figureSvg(canvas, y + 24, input.title, describe(input), [frame.behind, votes.markup, ...parts, frame.front]);
}

type Drawn = { readonly markup: Markup; readonly bottom: number };

/** Marks of the votes; symbols stand above them, in as many lines as they need not to touch. */
function drawVotes(input: TimelineInput, scale: DateScale, { palette, narrow }: Canvas, top: number): Drawn {
  const votes = [...input.votes]
    .filter(({ date }) => date >= scale.from && date <= scale.to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const style = { size: 10.5 } as const;
  const maxLines = narrow ? 5 : 4;
  // Rejected drafts are named first: where there is no room for all, theirs are the names that must stand.
  const placed = new Map<TimelineInput['votes'][number], { readonly row: number; readonly x: number }>();
  const ranked = [...votes].sort((a, b) => Number(a.adopted) - Number(b.adopted));
  const taken: { row: number; left: number; right: number }[] = [];
  for (const vote of ranked) {
    const width = measureText(vote.symbol, { ...style, bold: !vote.adopted });
    const centre = scale.startOf(vote.date);
    const left = Math.min(Math.max(centre - width / 2, scale.start), scale.end - width);
    for (let row = 0; row < maxLines; row++) {
      if (taken.some((other) => other.row === row && left < other.right + 6 && other.left < left + width + 6)) continue;
      taken.push({ row, left, right: left + width });
      placed.set(vote, { row, x: left });
      break;
    }
  }
  const rows = Math.max(1, ...taken.map(({ row }) => row + 1));
  const markY = top + rows * 13 + 8;
  const markup = joinMarkup(
    votes.map((vote) => {
      const x = scale.startOf(vote.date);
      const place = placed.get(vote);
      const colour = vote.adopted ? palette.accent : palette.alert;
      const name =
        place === undefined
          ? NO_MARKUP
          : joinMarkup([
              line(x, top + (rows - place.row) * 13 + 1, x, markY - 4, palette.grid),
              label(place.x, top + (rows - place.row) * 13 - 2, vote.symbol, {
                ...style,
                bold: !vote.adopted,
                fill: vote.adopted ? palette.muted : palette.alert,
              }),
            ]);
      const mark = vote.adopted
        ? circle(x, markY, 3.5, { fill: colour })
        : path(`M${x - 4} ${markY - 4}l8 8m0 -8l-8 8`, {
            stroke: colour,
            'stroke-width': 2.2,
            'stroke-linecap': 'round',
          });
      const words = `${vote.symbol}, ${writeDate(vote.date)}: ${vote.adopted ? 'adopted' : 'not adopted'}`;
      return group({}, tooltip(words), name, mark);
    }),
  );
  return { markup, bottom: markY + 6 };
}

/** From this many measures on, bars would be a wall: the number in force through time is drawn instead. */
const MANY_MEASURES = 40;
const PROFILE_HEIGHT = 20;

function drawSubject(
  { subject, measures }: TimelineInput['subjects'][number],
  drawing: { readonly greatest: number | null; readonly asOf: CalendarDate },
  scale: DateScale,
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, narrow } = canvas;
  const shown = measures.filter(
    ({ from, to }) => from <= scale.to && (to === null || (to >= scale.from && to >= from)),
  );
  const inForce = shown.filter(({ from, to }) => from <= drawing.asOf && (to === null || drawing.asOf <= to)).length;
  const words = drawing.greatest === null ? subject : `${subject}: ${inForce}`;
  const heading = wrapLabel(words, narrow ? canvas.width : scale.start - 14, { size: 11.5 }, 4).lines;
  const bodyTop = top + (narrow ? heading.length * 14 + 4 : 0) + 4;
  const body =
    drawing.greatest === null
      ? drawBars(shown, scale, bodyTop, canvas)
      : drawProfile(shown, drawing.greatest, scale, bodyTop, canvas);
  const bottom = Math.max(body.bottom + 4, narrow ? 0 : top + heading.length * 14 + 6);
  const markup = joinMarkup([
    line(0, bottom, canvas.width, bottom, palette.grid),
    labelLines(0, top + 14, heading, 14, { size: 11.5 }),
    body.markup,
  ]);
  return { markup, bottom };
}

function drawBars(measures: readonly TimelineBar[], scale: DateScale, top: number, { palette }: Canvas): Drawn {
  const lanes = packLanes(measures);
  const bars = lanes.flatMap((lane, row) =>
    lane.map((bar) => {
      const [x1, x2] = [scale.startOf(bar.from), bar.to === null ? scale.end : scale.endOf(bar.to)];
      const y = top + row * LANE;
      return group(
        {},
        tooltip(describeBar(bar)),
        rect(x1, y, Math.max(2, x2 - x1), BAR, { fill: palette.accent }),
        bar.to === null
          ? path(`M${x2} ${y - 1.5}l6 ${BAR / 2 + 1.5}l-6 ${BAR / 2 + 1.5}Z`, { fill: palette.accent })
          : NO_MARKUP,
      );
    }),
  );
  return { markup: joinMarkup(bars), bottom: top + Math.max(1, lanes.length) * LANE };
}

/** How many measures were in force on each day, as a stepped area; all subjects share one height for one number. */
function drawProfile(
  measures: readonly TimelineBar[],
  greatest: number,
  scale: DateScale,
  top: number,
  { palette }: Canvas,
): Drawn {
  const floor = top + PROFILE_HEIGHT;
  const days = [...new Set(measures.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])))].sort();
  const steps = days.map((day) => ({
    x: scale.startOf(day),
    count: measures.filter(({ from, to }) => from <= day && (to === null || day <= to)).length,
  }));
  const areas = steps.map(({ x, count }, i) => {
    const height = (count / Math.max(1, greatest)) * PROFILE_HEIGHT;
    return rect(x, floor - height, (steps[i + 1]?.x ?? scale.end) - x, height, { fill: palette.accent });
  });
  const words = measures.map(describeBar).join('\n');
  return { markup: group({}, tooltip(words), ...areas), bottom: floor };
}

/** The most measures that any subject had in force at once. */
function greatestCount(subjects: TimelineInput['subjects']): number {
  return Math.max(
    1,
    ...subjects.flatMap(({ measures }) =>
      measures.map(
        ({ from: day }) => measures.filter(({ from, to }) => from <= day && (to === null || day <= to)).length,
      ),
    ),
  );
}

/** Bars side by side: those of one lane do not overlap, a day apart at least. */
function packLanes(bars: readonly TimelineBar[]): readonly (readonly TimelineBar[])[] {
  const lanes: TimelineBar[][] = [];
  for (const bar of [...bars].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const lane = lanes.find((other) => {
      const last = other.at(-1);
      return last !== undefined && last.to !== null && last.to < bar.from;
    });
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}

function drawMandate(
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

/** Days without a holder, and the term that ended before them. */
type Gap = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly open: boolean;
  readonly before: TimelineBar;
};

function gapsOf(held: readonly TimelineBar[], end: CalendarDate): readonly Gap[] {
  return held.flatMap((term, i) => {
    if (term.to === null || term.to >= end) return [];
    const next = held[i + 1];
    return [
      { from: addDays(term.to, 1), to: next ? addDays(next.from, -1) : end, open: next === undefined, before: term },
    ];
  });
}

/** A gap says its days inside itself, else on the bar before it; the last gap, if neither is wide enough, below. */
function drawGap(gap: Gap, scale: DateScale, y: number, last: boolean, { palette }: Canvas): Drawn {
  const [x1, x2] = [scale.startOf(gap.from), scale.endOf(gap.to)];
  const words = gap.open
    ? `none since ${writeShortDate(gap.from)}`
    : `none, ${writeShortDate(gap.from)} to ${writeShortDate(gap.to)}`;
  const style = { size: 11, bold: true } as const;
  const needed = measureText(words, style);
  const inside = needed <= x2 - x1 - 8;
  const onBar = !inside && needed <= x1 - scale.startOf(gap.before.from) - 12;
  const below = !inside && !onBar && last;
  const text = inside
    ? label(x1 + 5, y + 10.5, words, { ...style, fill: palette.alert })
    : onBar
      ? label(x1 - 6, y + 10.5, words, { ...style, anchor: 'end', fill: palette.paper })
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

/** Years behind everything; the day of the report before everything. */
function drawFrame(
  input: TimelineInput,
  scale: DateScale,
  axisY: number,
  bottom: number,
  { palette }: Canvas,
): { readonly behind: Markup; readonly front: Markup } {
  let free = Number.NEGATIVE_INFINITY;
  const years = scale.years.map(({ year, x }) => {
    const half = measureText(String(year), { size: 11 }) / 2;
    const centre = Math.min(Math.max(x, scale.start + half), scale.end - half);
    const mark = line(x, axisY - 3, x, bottom, palette.grid);
    if (centre - half < free) return mark;
    free = centre + half + 6;
    return joinMarkup([
      mark,
      label(centre, axisY - 5, String(year), { size: 11, anchor: 'middle', fill: palette.muted }),
    ]);
  });
  if (input.asOf < scale.from || input.asOf > scale.to) return { behind: joinMarkup(years), front: NO_MARKUP };
  const x = scale.endOf(input.asOf);
  const words = `as of ${writeDate(input.asOf)}`;
  const half = measureText(words, { size: 11, bold: true }) / 2;
  const front = joinMarkup([
    line(x, axisY, x, bottom + 4, palette.alert, { 'stroke-width': 1.4 }),
    label(Math.min(Math.max(x, scale.start + half), scale.end + 8 - half), bottom + 17, words, {
      size: 11,
      bold: true,
      anchor: 'middle',
      fill: palette.alert,
    }),
  ]);
  return { behind: joinMarkup(years), front };
}

function describeBar({ label: name, from, to, text }: TimelineBar): string {
  return `${name}: from ${writeDate(from)}${to === null ? '' : ` to ${writeDate(to)}`}${text === undefined ? '' : `. ${text}`}`;
}

function describe(input: TimelineInput): string {
  const votes = input.votes.map(
    ({ symbol, date, adopted }) => `${symbol} ${adopted ? 'adopted' : 'not adopted'} ${writeDate(date)}.`,
  );
  const measures = input.subjects.map(({ subject, measures: bars }) => {
    const inForce = bars.filter(({ from, to }) => from <= input.asOf && (to === null || input.asOf <= to));
    return `${subject}: ${inForce.length === 0 ? 'nothing in force' : inForce.map(({ label: name }) => name).join(', ')}.`;
  });
  const mandates = input.mandates.flatMap(({ body, terms }) =>
    mergeTerms(terms).map((term) => `${describeBar({ ...term, label: body })}.`),
  );
  return [`As of ${writeDate(input.asOf)}.`, ...measures, ...mandates, ...votes].join(' ');
}
