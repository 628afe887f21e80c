import { claimEndpoints, incidentEndpoints } from '../../app/workbench-contract.ts';
import {
  buildComparisonReview,
  buildIncident,
  buildJoining,
  buildJudgement,
  buildLink,
  buildParting,
  comparisonDetail,
  comparisonList,
  incidentDetail,
  incidentPage,
} from '../../app/workbench-facade.ts';
import { addCall, addDetail, addListing, type WorkbenchApi } from './api.ts';

export function addIncidents(api: WorkbenchApi): void {
  const { page, detail, make, change, comparisons, comparison, reviewComparison } = incidentEndpoints;
  addListing(api, page, (store, { query }) => incidentPage(store, query));
  addDetail(api, detail, (reading, { parameters }) => incidentDetail(reading, parameters.id));
  addCall(api, make, ({ workbench, body }) => workbench.act(buildIncident(body, body.claims)));
  addCall(api, change, ({ workbench, parameters, body }) =>
    workbench.act((body.change === 'add' ? buildJoining : buildParting)(body, parameters.id, body.claims)),
  );
  addCall(api, reviewComparison, ({ workbench, parameters, body }) =>
    workbench.act(buildComparisonReview({ ...body, ids: [parameters.id] })),
  );
  addListing(api, comparisons, (store, { query }) => comparisonList(store, query));
  addListing(api, comparison, (store, { parameters }) => comparisonDetail(store, parameters.id));
  addCall(api, claimEndpoints.link, ({ workbench, body }) =>
    workbench.act(buildLink(body, body.a, body.b, body.judgement)),
  );
  addCall(api, claimEndpoints.judge, ({ workbench, body }) =>
    workbench.act(buildJudgement(body, body.a, body.b, body.judgement)),
  );
}
