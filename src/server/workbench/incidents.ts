import { claimEndpoints, incidentEndpoints } from '../../app/workbench-contract.ts';
import {
  buildJudgement,
  buildLink,
  comparisonDetail,
  comparisonList,
  incidentDetail,
  incidentPage,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchDoor } from './door.ts';

export function addIncidents(door: WorkbenchDoor): void {
  const { page, detail, comparisons, comparison } = incidentEndpoints;
  addRead(door, page, ({ snapshot, query }) => incidentPage(snapshot, query));
  addRead(door, detail, ({ snapshot, parameters }) => incidentDetail(snapshot, parameters.id));
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
