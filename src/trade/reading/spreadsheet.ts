import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { DocumentError } from '../../documents/document-error.ts';
import { READING_LIMITS } from '../../documents/limits.ts';
import { mediaKindOf } from '../../documents/sniff.ts';
import type { Sheet } from '../../documents/table/sheet.ts';
import { sheetsOfWorkbook, type WorkbookKind } from '../../documents/table/workbook.ts';
import type { Form } from './form.ts';
import { layoutOf } from './layout.ts';
import type { ByteSource } from './table-source.ts';

/** A sheet as separated text, which is then read as any other; a line of it is a row of the sheet. */
export type SheetText = {
  readonly source: ByteSource;
  readonly kind: WorkbookKind;
  /** Name of the sheet whose columns are those of a known form; else of the first. */
  readonly sheet: string;
  /** Other sheets with columns of a known form: they are not read, so that one file is one source. */
  readonly others: readonly string[];
  /** Of the spreadsheet itself. */
  readonly sha256: string;
};

const WORKBOOKS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods']);

/** Whether a file begins as spreadsheets do: a zip archive, or a compound file of before. */
export function mayBeSpreadsheet(head: Uint8Array): boolean {
  return (head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0xd0 && head[1] === 0xcf);
}

/**
 * The sheet of a spreadsheet that holds figures of trade; null for a file that is no spreadsheet. What the sheet shows is read: no
 * formula is computed, and hidden sheets, rows and columns are not looked into.
 * @throws DocumentError for one that is damaged, locked or too large
 */
export async function sheetText(source: ByteSource, forms: readonly Form[]): Promise<SheetText | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length > READING_LIMITS.fileBytes)
      throw new DocumentError(
        'too-large',
        'the spreadsheet is too large; save its sheet as CSV, which is read as a stream',
        { place: source.name },
      );
  }
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const opened = sheetsIn(bytes, source.name);
  if (opened === null) return null;
  const texts = opened.sheets
    .filter(({ unread }) => unread === null)
    .map((sheet) => ({ name: sheet.name, text: new TextEncoder().encode(Papa.unparse(linesOf(sheet, source.name))) }));
  const known = texts.filter(({ text }) => layoutOf(text, source.name, forms).form !== null);
  const [chosen = texts[0], ...others] = known;
  if (chosen === undefined) return null;
  return {
    source: {
      name: source.name,
      open: async function* () {
        yield chosen.text;
      },
    },
    kind: opened.kind,
    sheet: chosen.name,
    others: others.map(({ name }) => name),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function sheetsIn(
  bytes: Uint8Array,
  name: string,
): { readonly kind: WorkbookKind; readonly sheets: readonly Sheet[] } | null {
  let kind: string;
  try {
    kind = mediaKindOf(bytes, name, READING_LIMITS);
  } catch (error) {
    if (error instanceof DocumentError && error.code === 'unsupported') return null;
    throw error;
  }
  if (!WORKBOOKS.has(kind)) return null;
  return { kind: kind as WorkbookKind, sheets: sheetsOfWorkbook(kind as WorkbookKind, bytes, name, READING_LIMITS) };
}

/** A few filled cells that lie far to the right make lines of thousands of empty ones: so many there may be in a sheet. */
const MOST_PLACES = 4_000_000;

/**
 * All rows from the first, empty ones too: the number of a line is that of its row.
 * @throws DocumentError `too-complex` for cells that lie so far apart that they would fill the memory
 */
function linesOf({ rows }: Sheet, name: string): string[][] {
  const places = rows.reduce((sum, row) => sum + 1 + Math.max(0, ...row.map(({ column }) => column)), 0);
  if (places > MOST_PLACES)
    throw new DocumentError('too-complex', 'the cells of a sheet lie too far apart; save it as CSV', { place: name });
  const lines: string[][] = [];
  for (const row of rows)
    for (const { row: at, column, text, hidden } of row) {
      if (hidden) continue;
      while (lines.length <= at) lines.push([]);
      const line = lines[at]!;
      while (line.length < column) line.push('');
      line[column] = text;
    }
  return lines;
}
