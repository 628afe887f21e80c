import type { ReactNode } from 'react';

/** A column of a long list. */
export type DataColumn<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track, such as `96px` or `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  /** The server's name of this column's order; without one it cannot be sorted by. */
  readonly sort?: string;
  /** Where there is no room for columns: the row's first line, one of the words below it, or left out. */
  readonly narrow?: 'title' | 'line' | 'hide';
};

/** An order as addresses and the server write it: `published`, or `-published` turned round. */
export type Sort = string;

/** The order after a press on a column's head: ascending, then descending, then as given. */
export function nextSort(current: Sort | undefined, column: string): Sort | undefined {
  if (current === column) return `-${column}`;
  return current === `-${column}` ? undefined : column;
}
