import { csvRows } from './csv-rows.ts';

/** Signs that stand between cells. */
const SIGNS = ['\t', ';', ',', '|'] as const;
/** Rows that are looked at. */
const ROWS = 60;
const MOST_COLUMNS = 2_000;

/** The sign between the cells of a table that is kept as text; null where the text is none. */
export function csvSignOf(head: string): string | null {
  // Data for programs, in which commas part something else.
  if (/^\s*[[{]/.test(head)) return null;
  return SIGNS.find((sign) => isTable(head, sign)) ?? null;
}

/**
 * Whether lines are rows of cells: nearly all with the same number of them, and few that read as sentences. News texts have
 * commas too, but not as many in every line.
 */
function isTable(head: string, sign: string): boolean {
  const rows: (readonly string[])[] = [];
  for (const { cells, open } of csvRows([head], sign)) {
    if (open) break;
    if (cells.length > 1 || cells[0]?.trim() !== '') rows.push(cells);
    if (rows.length > ROWS) break;
  }
  const lines = withoutTitle(rows).slice(0, ROWS);
  const columns = lines[0]?.length ?? 0;
  if (lines.length < 2 || columns < (lines.length < 4 ? 3 : 2) || columns > MOST_COLUMNS) return false;
  // The last row may be cut off by the end of what is looked at, and a table may have a line of remarks below it.
  const even = lines.filter((cells) => cells.length === columns).length;
  if (even < lines.length * 0.85) return false;
  const cells = lines.flat().map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  const long = filled.filter((cell) => cell.split(/\s+/).length > 12).length;
  if (long > filled.length * 0.3) return false;
  if (sign !== ',') return true;
  // Cells in marks with nothing between a mark and a comma are no quotation of a text.
  const marked = head.split(/\r?\n/, ROWS).filter((line) => /(?:^|,)"/.test(line) && /"(?:,|$)/.test(line)).length;
  if (marked > lines.length / 3) return true;
  // A comma in a sentence is followed by a blank, one between cells mostly is not.
  const sentences = lines.filter((row) => /[.!?]["”’]?$/.test(row.join(',').trim())).length;
  const spaced = lines.flatMap((row) => row.slice(1)).filter((cell) => /^\s\S/.test(cell)).length;
  return sentences <= lines.length * 0.3 && (spaced <= cells.length * 0.3 || columns >= 4);
}

/** A name of the table above its first row of cells. */
function withoutTitle(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const first = rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return first > 0 && first <= 5 ? rows.slice(first) : rows;
}
