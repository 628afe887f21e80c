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
import { addCall, addListing, addRead, type WorkbenchDoor } from './door.ts';

export function addIncidents(door: WorkbenchDoor): void {
  const { page, detail, make, change, comparisons, comparison, reviewComparison } = incidentEndpoints;
  addListing(door, page, (store, { query }) => incidentPage(store, query));
  addRead(door, detail, ({ snapshot, parameters }) => incidentDetail(snapshot, parameters.id));
  addCall(door, make, ({ workbench, body }) => workbench.act(buildIncident(body, body.claims)));
  addCall(door, change, ({ workbench, parameters, body }) =>
    workbench.act((body.change === 'add' ? buildJoining : buildParting)(body, parameters.id, body.claims)),
  );
  addCall(door, reviewComparison, ({ workbench, parameters, body }) =>
    workbench.act(buildComparisonReview({ ...body, ids: [parameters.id] })),
  );
  addRead(door, comparisons, async ({ snapshot, workbench }) => {
    await workbench.warmedUp(snapshot);
    return comparisonList(snapshot);
  });
  addRead(door, comparison, ({ snapshot, parameters }) => comparisonDetail(snapshot, parameters.id));
  addCall(door, claimEndpoints.link, ({ workbench, body }) =>
    workbench.act(buildLink(body, body.a, body.b, body.judgement)),
  );
  addCall(door, claimEndpoints.judge, ({ workbench, body }) =>
    workbench.act(buildJudgement(body, body.a, body.b, body.judgement)),
  );
}
