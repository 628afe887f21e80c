import { join, resolve } from 'node:path';
import { EXTRACTOR_VERSION } from '../../claims/extraction.ts';
import { utcDateOf } from '../../core/time/calendar.ts';
import { guardNames, holdsName } from '../../interchange/protected-names.ts';
import { renderHtml } from '../../report/html/html.ts';
import { renderJson } from '../../report/model/json.ts';
import type { ReportModel } from '../../report/model/model.ts';
import { countInDigits } from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';
import { openPart } from '../derivation/open-part.ts';
import { AppError } from '../errors.ts';
import { reportWitnesses } from '../exchange/report-witnesses.ts';
import { keptNotes } from '../standing/kept-notes.ts';
import { mentionsWithoutLists } from '../subjects/document-mentions.ts';
import type { HeldWorkspace, Workspace } from '../workspace/workspace.ts';
import { reportModel, withFindings } from './report-model.ts';
import { documentsNaming } from './report-subjects.ts';
import { reportTracks } from './report-tracks.ts';
import { reportTrade } from './report-trade.ts';
import { writeWhole } from './write-whole.ts';

type Render = (
  model: ReportModel,
  options: { readonly warn: (message: string) => void; readonly whole: boolean },
) => string | Iterable<string> | Promise<Uint8Array>;

/** The setters of PDF and Word are heavy, and loaded only when they are asked for. */
const RENDERERS = {
  html: renderHtml,
  json: renderJson,
  pdf: async (model, options) => (await import('../../report/pdf/pdf.ts')).renderPdf(model, options),
  docx: async (model, options) => (await import('../../report/docx/docx.ts')).renderDocx(model, options),
} as const satisfies Record<string, Render>;

export type ReportFormat = keyof typeof RENDERERS;
export const REPORT_FORMATS = Object.freeze(Object.keys(RENDERERS) as ReportFormat[]);

export function isReportFormat(format: string): format is ReportFormat {
  return Object.hasOwn(RENDERERS, format);
}

export type WrittenReport = { readonly format: ReportFormat; readonly path: string };

/** What a report says: everything, or the findings chosen in their order. */
export type ReportContent = {
  readonly derived: Derived;
  readonly title: string;
  readonly findings?: readonly string[] | undefined;
};

/**
 * The report as data, as the record stands. What is to be kept from outsiders for the protection of its source is not in it,
 * nothing in it rests on that, and it says so.
 * @throws AppError `no-such-finding` for one that is chosen and not there, `protected-name` where somebody wrote one into the rest
 */
export async function composeModel(
  { derived, title, findings }: ReportContent,
  { folder, record, mentions }: Pick<HeldWorkspace, 'folder' | 'record' | 'mentions'>,
  now: Date,
): Promise<ReportModel> {
  const witnesses = reportWitnesses(keptNotes(folder, record.size).own, derived.evidence.policy);
  const open = openPart(derived);
  const trade = await reportTrade(record, open.derived, utcDateOf(now));
  const tracks = await reportTracks(record, open.derived);
  const naming = documentsNaming(open.derived, withFindings(open.derived, findings).findings);
  const composed = reportModel({
    mentionsIn: await mentionsWithoutLists(naming, mentions, open.derived.evidence.lists.length > 0),
    derived: open.derived,
    title,
    findings,
    now,
    record: {
      origin: record.origin,
      checkpoint: record.read.checkpointNote() ?? '',
      vkey: record.verifierKey,
      acts: record.size,
      ...(witnesses === null ? {} : { witnesses }),
    },
    extractor: EXTRACTOR_VERSION,
  });
  const model = {
    ...composed,
    ...(trade === null ? {} : { trade }),
    ...(tracks === null ? {} : { tracks }),
  };
  const { heldBack, protectedNames } = open;
  if (holdsName(model, guardNames(protectedNames)))
    throw new AppError(
      'protected-name',
      'no report is made: the name of a protected source stands in what would be printed; look for it in the documents, the titles and the reasons that people wrote',
    );
  if (heldBack.documents === 0) return model;
  const held = `${countInDigits(heldBack.documents, 'document')} with ${countInDigits(heldBack.claims, 'claim')} ${heldBack.documents === 1 ? 'is' : 'are'} held back for the protection of a source; nothing here rests on them.`;
  return { ...model, summary: [...model.summary, held] };
}

/** Writes the report in each format. @throws AppError `not-written` with the path */
export async function publishReport(
  request: ReportContent & {
    workspace: Pick<Workspace, 'folder' | 'record' | 'clock' | 'mentions'>;
    formats: readonly ReportFormat[];
    out: string;
    /** Prints all of a long report. */
    whole?: boolean | undefined;
    /** Told what a format cannot print, before it is printed. */
    warn?: (message: string) => void;
  },
): Promise<readonly WrittenReport[]> {
  const { workspace, formats, out, whole, warn } = request;
  const model = await composeModel(request, workspace, workspace.clock());
  const written = await writeReport({
    model,
    formats,
    out,
    stem: 'report',
    whole,
    ...(warn === undefined ? {} : { warn }),
  });
  return written.map(({ format, path }) => ({ format, path }));
}

export type ReportFile = WrittenReport & { readonly name: string; readonly size: number; readonly sha256: string };

/** Sets a model in each format, as `STEM.FORMAT` in a folder. @throws AppError `not-written` with the path */
export async function writeReport(request: {
  model: ReportModel;
  formats: readonly ReportFormat[];
  out: string;
  stem: string;
  whole?: boolean | undefined;
  warn?: (message: string) => void;
  /** Told before each format is set: PDF takes seconds. */
  onFormat?: (format: ReportFormat, done: number) => void;
}): Promise<readonly ReportFile[]> {
  const { model, formats, stem, onFormat, whole = false, warn = () => {} } = request;
  const folder = resolve(request.out);
  const written: ReportFile[] = [];
  for (const [done, format] of formats.entries()) {
    onFormat?.(format, done);
    const name = `${stem}.${format}`;
    const path = join(folder, name);
    const render: Render = RENDERERS[format];
    const content = await render(model, { warn, whole });
    written.push({ format, path, name, ...writeWhole(path, content) });
  }
  return written;
}
