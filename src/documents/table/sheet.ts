/** A cell with something in it, by its row and column from 0, with how many of them it reaches over. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** In a row or column that the sheet does not show. */
  readonly hidden: boolean;
};

/** The filled cells of a sheet, row by row, left to right. */
export type Sheet = {
  readonly name: string;
  /** Why none of it is read for claims, "a hidden sheet"; null where nothing speaks against it. */
  readonly unread: string | null;
  readonly rows: readonly (readonly SheetCell[])[];
};

/** A cell's text in one line: a row of a table is one line of the text layer, and cells are parted by tabs. */
export function inOneCell(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
}
