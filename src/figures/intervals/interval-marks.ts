import { compareDecimals, type Decimal } from '../../core/decimal.ts';
import { circle, group, line, path, rect } from '../drawing/drawing.ts';
import { joinMarkup, type Markup, NO_MARKUP } from '../drawing/markup.ts';
import type { Palette } from '../drawing/palette.ts';
import type { QuantityScale } from '../drawing/quantity-scale.ts';
import type { IntervalRow, RelationKind } from './intervals-input.ts';

const HALF = 6;
/** Length of the solid part of an unbounded bar before it runs out in dashes. */
const STUB = 30;

/**
 * The mark of one figure: a diamond for an exact one, else a bar from bound to bound. A stroke closes an end that is
 * included, a ring one that is not, an arrow runs out where the source gives no bound; "about" has dashed sides, since its
 * bounds are a convention, and a diamond at the figure that was said.
 */
export function intervalMark(row: IntervalRow, scale: QuantityScale, y: number, palette: Palette): Markup {
  const colour = row.polarity === 'denies' ? palette.alert : palette.accent;
  const soft = row.polarity === 'denies' ? palette.alertSoft : palette.accentSoft;
  const { low, high } = ordered(row);
  if (low === null && high === null) {
    return joinMarkup([
      line(scale.start + 8, y, scale.end - 8, y, colour, { 'stroke-width': 2, 'stroke-dasharray': '2 5' }),
      arrow(scale.start, y, -1, colour),
      arrow(scale.end, y, 1, colour),
    ]);
  }
  if (low !== null && high !== null && compareDecimals(low, high) === 0) {
    return diamond(scale.position(Number(low)), y, 7.5, colour);
  }
  if (low === null || high === null) {
    const at = scale.position(Number(low ?? high));
    const direction = low === null ? -1 : 1;
    const open = low === null ? row.highOpen === true : row.lowOpen === true;
    return unboundedBar(at, direction < 0 ? scale.start : scale.end, direction, open, y, colour, soft, palette);
  }
  const [x1, x2] = [scale.position(Number(low)), scale.position(Number(high))];
  const about = row.qualifier === 'about';
  const sides = { stroke: colour, 'stroke-width': 1.25, ...(about ? { 'stroke-dasharray': '4 3' } : {}) };
  return joinMarkup([
    rect(x1, y - HALF, x2 - x1, HALF * 2, { fill: soft }),
    line(x1, y - HALF, x2, y - HALF, colour, sides),
    line(x1, y + HALF, x2, y + HALF, colour, sides),
    endMark(x1, y, row.lowOpen === true, colour, palette),
    endMark(x2, y, row.highOpen === true, colour, palette),
    about ? diamond(scale.position((Number(low) + Number(high)) / 2), y, 5, colour) : NO_MARKUP,
  ]);
}

/** Where the mark begins and ends along the axis, for what has to be placed beside it. */
export function markExtent(row: IntervalRow, scale: QuantityScale): readonly [number, number] {
  const { low, high } = ordered(row);
  return [
    low === null ? scale.start : scale.position(Number(low)),
    high === null ? scale.end : scale.position(Number(high)),
  ];
}

function ordered({ low, high }: IntervalRow): { readonly low: Decimal | null; readonly high: Decimal | null } {
  return low !== null && high !== null && compareDecimals(low, high) > 0 ? { low: high, high: low } : { low, high };
}

function unboundedBar(
  at: number,
  edge: number,
  direction: 1 | -1,
  open: boolean,
  y: number,
  colour: string,
  soft: string,
  palette: Palette,
): Markup {
  const solid = Math.min(STUB, Math.max(0, Math.abs(edge - at) - 10));
  const turn = at + direction * solid;
  return joinMarkup([
    rect(Math.min(at, turn), y - HALF, solid, HALF * 2, { fill: soft }),
    line(at, y - HALF, turn, y - HALF, colour, { 'stroke-width': 1.25 }),
    line(at, y + HALF, turn, y + HALF, colour, { 'stroke-width': 1.25 }),
    line(turn, y, edge - direction * 6, y, colour, { 'stroke-width': 2, 'stroke-dasharray': '6 4' }),
    arrow(edge, y, direction, colour),
    endMark(at, y, open, colour, palette),
  ]);
}

function endMark(x: number, y: number, open: boolean, colour: string, palette: Palette): Markup {
  if (open) return circle(x, y, 4.5, { fill: palette.paper, stroke: colour, 'stroke-width': 2 });
  return rect(x - 1.5, y - HALF - 3, 3, HALF * 2 + 6, { fill: colour });
}

function arrow(x: number, y: number, direction: 1 | -1, colour: string): Markup {
  const back = x - direction * 9;
  return path(`M${back} ${y - 5}L${x} ${y}L${back} ${y + 5}Z`, { fill: colour });
}

function diamond(x: number, y: number, size: number, colour: string): Markup {
  return path(`M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`, { fill: colour });
}

/** The sign of a relation in a ring, drawn and not written, since fonts differ in which of ⊂ ∩ ≠ they have. */
export function relationSign(kind: RelationKind, x: number, y: number, palette: Palette): Markup {
  const colour = relationColour(kind, palette);
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 1.6, 'stroke-linecap': 'round' };
  const signs: Readonly<Record<RelationKind, string>> = {
    same: `M${x - 3.5} ${y - 2}h7M${x - 3.5} ${y + 2}h7`,
    narrower: `M${x + 3.5} ${y - 3.2}h-3.4a3.2 3.2 0 0 0 0 6.4h3.4`,
    compatible: `M${x - 3.2} ${y + 3.6}v-4a3.2 3.2 0 0 1 6.4 0v4`,
    contradicts: `M${x - 3} ${y - 3}l6 6M${x + 3} ${y - 3}l-6 6`,
    incomparable: `M${x - 3.5} ${y - 2}h7M${x - 3.5} ${y + 2}h7M${x + 2.4} ${y - 4.6}l-4.8 9.2`,
  };
  return group(
    {},
    circle(x, y, 8, { fill: palette.paper, stroke: colour, 'stroke-width': 1.2 }),
    path(signs[kind], stroke),
  );
}

export function relationColour(kind: RelationKind, palette: Palette): string {
  if (kind === 'contradicts') return palette.alert;
  return kind === 'incomparable' ? palette.muted : palette.accent;
}
