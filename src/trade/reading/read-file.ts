import { createHash } from 'node:crypto';
import { DocumentError } from '../../documents/document-error.ts';
import { TradeError } from '../errors.ts';
import { Collector } from './collector.ts';
import { wholeLines } from './encoding.ts';
import { type FileReading, type ReadingOptions, unknownOf } from './file-reading.ts';
import { headOf, inKnownEncoding, isBlank, isJson } from './file-rows.ts';
import type { Form } from './form.ts';
import { formOf, formsFor } from './forms/forms.ts';
import { Header } from './header.ts';
import { jsonRecords, LARGEST_JSON } from './json-records.ts';
import { type Layout, layoutOf } from './layout.ts';
import { mayBeSpreadsheet, type SheetText, sheetText } from './spreadsheet.ts';
import { type ByteSource, recordsOf, textOf } from './table-source.ts';

/**
 * Reads a file of trade figures as a stream. A row that cannot be read is refused by its number and a code; nothing is guessed. A file
 * whose columns are none that are known has `form: null` and a reason.
 * @throws TradeError `file-unreadable`
 */
export async function readTradeFile(source: ByteSource, options: ReadingOptions): Promise<FileReading> {
  const forms = formsFor(options.terms, options.columns);
  const head = await headOf(source);
  let sheet: SheetText | null;
  try {
    sheet = mayBeSpreadsheet(head) ? await sheetText(source, forms) : null;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return unknownOf(source.name, await hashOf(source), null, null, 0, error.message);
  }
  return sheet === null ? readText(source, head, forms, options) : readSheet(sheet, forms, options);
}

async function readSheet(
  { source, kind, sheet, others, sha256 }: SheetText,
  forms: readonly Form[],
  options: ReadingOptions,
): Promise<FileReading> {
  const reading = await readText(source, await headOf(source), forms, options);
  const unread = others.length === 0 ? {} : { otherSheets: others };
  return { ...reading, report: { ...reading.report, encoding: kind, delimiter: null, sha256, sheet, ...unread } };
}

async function readText(
  source: ByteSource,
  head: Uint8Array,
  forms: readonly Form[],
  options: ReadingOptions,
): Promise<FileReading> {
  let layout: Layout;
  try {
    layout = layoutOf(wholeLines(head), source.name, forms);
  } catch {
    return unknownOf(
      source.name,
      await hashOf(source),
      null,
      null,
      0,
      'no text in any known encoding; give a table as text (CSV, TSV), a spreadsheet or JSON',
    );
  }
  if (isJson(head, layout)) return readJson(source, layout, forms, options);
  return await inKnownEncoding(layout, (one) => readTable(source, one, options));
}

async function readTable(source: ByteSource, layout: Layout, options: ReadingOptions): Promise<FileReading> {
  const hash = createHash('sha256');
  const texts = textOf(source, layout.encoding, (bytes) => hash.update(bytes));
  const collector = new Collector(source.name, layout.form, layout.header, layout.delimiter, options);
  let skip = layout.headerRecords;
  for await (const batch of recordsOf(texts, layout.delimiter ?? ',', layout.newline, source.name))
    for (const record of batch) {
      if (skip > 0) skip--;
      else if (!isBlank(record.cells)) collector.add(record);
    }
  return collector.finish(layout.encodingName, layout.delimiter, hash.digest('hex'));
}

async function readJson(
  source: ByteSource,
  layout: Layout,
  forms: readonly Form[],
  options: ReadingOptions,
): Promise<FileReading> {
  const hash = createHash('sha256');
  let text = '';
  for await (const piece of textOf(source, layout.encoding, (bytes) => hash.update(bytes))) {
    text += piece;
    if (text.length > LARGEST_JSON)
      throw new TradeError(
        'file-unreadable',
        'more JSON than can be held; ask the source for CSV, which is read as a stream',
        { place: source.name },
      );
  }
  const { header: names, records } = jsonRecords(text, source.name);
  const header = new Header(names);
  const collector = new Collector(source.name, formOf(header, forms) ?? null, header, null, options);
  for (const record of records) collector.add(record);
  return collector.finish(layout.encodingName, null, hash.digest('hex'));
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of source.open()) hash.update(bytes);
  return hash.digest('hex');
}
