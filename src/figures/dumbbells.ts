import type { Decimal } from '../core/decimal.ts';
import {
  type Canvas,
  canvasOf,
  circle,
  type Drawn,
  type FigureOptions,
  figureSvg,
  group,
  label,
  line,
  rect,
  tooltip,
} from './drawing/drawing.ts';
import { joinMarkup, type Markup } from './drawing/markup.ts';
import { writeNumber, writePlural } from './drawing/words.ts';

/** What one source gives for a month, low and high, and the rows of it that say so. */
export type DumbbellFigure = {
  readonly source: string;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly rows: readonly number[];
};

/** Months for which several sources give a figure of one unit under one factor. They are compared, and never added. */
export type DumbbellsInput = {
  readonly title: string;
  readonly unit: string;
  readonly factor: Decimal | null;
  readonly sources: readonly string[];
  readonly months: readonly {
    /** `2018-03` */
    readonly month: string;
    readonly figures: readonly DumbbellFigure[];
    /** 2 |a - b| / (a + b) of the two figures that lie farthest apart, the least that their ranges allow: 0 to 2. */
    readonly index: number;
  }[];
};

const ROW = 22;
const HEAD = 26;

/** A month a row: a mark for each source, a line from the least to the greatest, and how far they lie apart as an index. */
export function dumbbellsFigure(input: DumbbellsInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'dumbbells');
  const { palette, width, narrow } = canvas;
  const left = narrow ? 56 : 76;
  const right = width - (narrow ? 44 : 60);
  const greatest = Math.max(1, ...input.months.flatMap(({ figures }) => figures.map(({ high }) => Number(high))));
  const placeOf = (amount: Decimal): number => left + ((right - left) * Number(amount)) / greatest;
  const foot = HEAD + input.months.length * ROW;
  const parts: Markup[] = [
    label(left, 14, '0', { size: 11, fill: palette.muted, anchor: 'middle' }),
    label(right, 14, writeNumber(String(Math.round(greatest))), { size: 11, fill: palette.muted, anchor: 'middle' }),
    label(width - 4, 14, 'index', { size: 11, fill: palette.muted, anchor: 'end' }),
    line(left, HEAD - 6, left, foot, palette.grid),
    line(right, HEAD - 6, right, foot, palette.grid),
  ];
  input.months.forEach(({ month, figures, index }, at) => {
    const y = HEAD + at * ROW + ROW / 2;
    const places = figures.flatMap(({ low, high }) => [placeOf(low), placeOf(high)]);
    parts.push(
      label(8, y + 4, month, { size: 11 }),
      line(Math.min(...places), y, Math.max(...places), y, palette.muted, { 'stroke-width': 1 }),
      ...figures.map((figure) => drawFigureOf(figure, input, y, placeOf, canvas, month)),
      label(width - 4, y + 4, index.toFixed(2), { size: 11, anchor: 'end' }),
    );
  });
  const legend = drawSources(input, canvas, foot + 6);
  return figureSvg(canvas, legend.bottom + 6, input.title, describe(input), [...parts, legend.markup]);
}

function describe({ unit, factor, months }: DumbbellsInput): string {
  const described = months.map(
    ({ month, figures, index }) =>
      `${month}: ${figures.map((figure) => `${figure.source} ${rangeInWords(figure)}`).join(', ')}; index ${index.toFixed(2)}`,
  );
  return `In ${writePlural(unit)}${factor === null ? '' : ` at ${factor} barrels a tonne`}. ${described.join('. ')}.`;
}

function drawFigureOf(
  figure: DumbbellFigure,
  { sources }: DumbbellsInput,
  y: number,
  placeOf: (amount: Decimal) => number,
  canvas: Canvas,
  month: string,
): Markup {
  const [from, to] = [placeOf(figure.low), placeOf(figure.high)];
  return group(
    {},
    tooltip(`${figure.source}, ${month}: ${rangeInWords(figure)} (rows ${figure.rows.join(', ')})`),
    from === to ? joinMarkup([]) : line(from, y, to, y, canvas.palette.accent, { 'stroke-width': 4 }),
    markOf(sources.indexOf(figure.source), (from + to) / 2, y, canvas),
  );
}

/** Sources are told by the shape of their marks, which also stands where colours are lost. */
function markOf(source: number, x: number, y: number, { palette }: Canvas): Markup {
  const hollow = { fill: palette.paper, stroke: palette.accent, 'stroke-width': 1.5 };
  const solid = { fill: palette.accent, stroke: palette.accent, 'stroke-width': 1.5 };
  const style = source % 2 === 0 ? solid : hollow;
  return source % 4 < 2 ? circle(x, y, 4.2, style) : rect(x - 4, y - 4, 8, 8, style);
}

function drawSources({ sources }: DumbbellsInput, canvas: Canvas, top: number): Drawn {
  const parts = sources.map((source, at) =>
    joinMarkup([
      markOf(at, 14, top + 8 + at * 16, canvas),
      label(26, top + 12 + at * 16, source, { size: 11, fill: canvas.palette.muted, width: canvas.width - 34 }),
    ]),
  );
  return { markup: joinMarkup(parts), bottom: top + sources.length * 16 + 4 };
}

function rangeInWords({ low, high }: DumbbellFigure): string {
  return low === high ? writeNumber(high) : `${writeNumber(low)} to ${writeNumber(high)}`;
}
