import type { TradeTerms } from '../terms/terms.ts';
import { wholeLines } from './encoding.ts';
import type { Form } from './form.ts';
import { formsFor } from './forms/forms.ts';
import { jsonRecords } from './json-records.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { NamedColumns } from './named-columns.ts';
import { mayBeSpreadsheet, sheetText } from './spreadsheet.ts';
import { type ByteSource, DecodingFault, recordsOf, textOf } from './table-source.ts';

const HEAD = 256 * 1024;

/** A row as it stands in its file, for whoever looks a figure up. */
export type FileRow = {
  /** Counts data rows from 1, as a `TradeRow` does. */
  readonly row: number;
  /** Number of the record from 0, titles, header and blank ones counted: the row of a spreadsheet, less one. */
  readonly record: number;
  readonly cells: readonly string[];
};

export type FileRows = {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
  /** Of a spreadsheet, the one in which they stand. */
  readonly sheet: string | null;
};

/** The rows that are looked for, by their numbers. */
type Wanted = Pick<ReadonlySet<number>, 'has'>;

/** Looks rows up in a file by their numbers, with the names of its columns. @throws TradeError `file-unreadable` */
export async function findFileRows(
  source: ByteSource,
  terms: TradeTerms,
  wanted: Wanted,
  columns: readonly NamedColumns[] = [],
): Promise<FileRows> {
  const forms = formsFor(terms, columns);
  const first = await headOf(source);
  const sheet = mayBeSpreadsheet(first) ? await sheetText(source, forms) : null;
  const text = sheet?.source ?? source;
  return { ...(await findInText(text, forms, wanted)), sheet: sheet?.sheet ?? null };
}

type FoundRows = Pick<FileRows, 'columns' | 'rows'>;

async function findInText(source: ByteSource, forms: readonly Form[], wanted: Wanted): Promise<FoundRows> {
  const head = await headOf(source);
  const layout = layoutOf(wholeLines(head), source.name, forms);
  if (isJson(head, layout)) return await findInJson(source, layout, wanted);
  return await inKnownEncoding(layout, (one) => findInTable(source, one, wanted));
}

async function findInTable(source: ByteSource, layout: Layout, wanted: Wanted): Promise<FoundRows> {
  const rows: FileRow[] = [];
  let record = 0;
  let row = 0;
  const texts = textOf(source, layout.encoding, () => undefined);
  for await (const batch of recordsOf(texts, layout.delimiter ?? ',', layout.newline, source.name))
    for (const { cells } of batch) {
      if (record >= layout.headerRecords && !isBlank(cells) && wanted.has(++row)) rows.push({ row, record, cells });
      record++;
    }
  return { columns: layout.header.cells, rows };
}

async function findInJson(source: ByteSource, layout: Layout, wanted: Wanted): Promise<FoundRows> {
  let text = '';
  for await (const piece of textOf(source, layout.encoding, () => undefined)) text += piece;
  const { header, records } = jsonRecords(text, source.name);
  return {
    columns: header,
    rows: records
      .map(({ cells }, at) => ({ row: at + 1, record: at, cells }))
      .filter(({ row, cells }) => wanted.has(row) && !isBlank(cells)),
  };
}

/** Reads a table, and once more where a name in an old code page stands far down in a file that began as plain ASCII. */
export async function inKnownEncoding<Answer>(
  layout: Layout,
  read: (layout: Layout) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await read(layout);
  } catch (error) {
    if (!(error instanceof DecodingFault)) throw error;
    return await read({ ...layout, encoding: 'windows-1252', encodingName: 'windows-1252' });
  }
}

/** So much of a file tells its layout. */
export async function headOf(source: ByteSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source.open()) {
    pieces.push(bytes);
    length += bytes.length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD);
}

export function isJson(head: Uint8Array, layout: Layout): boolean {
  return /^\s*[[{]/.test(new TextDecoder(layout.encoding).decode(head.subarray(0, 4096)));
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
