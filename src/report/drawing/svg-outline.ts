import { ReportError } from '../errors.ts';

/** A step of an outline: `M` and `L` go to a point, `Z` closes. */
export type OutlineStep = { readonly to: 'M' | 'L'; readonly x: number; readonly y: number } | { readonly to: 'Z' };

/** An arc is drawn in straight pieces that turn by no more than this. */
const PIECE = Math.PI / 12;

/** How many numbers a command takes at a time. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, A: 7, C: 6 };

/**
 * The steps of an SVG path (SVG 1.1, section 8.3) in absolute points: lines, arcs of circles and cubic curves, the
 * last two in straight pieces.
 *
 * @throws ReportError `unknown-shape` for other curves, which our figures have none of
 */
export function outlineOf(d: string): readonly OutlineStep[] {
  const steps: OutlineStep[] = [];
  let at = { x: 0, y: 0 };
  let start = at;
  const lineTo = (x: number, y: number): void => {
    at = { x, y };
    steps.push({ to: 'L', x, y });
  };
  for (const [, command = '', rest = ''] of d.matchAll(/([A-DF-Za-df-z])([^A-DF-Za-df-z]*)/g)) {
    const kind = command.toUpperCase();
    if (kind === 'Z') {
      steps.push({ to: 'Z' });
      at = start;
      continue;
    }
    const takes = TAKES[kind];
    if (takes === undefined)
      throw new ReportError('unknown-shape', `a figure holds a path command that cannot be drawn here: ${command}`);
    const from = (): { x: number; y: number } => (command === kind ? { x: 0, y: 0 } : at);
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    for (let i = 0; i + takes <= numbers.length; i += takes) {
      const [a = 0, b = 0, c = 0, large = 0, sweep = 0, toX = 0, toY = 0] = numbers.slice(i, i + takes);
      const { x, y } = from();
      if (kind === 'M' && i === 0) {
        at = { x: x + a, y: y + b };
        start = at;
        steps.push({ to: 'M', ...at });
      } else if (kind === 'H') lineTo(x + a, at.y);
      else if (kind === 'V') lineTo(at.x, y + a);
      else if (kind === 'A')
        for (const point of arcPoints(at, a, large !== 0, sweep !== 0, { x: x + toX, y: y + toY }))
          lineTo(point.x, point.y);
      else if (kind === 'C')
        for (const point of curvePoints(
          at,
          { x: x + a, y: y + b },
          { x: x + c, y: y + large },
          { x: x + sweep, y: y + toX },
        ))
          lineTo(point.x, point.y);
      else lineTo(x + a, y + b);
    }
  }
  return steps;
}

type Point = { readonly x: number; readonly y: number };

/** Points on an arc of a circle from one point to another, the last included (SVG 1.1, appendix F.6.5). */
function arcPoints(from: Point, radius: number, large: boolean, sweep: boolean, to: Point): readonly Point[] {
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const square = half.x ** 2 + half.y ** 2;
  if (square === 0) return [];
  const r = Math.max(radius, Math.sqrt(square));
  const offset = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (r ** 2 - square) / square));
  const centre = { x: offset * half.y + (from.x + to.x) / 2, y: -offset * half.x + (from.y + to.y) / 2 };
  const angleOf = ({ x, y }: Point): number => Math.atan2(y - centre.y, x - centre.x);
  const first = angleOf(from);
  let turn = angleOf(to) - first;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / PIECE));
  return Array.from({ length: pieces }, (_, i) => {
    if (i === pieces - 1) return to;
    const angle = first + (turn * (i + 1)) / pieces;
    return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  });
}

const CURVE_PIECES = 12;

/** Points on a cubic curve with two handles, the end included. */
function curvePoints(from: Point, one: Point, two: Point, to: Point): readonly Point[] {
  return Array.from({ length: CURVE_PIECES }, (_, i) => {
    const t = (i + 1) / CURVE_PIECES;
    const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3] as const;
    const along = (key: 'x' | 'y'): number =>
      weights[0] * from[key] + weights[1] * one[key] + weights[2] * two[key] + weights[3] * to[key];
    return { x: along('x'), y: along('y') };
  });
}
