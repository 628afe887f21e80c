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

const RENDERERS = {
  html: renderHtml,
  json: renderJson,
} as const satisfies Record<string, (model: ReportModel) => string>;

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
  return request.formats.map((format) => {
    const path = join(folder, `report.${format}`);
    writeWhole(folder, path, RENDERERS[format](model));
    return { format, path };
  });
}

/** A reader never sees half a report: it is written beside and then renamed. */
function writeWhole(folder: string, path: string, content: string): void {
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
