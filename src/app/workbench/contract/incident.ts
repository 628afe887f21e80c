import type { Incident } from '../../../findings/comparison/incident.ts';
import type { ReportComparison, ReportMap } from '../../../report/model/model.ts';
import type { ActLine, Signed } from './act.ts';
import type { ClaimRow } from './claim.ts';

/** `GET /incidents?status=&q=&cursor=` gives a page of these. */
export type IncidentSummary = Incident & {
  readonly title: string;
  readonly claimants: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly where: readonly string[];
};

/** `GET /incidents/{id}` */
export type IncidentDetail = {
  readonly summary: IncidentSummary;
  readonly claims: readonly ClaimRow[];
  readonly comparisons: readonly ReportComparison[];
  readonly origins: NonNullable<ReportComparison['origins']> | null;
  /** Where its claims say that it happened; beside the marks, what is not marked: `whole` and `unplaced`. */
  readonly map: ReportMap | null;
  readonly judgements: readonly ActLine[];
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
};

/** `POST /incidents`: one incident of these claims; answers ActsDone. */
export type MakeIncidentRequest = Signed & { readonly claims: readonly string[] };
/** `POST /incidents/{id}/claims` */
export type ChangeIncidentRequest = Signed & {
  readonly claims: readonly string[];
  readonly change: 'add' | 'take-out';
};

/**
 * `GET /comparisons` and `GET /comparisons/{id}`: figures of several claims about one matter side by side. Of a matter with
 * more than 500 figures those that are compared come, and then others up to that number; its introduction says so.
 */
export type ComparisonList = { readonly comparisons: readonly ReportComparison[] };

export type { Incident } from '../../../findings/comparison/incident.ts';
export type { ReportComparison } from '../../../report/model/model.ts';
