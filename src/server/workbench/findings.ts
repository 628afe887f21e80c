import { findingEndpoints } from '../../app/workbench-contract.ts';
import {
  buildChallenge,
  buildCorrection,
  buildFindingOnEvidence,
  buildFindingReview,
  buildRecommendation,
  buildReply,
  findingDetail,
  findingPage,
  leadList,
} from '../../app/workbench-facade.ts';
import { addCall, addDetail, addListing, type WorkbenchApi } from './api.ts';

export function addFindings(api: WorkbenchApi): void {
  const { page, detail, leads, review, make, reply, challenge, correct, recommend } = findingEndpoints;
  addListing(api, page, (store, { query }) => findingPage(store, query));
  addDetail(api, detail, (reading, { parameters }) => findingDetail(reading, parameters.id, api.now()));
  addListing(api, leads, (store) => leadList(store));
  addCall(api, review, ({ workbench, parameters, body }) =>
    workbench.act(buildFindingReview({ ...body, ids: [parameters.id] })),
  );
  addCall(api, make, ({ workbench, body }) => workbench.act(buildFindingOnEvidence(workbench.held.record, body)));
  addCall(api, reply, ({ workbench, parameters, body }) =>
    workbench.act(buildReply({ ...body, finding: parameters.id })),
  );
  addCall(api, challenge, ({ workbench, parameters, body }) =>
    workbench.act(buildChallenge({ ...body, finding: parameters.id })),
  );
  addCall(api, correct, ({ workbench, parameters, body }) =>
    workbench.act(buildCorrection({ ...body, finding: parameters.id })),
  );
  addCall(api, recommend, ({ workbench, parameters, body }) =>
    workbench.act(buildRecommendation({ ...body, finding: parameters.id })),
  );
}
