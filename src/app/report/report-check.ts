import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { statementIn } from '../../claims/gist/gist.ts';
import { sha256Hex } from '../../core/hash.ts';
import { RecordError } from '../../record/errors.ts';
import { readPlainFile } from '../../record/storage/plain-file.ts';
import { AppError } from '../errors.ts';
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

/** A report as it was taken in: what it quotes, and what its page shows that its data do not print. */
export type TakenReport = Pick<ReportData, 'quotations'> & { readonly faults: readonly PageFault[] };

/** The text of a document as it is read now, or why it cannot be. */
export type DocumentText = string | { readonly fault: string };

/**
 * Reads a report in its JSON form, or as a page beside its data.
 * @throws AppError `unreadable`, `bad-input`
 */
export function takeReport(file: string, workspace: string): TakenReport {
  const text = readReport(file);
  if (!text.trimStart().startsWith('<')) return { ...readReportData(text, file), faults: [] };
  requireReportPage(text, file);
  let first: TakenReport | undefined;
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
    return readPlainFile(file, MOST_BYTES)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (cause) {
    const why = cause instanceof RecordError ? cause.message : 'the report cannot be read';
    throw new AppError('unreadable', why, { place: file, cause });
  }
}

/** Compares quotations with the texts of the documents that they name. */
export function checkQuotations(
  quotations: readonly ReportQuotation[],
  texts: ReadonlyMap<string, DocumentText>,
): readonly QuotationCheck[] {
  // Once a text, whatever the number of its quotations.
  const hashes = new Map<string, string>();
  const hashOf = (text: string): string => {
    const known = hashes.get(text) ?? `sha256:${sha256Hex(text)}`;
    hashes.set(text, known);
    return known;
  };
  return quotations.map((quotation) => {
    const fault = faultOf(quotation, texts, hashOf);
    return { quote: quotation.quote, document: quotation.document, ok: fault === null, fault };
  });
}

function faultOf(
  { quote, document, text, passage, part }: ReportQuotation,
  texts: ReadonlyMap<string, DocumentText>,
  hashOf: (text: string) => string,
): string | null {
  if (quote.trim() === '') return 'the report quotes nothing here';
  if (document === null) return 'the report does not say which document this is of';
  const whole = texts.get(document);
  if (whole === undefined) return 'the record holds no such document';
  if (typeof whole !== 'string') return whole.fault;
  if (passage === null) return 'the report does not say where in the document this stands';
  const { start, end } = passage;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end > whole.length)
    return `the document has no characters ${start}–${end}: its text has ${whole.length}`;
  const slice = whole.slice(start, end);
  // As the JSON form writes text.
  const held = slice.toWellFormed();
  if (!stands(quote, part, slice, held))
    return `the document says there: ${held.length > 300 ? `${held.slice(0, 300)}…` : held}`;
  if (text === null) return 'the report does not name the hash of the text that this was cut out of';
  // The words stand where they should; but the report was cut out of another text, and its other places may be off.
  if (text !== hashOf(whole))
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
