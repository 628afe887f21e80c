import {
  type Canvas,
  canvasOf,
  circle,
  type FigureOptions,
  figureSvg,
  group,
  label,
  line,
  path,
  rect,
  tooltip,
} from './drawing/drawing.ts';
import type { Markup } from './drawing/markup.ts';
import { measureText } from './drawing/text-metrics.ts';

/** Names, and what is said of each pair of them. `from` and `to` are places in `nodes`. */
export type NetworkInput = {
  readonly title: string;
  readonly nodes: readonly { readonly name: string; readonly note?: string }[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    /** What the first is of the second, in words. */
    readonly words: string;
    /** Somebody denies it. */
    readonly denied: boolean;
  }[];
};

const ROW = 22;
const TOP = 14;
const FOOT = 34;

type Lane = { readonly edge: number; readonly top: number; readonly bottom: number; readonly lane: number };

/**
 * A network as a list of names with a lane for each relation, as lines of a railway run beside the names of stations: every name and
 * every number stays readable however many there are, and the same input is drawn alike. A ring marks where a relation goes out, a dot
 * where it arrives; broken lines are denied. The numbers are those of the table that stands with it.
 */
export function networkFigure(input: NetworkInput, options: FigureOptions = {}): string {
  const asked = canvasOf(options, 'network');
  const { palette } = asked;
  const order = orderOf(input);
  const rowOf = new Map(order.map((node, row) => [node, row]));
  const lanes = lanesOf(input, rowOf);
  const count = Math.max(1, ...lanes.map(({ lane }) => lane + 1));
  const longest = Math.max(0, ...input.nodes.map((node) => measureText(textOf(node), { size: 12 })));
  const names = Math.min(longest + 10, asked.width * (asked.narrow ? 0.5 : 0.55));
  // No number may lie on the one beside it: where lanes are too many the drawing grows wider than asked: a page scrolls it, print shows it smaller.
  const least = measureText(String(input.edges.length), { size: 10 }) + 4;
  const gap = Math.max(least, Math.min(26, (asked.width - names - 16) / count));
  const canvas = { ...asked, width: Math.max(asked.width, Math.ceil(names + 16 + count * gap)) };
  const xOf = (lane: number): number => names + 10 + (lane + 0.5) * gap;
  const yOf = (row: number): number => TOP + row * ROW + ROW / 2;
  const bottom = TOP + input.nodes.length * ROW;
  const parts: Markup[] = [];
  for (const [row, node] of order.entries()) {
    const far = Math.max(
      -1,
      ...lanes.filter(({ top, bottom: end }) => top === row || end === row).map(({ lane }) => lane),
    );
    if (far >= 0) parts.push(line(names + 4, yOf(row), xOf(far), yOf(row), palette.grid));
    parts.push(
      label(0, yOf(row) + 4, textOf(input.nodes[node]!), {
        size: 12,
        bold: node === 0,
        width: names,
        fill: palette.ink,
      }),
    );
  }
  for (const one of lanes) parts.push(drawEdge(input, one, rowOf, xOf(one.lane), yOf, canvas));
  parts.push(drawKey(canvas, bottom + 20));
  return figureSvg(canvas, bottom + FOOT, input.title, describe(input), parts);
}

function drawEdge(
  { edges, nodes }: NetworkInput,
  { edge, top, bottom }: Lane,
  rowOf: ReadonlyMap<number, number>,
  x: number,
  yOf: (row: number) => number,
  { palette }: Canvas,
): Markup {
  const { from, to, words, denied } = edges[edge]!;
  const number = String(edge + 1);
  const middle = (yOf(top) + yOf(bottom)) / 2;
  const half = measureText(number, { size: 10 }) / 2 + 2;
  const stroke = denied ? palette.alert : palette.accent;
  return group(
    { 'data-mark': number },
    tooltip(`${number}: ${wordsOf(nodes[from]!.name, words, nodes[to]!.name, denied)}`),
    path(`M${x} ${yOf(top)}V${yOf(bottom)}`, {
      stroke,
      fill: 'none',
      'stroke-width': 1.4,
      ...(denied ? { 'stroke-dasharray': '4 3' } : {}),
    }),
    circle(x, yOf(rowOf.get(from)!), 3.4, { fill: palette.paper, stroke, 'stroke-width': 1.4 }),
    circle(x, yOf(rowOf.get(to)!), 3.4, { fill: stroke }),
    rect(x - half, middle - 7, half * 2, 14, { fill: palette.paper }),
    label(x, middle + 3.5, number, { size: 10, anchor: 'middle', fill: palette.ink }),
  );
}

function drawKey({ palette, width }: Canvas, y: number): Markup {
  const style = { size: 11, fill: palette.muted } as const;
  return group(
    {},
    circle(4, y - 4, 3.4, { fill: palette.paper, stroke: palette.accent, 'stroke-width': 1.4 }),
    label(12, y, 'goes out', style),
    circle(76, y - 4, 3.4, { fill: palette.accent }),
    label(84, y, 'arrives', style),
    path(`M132 ${y - 4}H156`, { stroke: palette.alert, 'stroke-width': 1.4, 'stroke-dasharray': '4 3', fill: 'none' }),
    label(162, y, 'denied by somebody', { ...style, width: width - 162 }),
  );
}

/**
 * The names in an order in which what belongs together stands near: the first stays on top, the others go again and again to the
 * middle of those that they hang together with. Ties keep the order given.
 */
function orderOf({ nodes, edges }: NetworkInput): readonly number[] {
  const neighbours = nodes.map((_, node) =>
    edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : [])),
  );
  let order = nodes.map((_, node) => node);
  for (let round = 0; round < 12; round++) {
    const places = new Map(order.map((node, place) => [node, place]));
    const weight = (node: number): number => {
      const own = places.get(node)!;
      const some = neighbours[node]!;
      return some.length === 0 ? own : (own + some.reduce((sum, one) => sum + places.get(one)!, 0)) / (some.length + 1);
    };
    const weights = new Map(order.map((node) => [node, node === 0 ? -1 : weight(node)]));
    order = [...order].sort((a, b) => weights.get(a)! - weights.get(b)! || places.get(a)! - places.get(b)!);
  }
  return order;
}

/** Each relation in the nearest lane that is free between its two names, the shortest ones first. */
function lanesOf({ edges }: NetworkInput, rowOf: ReadonlyMap<number, number>): readonly Lane[] {
  const spans = edges
    .map(({ from, to }, edge) => {
      const [a, b] = [rowOf.get(from)!, rowOf.get(to)!];
      return { edge, top: Math.min(a, b), bottom: Math.max(a, b) };
    })
    .sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || a.edge - b.edge);
  const taken: { readonly top: number; readonly bottom: number }[][] = [];
  return spans.map((span) => {
    let lane = taken.findIndex((others) => others.every(({ top, bottom }) => span.bottom < top || bottom < span.top));
    if (lane < 0) lane = taken.push([]) - 1;
    taken[lane]!.push(span);
    return { ...span, lane };
  });
}

function textOf({ name, note }: NetworkInput['nodes'][number]): string {
  return note === undefined ? name : `${name}, ${note}`;
}

function wordsOf(from: string, words: string, to: string, denied: boolean): string {
  return `${from}: ${words} ${to}${denied ? ' (denied by somebody)' : ''}`;
}

function describe({ nodes, edges }: NetworkInput): string {
  const told = edges.map(
    ({ from, to, words, denied }, at) => `${at + 1}: ${wordsOf(nodes[from]!.name, words, nodes[to]!.name, denied)}`,
  );
  return `${nodes.length} names, ${edges.length} relations. ${told.join('. ')}${told.length > 0 ? '.' : ''}`;
}
