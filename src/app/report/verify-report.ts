import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { statementIn } from '../../claims/gist/gist.ts';
import { describeError } from '../../core/errors.ts';
import { sha256Hex } from '../../core/hash.ts';
import { openReader } from '../../documents/reader.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Act } from '../../record/log/act.ts';
import { readRecord } from '../../record/read-record.ts';
import { type Evidence, gatherEvidence } from '../acts/evidence.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { type PageFault, pageFaults, requireReportPage } from './printed-page.ts';
import { type ReportData, type ReportQuotation, readReportData } from './report-quotations.ts';

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

/** What a report quotes, and what a page of it shows that its data do not print, in the same shape and of no document. */
export type ReportChecks = { readonly quotations: readonly QuotationCheck[]; readonly page: readonly QuotationCheck[] };

/**
 * Checks every quotation of a report against the documents of a record. Each document is read again from its bytes, whose hash
 * is its name: nothing that is kept beside the record is believed. A page stands where it is, byte for byte, what its data
 * print; the data are those beside it or of the workspace's last report, and are themselves compared with the documents.
 * @throws AppError `unreadable`, `bad-input`; RecordError `not-a-workspace`, `damaged`
 */
export async function verifyReport(request: {
  readonly file: string;
  readonly workspace: string;
  readonly progress: Progress;
}): Promise<ReportChecks> {
  const { file, workspace, progress } = request;
  const { quotations, faults } = takeReport(file, workspace);
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
  return {
    quotations: quotations.map((quotation) => {
      const fault = faultOf(quotation, texts);
      return { quote: quotation.quote, document: quotation.document, ok: fault === null, fault };
    }),
    page: faults.map(({ text, fault }) => ({ quote: text, document: null, ok: false, fault })),
  };
}

function takeReport(
  file: string,
  workspace: string,
): Pick<ReportData, 'quotations'> & { readonly faults: readonly PageFault[] } {
  const text = readReport(file);
  if (!text.trimStart().startsWith('<')) return { ...readReportData(text, file), faults: [] };
  requireReportPage(text, file);
  let first: ReturnType<typeof takeReport> | undefined;
  for (const place of dataPlaces(file, workspace)) {
    const { model, quotations } = readReportData(readReport(place), place);
    const faults = pageFaults(text, model, place);
    if (faults.length === 0) return { quotations, faults };
    first ??= { quotations, faults };
  }
  if (first !== undefined) return first;
  throw new AppError(
    'bad-input',
    'a page is checked against the data that it was printed from: put the report.json of this report beside it',
    { place: file },
  );
}

/** Where the data of a page may lie: under its name beside it, or as the last report of the workspace. */
function dataPlaces(file: string, workspace: string): readonly string[] {
  const beside = file.replace(/(?:\.x?html?)?$/i, '.json');
  return [...new Set([beside, join(workspace, 'report', 'report.json')])].filter((place) => existsSync(place));
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
  { quote, document, text, passage, part }: ReportQuotation,
  texts: ReadonlyMap<string, TextLayer | { readonly fault: string }>,
): string | null {
  if (quote.trim() === '') return 'the report quotes nothing here';
  if (document === null) return 'the report does not say which document this is of';
  const layer = texts.get(document);
  if (layer === undefined) return 'the record holds no such document';
  if ('fault' in layer) return layer.fault;
  if (passage === null) return 'the report does not say where in the document this stands';
  const { start, end } = passage;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end > layer.text.length)
    return `the document has no characters ${start}–${end}: its text has ${layer.text.length}`;
  const slice = layer.text.slice(start, end);
  // As the JSON form writes text.
  const held = slice.toWellFormed();
  if (!stands(quote, part, slice, held))
    return `the document says there: ${held.length > 300 ? `${held.slice(0, 300)}…` : held}`;
  if (text === null) return 'the report does not name the hash of the text that this was cut out of';
  // The words stand where they should; but the report was cut out of another text, and its other places may be off.
  if (text !== `sha256:${sha256Hex(layer.text)}`)
    return 'the text of the document, as it is read now, is not the one whose hash the report names';
  return null;
}

function stands(quote: string, part: ReportQuotation['part'], slice: string, held: string): boolean {
  switch (part.kind) {
    case 'passage':
      return held === quote;
    case 'words':
      return holdsWords(held, quote);
    case 'gist':
      // The one function that shortened it, and made one blank of its white space, does it again.
      return statementIn({ ...part.claim, quote: slice }).toWellFormed() === quote;
  }
}

/** Whether words stand in a passage as words of it: “2 rounds” is not said where “12 rounds” is, nor “000” in “1,000”. */
function holdsWords(passage: string, words: string): boolean {
  for (let at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1)) {
    const [before, after] = [passage.slice(0, at), passage.slice(at + words.length)];
    const opens = /^\d/.test(words) ? /\d[.,]?$/ : /^\p{L}/u.test(words) ? /\p{L}$/u : null;
    const closes = /\d$/.test(words) ? /^[.,]?\d/ : /\p{L}$/u.test(words) ? /^\p{L}/u : null;
    if (opens?.test(before) !== true && closes?.test(after) !== true) return true;
  }
  return false;
}
