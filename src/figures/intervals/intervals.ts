import { compareDecimals, type Decimal } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import {
  type Canvas,
  canvasOf,
  type Drawn,
  type FigureOptions,
  figureSvg,
  label,
  line,
  rect,
} from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import { type QuantityScale, quantityScale } from '../drawing/quantity-scale.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { writeBounds, writeNumber } from '../drawing/words.ts';
import { bracketsWidth, drawBrackets, layBrackets } from './interval-brackets.ts';
import { drawLegend } from './interval-legend.ts';
import { drawNotes, relationWords } from './interval-notes.ts';
import { drawRow, LABEL_X, type PlacedRow, placeRow, writeStated } from './interval-rows.ts';
import { type IntervalPanel, type IntervalRelation, type IntervalsInput, intervalPanels } from './intervals-input.ts';

const HEADER_HEIGHT = 30;
const AXIS_HEIGHT = 22;
const PANEL_GAP = 22;
const MAX_LANES = 3;

/**
 * The sources' figures side by side. Each row is what one source said, in its own words, beside the interval these words
 * leave open; rows share an axis only when they count the same thing in the same unit. Relations between rows are drawn as
 * brackets and told below.
 */
export function intervalsFigure(input: IntervalsInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'intervals');
  const panels = intervalPanels(input.rows);
  const parts: Markup[] = [];
  let y = 0;
  for (const panel of panels) {
    const drawn = drawPanel(panel, input, canvas, y);
    parts.push(drawn.markup);
    y = drawn.bottom + PANEL_GAP;
  }
  if (input.notes === false) {
    const legend = drawLegend(input.relations, canvas, Math.max(0, y - PANEL_GAP + 6));
    parts.push(legend.markup);
    return figureSvg(canvas, Math.max(40, legend.bottom), input.title, describe(panels, input.relations), parts);
  }
  const notes = drawNotes(input.relations, panels, canvas, Math.max(0, y - 4));
  parts.push(notes.markup);
  return figureSvg(canvas, Math.max(40, notes.bottom), input.title, describe(panels, input.relations), parts);
}

function drawPanel(
  panel: IntervalPanel,
  { relations, common: shown }: Pick<IntervalsInput, 'relations' | 'common'>,
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, width, narrow } = canvas;
  const place = new Map(panel.rows.map((row, i) => [row.id, i]));
  const brackets = layBrackets(relations, place, narrow ? 2 : MAX_LANES);
  const plotStart = narrow ? LABEL_X : Math.round(width * 0.4);
  const plotEnd = width - 10 - bracketsWidth(brackets);
  const bounds = panel.rows.flatMap(({ low, high }) => [low, high]).filter((bound): bound is Decimal => bound !== null);
  const scale = quantityScale(bounds, plotStart, plotEnd);
  const axisY = top + HEADER_HEIGHT + AXIS_HEIGHT;
  const textWidth = narrow ? width - LABEL_X : plotStart - LABEL_X - 16;
  const rows: PlacedRow[] = [];
  let bottom = axisY;
  for (const row of panel.rows) {
    const placed = placeRow(row, bottom, textWidth, narrow);
    rows.push(placed);
    bottom = placed.bottom;
  }
  bottom += 6;
  const common = shown === false ? null : commonBounds(panel, relations);
  const commonText = common === null ? '' : `${writeBounds(common)} fits every figure here`;
  // A long text would leave the frame on the left: it then ends beyond the axis, under the brackets.
  const commonEnd = Math.max(plotEnd, Math.min(width - 10, 10 + measureText(commonText, { size: 11 })));
  const markup = joinMarkup([
    drawHeader(panel, canvas, top),
    common === null ? NO_MARKUP : drawCommon(common, scale, rows, canvas),
    drawAxis(scale, axisY, rows, canvas),
    ...rows.map((row, i) => drawRow(row, scale, i > 0, canvas)),
    drawBrackets(
      brackets,
      plotEnd + 2,
      rows.map(({ markY }) => markY),
      palette,
    ),
    common === null
      ? NO_MARKUP
      : label(commonEnd, bottom + 14, commonText, { size: 11, anchor: 'end', fill: palette.muted, width: width - 20 }),
  ]);
  return { markup, bottom: common === null ? bottom : bottom + 18 };
}

function drawHeader(panel: IntervalPanel, { palette, width }: Canvas, top: number): Markup {
  const counted = writePlural(panel.counts);
  const heading = `${counted.slice(0, 1).toUpperCase()}${counted.slice(1)}${panel.unit === null ? '' : `, in ${writePlural(panel.unit)}`}`;
  const size = 14;
  const aside = `${panel.rows.length} ${panel.rows.length === 1 ? 'figure' : 'figures'}`;
  const asideWidth = measureText(aside, { size: 11 });
  return joinMarkup([
    line(0, top + 1, width, top + 1, palette.ink, { 'stroke-width': 2 }),
    label(0, top + 20, heading, { size, bold: true, width: width - asideWidth - 16 }),
    label(width, top + 20, aside, { size: 11, anchor: 'end', fill: palette.muted }),
  ]);
}

function drawAxis(scale: QuantityScale, axisY: number, rows: readonly PlacedRow[], { palette }: Canvas): Markup {
  const style = { size: 11, fill: palette.muted } as const;
  const parts: Markup[] = [];
  for (const { text, x, centre } of fittingTicks(scale)) {
    parts.push(line(x, axisY - 4, x, axisY, palette.faint));
    // Beside the marks only: in the narrow form the words stand on the same ground.
    for (const row of rows) parts.push(line(x, row.plotTop, x, row.bottom, palette.grid));
    parts.push(label(centre, axisY - 9, text, { ...style, anchor: 'middle' }));
  }
  if (scale.kind === 'logarithmic') {
    const note = 'logarithmic';
    if (scale.start - measureText(note, style) - 8 > 0) {
      parts.push(label(scale.start - 10, axisY - 9, note, { ...style, italic: true, anchor: 'end' }));
    }
  }
  parts.push(line(scale.start, axisY - 4, scale.end, axisY - 4, palette.faint));
  return joinMarkup(parts);
}

type Tick = { readonly text: string; readonly x: number; readonly centre: number };

/** The densest set of ticks whose labels leave each other room; where not even two do, those that fit from the left. */
function fittingTicks(scale: QuantityScale): readonly Tick[] {
  let last: readonly Tick[] = [];
  for (const count of [6, 5, 4, 3, 2]) {
    const ticks = scale.ticks(count).map((value): Tick & { readonly half: number } => {
      const text = writeNumber(plainNumber(value));
      const half = measureText(text, { size: 11 }) / 2;
      const x = scale.position(value);
      return { text, x, half, centre: Math.min(Math.max(x, scale.start + half), scale.end - half) };
    });
    let free = Number.NEGATIVE_INFINITY;
    const fitting = ticks.filter(({ centre, half }) => {
      if (centre - half < free) return false;
      free = centre + half + 8;
      return true;
    });
    if (fitting.length === ticks.length && ticks.length > 0) return ticks;
    last = fitting;
  }
  return last;
}

/** A tick as a decimal string; ticks beyond plain notation are powers of ten. */
function plainNumber(tick: number): string {
  const text = String(tick);
  return text.includes('e') ? text.replace(/e\+?/, ' × 10^') : text;
}

type Common = { readonly low: Decimal | null; readonly high: Decimal | null };

/**
 * The figures that every row of a panel allows, or null when there is none or when it would mislead: with fewer than two
 * rows, a denial, rows of different windows or parts, or a pair that the comparison found incomparable.
 */
export function commonBounds(panel: IntervalPanel, relations: readonly IntervalRelation[]): Common | null {
  const { rows } = panel;
  const ids = new Set(rows.map(({ id }) => id));
  if (rows.length < 2 || rows.some(({ polarity }) => polarity === 'denies')) return null;
  if (new Set(rows.map(({ window, of }) => JSON.stringify([window ?? null, of ?? null]))).size > 1) return null;
  if (relations.some(({ a, b, relation }) => ids.has(a) && ids.has(b) && relation === 'incomparable')) return null;
  let low: Decimal | null = null;
  let high: Decimal | null = null;
  for (const row of rows) {
    if (row.low !== null && (low === null || compareDecimals(row.low, low) > 0)) low = row.low;
    if (row.high !== null && (high === null || compareDecimals(row.high, high) < 0)) high = row.high;
  }
  if (low === null || high === null || compareDecimals(low, high) >= 0) return null;
  return { low, high };
}

function drawCommon(common: Common, scale: QuantityScale, rows: readonly PlacedRow[], { palette }: Canvas): Markup {
  const [x1, x2] = [scale.position(Number(common.low)), scale.position(Number(common.high))];
  return joinMarkup(
    rows.map(({ plotTop, bottom }) => rect(x1, plotTop, x2 - x1, bottom - plotTop, { fill: palette.common })),
  );
}

function describe(panels: readonly IntervalPanel[], relations: readonly IntervalRelation[]): string {
  const letters = new Map(panels.flatMap(({ rows }) => rows.map((row) => [row.id, row.letter] as const)));
  const rows = panels.flatMap(({ counts, rows }) =>
    rows.map((row) => `${row.letter}: ${row.claimant}, “${row.raw}”, ${writePlural(counts)}: ${writeStated(row)}.`),
  );
  const between = relations
    .filter(({ a, b }) => letters.has(a) && letters.has(b))
    .map(
      (relation) => `${letters.get(relation.a)} and ${letters.get(relation.b)}: ${relationWords(relation, letters)}.`,
    );
  return [...rows, ...between].join(' ');
}
