import type { PageRules } from './page-rules.ts';
import type { PdfRun } from './pdf-lines.ts';
import { baselinesOf, type CellRuns, type TableRuns } from './table-runs.ts';

/** Runs of one line with less between them than a gutter. */
type Segment = { readonly left: number; readonly right: number; readonly runs: readonly PdfRun[] };
type TextLine = { readonly y: number; readonly size: number; readonly segments: readonly Segment[] };
type Interval = { readonly left: number; readonly right: number };

const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;
/** Shares of the size of type: the least gutter in a line, between columns, and the most between lines of a table and of a cell. */
const GUTTER = 0.6;
const COLUMN_GAP = 0.5;
const LINE_GAP = 3.2;
const WRAPPED_GAP = 1.35;
const WIDE_GUTTER = 4;
/** Times the next widest. */
const FAR_WIDER = 2.5;
/** Columns of prose set beside each other align too, but hold longer lines and no figures. */
const LONGEST_MEAN = 40;
const FIGURE = /^[^\p{L}]{0,4}\d[\d.,'’/\s-]*[^\d]{0,12}$/u;
const LEADERS = /\.{4}|(?:\. ){3}/;

/**
 * The tables of a page that are set in columns without a grid: lines of three cells and more that stand one under the other,
 * with a column of figures among them. Where it stays open which lines are one row, it is no table: a row that is put together
 * wrongly would say what nobody said.
 */
export function alignedTables(runs: readonly PdfRun[], rules: PageRules): readonly TableRuns[] {
  const lines = baselinesOf(runs).map(textLineOf);
  const tables: TableRuns[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]!.segments.length < LEAST_COLUMNS) {
      at++;
      continue;
    }
    const { from, to, columns } = regionAt(lines, at);
    const table = columns.length < LEAST_COLUMNS ? null : tableOf(lines.slice(from, to), columns, rules);
    if (table !== null) tables.push(table);
    at = Math.max(to, at + 1);
  }
  return tables;
}

function textLineOf(runs: readonly PdfRun[]): TextLine {
  const segments: { left: number; right: number; runs: PdfRun[] }[] = [];
  const size = Math.max(...runs.map(({ height }) => height), 1);
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const open = segments.at(-1);
    if (open !== undefined && run.x - open.right < size * GUTTER) {
      open.runs.push(run);
      open.right = Math.max(open.right, run.x + run.width);
    } else segments.push({ left: run.x, right: run.x + run.width, runs: [run] });
  }
  return { y: runs[0]!.y, size, segments };
}

/** The lines around a first one of several cells that keep to its columns. */
function regionAt(
  lines: readonly TextLine[],
  first: number,
): { readonly from: number; readonly to: number; readonly columns: readonly Interval[] } {
  let columns: readonly Interval[] = columnsOf([lines[first]!]);
  let to = first + 1;
  // Lines of a cell that runs over several are taken with the full line after them, or where they follow closely.
  for (let at = first + 1; at < lines.length && gapBefore(lines, at) <= LINE_GAP * lines[at]!.size; at++) {
    const line = lines[at]!;
    if (line.segments.length >= LEAST_COLUMNS) {
      const wider = columnsOf([...lines.slice(first, to), ...lines.slice(to, at + 1)].filter(isFull));
      if (wider.length < LEAST_COLUMNS || !lines.slice(first, at + 1).every((one) => keepsTo(one, wider))) break;
      columns = wider;
      to = at + 1;
    } else if (!keepsTo(line, columns)) break;
  }
  while (to < lines.length && follows(lines, to, columns)) to++;
  let from = first;
  while (from > 0 && gapBefore(lines, from) <= WRAPPED_GAP * lines[from]!.size && keepsTo(lines[from - 1]!, columns))
    from--;
  return { from, to, columns };
}

function isFull({ segments }: TextLine): boolean {
  return segments.length >= LEAST_COLUMNS;
}

function follows(lines: readonly TextLine[], at: number, columns: readonly Interval[]): boolean {
  return gapBefore(lines, at) <= WRAPPED_GAP * lines[at]!.size && keepsTo(lines[at]!, columns);
}

function gapBefore(lines: readonly TextLine[], at: number): number {
  return lines[at - 1]!.y - lines[at]!.y;
}

/** The stretches across the page that some line fills, with a clear gutter between each and the next. */
function columnsOf(lines: readonly TextLine[]): readonly Interval[] {
  const size = Math.max(...lines.map((line) => line.size));
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of lines.flatMap(({ segments }) => segments).sort((a, b) => a.left - b.left)) {
    const open = columns.at(-1);
    if (open !== undefined && left - open.right < size * COLUMN_GAP) open.right = Math.max(open.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** Whether each cell of a line stands in a column of its own. */
function keepsTo({ segments, size }: TextLine, columns: readonly Interval[]): boolean {
  const at = segments.map((segment) => columnOf(segment, columns, size));
  return at.every((column) => column >= 0) && new Set(at).size === at.length;
}

/** The one column that a segment reaches into; -1 where there is none, or more. */
function columnOf({ left, right }: Interval, columns: readonly Interval[], size: number): number {
  const near = size * COLUMN_GAP;
  const touched = columns.flatMap((column, at) => (left < column.right && right > column.left ? [at] : []));
  if (touched.length !== 1) return -1;
  const column = columns[touched[0]!]!;
  const next = columns[touched[0]! + 1];
  return next !== undefined && right > next.left - near && right > column.right + near ? -1 : touched[0]!;
}

function tableOf(lines: readonly TextLine[], columns: readonly Interval[], rules: PageRules): TableRuns | null {
  if (standsApart(columns, lines[0]!.size)) return null;
  const placed = lines.map((line) => ({
    ...line,
    cells: new Map(line.segments.map((segment) => [columnOf(segment, columns, line.size), segment.runs] as const)),
  }));
  const rows = rowsByRules(placed, columns, rules) ?? rowsByGaps(placed, columns.length);
  if (rows === null || rows.length < LEAST_ROWS) return null;
  const cells = rows.flatMap((group, row) =>
    columns.flatMap((_, column): CellRuns[] => {
      const runs = group.flatMap((line) => line.cells.get(column) ?? []);
      return runs.length === 0 ? [] : [{ row, rows: 1, column, columns: 1, runs }];
    }),
  );
  if (!columns.some((_, column) => holdsFigures(cells, column))) return null;
  if (columns.some((_, column) => meanLength(cells, column) > LONGEST_MEAN)) return null;
  const runs = cells.flatMap((cell) => cell.runs);
  if (runs.some(({ text }) => LEADERS.test(text))) return null;
  return { cells, columns: columns.map(({ left }) => left), top: lines[0]!.y + lines[0]!.size, runs };
}

/**
 * Whether one gutter is far wider than all others: what stands on its two sides may be two tables, and a row over both would say
 * what neither says.
 */
function standsApart(columns: readonly Interval[], size: number): boolean {
  const gutters = columns.slice(1).map(({ left }, at) => left - columns[at]!.right);
  const [widest = 0, next = 0] = [...gutters].sort((a, b) => b - a);
  return widest > size * WIDE_GUTTER && widest > next * FAR_WIDER;
}

type PlacedLine = TextLine & { readonly cells: ReadonlyMap<number, readonly PdfRun[]> };

/** Rows between level lines across the table; null where the lines part no rows but groups of them. */
function rowsByRules(
  lines: readonly PlacedLine[],
  columns: readonly Interval[],
  { level }: PageRules,
): readonly (readonly PlacedLine[])[] | null {
  const [left, right] = [columns[0]!.left, columns.at(-1)!.right];
  const across = level.filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) > (right - left) * 0.6);
  const rows: PlacedLine[][] = [];
  let [within, between] = [0, Number.POSITIVE_INFINITY];
  for (const [at, line] of lines.entries()) {
    const last = lines[at - 1];
    const isParted = last !== undefined && across.some((rule) => rule.at < last.y && rule.at > line.y);
    if (last === undefined || isParted) rows.push([line]);
    else rows.at(-1)!.push(line);
    if (last === undefined) continue;
    if (isParted) between = Math.min(between, last.y - line.y);
    else within = Math.max(within, last.y - line.y);
  }
  return rows.length >= LEAST_ROWS && within <= between * 0.9 ? rows : null;
}

/** Rows by the distances between lines; null where lines may be rows or parts of one. */
function rowsByGaps(lines: readonly PlacedLine[], columns: number): readonly (readonly PlacedLine[])[] | null {
  const gaps = lines.slice(1).map((line, at) => lines[at]!.y - line.y);
  const least = Math.min(...gaps);
  const isWide = (gap: number): boolean => gap > least * 1.2;
  const isWhole = ({ cells }: PlacedLine): boolean => cells.has(0) && cells.size * 2 > columns;
  if (lines.every(isWhole))
    // Lines with a wider distance between them may be rows in groups, or rows of several lines each; headings may stand apart.
    return gaps.slice(1).some(isWide) ? null : lines.map((line) => [line]);
  const rows: PlacedLine[][] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || isWide(gaps[at - 1]!)) rows.push([line]);
    else rows.at(-1)!.push(line);
  }
  return rows.every((row) => new Set(row.flatMap(({ cells }) => [...cells.keys()])).size * 2 > columns) ? rows : null;
}

function holdsFigures(cells: readonly CellRuns[], column: number): boolean {
  const own = cells.filter((cell) => cell.column === column && cell.row > 0).map(textOf);
  return own.length >= 2 && own.filter((text) => FIGURE.test(text)).length >= own.length * 0.6;
}

function meanLength(cells: readonly CellRuns[], column: number): number {
  const own = cells.filter((cell) => cell.column === column).map(textOf);
  return own.reduce((sum, text) => sum + text.length, 0) / Math.max(1, own.length);
}

function textOf({ runs }: CellRuns): string {
  return runs.map(({ text }) => text.trim()).join(' ');
}
