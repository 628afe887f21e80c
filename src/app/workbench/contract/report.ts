import type { Signed } from './act.ts';

/** `GET /report`: what can be printed and what was printed before. */
export type ReportDesk = {
  readonly title: string;
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
  readonly written: readonly WrittenReportFile[];
  /** Scripts of what may be printed for which no font is installed: a note stands for them in the PDF until the package is added. */
  readonly missingScripts: readonly { readonly script: string; readonly package: string | null }[];
};
export type WrittenReportFile = {
  readonly name: string;
  readonly format: string;
  readonly size: number;
  readonly at: string;
};
/**
 * `POST /report/preview` answers the report as one HTML page; `GET /report/preview?title=&findings=ID,ID` gives the same at an
 * address, for a sandboxed frame: a page written into a frame would inherit the workbench's policy, which forbids its styles.
 * `POST /reports` writes it and answers a Job with WrittenReportFile[]; files are at `GET /reports/{name}`.
 */
export type ReportRequest = {
  readonly title?: string;
  /** Findings to print, in this order; left out: all. */
  readonly findings?: readonly string[];
};
export type WriteReportRequest = Signed & ReportRequest & { readonly formats: readonly string[] };
