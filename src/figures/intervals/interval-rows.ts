import { type Canvas, label, labelLines, line, rect, wrapLabel } from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import type { QuantityScale } from '../drawing/quantity-scale.ts';
import { measureText } from '../drawing/text-metrics.ts';
import { writeFigure } from '../drawing/words.ts';
import { intervalMark, markExtent } from './interval-marks.ts';
import type { LetteredRow } from './intervals-input.ts';

/** Where the words of rows and notes begin, right of the letters and signs. */
export const LABEL_X = 26;
/** Height of a line of these words. */
export const TEXT_LINE = 15;

/** A row with its wrapped words and its place. */
export type PlacedRow = {
  readonly row: LetteredRow;
  readonly name: readonly string[];
  readonly quote: readonly string[];
  readonly about: readonly string[];
  readonly top: number;
  readonly plotTop: number;
  readonly markY: number;
  readonly bottom: number;
};

const NAME = { size: 12.5, bold: true } as const;
const QUOTE = { size: 12, italic: true } as const;
const CIRCUMSTANCES = { size: 11 } as const;

export function placeRow(row: LetteredRow, top: number, textWidth: number, narrow: boolean): PlacedRow {
  const note = row.note === undefined ? '' : `\u00a0[${row.note}]`;
  const name = wrapLabel(`${row.claimant}${note}`, textWidth, NAME, 3).lines;
  const quote = wrapLabel(`“${row.raw}”`, textWidth, QUOTE, 3).lines;
  const about = wrapLabel(circumstances(row), textWidth, CIRCUMSTANCES, 3).lines;
  const textHeight = 8 + (name.length + quote.length + about.length) * TEXT_LINE;
  const placed = { row, name, quote, about, top };
  if (narrow) {
    return { ...placed, plotTop: top + textHeight + 6, markY: top + textHeight + 31, bottom: top + textHeight + 48 };
  }
  const bottom = top + Math.max(60, textHeight + 10);
  return { ...placed, plotTop: top, markY: (top + bottom) / 2 + 7, bottom };
}

export function drawRow(placed: PlacedRow, scale: QuantityScale, ruled: boolean, canvas: Canvas): Markup {
  const { palette, width } = canvas;
  const { row, name, quote, about, top, markY } = placed;
  const denies = row.polarity === 'denies';
  const boundsText = writeStated(row);
  const half = measureText(boundsText, { size: 11.5, bold: true }) / 2;
  const [from, to] = markExtent(row, scale);
  const centre = Math.min(Math.max((from + to) / 2, scale.start + half), scale.end - half);
  const firstLine = top + 20;
  return joinMarkup([
    ruled ? line(0, top, width, top, palette.grid) : NO_MARKUP,
    rect(0.5, top + 7, 18, 18, { rx: 2, fill: 'none', stroke: palette.ink, 'stroke-width': 1 }),
    label(9.5, top + 20, row.letter, { size: row.letter.length > 1 ? 9 : 11.5, bold: true, anchor: 'middle' }),
    labelLines(LABEL_X, firstLine, name, TEXT_LINE, NAME),
    labelLines(LABEL_X, firstLine + name.length * TEXT_LINE, quote, TEXT_LINE, QUOTE),
    labelLines(LABEL_X, firstLine + (name.length + quote.length) * TEXT_LINE, about, TEXT_LINE, {
      ...CIRCUMSTANCES,
      fill: palette.muted,
    }),
    label(centre, markY - 15, boundsText, {
      size: 11.5,
      bold: true,
      anchor: 'middle',
      width: scale.end - scale.start,
      fill: denies ? palette.alert : palette.accent,
    }),
    intervalMark(row, scale, markY, palette),
  ]);
}

/** What the row states, as the label of its mark. */
export function writeStated(row: LetteredRow): string {
  const words = writeFigure(row, row.estimate ?? null);
  if (row.polarity === 'denies') return row.low === null && row.high === null ? 'denied' : `denied: ${words}`;
  return row.qualifier === 'about' ? `${words} (about)` : words;
}

function circumstances(row: LetteredRow): string {
  const via = row.via === undefined || row.via.length === 0 ? null : `via ${row.via.join(', ')}`;
  const published = row.date === null || row.date === undefined ? 'not dated' : `published ${row.date}`;
  return [published, via, row.window, row.of, row.sight]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
}
