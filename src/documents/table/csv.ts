import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { decodeInPieces } from '../plain-text/encoding.ts';
import type { ReadContent } from '../text/read-content.ts';
import { csvSignOf } from './csv-form.ts';
import { csvRows } from './csv-rows.ts';
import { inOneCell, type SheetCell } from './sheet.ts';
import { layerOfSheets } from './sheet-layer.ts';

const NAMES: Readonly<Record<string, string>> = { '\t': 'tabs', ';': 'semicolons', ',': 'commas', '|': 'bars' };
/** How much of a file tells its form. */
export const FORM_LENGTH = 65_536;

/**
 * A table kept as text (CSV, TSV). It is decoded and taken apart piece by piece, so that a file beyond the limits costs no
 * more than one within them.
 * @throws DocumentError `too-complex` above the limit of cells, `corrupt` for a quotation mark that is never closed
 */
export function readCsv(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const { encoding, pieces } = decodeInPieces(bytes, name);
  const first = pieces.next().value ?? '';
  const sign = csvSignOf(first.slice(0, FORM_LENGTH)) ?? ',';
  const rows: SheetCell[][] = [];
  let count = 0;
  let number = 0;
  for (const { cells, open } of csvRows(chained(first, pieces), sign)) {
    if (open)
      throw new DocumentError('corrupt', `row ${number + 1} has a quotation mark that is never closed`, {
        place: name,
      });
    const row: SheetCell[] = [];
    cells.forEach((cell, column) => {
      const text = inOneCell(cell);
      if (text !== '') row.push({ row: number, column, text, rows: 1, columns: 1, hidden: false });
    });
    number++;
    if (row.length > 0) rows.push(row);
    count += row.length;
    if (count > limits.cells) throw new DocumentError('too-complex', tooManyCells(limits), { place: name });
  }
  const layer = layerOfSheets([{ name: '', unread: null, rows }], name, limits.textLength);
  return {
    kind: 'csv',
    reader: 'csv/1',
    ...layer,
    encoding,
    notes: [`${number.toLocaleString('en')} rows, with ${NAMES[sign]} between the cells`],
  };
}

export function tooManyCells({ cells }: ReadingLimits): string {
  return `it has more than ${cells.toLocaleString('en')} filled cells; give the part that matters as a file of its own`;
}

function* chained(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}
