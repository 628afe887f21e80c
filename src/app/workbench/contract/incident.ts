import { z } from 'zod';
import { claimRow, findingName } from './claim.ts';
import { get, post } from './endpoint.ts';
import { proposalReviewRequest } from './finding.ts';
import { incident } from './finding-shape.ts';
import { page } from './page.ts';
import { actLine, actsDone } from './record/act.ts';
import { origins, reportComparison, reportMap } from './report-shape.ts';
import { filter, idParameter, pageQuery, signed } from './request.ts';
import { list, maybeText, text, texts } from './shape.ts';

const TAG = 'Incidents';

const incidentSummary = incident
  .extend({ title: text, claimants: texts, from: maybeText, to: maybeText, where: texts })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof incidentSummary>;

const incidentDetail = z.object({
  summary: incidentSummary,
  claims: list(claimRow),
  comparisons: list(reportComparison),
  origins: origins.nullable(),
  /** Where its claims say that it happened; with the marks, what is not marked: `whole` and `unplaced`. */
  map: reportMap.nullable(),
  judgements: list(actLine),
  findings: list(findingName),
});
export type IncidentDetail = z.infer<typeof incidentDetail>;

/** Claims of one act on an incident: a judgement is logged for each pair. */
const MOST_CLAIMS = 200;

const makeIncidentRequest = z.object({ ...signed, claims: z.array(text).min(2).max(MOST_CLAIMS).readonly() });
export type MakeIncidentRequest = z.input<typeof makeIncidentRequest>;

const changeIncidentRequest = z.object({
  ...signed,
  claims: z.array(text).min(1).max(MOST_CLAIMS).readonly(),
  change: z.enum(['add', 'take-out']),
});
export type ChangeIncidentRequest = z.input<typeof changeIncidentRequest>;

/**
 * A comparison in a list: a few of its figures and relations, those before all that exclude each other, and how many there are.
 */
const comparisonSummary = reportComparison
  .extend({ figures: z.int(), pairs: z.int() })
  .meta({ id: 'ComparisonSummary' });
const comparisonList = z.object({
  comparisons: list(comparisonSummary),
  next: z.string().nullable(),
  total: z.number().int(),
});
export type ComparisonSummary = z.infer<typeof comparisonSummary>;
export type ComparisonList = z.infer<typeof comparisonList>;

export const incidentEndpoints = {
  page: get('/incidents', {
    tag: TAG,
    summary: 'Claims believed to speak of one event',
    query: z.object({ status: filter, q: filter, ...pageQuery }),
    answer: page(incidentSummary),
  }),
  detail: get('/incidents/{id}', {
    tag: TAG,
    summary: 'One incident with its claims, figures and origins',
    parameters: idParameter,
    answer: incidentDetail,
  }),
  make: post('/incidents', {
    tag: TAG,
    summary: 'Makes an incident of claims: each is judged to speak of what the first speaks of',
    body: makeIncidentRequest,
    answer: actsDone,
  }),
  change: post('/incidents/{id}/claims', {
    tag: TAG,
    summary: 'Adds claims to an incident, or takes them out of it',
    parameters: idParameter,
    body: changeIncidentRequest,
    answer: actsDone,
  }),
  reviewComparison: post('/comparisons/{id}/review', {
    tag: TAG,
    summary: 'Accepts a comparison that the program proposes, or leaves it out',
    parameters: idParameter,
    body: proposalReviewRequest,
    answer: actsDone,
  }),
  comparisons: get('/comparisons', {
    tag: TAG,
    summary: 'Figures of several claims about one matter, side by side',
    query: z.object({ ...pageQuery }),
    answer: comparisonList,
  }),
  comparison: get('/comparisons/{id}', {
    tag: TAG,
    summary: 'One comparison. Of more than 500 figures those that are compared come, and then others up to that number',
    parameters: idParameter,
    answer: reportComparison,
  }),
};

export type { ReportComparison } from '../../../report/model/model.ts';
