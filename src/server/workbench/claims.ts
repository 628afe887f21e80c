import { claimEndpoints } from '../../app/workbench-contract.ts';
import {
  buildAddition,
  buildEdit,
  buildGrade,
  buildReviews,
  claimDetail,
  claimPage,
  compareClaims,
} from '../../app/workbench-facade.ts';
import { addCall, addDetail, addListing, type WorkbenchApi } from './api.ts';

export function addClaims(api: WorkbenchApi): void {
  const { page, compare, detail, add, review, edit, grade } = claimEndpoints;
  addListing(api, page, (store, { query }) => claimPage(store, query));
  addDetail(api, compare, (reading, { query }) => compareClaims(reading, query.a, query.b));
  addDetail(api, detail, (reading, { parameters }) => claimDetail(reading, parameters.id));
  addCall(api, add, ({ workbench, body }) => workbench.act(buildAddition(body, body.claim, 'claim')));
  addCall(api, review, ({ workbench, body }) => workbench.act(buildReviews(body, body.ids, body.status)));
  addCall(api, edit, ({ workbench, parameters, body }) =>
    workbench.act(buildEdit(body, parameters.id, body.changes, 'changes')),
  );
  addCall(api, grade, ({ workbench, parameters, body }) =>
    workbench.act(buildGrade(body, parameters.id, body.credibility)),
  );
}
