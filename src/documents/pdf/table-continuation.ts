import type { PdfTable } from './pdf-table.ts';

type Row = ReadonlyMap<number, string>;

/** What is kept of a table to tell whether the rows at the head of the next page are rows of it. */
export type TableAbove = {
  /** The rows of its first page, the headings first. */
  readonly rows: readonly Row[];
  /** The rows under its headings, of all its pages. */
  readonly body: readonly Row[];
};

/** A year, or a span of years: as often a heading of a column as what stands in one. */
const YEAR = /^[^\p{L}\d]*(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?[^\p{L}\d]*$/u;

export function tableBegun(table: PdfTable): TableAbove {
  const rows = rowsOf(table);
  return { rows, body: rows.slice(1) };
}

/**
 * The table with the rows of a next page; null where these may be another table, since figures under the headings of another
 * table say what nobody said. Its headings may be repeated; the first row under them must hold in each column what stands
 * above it in that column, and below it on its own page.
 */
export function tableContinued(above: TableAbove, next: PdfTable): TableAbove | null {
  const rows = rowsOf(next);
  const repeated = rows.findIndex((row, at) => !isSame(row, above.rows[at]));
  const own = repeated < 0 ? [] : rows.slice(repeated);
  const continued = { rows: above.rows, body: [...above.body, ...own] };
  const [first, ...below] = own;
  if (first === undefined) return continued;
  if (repeated === 0 && next.cells.some(({ row, columns }) => row === 0 && columns > 1)) return null;
  const columns = new Set([...above.rows, ...rows].flatMap((row) => [...row.keys()]));
  if (![...columns].every((column) => fits(column, first, above.body) && fits(column, first, below))) return null;
  const hasFigure = [...first.values()].some((text) => /\d/.test(text));
  return repeated > 0 || hasFigure ? continued : null;
}

/** The cells of each row by their columns; blank ones are left out. */
function rowsOf({ cells }: PdfTable): readonly Row[] {
  const rows: Map<number, string>[] = [];
  for (const { row, column, lines } of cells) {
    while (rows.length <= row) rows.push(new Map());
    const text = lines.join(' ').trim();
    if (text !== '') rows[row]!.set(column, text);
  }
  return rows;
}

function isSame(row: Row, other: Row | undefined): boolean {
  return other?.size === row.size && [...row].every(([column, text]) => other.get(column) === text);
}

/** Whether a cell of a row has the form that most cells of its column have in others. */
function fits(column: number, row: Row, others: readonly Row[]): boolean {
  if (others.length === 0) return true;
  const text = row.get(column);
  const forms = others.flatMap((other) => (other.has(column) ? [formOf(other.get(column)!)] : []));
  if (text === undefined) return forms.length < others.length;
  const form = formOf(text);
  return forms.filter((one) => one === form).length * 2 > forms.length;
}

/** Words, a year, a figure with the signs about it, or the order of words and figures: `0 a 0` of a day of a month. */
function formOf(text: string): string {
  if (!/\d/.test(text)) return 'words';
  if (YEAR.test(text)) return 'year';
  if (!/\p{L}/u.test(text)) return text.replace(/[\d.,'’\s]/g, '').padStart(1, '0');
  return text.replace(/\d+(?:[.,'’]\d+)*/g, '0').replace(/\p{L}+/gu, 'a');
}
