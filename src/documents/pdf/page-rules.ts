import { type Matrix, mapped, UNCHANGED } from './matrix.ts';
import { type PdfPageProxy, pageOperators } from './page-operators.ts';

/** A straight line on a page: its distance from the foot (level) or from the left (upright), and how far it reaches, in points. */
export type PageLine = { readonly at: number; readonly from: number; readonly to: number };
export type PageRules = { readonly level: readonly PageLine[]; readonly upright: readonly PageLine[] };

export const NO_RULES: PageRules = { level: [], upright: [] };

/** Lines that lie closer are one: the two edges of a bar that is painted as a narrow rectangle, and the borders of two cells. */
export const SAME_RULE = 3;
/** A shorter one is a part of a sign. */
const LEAST_LENGTH = 4;
/** A page with more of them is a drawing or a map. */
const MOST_SEGMENTS = 20_000;
/** `DrawOPS` of pdf.js: how paths are packed, with the numbers that follow each. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4] as const;

/** The level and upright lines that a page is ruled with, edges of filled areas among them. */
export async function rulesOn(page: PdfPageProxy): Promise<PageRules> {
  const { ops, operators } = await pageOperators(page, UNCHANGED);
  const painted = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const level: PageLine[] = [];
  const upright: PageLine[] = [];
  for (const { operator, args, current } of operators) {
    const [painting, parts] = args as readonly [number | undefined, readonly unknown[] | undefined];
    const path = parts?.[0];
    if (operator !== ops.constructPath || !painted.has(painting ?? -1) || !(path instanceof Float32Array)) continue;
    addSegments(path, current, level, upright);
    if (level.length + upright.length > MOST_SEGMENTS) return NO_RULES;
  }
  return { level: merged(level), upright: merged(upright) };
}

function addSegments(path: Float32Array, matrix: Matrix, level: PageLine[], upright: PageLine[]): void {
  let start = mapped(matrix, 0, 0);
  let last = start;
  const line = (to: readonly [number, number]): void => {
    const [across, up] = [Math.abs(to[0] - last[0]), Math.abs(to[1] - last[1])];
    const [x, y] = [Math.min(last[0], to[0]), Math.min(last[1], to[1])];
    if (up < 0.5 && across >= LEAST_LENGTH) level.push({ at: (last[1] + to[1]) / 2, from: x, to: x + across });
    else if (across < 0.5 && up >= LEAST_LENGTH) upright.push({ at: (last[0] + to[0]) / 2, from: y, to: y + up });
    last = to;
  };
  for (let at = 0; at < path.length; ) {
    const operator = path[at++];
    if (operator === CLOSE) {
      line(start);
      continue;
    }
    const numbers = operator === CURVE ? 6 : operator === QUADRATIC ? 4 : 2;
    const to = mapped(matrix, path[at + numbers - 2] ?? 0, path[at + numbers - 1] ?? 0);
    at += numbers;
    if (operator === LINE) line(to);
    else if (operator === MOVE) start = to;
    last = to;
  }
}

/** Lines at one height that touch each other are one. */
function merged(rules: readonly PageLine[]): readonly PageLine[] {
  const heights: PageLine[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const first = heights.at(-1)?.[0];
    if (first !== undefined && rule.at - first.at <= SAME_RULE) heights.at(-1)!.push(rule);
    else heights.push([rule]);
  }
  return heights.flatMap((group) => {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    const joined: { at: number; from: number; to: number }[] = [];
    for (const { from, to } of [...group].sort((a, b) => a.from - b.from)) {
      const open = joined.at(-1);
      if (open !== undefined && from - open.to <= SAME_RULE) open.to = Math.max(open.to, to);
      else joined.push({ at, from, to });
    }
    return joined;
  });
}
