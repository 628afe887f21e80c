import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXTRACTOR_VERSION } from '../claims/extraction.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { ReportModel } from '../report/model.ts';
import type { Derived } from './derive.ts';
import { AppError } from './errors.ts';
import { reportModel } from './report-model.ts';
import type { Workspace } from './workspace.ts';

type Render = (model: ReportModel, warn: (message: string) => void) => string | Uint8Array | Promise<Uint8Array>;

/** The setters of PDF and Word are heavy, and loaded only when they are asked for. */
const RENDERERS = {
  html: renderHtml,
  json: renderJson,
  pdf: async (model, warn) => (await import('../report/pdf.ts')).renderPdf(model, { warn }),
  docx: async (model) => (await import('../report/docx.ts')).renderDocx(model),
} as const satisfies Record<string, Render>;

export type ReportFormat = keyof typeof RENDERERS;
export const REPORT_FORMATS = Object.freeze(Object.keys(RENDERERS) as ReportFormat[]);

export function isReportFormat(format: string): format is ReportFormat {
  return Object.hasOwn(RENDERERS, format);
}

export type WrittenReport = { readonly format: ReportFormat; readonly path: string };

/** Writes the report in each format. @throws AppError `not-written` with the path */
export async function publishReport(request: {
  derived: Derived;
  workspace: Workspace;
  title: string;
  formats: readonly ReportFormat[];
  out: string;
  /** Told what a format cannot print, before it is printed. */
  warn?: (message: string) => void;
}): Promise<readonly WrittenReport[]> {
  const { workspace } = request;
  const model = reportModel({
    derived: request.derived,
    title: request.title,
    now: workspace.clock(),
    record: {
      origin: workspace.record.origin,
      checkpoint: workspace.record.read.checkpointNote() ?? '',
      vkey: workspace.record.verifierKey,
      acts: workspace.record.size,
    },
    extractor: EXTRACTOR_VERSION,
  });
  const folder = resolve(request.out);
  const written: WrittenReport[] = [];
  for (const format of request.formats) {
    const path = join(folder, `report.${format}`);
    const render: Render = RENDERERS[format];
    writeWhole(folder, path, await render(model, request.warn ?? (() => {})));
    written.push({ format, path });
  }
  return written;
}

/** A reader never sees half a report: it is written beside and then renamed. */
function writeWhole(folder: string, path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  } catch (cause) {
    throw new AppError('not-written', `the report could not be written: ${(cause as Error).message}`, {
      place: path,
      cause,
    });
  }
}
