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
import { addCall, addListing, addRead, type WorkbenchDoor } from './door.ts';

export function addClaims(door: WorkbenchDoor): void {
  const { page, compare, detail, add, review, edit, grade } = claimEndpoints;
  addListing(door, page, (store, { query }) => claimPage(store, query));
  addRead(door, compare, ({ snapshot, query }) => compareClaims(snapshot, query.a, query.b));
  addRead(door, detail, ({ snapshot, parameters }) => claimDetail(snapshot, parameters.id));
  addCall(door, add, ({ workbench, body }) => workbench.act(buildAddition(body, body.claim, 'claim')));
  addCall(door, review, ({ workbench, body }) => workbench.act(buildReviews(body, body.ids, body.status)));
  addCall(door, edit, ({ workbench, parameters, body }) =>
    workbench.act(buildEdit(body, parameters.id, body.changes, 'changes')),
  );
  addCall(door, grade, ({ workbench, parameters, body }) =>
    workbench.act(buildGrade(body, parameters.id, body.credibility)),
  );
}
