import { type DocumentWords, joinLines } from '../text/hyphenation.ts';
import type { LayerBuilder } from '../text/layer-builder.ts';
import type { PdfTable } from './pdf-table.ts';
import { type TableAbove, tableBegun, tableContinued } from './table-continuation.ts';

/** How far the edges of columns lie apart at most where a table goes on over the page. */
const SAME_EDGE = 3;

/** Adds the tables of a document to its text, one line a row. One that goes on at the head of the next page stays one table. */
export class PdfTables {
  readonly #builder: LayerBuilder;
  readonly #words: DocumentWords;
  #tables = 0;
  #last: {
    readonly columns: readonly number[];
    readonly page: number;
    readonly rows: number;
    readonly blocks: number;
    readonly table: TableAbove;
  } | null = null;

  constructor(builder: LayerBuilder, words: DocumentWords) {
    this.#builder = builder;
    this.#words = words;
  }

  add(table: PdfTable, page: number): void {
    const { cells, columns } = table;
    const continued = this.#goesOn(table, page);
    const above = continued === null ? 0 : (this.#last?.rows ?? 0);
    if (continued === null) this.#tables++;
    let row = -1;
    for (const { lines, ...place } of cells) {
      const join = place.row === row ? '\t' : row < 0 && above === 0 ? '\n\n' : '\n';
      const block = this.#builder.add({
        kind: 'table-cell',
        text: joinLines(lines, this.#words),
        page,
        join,
        cell: { ...place, table: this.#tables - 1, row: above + place.row, heading: false },
      });
      if (row < 0 && block !== null) this.#builder.startPage(page, block.start);
      row = place.row;
    }
    const rows = above + Math.max(0, ...cells.map((cell) => cell.row + cell.rows));
    this.#last = { columns, page, rows, blocks: this.#builder.blockCount, table: continued ?? tableBegun(table) };
  }

  /** The table above with these rows where they are its own: rows are read under the headings above them. */
  #goesOn(table: PdfTable, page: number): TableAbove | null {
    const last = this.#last;
    const isNext =
      last !== null &&
      last.page === page - 1 &&
      last.blocks === this.#builder.blockCount &&
      last.columns.length === table.columns.length &&
      last.columns.every((edge, at) => Math.abs(edge - table.columns[at]!) <= SAME_EDGE);
    return isNext ? tableContinued(last.table, table) : null;
  }
}

/** The lines of all cells of a table. */
export function linesIn({ cells }: PdfTable): readonly string[] {
  return cells.flatMap(({ lines }) => lines);
}
