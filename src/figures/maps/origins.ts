import {
  type Canvas,
  canvasOf,
  circle,
  type Drawn,
  type FigureOptions,
  figureSvg,
  label,
  labelLines,
  line,
  path,
  rect,
  wrapLabel,
} from '../drawing/drawing.ts';
import { joinMarkup, type Markup } from '../drawing/markup.ts';

/**
 * Independence drawn as origins: how many ways the same assertion has to reach the dossier, and how few origins these
 * ways may have. A cluster whose independence nobody has shown
 * is `pooled` and counts once; its label says so, since its dashed frame alone would not.
 */
export type OriginsInput = {
  readonly title: string;
  readonly origins: readonly {
    readonly label: string;
    readonly claimants: readonly string[];
    readonly pooled: boolean;
  }[];
  /** One path a claim: who made it, who passed it on (nearest to the claimant first), in which document it stands. */
  readonly paths: readonly {
    readonly claimant: string;
    readonly relays: readonly string[];
    readonly document: string;
  }[];
};

const LINE = 15;

export function originsFigure(input: OriginsInput, options: FigureOptions = {}): string {
  const canvas = canvasOf(options, 'origins');
  const drawn = canvas.narrow ? drawTree(input, canvas) : drawColumns(input, canvas);
  return figureSvg(canvas, drawn.bottom, input.title, describe(input), [drawn.markup]);
}

type Node = { readonly name: string; readonly lines: readonly string[]; readonly width: number; readonly y: number };

/** The count that the figure is about, in words. */
export function countOrigins({ origins, paths }: OriginsInput): string {
  const reports = paths.length === 1 ? '1 report' : `${paths.length} reports`;
  const shown = origins.filter(({ pooled }) => !pooled).length;
  const pooled = origins.length - shown;
  const parts = [
    ...(shown > 0 ? [`${shown} independent ${shown === 1 ? 'origin' : 'origins'}`] : []),
    ...(pooled > 0 ? [`${pooled === 1 ? 'one group' : `${pooled} groups`} not shown to be independent`] : []),
  ];
  return `${reports}: ${parts.length === 0 ? 'no known origin' : parts.join(', ')}`;
}

function drawColumns(input: OriginsInput, canvas: Canvas): Drawn {
  const { width, palette } = canvas;
  const hasRelays = input.paths.some(({ relays }) => relays.length > 0);
  const columns = hasRelays ? 3 : 2;
  const gap = 56;
  const columnWidth = (width - gap * (columns - 1) - 12) / columns;
  const x = (column: number) => 12 + column * (columnWidth + gap);
  const top = 62;
  const parts: Markup[] = [drawHeading(input, canvas)];
  const heading = { size: 11, fill: palette.muted } as const;
  parts.push(label(x(0), 46, 'Origins', heading));
  if (hasRelays) parts.push(label(x(1), 46, 'passed on by', heading));
  parts.push(label(x(columns - 1), 46, 'in the dossier', heading));

  const claimants = new Map<string, Node>();
  let y = top;
  for (const origin of input.origins) {
    const start = y;
    const caption = wrapLabel(origin.label, columnWidth - 14, { size: 11 }, 3).lines;
    parts.push(labelLines(x(0), y + 14, caption, 14, { size: 11, italic: true, fill: palette.muted }));
    y += caption.length * 14 + 8;
    for (const name of origin.claimants) {
      const node = placeNode(name, y, columnWidth - 20, true);
      claimants.set(name, node);
      y += node.lines.length * LINE + 8;
    }
    y += 6;
    parts.unshift(
      rect(0.75, start, columnWidth + 12, y - start, {
        rx: 4,
        fill: 'none',
        stroke: origin.pooled ? palette.muted : palette.accent,
        'stroke-width': 1.4,
        ...(origin.pooled ? { 'stroke-dasharray': '4 4' } : {}),
      }),
    );
    y += 14;
  }
  const originBottom = y;
  const relays = stack(unique(input.paths.flatMap(({ relays: names }) => names)), top + 16, columnWidth - 14);
  const documents = stack(unique(input.paths.map(({ document }) => document)), top + 16, columnWidth - 14);
  for (const node of claimants.values()) parts.push(drawNode(node, x(0) + 4, true, canvas));
  for (const node of relays.nodes.values()) parts.push(drawNode(node, x(1), false, canvas));
  for (const node of documents.nodes.values()) parts.push(drawNode(node, x(columns - 1), false, canvas));

  const edges = new Map<string, Markup>();
  for (const { claimant, relays: names, document } of input.paths) {
    const stops = [
      { node: claimants.get(claimant), left: x(0), right: x(0) + columnWidth },
      ...names.map((name) => ({
        node: relays.nodes.get(name),
        left: x(1) - 6,
        right: x(1) + 15 + (relays.nodes.get(name)?.width ?? 0),
      })),
      { node: documents.nodes.get(document), left: x(columns - 1) - 6, right: width },
    ];
    stops.slice(1).forEach((to, i) => {
      const from = stops[i];
      if (!from?.node || !to.node) return;
      edges.set(
        `${from.node.name}|${to.node.name}|${i}`,
        drawEdge(from.node, from.right, to.node, to.left, from.left === to.left, palette.accent),
      );
    });
  }
  return {
    markup: joinMarkup([...edges.values(), ...parts]),
    bottom: Math.max(originBottom, relays.bottom, documents.bottom) + 4,
  };
}

function drawHeading(input: OriginsInput, { palette, width }: Canvas): Markup {
  return joinMarkup([
    line(0, 1, width, 1, palette.ink, { 'stroke-width': 2 }),
    label(0, 21, countOrigins(input), { size: 13, bold: true, width }),
  ]);
}

function placeNode(name: string, y: number, width: number, bold: boolean): Node {
  return { name, ...wrapLabel(name, width, { size: 12, bold }, 3), y };
}

function stack(
  names: readonly string[],
  top: number,
  width: number,
): { readonly nodes: ReadonlyMap<string, Node>; readonly bottom: number } {
  const nodes = new Map<string, Node>();
  let y = top;
  for (const name of names) {
    const node = placeNode(name, y, width, false);
    nodes.set(name, node);
    y += node.lines.length * LINE + 12;
  }
  return { nodes, bottom: y };
}

function drawNode(node: Node, x: number, bold: boolean, { palette }: Canvas): Markup {
  return joinMarkup([
    circle(x, middleOf(node), 3.5, { fill: palette.accent }),
    labelLines(x + 9, node.y + 12, node.lines, LINE, { size: 12, bold }),
  ]);
}

function middleOf({ y, lines }: Node): number {
  return y + (lines.length * LINE) / 2 + 0.5;
}

function drawEdge(from: Node, fromX: number, to: Node, toX: number, sameColumn: boolean, stroke: string): Markup {
  const [y1, y2] = [middleOf(from), middleOf(to)];
  const d = sameColumn
    ? // From one relay to the next: around the left side of the column.
      `M${toX} ${y1}C${toX - 22} ${y1} ${toX - 22} ${y2} ${toX} ${y2}`
    : `M${fromX} ${y1}C${(fromX + toX) / 2} ${y1} ${(fromX + toX) / 2} ${y2} ${toX} ${y2}`;
  return path(d, { fill: 'none', stroke, 'stroke-width': 1.3 });
}

/** The narrow form: under each origin its claimants, under each claimant the ways. */
function drawTree(input: OriginsInput, canvas: Canvas): Drawn {
  const { width, palette } = canvas;
  const parts: Markup[] = [];
  const count = wrapLabel(countOrigins(input), width, { size: 13, bold: true }).lines;
  parts.push(line(0, 1, width, 1, palette.ink, { 'stroke-width': 2 }));
  parts.push(labelLines(0, 21, count, 17, { size: 13, bold: true }));
  let y = 21 + count.length * 17;
  for (const origin of input.origins) {
    const start = y;
    const caption = wrapLabel(origin.label, width - 24, { size: 11 }).lines;
    parts.push(labelLines(12, y + 18, caption, 14, { size: 11, italic: true, fill: palette.muted }));
    y += 12 + caption.length * 14;
    for (const claimant of origin.claimants) {
      const name = wrapLabel(claimant, width - 40, { size: 12.5, bold: true }).lines;
      parts.push(circle(16, y + 15, 3.5, { fill: palette.accent }));
      parts.push(labelLines(26, y + 19, name, 16, { size: 12.5, bold: true }));
      y += 10 + name.length * 16;
      for (const way of input.paths.filter((path_) => path_.claimant === claimant)) {
        const words = [...way.relays.map((relay) => `via ${relay}`), `in ${way.document}`].join(', ');
        const lines = wrapLabel(words, width - 52, { size: 11.5 }).lines;
        parts.push(path(`M16 ${y - 2}V${y + 11}H30`, { fill: 'none', stroke: palette.accent, 'stroke-width': 1.2 }));
        parts.push(labelLines(36, y + 15, lines, LINE, { size: 11.5 }));
        y += 4 + lines.length * LINE;
      }
    }
    y += 10;
    parts.push(
      rect(0.75, start + 2, width - 1.5, y - start - 2, {
        rx: 4,
        fill: 'none',
        stroke: origin.pooled ? palette.muted : palette.accent,
        'stroke-width': 1.4,
        ...(origin.pooled ? { 'stroke-dasharray': '4 4' } : {}),
      }),
    );
    y += 12;
  }
  return { markup: joinMarkup(parts), bottom: y };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function describe(input: OriginsInput): string {
  const origins = input.origins.map(
    ({ label: name, claimants, pooled }) =>
      `${name}${pooled ? ' (not shown to be independent)' : ''}: ${claimants.join(', ')}.`,
  );
  const ways = input.paths.map(
    ({ claimant, relays, document }) =>
      `${[claimant, ...relays.map((relay) => `via ${relay}`)].join(' ')}, in ${document}.`,
  );
  return [`${countOrigins(input)}.`, ...origins, ...ways].join(' ');
}
