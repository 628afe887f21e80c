import type { Cell } from '../text/text-layer.ts';
import type { DomElement } from './dom.ts';

/** No table has more columns, or cells over more rows; a page that says so is not believed. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 5_000;

/** Where each cell of a table stands, with those that reach over several columns or rows (HTML Standard, section 4.9.12). */
export function gridOf(table: DomElement, number: number): ReadonlyMap<DomElement, Cell> {
  const cells = new Map<DomElement, Cell>();
  /** By column, the first row that a cell from above does not reach into. */
  const free: number[] = [];
  let row = -1;
  for (const line of table.querySelectorAll('tr')) {
    if (line.closest('table') !== table) continue;
    row++;
    let column = 0;
    for (let cell = line.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
      const tag = cell.localName.toLowerCase();
      if (tag !== 'td' && tag !== 'th') continue;
      while ((free[column] ?? 0) > row) column++;
      const columns = spanOf(cell, 'colspan', MOST_COLUMNS - Math.min(column, MOST_COLUMNS - 1));
      const rows = spanOf(cell, 'rowspan', MOST_ROWS);
      const heading = tag === 'th' || line.parentElement?.localName.toLowerCase() === 'thead';
      cells.set(cell, { table: number, row, rows, column, columns, heading });
      if (column < MOST_COLUMNS) for (let i = 0; i < columns; i++) free[column + i] = row + rows;
      column += columns;
    }
  }
  return cells;
}

function spanOf(cell: DomElement, name: string, most: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most);
}
