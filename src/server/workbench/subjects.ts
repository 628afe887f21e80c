import { subjectEndpoints } from '../../app/workbench-contract.ts';
import {
  decideOnSubject,
  heldSubjects,
  hitQueue,
  judgeSubjectPairs,
  listNews,
  proposalList,
  subjectDetail,
  subjectList,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';

export function addSubjects(api: WorkbenchApi): void {
  const { page, proposals, hits, news, judge, detail, decide } = subjectEndpoints;
  addRead(api, page, async ({ workbench, snapshot, query }) =>
    subjectList(await heldSubjects(workbench, snapshot), query),
  );
  addRead(api, proposals, async ({ workbench, snapshot, query }) =>
    proposalList(await heldSubjects(workbench, snapshot), query),
  );
  addRead(api, hits, async ({ workbench, snapshot, query }) =>
    hitQueue(await heldSubjects(workbench, snapshot), query, api.now()),
  );
  addRead(api, news, async ({ workbench, snapshot }) =>
    listNews(workbench, snapshot, await heldSubjects(workbench, snapshot)),
  );
  addCall(api, judge, async ({ workbench, body }) =>
    judgeSubjectPairs(workbench, await heldSubjects(workbench, await workbench.current()), body),
  );
  addRead(api, detail, async ({ workbench, snapshot, parameters }) =>
    subjectDetail(await heldSubjects(workbench, snapshot), parameters.id, api.now()),
  );
  addCall(api, decide, async ({ workbench, parameters, body }) => {
    const snapshot = await workbench.current();
    return decideOnSubject(workbench, snapshot, await heldSubjects(workbench, snapshot), parameters.id, body);
  });
}
