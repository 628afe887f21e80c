import { type DateScale, dateScale } from '../../../src/figures/drawing/date-scale.ts';
import {
  type Canvas,
  canvasOf,
  circle,
  type Drawn,
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
} from '../../../src/figures/drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../../../src/figures/drawing/markup.ts';
import { measureText } from '../../../src/figures/drawing/text-metrics.ts';
import { type TimelineTick, timelineSpan, timelineTicks } from './timeline-span.ts';

/** A claim in time: the days that it speaks of, and the day on which it was published. */
export type TimedClaim = {
  readonly claimant: string;
  readonly words: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly published: string | null;
  readonly denies: boolean;
};

const NAME = { size: 12, bold: true } as const;
const WORDS = { size: 11 } as const;
const LINE = 14;

/** Claims one below the other: a bar over the days that each speaks of, a ring on the day on which it was said. */
export function claimsTimeline(title: string, claims: readonly TimedClaim[], options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'claims-timeline');
  const span = timelineSpan(claims);
  if (span === null) return figureSvg(canvas, 24, title, 'No claim says when.', [drawNothing(canvas)]);
  const start = canvas.narrow ? 8 : Math.round(canvas.width * 0.32);
  const scale = dateScale(span.from, span.to, start, canvas.width - 10);
  const parts: Markup[] = [];
  let y = 30;
  for (const claim of claims) {
    const drawn = drawClaim(claim, scale, canvas, y);
    parts.push(drawn.markup);
    y = drawn.bottom;
  }
  const ticks = fitting(timelineTicks(span), scale);
  const frame = ticks.map(({ day, words }) => drawTick(scale.startOf(day), words, 22, y, canvas));
  const key = drawKey(canvas, y + 18);
  return figureSvg(canvas, key.bottom, title, describe(claims), [...frame, ...parts, key.markup]);
}

function drawClaim(claim: TimedClaim, scale: DateScale, canvas: Canvas, top: number): Drawn {
  const { palette, width, narrow } = canvas;
  const textWidth = narrow ? width : scale.start - 16;
  const name = wrapLabel(claim.claimant, textWidth, NAME, 2).lines;
  const words = wrapLabel(claim.words, textWidth, WORDS, 2).lines;
  const height = (name.length + words.length) * LINE;
  const markY = narrow ? top + height + 16 : top + Math.max(34, height + 10) / 2;
  const bottom = narrow ? markY + 12 : top + Math.max(34, height + 10);
  const colour = claim.denies ? palette.alert : palette.accent;
  const soft = claim.denies ? palette.alertSoft : palette.accentSoft;
  return {
    markup: group(
      {},
      tooltip(sentence(claim)),
      line(0, top, width, top, palette.grid),
      labelLines(0, top + 15, name, LINE, NAME),
      labelLines(0, top + 15 + name.length * LINE, words, LINE, { ...WORDS, fill: palette.muted }),
      drawDays(claim, scale, markY, colour, soft),
      claim.published === null
        ? NO_MARKUP
        : circle(scale.startOf(claim.published), markY, 4.5, {
            fill: palette.paper,
            stroke: palette.ink,
            'stroke-width': 1.6,
          }),
    ),
    bottom,
  };
}

/** The days spoken of; an arrow where the claim leaves an end open. */
function drawDays({ from, to }: TimedClaim, scale: DateScale, y: number, colour: string, soft: string): Markup {
  if (from === null && to === null) return NO_MARKUP;
  const x1 = from === null ? scale.start : scale.startOf(from);
  const x2 = Math.max(x1 + 3, to === null ? scale.end : scale.endOf(to));
  return joinMarkup([
    rect(x1, y - 6, x2 - x1, 12, { fill: soft, stroke: colour, 'stroke-width': 1.2 }),
    from === null ? path(`M${x1} ${y}l8 -6v12z`, { fill: colour }) : NO_MARKUP,
    to === null ? path(`M${x2} ${y}l-8 -6v12z`, { fill: colour }) : NO_MARKUP,
  ]);
}

function drawTick(x: number, words: string, top: number, bottom: number, { palette, width }: Canvas): Markup {
  const half = measureText(words, { size: 11 }) / 2;
  return joinMarkup([
    line(x, top, x, bottom, palette.grid),
    label(Math.min(Math.max(x, half), width - half), 14, words, { size: 11, anchor: 'middle', fill: palette.muted }),
  ]);
}

/** Every tick whose words leave the one before room. */
function fitting(ticks: readonly TimelineTick[], scale: DateScale): readonly TimelineTick[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ day, words }) => {
    const half = measureText(words, { size: 11 }) / 2;
    const x = scale.startOf(day);
    if (x - half < free) return false;
    free = x + half + 10;
    return true;
  });
}

function drawKey({ palette }: Canvas, y: number): Drawn {
  return {
    markup: joinMarkup([
      rect(0.5, y - 5, 18, 10, { fill: palette.accentSoft, stroke: palette.accent, 'stroke-width': 1.2 }),
      label(26, y + 4, 'days spoken of', { size: 11, fill: palette.muted }),
      circle(126, y, 4.5, { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.6 }),
      label(136, y + 4, 'published', { size: 11, fill: palette.muted }),
    ]),
    bottom: y + 12,
  };
}

function drawNothing({ palette }: Canvas): Markup {
  return label(0, 16, 'No claim says when, and no document is dated.', { size: 12, fill: palette.muted });
}

function sentence({ claimant, words, from, to, published, denies }: TimedClaim): string {
  const days =
    from === null && to === null
      ? 'at a time not stated'
      : from === to
        ? `on ${from}`
        : [from === null ? null : `from ${from}`, to === null ? null : `to ${to}`]
            .filter((part) => part !== null)
            .join(' ');
  return `${claimant}${denies ? ' denies' : ''}: ${words}, ${days}; published ${published ?? 'on an unknown day'}.`;
}

function describe(claims: readonly TimedClaim[]): string {
  return claims.map(sentence).join(' ');
}
