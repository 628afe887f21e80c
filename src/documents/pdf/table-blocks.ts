import { type DocumentWords, joinLines } from '../text/hyphenation.ts';
import type { LayerBuilder } from '../text/layer-builder.ts';
import type { PdfTable } from './pdf-table.ts';

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
    readonly heads: readonly string[];
  } | null = null;

  constructor(builder: LayerBuilder, words: DocumentWords) {
    this.#builder = builder;
    this.#words = words;
  }

  add({ cells, columns }: PdfTable, page: number): void {
    const first = cells.filter((cell) => cell.row === 0).map(({ lines }) => lines.join(' '));
    const above = this.#goesOn(columns, first, page) ? (this.#last?.rows ?? 0) : 0;
    const heads = above === 0 ? first : (this.#last?.heads ?? first);
    if (above === 0) this.#tables++;
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
    this.#last = { columns, page, rows, blocks: this.#builder.blockCount, heads };
  }

  /** A table with headings of its own is another one, whatever its columns are: rows are read under the headings above them. */
  #goesOn(columns: readonly number[], first: readonly string[], page: number): boolean {
    const last = this.#last;
    return (
      last !== null &&
      last.page === page - 1 &&
      last.blocks === this.#builder.blockCount &&
      last.columns.length === columns.length &&
      last.columns.every((edge, at) => Math.abs(edge - columns[at]!) <= SAME_EDGE) &&
      (first.join('\t') === last.heads.join('\t') || (first[0] !== last.heads[0] && /\d/.test(first.join(''))))
    );
  }
}

/** The lines of all cells of a table. */
export function linesIn({ cells }: PdfTable): readonly string[] {
  return cells.flatMap(({ lines }) => lines);
}
