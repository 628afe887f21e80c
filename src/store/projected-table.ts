import type { Chunk, Projection } from './projection.ts';

export type ProjectedCell = string | null;

/** A row of a table, and the rows of other tables that go with it. */
export type ProjectedRow = {
  readonly id: string;
  readonly cells: readonly ProjectedCell[];
  readonly parts: readonly (readonly (readonly ProjectedCell[])[])[];
};

/** How the items of a projection become rows. */
export type ProjectedTable = {
  readonly name: string;
  /** With their types; `id` stands before them. */
  readonly columns: readonly ProjectedColumn[];
  /** Tables whose rows belong to rows of this one, by their first column, and come and go with them. */
  readonly parts: readonly { readonly name: string; readonly columns: readonly ProjectedColumn[] }[];
  /** The chunks as they are: an archive has tens of thousands, and rows are made of those alone that have changed. */
  chunksOf(projection: Projection): readonly Chunk<unknown>[];
  /** The rows of one of these chunks. */
  rowsOf(chunk: Chunk<unknown>): readonly ProjectedRow[];
};

export type ProjectedColumn = readonly [
  name: string,
  type: 'text' | 'bigint' | 'integer' | 'boolean' | 'numeric' | 'jsonb' | 'tsvector',
];

type Value = string | number | boolean | null;

/** What an item says. */
type Own = {
  readonly id: string;
  readonly values: readonly Value[];
  readonly parts?: readonly (readonly (readonly Value[])[])[];
};

/** A table of which each item of a projection gives one row with its parts. */
export function table<Item>(
  name: string,
  columns: readonly ProjectedColumn[],
  parts: ProjectedTable['parts'],
  chunksOf: (projection: Projection) => readonly Chunk<Item>[],
  own: (item: Item) => Own,
): ProjectedTable {
  const rowOf = (item: Item): ProjectedRow => {
    const { id, values, parts = [] } = own(item);
    return {
      id: cellOf(id) ?? '',
      cells: values.map(cellOf),
      parts: parts.map((rows) => rows.map((row) => row.map(cellOf))),
    };
  };
  return {
    name,
    columns,
    parts,
    chunksOf,
    rowsOf: (chunk) => (chunk as Chunk<Item>).rows().map(rowOf),
  };
}

/** PostgreSQL takes no U+0000: rows have the replacement character in its place, and so has what is sought in them. */
export function heldText(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/**
 * A value as the tables hold it. The record may have U+0000 (a file's name, an imported act), which is no more allowed escaped in `jsonb` than
 * it is in `text`.
 */
export function cellOf(value: Value): ProjectedCell {
  if (value === null) return null;
  const text = String(value);
  // Hardly any text has it, and millions are asked.
  if (!text.includes('\0') && !text.includes('\\u0000')) return text;
  return heldText(text).replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1\\ufffd');
}
