import { findingEndpoints } from '../../app/workbench-contract.ts';
import {
  buildChallenge,
  buildCorrection,
  buildFinding,
  buildFindingReview,
  buildRecommendation,
  buildReply,
  findingDetail,
  findingPage,
  leadList,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchDoor } from './door.ts';

export function addFindings(door: WorkbenchDoor): void {
  const { page, detail, leads, review, make, reply, challenge, correct, recommend } = findingEndpoints;
  addRead(door, page, async ({ snapshot, query, workbench }) => {
    await workbench.warmedUp(snapshot);
    return findingPage(snapshot, query);
  });
  addRead(door, detail, ({ snapshot, parameters }) => findingDetail(snapshot, parameters.id, door.now()));
  addRead(door, leads, async ({ snapshot, workbench }) => {
    await workbench.warmedUp(snapshot);
    return leadList(snapshot);
  });
  addCall(door, review, ({ workbench, parameters, body }) =>
    workbench.act(buildFindingReview({ ...body, ids: [parameters.id] })),
  );
  addCall(door, make, ({ workbench, body }) => workbench.act(buildFinding(body)));
  addCall(door, reply, ({ workbench, parameters, body }) =>
    workbench.act(buildReply({ ...body, finding: parameters.id })),
  );
  addCall(door, challenge, ({ workbench, parameters, body }) =>
    workbench.act(buildChallenge({ ...body, finding: parameters.id })),
  );
  addCall(door, correct, ({ workbench, parameters, body }) =>
    workbench.act(buildCorrection({ ...body, finding: parameters.id })),
  );
  addCall(door, recommend, ({ workbench, parameters, body }) =>
    workbench.act(buildRecommendation({ ...body, finding: parameters.id })),
  );
}
