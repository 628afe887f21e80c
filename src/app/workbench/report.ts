import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memoized } from '../../core/memoized.ts';
import { utcDateOf } from '../../core/time/calendar.ts';
import { timestampOf } from '../../core/time/clock.ts';
import { renderHtml } from '../../report/html/html.ts';
import type { ReportClaim, ReportModel } from '../../report/model/model.ts';
import { findScriptFonts, type MissingScript } from '../../report/pdf/script-fonts.ts';
import { actBy, type Signature } from '../act-builders/act-builder.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import {
  composeModel,
  isReportFormat,
  REPORT_FORMATS,
  type ReportFile,
  type ReportFormat,
  writeReport,
} from '../report/publish.ts';
import { findingNameOf } from './claims/finding-name.ts';
import type { Job } from './contract/job.ts';
import type { ReportDesk, WrittenReportFile } from './contract/report.ts';
import type { Workbench } from './held/workbench.ts';

/** What is to be printed: the findings in their order; all when left out. */
export type ReportChoice = { readonly title?: string | undefined; readonly findings?: readonly string[] | undefined };

/** What can be printed, and what was printed before. */
export async function reportDesk(workbench: Workbench, snapshot: Snapshot, now: Date): Promise<ReportDesk> {
  return {
    title: titleIn(workbench, snapshot),
    findings: snapshot.derived.findings.map(findingNameOf),
    written: writtenFiles(workbench),
    missingScripts: await missingIn(snapshot)(workbench, now),
  };
}

function titleIn({ name }: Workbench, { evidence }: Snapshot): string {
  return evidence.dossier?.title ?? name;
}

/** What has no font is the same for all that may be printed of one record: the texts of all findings are looked through. */
const missingIn = memoized((snapshot: Snapshot) => {
  let known: readonly MissingScript[] | undefined;
  return async (workbench: Workbench, now: Date): Promise<readonly MissingScript[]> => {
    known ??= findScriptFonts(lettersOf(await modelOf(workbench, snapshot, {}, now))).missing;
    return known;
  };
});

/** Each character of a report that is not of ASCII, once: of a claim they stay the same from one act to the next. */
function lettersOf({ claims, ...rest }: ReportModel): string {
  const letters = new Set(lettersIn(JSON.stringify(rest)));
  for (const claim of claims) for (const letter of lettersOfClaim(claim)) letters.add(letter);
  return [...letters].join('');
}

const lettersOfClaim = memoized((claim: ReportClaim) => lettersIn(JSON.stringify(claim)));

function lettersIn(text: string): readonly string[] {
  return [...new Set(text.match(/\P{ASCII}/gu))];
}

function modelOf(workbench: Workbench, snapshot: Snapshot, { title, findings }: ReportChoice, now: Date) {
  const chosen = title?.trim() ? title.trim() : titleIn(workbench, snapshot);
  return composeModel({ derived: snapshot.derived, title: chosen, findings }, workbench.held, now);
}

/** The report as one HTML page, as it would be written now. @throws AppError `no-such-finding` */
export async function reportPreview(
  workbench: Workbench,
  snapshot: Snapshot,
  request: ReportChoice,
  now: Date,
): Promise<string> {
  return renderHtml(await modelOf(workbench, snapshot, request, now));
}

export type WritingRequest = Signature & ReportChoice & { readonly formats: readonly string[] };

/**
 * Writes the report as a job. What left the workspace is logged: which findings, in which formats, with the hash of each file,
 * so that a copy can later be distinguished from a forgery.
 */
export function writeReports(workbench: Workbench, request: WritingRequest, now: () => Date): Job {
  const formats = formatsOf(request.formats);
  return workbench.jobs.start('write-report', async (progress): Promise<readonly WrittenReportFile[]> => {
    const { record } = workbench.held;
    progress.step('Laying the report out');
    await record.checkpoint();
    const at = now();
    const model = await modelOf(workbench, await workbench.current(), request, at);
    const files = await writeReport({
      model,
      formats,
      out: reportFolder(workbench),
      stem: `report-${timestampOf(at).slice(0, 19).replace(/[-:]/g, '')}Z`,
      warn: (message) => progress.note(message),
      onFormat: (format, done) => {
        progress.step(`Setting ${format.toUpperCase()}`);
        progress.advance(done, formats.length);
      },
    });
    await workbench.act(() => [
      actBy(request, 'published', {
        title: model.title,
        symbol: model.symbol,
        asOf: utcDateOf(at),
        findings: model.findings.map(({ id, title, status }) => ({ id, title, status })),
        proposed: model.proposed.filter(({ review }) => review === 'proposed').map(({ id, title }) => ({ id, title })),
        files: files.map(({ name, format, size, sha256 }) => ({ name, format, size, sha256 })),
        reason: request.reason ?? null,
      }),
    ]);
    return files.map((file) => writtenFile(file, at));
  });
}

function formatsOf(given: readonly string[]): readonly ReportFormat[] {
  const formats = [...new Set(given)].filter(isReportFormat);
  if (formats.length === 0 || formats.length < new Set(given).size)
    throw new AppError('bad-option', `a report is written as ${REPORT_FORMATS.join(', ')}`, { place: 'formats' });
  return formats;
}

function writtenFile({ name, format, size }: ReportFile, at: Date): WrittenReportFile {
  return { name, format, size, at: timestampOf(at) };
}

function reportFolder({ held }: Workbench): string {
  return join(held.folder, 'report');
}

/** Reports by their names: the last run's, and those that were written here. */
const REPORT_NAME = /^report(?:-\d{8}T\d{6}Z)?\.(html|json|pdf|docx)$/;

function writtenFiles(workbench: Workbench): readonly WrittenReportFile[] {
  const folder = reportFolder(workbench);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && REPORT_NAME.test(entry.name))
    .map(({ name }): WrittenReportFile => {
      const { size, mtime } = statSync(join(folder, name));
      return { name, format: REPORT_NAME.exec(name)?.[1] ?? '', size, at: timestampOf(mtime) };
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? -1 : 1));
}

/** A written report's bytes. @throws AppError `no-such-report` for every name that no report has */
export async function reportFile(workbench: Workbench, name: string): Promise<{ bytes: Uint8Array; format: string }> {
  const format = REPORT_NAME.exec(name)?.[1];
  const path = join(reportFolder(workbench), name);
  if (format === undefined || !existsSync(path))
    throw new AppError('no-such-report', 'there is no such report here; it may have been removed', {
      place: name.slice(0, 80),
    });
  return { bytes: await readFile(path), format };
}
