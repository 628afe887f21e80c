import { readFileSync, statSync } from 'node:fs';
import { describeError } from '../../core/errors.ts';
import { sha256Hex } from '../../core/hash.ts';
import { openReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { printableText } from '../../figures/drawing/markup.ts';
import type { Act } from '../../record/log/act.ts';
import { readRecord } from '../../record/read-record.ts';
import { type Evidence, gatherEvidence } from '../acts/evidence.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { quotationsOf, type ReportQuotation } from './report-quotations.ts';

/** One quotation of a report beside the document that it names. */
export type QuotationCheck = {
  readonly quote: string;
  readonly document: string | null;
  readonly ok: boolean;
  /** What is wrong with it, in words; null where nothing is. */
  readonly fault: string | null;
};

/** Reports of this size hold a hundred thousand claims. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Checks every quotation of a report against the documents of a record. Each document is read again from its bytes, whose hash
 * is its name: nothing that is kept beside the record is believed.
 * @throws AppError `unreadable`, `bad-input`; RecordError `not-a-workspace`, `damaged`
 */
export async function verifyReport(request: {
  readonly file: string;
  readonly workspace: string;
  readonly progress: Progress;
}): Promise<readonly QuotationCheck[]> {
  const { file, workspace, progress } = request;
  const quotations = quotationsOf(readReport(file), file);
  const record = readRecord(workspace);
  const acts: Act[] = [];
  for await (const act of record.acts()) acts.push(act);
  const evidence = gatherEvidence(acts);
  const reader = openReader();
  const texts = new Map<string, TextLayer | { readonly fault: string }>();
  const named = [...new Set(quotations.flatMap(({ document }) => document ?? []))];
  try {
    progress.step('Reading documents');
    for (const [at, document] of named.entries()) {
      progress.advance(at, named.length);
      texts.set(document, await textOf(document, evidence, record, reader));
    }
  } finally {
    await reader.close();
    progress.done();
  }
  return quotations.map((quotation) => {
    const fault = faultOf(quotation, texts);
    return { quote: quotation.quote, document: quotation.document, ok: fault === null, fault };
  });
}

function readReport(file: string): string {
  try {
    if (statSync(file).size > MOST_BYTES)
      throw new AppError('unreadable', 'it is too large for a report', { place: file });
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('unreadable', 'the report cannot be read', { place: file, cause });
  }
}

async function textOf(
  document: string,
  { documents, withheld }: Evidence,
  record: ReturnType<typeof readRecord>,
  reader: ReturnType<typeof openReader>,
): Promise<TextLayer | { readonly fault: string }> {
  const acquired = documents.find((one) => one.document === document);
  if (acquired === undefined) return { fault: 'the record holds no such document' };
  const by = withheld.get(document);
  if (by !== undefined) return { fault: `the document was withheld by ${by}, and cannot be read` };
  try {
    return await reader.read(await record.document(document), acquired.custody.origin.fileName);
  } catch (error) {
    return { fault: `the document cannot be read: ${describeError(error)}` };
  }
}

function faultOf(
  { quote, document, text, passage, part, printed }: ReportQuotation,
  texts: ReadonlyMap<string, TextLayer | { readonly fault: string }>,
): string | null {
  if (document === null) return 'the report does not say which document this is of';
  const layer = texts.get(document);
  if (layer === undefined) return 'the record holds no such document';
  if ('fault' in layer) return layer.fault;
  if (passage === null) return 'the report does not say where in the document this stands';
  const { start, end } = passage;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end > layer.text.length)
    return `the document has no characters ${start}–${end}: its text has ${layer.text.length}`;
  const shown = (one: string): string => (printed ? oneLineEnd(printableText(one)) : one);
  const held = shown(layer.text.slice(start, end));
  const said = printed ? oneLineEnd(quote) : quote;
  const stands = part === 'passage' ? held === said : held.includes(said);
  if (!stands) return `the document says there: ${held.length > 300 ? `${held.slice(0, 300)}…` : held}`;
  // The words stand where they should; but the report was cut out of another text, and its other places may be off.
  if (text !== null && text !== `sha256:${sha256Hex(layer.text)}`)
    return 'the text of the document, as it is read now, is not the one whose hash the report names';
  return null;
}

function oneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
