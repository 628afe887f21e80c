import type { Decimal } from '../core/decimal.ts';
import { type DateScale, dateScale } from './drawing/date-scale.ts';
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
  path,
  tooltip,
  wrapLabel,
} from './drawing/drawing.ts';
import { joinMarkup, type Markup } from './drawing/markup.ts';
import { writeNumber, writePlural, writeShortDate } from './drawing/words.ts';

/** The running total of one source: after each period what it had reached, low and high, and the rows that say so. */
export type CapBand = {
  readonly source: string;
  /** The total is the least there was. */
  readonly atLeast: boolean;
  readonly steps: readonly {
    readonly period: string;
    /** The last day of the period. */
    readonly to: string;
    readonly low: Decimal;
    readonly high: Decimal;
    readonly rows: readonly number[];
  }[];
  /** Months without a report, by their last day. */
  readonly gaps: readonly { readonly period: string; readonly to: string }[];
};

/** Sources against a cap: one panel a factor, since the factor decides; sources are drawn beside one another and never added. */
export type CapBandsInput = {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly limit: Decimal;
  readonly unit: string;
  readonly percents: readonly number[];
  readonly panels: readonly { readonly heading: string; readonly bands: readonly CapBand[] }[];
};

const PANEL_HEIGHT = 190;
const DASHES = ['', '6 3', '2 3', '8 3 2 3'] as const;

/** Cumulative figures of each source against a cap: a step line, or a band between low and high, with the shares of the limit. */
export function capBandsFigure(input: CapBandsInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'cap-bands');
  const parts: Markup[] = [];
  let top = 0;
  for (const panel of input.panels) {
    const drawn = drawPanel(input, panel, canvas, top);
    parts.push(drawn.markup);
    top = drawn.bottom + 12;
  }
  const legend = drawSources(input, canvas, top);
  parts.push(legend.markup);
  return figureSvg(canvas, legend.bottom + 6, input.title, describe(input), parts);
}

function describe(input: CapBandsInput): string {
  const panels = input.panels.map(({ heading, bands }) => {
    const described = bands.map(({ source, steps, atLeast }) => {
      const last = steps.at(-1);
      return `${source}: ${atLeast ? 'at least ' : ''}${last === undefined ? 'nothing' : rangeInWords(last.low, last.high)}`;
    });
    return `${heading}. ${described.join('; ')}.`;
  });
  return `Limit of ${writeNumber(input.limit)} ${writePlural(input.unit)}, ${input.from} to ${input.to}. ${panels.join(' ')}`;
}

type Axes = {
  readonly days: DateScale;
  readonly heightOf: (amount: number) => number;
  readonly top: number;
  readonly foot: number;
};

function drawPanel(
  input: CapBandsInput,
  { heading, bands }: CapBandsInput['panels'][number],
  canvas: Canvas,
  top: number,
): Drawn {
  const { palette, width, narrow } = canvas;
  const left = narrow ? 44 : 70;
  const words = wrapLabel(heading, width - left, { size: 12, bold: true }, 2);
  const head = top + 4 + words.lines.length * 15;
  const foot = head + PANEL_HEIGHT;
  const greatest = Math.max(
    Number(input.limit),
    ...bands.flatMap(({ steps }) => steps.map(({ high }) => Number(high))),
  );
  const axes: Axes = {
    days: dateScale(input.from, input.to, left, width - 8),
    // From nought, so that the height of a band is its share of the limit; a little room above the greatest.
    heightOf: (amount) => foot - ((foot - head) * amount) / (greatest * 1.06),
    top: head,
    foot,
  };
  const parts: Markup[] = words.lines.map((text, at) =>
    label(left, top + 13 + at * 15, text, { size: 12, bold: true }),
  );
  parts.push(drawShares(input, axes, canvas, left), line(left, foot, width - 8, foot, palette.faint));
  for (const [text, x, anchor] of [
    [writeShortDate(input.from), left, 'start'],
    [writeShortDate(input.to), width - 8, 'end'],
  ] as const)
    parts.push(label(x, foot + 14, text, { size: 11, fill: palette.muted, anchor }));
  bands.forEach((band, at) => {
    parts.push(drawBand(band, at, axes, canvas));
  });
  return { markup: joinMarkup(parts), bottom: foot + 20 };
}

function drawShares(
  { limit, percents, unit }: CapBandsInput,
  { heightOf }: Axes,
  { palette, width }: Canvas,
  left: number,
): Markup {
  return joinMarkup(
    percents.map((percent) => {
      const y = heightOf((Number(limit) * percent) / 100);
      const isLimit = percent === 100;
      return group(
        {},
        tooltip(`${percent} % of ${writeNumber(limit)} ${writePlural(unit)}`),
        line(left, y, width - 8, y, isLimit ? palette.alert : palette.grid, { 'stroke-width': isLimit ? 1.5 : 1 }),
        // Names of shares that lie close would cover one another: those of the warnings between are left to the tooltip.
        percent === 75 || isLimit
          ? label(left - 6, y + 4, `${percent} %`, {
              size: 11,
              fill: isLimit ? palette.alert : palette.muted,
              anchor: 'end',
            })
          : joinMarkup([]),
      );
    }),
  );
}

function drawBand(
  { source, steps, gaps, atLeast }: CapBand,
  at: number,
  { days, heightOf, foot }: Axes,
  { palette }: Canvas,
): Markup {
  const points = steps.map((step) => ({
    ...step,
    x: days.endOf(step.to),
    low: heightOf(Number(step.low)),
    high: heightOf(Number(step.high)),
    said: step,
  }));
  const isBand = steps.some(({ low, high }) => low !== high);
  const stroke = {
    fill: 'none',
    stroke: palette.accent,
    'stroke-width': 1.6,
    'stroke-dasharray': DASHES[at % DASHES.length] ?? '',
  };
  const lines = isBand
    ? [stepPath(days.start, foot, points, 'low'), stepPath(days.start, foot, points, 'high')]
    : [stepPath(days.start, foot, points, 'high')];
  const area = isBand
    ? [
        path(`${stepPath(days.start, foot, points, 'high')} ${backPath(days.start, foot, points)} Z`, {
          fill: palette.accentSoft,
          'fill-opacity': 0.6,
          stroke: 'none',
        }),
      ]
    : [];
  const marks = points.map(({ x, high, said }) =>
    group(
      {},
      tooltip(
        `${source}, ${said.period}: ${atLeast ? 'at least ' : ''}${rangeInWords(said.low, said.high)} (rows ${said.rows.join(', ')})`,
      ),
      circle(x, high, 2.4, { fill: palette.accent }),
    ),
  );
  const holes = gaps.map(({ period, to }) =>
    group(
      {},
      tooltip(`${source}, ${period}: no row in this source`),
      circle(days.endOf(to), heightAt(points, days.endOf(to), foot), 3.2, {
        fill: palette.paper,
        stroke: palette.accent,
      }),
    ),
  );
  return joinMarkup([...area, ...lines.map((d) => path(d, stroke)), ...marks, ...holes]);
}

type Point = { readonly x: number; readonly low: number; readonly high: number };

/** A running total stands still until the period's last day, and rises there. */
function stepPath(start: number, foot: number, points: readonly Point[], side: 'low' | 'high'): string {
  return points.reduce(
    (d, point) => `${d} H ${coordinate(point.x)} V ${coordinate(point[side])}`,
    `M ${coordinate(start)} ${coordinate(foot)}`,
  );
}

function backPath(start: number, foot: number, points: readonly Point[]): string {
  const back = points
    .toReversed()
    .map(
      (point, at, all) =>
        `V ${coordinate(point.low)} H ${coordinate(point.x)} V ${coordinate(all[at + 1]?.low ?? foot)}`,
    );
  return `${back.join(' ')} H ${coordinate(start)}`;
}

function heightAt(points: readonly Point[], x: number, foot: number): number {
  return points.findLast((point) => point.x <= x)?.high ?? foot;
}

function drawSources(input: CapBandsInput, { palette, width }: Canvas, top: number): Drawn {
  const [first] = input.panels;
  const parts = (first?.bands ?? []).map(({ source }, at) =>
    joinMarkup([
      line(8, top + 8 + at * 16, 40, top + 8 + at * 16, palette.accent, {
        'stroke-width': 1.6,
        'stroke-dasharray': DASHES[at % DASHES.length] ?? '',
      }),
      label(48, top + 12 + at * 16, source, { size: 11, width: width - 56 }),
    ]),
  );
  return { markup: joinMarkup(parts), bottom: top + 16 * parts.length };
}

function rangeInWords(low: Decimal, high: Decimal): string {
  return low === high ? writeNumber(high) : `${writeNumber(low)} to ${writeNumber(high)}`;
}

function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
