import { z } from 'zod';
import { findingName } from './claim.ts';
import { get } from './endpoint.ts';
import { signed } from './request.ts';
import { list, maybeText, text } from './shape.ts';

export const writtenReportFile = z.object({ name: text, format: text, size: z.int(), at: text });
export type WrittenReportFile = z.infer<typeof writtenReportFile>;

/** What can be printed and what was printed before. */
const reportDesk = z.object({
  title: text,
  findings: list(findingName),
  written: list(writtenReportFile),
  /** Scripts of what may be printed for which no font is installed: a note stands for them in the PDF until the package is added. */
  missingScripts: list(z.object({ script: text, package: maybeText })),
});
export type ReportDesk = z.infer<typeof reportDesk>;

const findings = z.array(z.string().max(200)).max(2000);

/**
 * `POST /report/preview` answers the report as one HTML page; `GET /report/preview?title=&findings=ID,ID` gives the same at an
 * address, for a sandboxed frame: a page written into a frame would inherit the workbench's policy, which forbids its styles.
 */
export const reportRequest = z.object({
  title: z.string().max(300).optional(),
  /** Findings to print, in this order; left out: all. */
  findings: findings.readonly().optional(),
});

export const previewQuery = z.object({
  title: z.string().max(300).optional(),
  /** Ids with commas between them; left out: all. */
  findings: z
    .string()
    .max(100_000)
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(findings)
    .optional(),
});

export const writeReportRequest = z.object({
  ...signed,
  ...reportRequest.shape,
  formats: z.array(text).min(1).max(10).readonly(),
});
export type WriteReportRequest = z.input<typeof writeReportRequest>;

export const reportEndpoints = {
  desk: get('/report', {
    tag: 'Report',
    summary: 'What can be printed, and what was printed before',
    answer: reportDesk,
  }),
};
