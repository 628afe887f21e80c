import { type DateScale, dateScale } from '../drawing/date-scale.ts';
import { type Canvas, canvasOf, type FigureOptions, figureSvg, label, line } from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { writeDate } from '../drawing/words.ts';
import { describeBar, type TimelineInput } from './timeline-input.ts';
import { drawMandate, mergeTerms } from './timeline-mandates.ts';
import { drawSubjects, isDrawnAsProfiles } from './timeline-subjects.ts';
import { drawVotes } from './timeline-votes.ts';

/** A regime through time: votes, measures by subject, and who had the mandate to watch, with the gap where nobody had. */
export function regimeTimeline(input: TimelineInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'timeline');
  const { narrow, width } = canvas;
  const share = isDrawnAsProfiles(input.subjects) ? 0.42 : 0.27;
  const scale = dateScale(input.from, input.to, narrow ? 6 : Math.round(width * share), width - 8);
  const parts: Markup[] = [];
  const votes = drawVotes(input, scale, canvas, 24);
  const axisY = votes.bottom + 16;
  const subjects = drawSubjects(input, scale, canvas, axisY + 6);
  parts.push(subjects.markup);
  let y = subjects.bottom + 10;
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
