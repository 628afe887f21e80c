import type { Cell } from '../text/text-layer.ts';

/** A table of a page with the text of its cells, line by line. */
export type PdfTable = {
  readonly cells: readonly (Pick<Cell, 'row' | 'rows' | 'column' | 'columns'> & {
    readonly lines: readonly string[];
  })[];
  readonly columns: readonly number[];
};
