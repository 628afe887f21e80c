import { type StoredFile, storedPieces } from '../custody/stored-file.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits, ReadingProgress } from '../limits.ts';
import { type DecodedPieces, decodeInPieces, decodeStream } from '../plain-text/encoding.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { Unread } from '../text/text-layer.ts';
import { csvSignOf } from './csv-form.ts';
import { csvRows } from './csv-rows.ts';
import { inOneCell, type SheetCell } from './sheet.ts';
import { layerOfSheets } from './sheet-layer.ts';

const NAMES: Readonly<Record<string, string>> = { '\t': 'tabs', ';': 'semicolons', ',': 'commas', '|': 'bars' };
/** How much of a file tells its form. */
export const FORM_LENGTH = 65_536;

/**
 * A table kept as text (CSV, TSV). It is decoded and taken apart piece by piece. Of one beyond the limit of cells the first rows
 * are its text, and the rest is gone through, counted and said to be left out: a file of any length costs no more memory.
 * @param progress in mebibytes
 * @throws DocumentError `corrupt` for a quotation mark that is never closed
 */
export function readCsv(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  progress: ReadingProgress = () => undefined,
): ReadContent {
  const onPiece = (at: number): void => progress(mebibytes(at), mebibytes(bytes.length));
  return tableIn(decodeInPieces(bytes, name, onPiece), name, limits);
}

/**
 * The same of a file that is too large to be held in memory.
 * @param progress in mebibytes
 * @throws DocumentError as `readCsv`, and `changed-while-read`
 */
export function readStoredCsv(
  file: StoredFile,
  name: string,
  limits: ReadingLimits,
  progress: ReadingProgress,
): ReadContent {
  function* pieces(): Generator<Uint8Array> {
    let at = 0;
    for (const piece of storedPieces(file, name)) {
      yield piece;
      at += piece.length;
      progress(mebibytes(at), mebibytes(file.size));
    }
  }
  return tableIn(decodeStream(pieces(), name), name, limits);
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}

function tableIn({ encoding, pieces }: DecodedPieces, name: string, limits: ReadingLimits): ReadContent {
  const first = pieces.next().value ?? '';
  const sign = csvSignOf(first.slice(0, FORM_LENGTH)) ?? ',';
  const rows: SheetCell[][] = [];
  let [count, length] = [0, 0];
  /** Rows from the head of the file whose cells are the text. */
  let taken: number | null = null;
  let number = 0;
  for (const { cells, open } of csvRows(chained(first, pieces), sign)) {
    if (open)
      throw new DocumentError('corrupt', `row ${number + 1} has a quotation mark that is never closed`, {
        place: name,
      });
    number++;
    if (taken !== null) continue;
    const row = cells.flatMap((cell, column): SheetCell[] => {
      const text = inOneCell(cell);
      return text === '' ? [] : [{ row: number - 1, column, text, rows: 1, columns: 1, hidden: false }];
    });
    count += row.length;
    length += row.reduce((sum, { text }) => sum + text.length + 1, 0);
    if (count > limits.cells || length > limits.textLength) taken = number - 1;
    else if (row.length > 0) rows.push(row);
  }
  const layer = layerOfSheets([{ name: '', unread: null, rows }], name, limits.textLength);
  const notes = [`${number.toLocaleString('en')} rows, with ${NAMES[sign]} between the cells`];
  return {
    kind: 'csv',
    reader: 'csv/3',
    ...layer,
    encoding: encoding(),
    notes,
    ...(taken !== null && { unread: [...layer.unread, leftOut(taken, number)] }),
  };
}

/** Where a table is longer than a text may be. */
function leftOut(taken: number, all: number): Unread {
  const rows = `rows ${(taken + 1).toLocaleString('en')} to ${all.toLocaleString('en')}`;
  return {
    what: 'table',
    whole: false,
    words: `${rows} are kept in the file and stand in no text; no claim is read from them`,
  };
}

export function tooManyCells({ cells }: ReadingLimits): string {
  return `it has more than ${cells.toLocaleString('en')} filled cells; give the part that matters as a file of its own`;
}

function* chained(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}
