import { describeError } from '../../core/errors.ts';
import { openReader } from '../../documents/reader.ts';
import type { Act } from '../../record/log/act.ts';
import { readRecord } from '../../record/read-record.ts';
import { contentOf } from '../acts/document-content.ts';
import { type Evidence, gatherEvidence } from '../acts/evidence.ts';
import type { Progress } from '../progress.ts';
import type { DocumentText, QuotationCheck } from './report-check.ts';
import { openReportChecker, type ReportLimits } from './report-checker.ts';

/** What a report quotes, and what a page of it shows that its data do not print, in the same shape and of no document. */
export type ReportChecks = { readonly quotations: readonly QuotationCheck[]; readonly page: readonly QuotationCheck[] };

/**
 * Checks every quotation of a report against the documents of a record. Each document is read again from its bytes, whose hash
 * is its name: nothing that is kept beside the record is believed. A page stands where it is, byte for byte, what its data
 * print; the data are those beside it or of the workspace's last report, and are themselves compared with the documents.
 * The report is somebody's, and may be made to hold up whoever reads it: all that is done with it is done in a thread with limits.
 * @throws AppError `unreadable`, `bad-input`; RecordError `not-a-workspace`, `damaged`
 */
export async function verifyReport(request: {
  readonly file: string;
  readonly workspace: string;
  readonly progress: Progress;
  readonly limits?: ReportLimits;
}): Promise<ReportChecks> {
  const { file, workspace, progress, limits } = request;
  const checker = openReportChecker(file, limits);
  const reader = openReader();
  try {
    progress.step('Reading the report');
    const { documents: named, faults } = await checker.take(workspace);
    const record = readRecord(workspace);
    const acts: Act[] = [];
    for await (const act of record.acts()) acts.push(act);
    const evidence = gatherEvidence(acts);
    const texts = new Map<string, DocumentText>();
    progress.step('Reading documents');
    for (const [at, document] of named.entries()) {
      progress.advance(at, named.length);
      texts.set(document, await textOf(document, evidence, record, reader));
    }
    progress.step('Comparing quotations');
    return {
      quotations: await checker.compare(texts),
      page: faults.map(({ text, fault }) => ({ quote: text, document: null, ok: false, fault })),
    };
  } finally {
    progress.done();
    await Promise.all([checker.close(), reader.close()]);
  }
}

async function textOf(
  document: string,
  { documents, withheld }: Evidence,
  record: ReturnType<typeof readRecord>,
  reader: ReturnType<typeof openReader>,
): Promise<DocumentText> {
  const acquired = documents.find((one) => one.document === document);
  if (acquired === undefined) return { fault: 'the record holds no such document' };
  const by = withheld.get(document);
  if (by !== undefined) return { fault: `the document was withheld by ${by}, and cannot be read` };
  try {
    return (await reader.read(await contentOf(record, acquired), acquired.custody.origin.fileName)).text;
  } catch (error) {
    return { fault: `the document cannot be read: ${describeError(error)}` };
  }
}
