import { type PageLine, type PageRules, SAME_RULE } from './page-rules.ts';
import type { PdfRun } from './pdf-lines.ts';
import type { CellRuns, TableRuns } from './table-runs.ts';

const MOST_COLUMNS = 60;
const MOST_ROWS = 300;
/** A cell that holds more, and most of the table, is a box on a page and no cell. */
const LONGEST_CELL = 600;
const MOST_OF_IT = 0.6;

/**
 * The tables of a page that are ruled all over: lines that cross each other make the grid, and where one is missing between
 * two cells they are one. What stands across a line makes the grid no table.
 */
export function ruledTables(runs: readonly PdfRun[], rules: PageRules): readonly TableRuns[] {
  return gridsOf(rules).flatMap((grid) => tableOf(grid, runs) ?? []);
}

type Grid = PageRules & { readonly xs: readonly number[]; readonly ys: readonly number[] };

/** Lines that hang together by crossings, where they make at least two rows and two columns. Rows go down the page. */
function gridsOf({ level, upright }: PageRules): readonly Grid[] {
  const groups: { level: PageLine[]; upright: PageLine[] }[] = [];
  for (const line of level) {
    const isCrossed = (other: PageLine): boolean => reaches(line, other.at) && reaches(other, line.at);
    const crossing = upright.filter(isCrossed);
    const joined = groups.filter((group) => group.upright.some((other) => crossing.includes(other)));
    const others = groups.filter((group) => !joined.includes(group));
    groups.length = 0;
    groups.push(...others, {
      level: [...joined.flatMap((group) => group.level), line],
      upright: [...new Set([...joined.flatMap((group) => group.upright), ...crossing])],
    });
  }
  return groups.flatMap((group) => {
    const xs = [...new Set(group.upright.map(({ at }) => at))].sort((a, b) => a - b);
    const ys = [...new Set(group.level.map(({ at }) => at))].sort((a, b) => b - a);
    const isGrid = xs.length >= 3 && ys.length >= 3 && xs.length <= MOST_COLUMNS && ys.length <= MOST_ROWS;
    return isGrid ? [{ ...group, xs, ys }] : [];
  });
}

function reaches({ from, to }: PageLine, at: number): boolean {
  return at >= from - SAME_RULE && at <= to + SAME_RULE;
}

function tableOf(grid: Grid, runs: readonly PdfRun[]): TableRuns | null {
  const { xs, ys } = grid;
  const cells = cellsOf(grid);
  if (cells === null) return null;
  const within = runs.filter((run) => {
    const [x, y] = middleOf(run);
    return x > xs[0]! && x < xs.at(-1)! && y < ys[0]! && y > ys.at(-1)!;
  });
  const filled = new Map<Area, PdfRun[]>();
  for (const run of within) {
    const [x, y] = middleOf(run);
    const cell = cells.find(
      (one) =>
        x >= xs[one.column]! && x < xs[one.column + one.columns]! && y <= ys[one.row]! && y > ys[one.row + one.rows]!,
    );
    if (cell === undefined) return null;
    const over = Math.max(xs[cell.column]! - run.x, run.x + run.width - xs[cell.column + cell.columns]!);
    if (over > run.height * 0.5) return null;
    filled.set(cell, [...(filled.get(cell) ?? []), run]);
  }
  const table = [...filled].map(([cell, own]): CellRuns => ({ ...cell, runs: own }));
  return isTable(table, cells.length) ? { cells: table, columns: xs.slice(0, -1), top: ys[0]!, runs: within } : null;
}

type Area = Omit<CellRuns, 'runs'>;

/** @returns null where the lines that are there enclose areas that are no rectangles */
function cellsOf({ xs, ys, level, upright }: Grid): readonly Area[] | null {
  const isRuled = (rules: readonly PageLine[], at: number, from: number, to: number): boolean =>
    rules.some((rule) => rule.at === at && rule.from <= (from + to) / 2 && rule.to >= (from + to) / 2);
  const beside = (row: number, column: number): boolean => isRuled(upright, xs[column]!, ys[row + 1]!, ys[row]!);
  const below = (row: number, column: number): boolean => isRuled(level, ys[row]!, xs[column]!, xs[column + 1]!);
  const taken = new Set<string>();
  const cells: Area[] = [];
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row} ${column}`)) continue;
      let columns = 1;
      while (column + columns < xs.length - 1 && !beside(row, column + columns)) columns++;
      let rows = 1;
      while (row + rows < ys.length - 1 && !below(row + rows, column)) rows++;
      for (let down = 0; down < rows; down++)
        for (let across = 0; across < columns; across++) {
          const place = `${row + down} ${column + across}`;
          if (taken.has(place)) return null;
          taken.add(place);
        }
      cells.push({ row, rows, column, columns });
    }
  return cells;
}

function middleOf({ x, y, width, height }: PdfRun): readonly [number, number] {
  return [x + width / 2, y + height * 0.3];
}

function isTable(filled: readonly CellRuns[], cells: number): boolean {
  const perRow = new Map<number, number>();
  for (const { row } of filled) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  const lengths = filled.map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const longest = Math.max(0, ...lengths);
  const isBox = longest > LONGEST_CELL && longest > lengths.reduce((sum, length) => sum + length, 0) * MOST_OF_IT;
  return !isBox && filled.length * 2 >= cells && [...perRow.values()].filter((count) => count >= 2).length >= 2;
}
