import type { Sheet, SheetCell } from './sheet.ts';

type Row = readonly SheetCell[];

/** A table on a sheet: the lines above it that say what it is of, and its rows. */
export type Region = {
  readonly title: readonly Row[];
  readonly rows: readonly Row[];
  /** Why its rows cannot be read as those of one table; null when they can. */
  readonly unread: string | null;
};

/**
 * The tables of a sheet. Where a row is empty a table ends, since what follows may have other columns: a row that is read
 * under headings that are not its own would say what nobody said.
 */
export function regionsOf({ rows }: Sheet): readonly Region[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1)?.at(-1)?.[0];
    if (last !== undefined && row[0]!.row - last.row <= last.rows) runs.at(-1)!.push(row);
    else runs.push([row]);
  }
  const regions: Region[] = [];
  let above: Row[] = [];
  for (const run of runs) {
    const first = run.findIndex((row) => row.length > 1);
    // Lines of one cell with an empty row below them are the title of what follows.
    if (first < 0 && run.length <= MOST_TITLE_ROWS) {
      above.push(...run);
      continue;
    }
    const start = Math.max(first, 0);
    regions.push(regionOf([...above, ...run.slice(0, start)], run.slice(start)));
    above = [];
  }
  return above.length === 0 ? regions : [...regions, regionOf([], above)];
}

const MOST_TITLE_ROWS = 6;
/** A longer one is a remark, which may say anything of the table. */
const LONGEST_TITLE = 160;

function regionOf(title: readonly Row[], rows: readonly Row[]): Region {
  const words = title.flat().map(({ text }) => text);
  const isTitle =
    words.join(' ').length <= LONGEST_TITLE &&
    title.length <= MOST_TITLE_ROWS &&
    !words.some((text) => /[.!?]$/.test(text));
  return isTitle
    ? { title, rows, unread: unreadOf(rows) }
    : { title: [], rows: [...title, ...rows], unread: 'a table with remarks above it' };
}

function unreadOf(rows: readonly Row[]): string | null {
  if (rows.length === 1 || rows.every((row) => row.length === 1)) return 'a list of one row or one column';
  const used = new Set(rows.flatMap((row) => row.flatMap(columnsOf)));
  const from = [...used].reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const to = [...used].reduce((most, column) => Math.max(most, column), 0);
  return used.size < to - from + 1 ? 'tables side by side' : null;
}

function columnsOf({ column, columns }: SheetCell): number[] {
  return Array.from({ length: Math.min(columns, 1_000) }, (_, i) => column + i);
}
