import { recognisedAt } from './recognised.ts';
import { firstTouched } from './spans.ts';
import type { Box, Cell, TextLayer } from './text-layer.ts';

/** Where a passage stands in what is no running text: the other words for a page and a paragraph. */
export type Locator =
  /** A cell or a range of cells in the notation of spreadsheets: `B3`, `A3:F3`. */
  | { readonly sheet: string; readonly cell: string }
  /** The same in a table of a text: its number in the document, from 1. */
  | { readonly table: number; readonly cell: string }
  /** A part of a mail: a header field by its name, or `body`. */
  | { readonly part: string }
  /** A record of a web capture, and where it begins in the file in bytes. */
  | { readonly record: string; readonly offset: number }
  /** A place on the picture of a page whose text a program read; null where the file brings the text over the picture. */
  | { readonly page: number; readonly box: Box | null; readonly confidence: number | null };

/** The place of a span, in documents that have such places; null in all others. */
export function locatorAt(layer: TextLayer, start: number, end: number): Locator | null {
  const seen = recognisedAt(layer, start, end);
  if (seen !== null) return { page: seen.page, box: seen.box, confidence: seen.confidence };
  if (layer.sheets !== undefined) return cellsAt(layer, start, end);
  const part = layer.parts?.[firstTouched(layer.parts, start, end)];
  if (part !== undefined) return { part: part.name };
  const record = layer.records?.[firstTouched(layer.records, start, end)];
  return record === undefined ? cellsAt(layer, start, end) : { record: record.record, offset: record.offset };
}

/** "Calls!B3", "table 2, cell B3", "part Subject", "record at byte 1,024": how a footnote names the place. */
export function locatorWords(locator: Locator): string {
  if ('table' in locator) return `table ${locator.table}, cell ${locator.cell}`;
  if ('cell' in locator) return locator.sheet === '' ? `cell ${locator.cell}` : `${locator.sheet}!${locator.cell}`;
  if ('part' in locator) return locator.part;
  if ('record' in locator) return `record ${locator.record} at byte ${locator.offset}`;
  const { box, confidence } = locator;
  if (box === null) return 'text that its maker laid over a scan';
  return `read off the picture ${Math.round(box[1] / 10)} % down, confidence ${confidence}`;
}

function cellsAt({ blocks, sheets }: TextLayer, start: number, end: number): Locator | null {
  const first = firstTouched(blocks, start, end);
  const from = blocks[first]?.cell;
  if (from === undefined) return null;
  let to: Cell = from;
  for (let at = first + 1; at < blocks.length && blocks[at]!.start < end; at++) {
    const cell = blocks[at]!.cell;
    if (
      cell === undefined ||
      (sheets === undefined ? cell.table !== from.table : sheets[cell.table] !== sheets[from.table])
    )
      break;
    to = { ...cell, column: Math.max(cell.column, to.column) };
  }
  const last = cellName(to.row, to.column);
  const name = cellName(from.row, from.column);
  const range = name === last ? name : `${name}:${last}`;
  return sheets === undefined
    ? { table: from.table + 1, cell: range }
    : { sheet: sheets[from.table] ?? '', cell: range };
}

/** The name of a cell by its row and column from 0: A1 is the first, AA follows Z. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
