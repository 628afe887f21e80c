import { z } from 'zod';
import { actLine } from './act.ts';
import { claimRow, findingName } from './claim.ts';
import { get } from './endpoint.ts';
import { incident } from './finding-shape.ts';
import { page } from './page.ts';
import { origins, reportComparison, reportMap } from './report-shape.ts';
import { filter, idParameter, pageQuery } from './request.ts';
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

/**
 * Figures of several claims about one matter side by side. Of a matter with more than 500 figures those that are compared come,
 * and then others up to that number; its introduction says so.
 */
const comparisonList = z.object({ comparisons: list(reportComparison) });
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
  comparisons: get('/comparisons', {
    tag: TAG,
    summary: 'Figures of several claims about one matter, side by side',
    answer: comparisonList,
  }),
  comparison: get('/comparisons/{id}', {
    tag: TAG,
    summary: 'One comparison',
    parameters: idParameter,
    answer: reportComparison,
  }),
};

export type { Incident } from '../../../findings/comparison/incident.ts';
export type { ReportComparison } from '../../../report/model/model.ts';
