import type { Span, TextLayer } from '../../documents/text/text-layer.ts';
import type { ColumnRole } from './column-role.ts';
import { type TableRow, tablesOf } from './table.ts';

/**
 * What a person says that the columns of a layout are. A layout is the row of its headings: whatever file it comes in, the
 * same headings are read the same way.
 */
export type ColumnMapping = {
  /** As `layoutOf` gives them. */
  readonly headings: readonly string[];
  /** One for each heading; null for a column that says nothing of who, what or when. */
  readonly roles: readonly (ColumnRole | null)[];
  /** The measure of a column of figures ("tonnes"), where its cells give none; empty for all others. */
  readonly units: readonly string[];
};

/** The headings of a row in one form: capitals and blanks do not make another layout. */
export function layoutOf({ cells }: TableRow): readonly string[] {
  return cells.map(({ text }) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase());
}

/** The name of a layout, to find what was said of it. */
export function layoutKey(headings: readonly string[]): string {
  return JSON.stringify(headings);
}

/** A table as a person may name its columns: its first row, which may be headings, what stands before it, and where the other rows are. */
export type TableLayout = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly Span[];
  /** Cells of the first rows, each under its heading; empty where a row has none there. */
  readonly samples: readonly (readonly string[])[];
};

/** So many rows show what a column holds. */
const SAMPLES = 4;

/** The tables of a document. */
export function layoutsIn(layer: TextLayer): readonly TableLayout[] {
  return tablesOf(layer).flatMap(({ title, rows: [first, ...rows] }) =>
    first === undefined
      ? []
      : [
          {
            title,
            headings: layoutOf(first),
            rows,
            samples: rows
              .slice(0, SAMPLES)
              .map(({ cells }) =>
                first.cells.map(({ column }) => cells.find((cell) => cell.column === column)?.text ?? ''),
              ),
          },
        ],
  );
}
