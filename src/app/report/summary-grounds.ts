import type { RegimeStatus, ReportCounts, ReportFinding } from '../../report/model/model.ts';
import type { Derived } from '../derivation/derive.ts';

/** What the first page is made of: the findings and proposals as the report prints them, and what they rest on. */
export type SummaryGrounds = {
  readonly derived: Derived;
  /** What a person made or accepted, in the order of the report. */
  readonly findings: readonly ReportFinding[];
  /** What the program alone proposes. */
  readonly proposed: readonly ReportFinding[];
  readonly counts: ReportCounts;
  readonly regimes: readonly RegimeStatus[];
  readonly asOf: string;
};
