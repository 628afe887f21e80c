import {
  type Canvas,
  canvasOf,
  circle,
  type FigureOptions,
  figureSvg,
  group,
  label,
  rect,
  tooltip,
} from './drawing/drawing.ts';
import { joinMarkup, type Markup } from './drawing/markup.ts';

/** A month of a code: what the law says of it, what stands there, and whether something should be asked about it. */
export type GoodsCell = {
  readonly code: string;
  /** `2018-03` */
  readonly month: string;
  readonly status: 'prohibited' | 'capped' | 'approval-required' | 'undetermined';
  /** Figure with its unit, as text. */
  readonly figure: string;
  readonly marks: readonly string[];
  /** `file row 12` */
  readonly rows: readonly string[];
};

export type GoodsMatrixInput = {
  readonly title: string;
  readonly codes: readonly { readonly code: string; readonly words: string }[];
  readonly months: readonly string[];
  readonly cells: readonly GoodsCell[];
};

const ROW = 20;
const HEAD = 34;
const LEGEND_ROW = 18;
/** What the name of a year takes. */
const YEAR_WIDTH = 32;
const STATUS_WORDS = {
  prohibited: 'prohibited',
  capped: 'capped',
  'approval-required': 'approval required',
  undetermined: 'undetermined',
} as const;

/** Goods that a ban or cap touched, by code and month. A dot says that the row should be asked about; the tooltip names rows and marks. */
export function goodsMatrixFigure(input: GoodsMatrixInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'goods-matrix');
  const left = canvas.narrow ? 64 : 190;
  const room = (canvas.width - left - 8) / Math.max(1, input.months.length);
  const height = HEAD + input.codes.length * ROW;
  const parts: Markup[] = [drawMonths(input, canvas, left, room)];
  input.codes.forEach(({ code, words }, row) => {
    const y = HEAD + row * ROW;
    parts.push(label(8, y + 14, canvas.narrow ? code : `${code} ${words}`, { size: 11, width: left - 16 }));
    input.months.forEach((month, column) => {
      const cell = input.cells.find((one) => one.code === code && one.month === month);
      parts.push(
        cell === undefined
          ? rect(left + column * room, y + 2, room - 1, ROW - 3, {
              fill: 'none',
              stroke: canvas.palette.grid,
              'stroke-width': 0.5,
            })
          : drawCell(cell, left + column * room, y, room, canvas),
      );
    });
  });
  const legend = drawLegend(canvas, height + 8);
  return figureSvg(canvas, height + (canvas.narrow ? 28 + LEGEND_ROW : 28), input.title, describe(input), [
    ...parts,
    legend,
  ]);
}

function describe({ codes, months, cells }: GoodsMatrixInput): string {
  const described = cells.map(
    ({ code, month, status, figure, marks }) =>
      `${code}, ${month}: ${figure}, ${STATUS_WORDS[status]}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`,
  );
  return `${codes.length} codes, ${months[0] ?? ''} to ${months.at(-1) ?? ''}. ${described.join('; ')}.`;
}

/** Years where the months are narrow; months where there is room. */
function drawMonths({ months }: GoodsMatrixInput, { palette }: Canvas, left: number, room: number): Markup {
  return joinMarkup(
    months.flatMap((month, at) => {
      const isFirst = at === 0 || month.endsWith('-01');
      // A year of which only the last months are drawn has no room for its name where the next one begins.
      const next = months.findIndex((other, place) => place > at && other.endsWith('-01'));
      const hasRoom = next < 0 || (next - at) * room >= YEAR_WIDTH;
      const texts: Markup[] = [];
      if (isFirst && hasRoom)
        texts.push(label(left + at * room, 12, month.slice(0, 4), { size: 11, fill: palette.muted }));
      if (room >= 16)
        texts.push(
          label(left + at * room + room / 2, 28, month.slice(5), { size: 10, fill: palette.muted, anchor: 'middle' }),
        );
      return texts;
    }),
  );
}

function drawCell(
  { code, month, status, figure, marks, rows }: GoodsCell,
  x: number,
  y: number,
  room: number,
  { palette }: Canvas,
): Markup {
  const asked = marks.length > 0 ? `; to be asked: ${marks.join(', ')}` : '';
  const words = `${code}, ${month}: ${figure}, ${STATUS_WORDS[status]}${asked} (${rows.join(', ')})`;
  return group(
    {},
    tooltip(words),
    rect(x, y + 2, room - 1, ROW - 3, shapeOf(status, palette)),
    marks.length > 0
      ? circle(x + (room - 1) / 2, y + ROW / 2, 2.6, { fill: palette.paper, stroke: palette.ink })
      : joinMarkup([]),
  );
}

function shapeOf(status: GoodsCell['status'], palette: Canvas['palette']): Readonly<Record<string, string | number>> {
  if (status === 'prohibited') return { fill: palette.alert };
  if (status === 'capped') return { fill: palette.accentSoft, stroke: palette.accent };
  if (status === 'approval-required') return { fill: palette.alertSoft, stroke: palette.alert };
  return { fill: palette.paper, stroke: palette.muted, 'stroke-dasharray': '3 2' };
}

function drawLegend({ palette, narrow }: Canvas, y: number): Markup {
  const step = 130;
  const inRow = narrow ? 2 : 4;
  const placeOf = (at: number) => ({ x: 8 + (at % inRow) * step, y: y + Math.floor(at / inRow) * LEGEND_ROW });
  return joinMarkup(
    (Object.keys(STATUS_WORDS) as GoodsCell['status'][]).map((status, at) =>
      joinMarkup([
        rect(placeOf(at).x, placeOf(at).y, 10, 10, shapeOf(status, palette)),
        label(placeOf(at).x + 14, placeOf(at).y + 9, STATUS_WORDS[status], { size: 11, fill: palette.muted }),
      ]),
    ),
  );
}
