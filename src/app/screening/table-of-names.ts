import { openReader } from '../../documents/reader.ts';
import { AppError } from '../errors.ts';

/** The first table of a file: its headings, and the rows under them. */
export type TableOfNames = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Reads a CSV or a spreadsheet in the thread and under the limits of documents. @throws DocumentError, AppError `unreadable` */
export async function readTableOfNames(bytes: Uint8Array, name: string): Promise<TableOfNames> {
  const reader = openReader();
  try {
    const { blocks, text } = await reader.read(bytes, name);
    const table = blocks.find(({ cell }) => cell !== undefined)?.cell?.table;
    const rows = new Map<number, string[]>();
    for (const { cell, start, end } of blocks) {
      if (cell === undefined || cell.table !== table) continue;
      const row = rows.get(cell.row) ?? [];
      rows.set(cell.row, row);
      row[cell.column] = text.slice(start, end);
    }
    const [headings, ...others] = [...rows]
      .sort(([a], [b]) => a - b)
      .map(([, row]) => Array.from(row, (one) => one ?? ''));
    if (headings === undefined || others.length === 0)
      throw new AppError('unreadable', 'the file holds no table with a row of headings and rows under it', {
        place: name,
      });
    return { headings, rows: others };
  } finally {
    await reader.close();
  }
}
