import { addDays, type CalendarDate } from '../../core/time/calendar.ts';
import type { DateScale } from '../drawing/date-scale.ts';
import {
  type Canvas,
  type Drawn,
  group,
  label,
  labelLines,
  line,
  path,
  rect,
  tooltip,
  wrapLabel,
} from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import { writeShortDate } from '../drawing/words.ts';
import { describeBar, type TimelineBar, type TimelineInput } from './timeline-input.ts';

const LANE = 11;
const BAR = 7;

/** From this many measures on, bars would be a wall: the number in force through time is drawn instead. */
const MANY_MEASURES = 40;
const PROFILE_HEIGHT = 11;
const PROFILE_ROW = 15;

/** Measures by subject: a bar each, or a profile of their number where they are many. */
export function drawSubjects(input: TimelineInput, scale: DateScale, canvas: Canvas, top: number): Drawn {
  const parts: Markup[] = [];
  let y = top;
  const greatest = isDrawnAsProfiles(input.subjects) ? greatestCount(input.subjects) : null;
  if (greatest !== null) {
    const words = `Measures in force, by subject; the number on ${writeShortDate(input.asOf)}`;
    parts.push(label(0, y + 12, words, { size: 11, italic: true, fill: canvas.palette.muted, width: canvas.width }));
    y += 20;
  }
  for (const subject of input.subjects) {
    const drawn =
      greatest === null
        ? drawSubject(subject, scale, canvas, y)
        : drawProfileRow(subject, { greatest, asOf: input.asOf }, scale, canvas, y);
    parts.push(drawn.markup);
    y = drawn.bottom;
  }
  return { markup: joinMarkup(parts), bottom: y };
}

function drawSubject(
  { subject, measures }: TimelineInput['subjects'][number],
  scale: DateScale,
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, narrow } = canvas;
  const heading = wrapLabel(subject, narrow ? canvas.width : scale.start - 14, { size: 11.5 }, 4).lines;
  const bodyTop = top + (narrow ? heading.length * 14 + 4 : 0) + 4;
  const body = drawBars(shownOn(scale, measures), scale, bodyTop, canvas);
  const bottom = Math.max(body.bottom + 4, narrow ? 0 : top + heading.length * 14 + 6);
  const markup = joinMarkup([
    line(0, bottom, canvas.width, bottom, palette.grid),
    labelLines(0, top + 14, heading, 14, { size: 11.5 }),
    body.markup,
  ]);
  return { markup, bottom };
}

/** One line a subject: its name, the number in force on the day, and the profile. */
function drawProfileRow(
  { subject, measures }: TimelineInput['subjects'][number],
  drawing: { readonly greatest: number; readonly asOf: CalendarDate },
  scale: DateScale,
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, narrow, width } = canvas;
  const shown = shownOn(scale, measures);
  const inForce = shown.filter(({ from, to }) => from <= drawing.asOf && (to === null || drawing.asOf <= to)).length;
  const end = narrow ? width : scale.start - 8;
  const body = drawProfile(shown, drawing.greatest, scale, top + (narrow ? 16 : 3), canvas);
  const bottom = narrow ? body.bottom + 4 : top + PROFILE_ROW;
  const markup = joinMarkup([
    line(0, bottom, width, bottom, palette.grid),
    label(0, top + 11.5, subject, { size: 11, width: end - 26 }),
    label(end, top + 11.5, String(inForce), { size: 11, bold: true, anchor: 'end' }),
    body.markup,
  ]);
  return { markup, bottom };
}

function shownOn(scale: DateScale, measures: readonly TimelineBar[]): readonly TimelineBar[] {
  return measures.filter(({ from, to }) => from <= scale.to && (to === null || (to >= scale.from && to >= from)));
}

/** Whether a regime is large enough to be drawn as profiles, whose names need more room beside them. */
export function isDrawnAsProfiles(subjects: TimelineInput['subjects']): boolean {
  return subjects.reduce((sum, { measures }) => sum + measures.length, 0) >= MANY_MEASURES;
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
