import type { ColumnRole } from './column-role.ts';
import type { TableCell, TableRow } from './table.ts';
import type { Column, HeadedTable } from './table-column.ts';

/** Cells that name nobody and nothing. */
export const NOTHING =
  /^(?:[-–—.?*\s]*|n\.?\/?a\.?|none|nil|tbd|unknown|not known|not available|not specified|undisclosed|unspecified|unidentified|unclear|various|others?|multiple|several|same|idem|ditto|do\.|ibid\.?|id\.|as above|see above|["”″〃]+)$/i;

/** The filled cells of a row under columns of one role, with those that reach down into it from above. */
export function cellsOf({ columns, tall }: HeadedTable, row: TableRow, role: ColumnRole): [Column, TableCell][] {
  const at = row.cells[0]!.row;
  return columns
    .filter((column) => column.role === role)
    .flatMap((column): [Column, TableCell][] => {
      const holds = (cell: TableCell) => column.index >= cell.column && column.index < cell.column + cell.columns;
      const above = (cell: TableCell) => cell.row < at && at < cell.row + cell.rows;
      const cell = row.cells.find(holds) ?? tall.find((other) => holds(other) && above(other));
      // A cell over several columns is a remark on the row, and no value of one of them.
      return cell === undefined || cell.columns > 1 || NOTHING.test(cell.text) ? [] : [[column, cell]];
    });
}

/** The cells of a row under headings that say nothing of who, what or when ("Remarks"), and under no heading. */
export function remarkCells({ columns }: HeadedTable, { cells }: TableRow): readonly TableCell[] {
  return cells.filter((cell) => {
    const column = columns.find(({ index }) => index >= cell.column && index < cell.column + cell.columns);
    return column === undefined || column.role === 'account';
  });
}

/** What such cells tell of a row. */
export function remarksOn(table: HeadedTable, row: TableRow): string {
  return remarkCells(table, row)
    .map(({ text }) => text)
    .join('\t');
}
