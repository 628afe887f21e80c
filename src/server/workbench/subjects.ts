import { z } from 'zod';
import { idParameter, letterQuery, subjectEndpoints } from '../../app/workbench-contract.ts';
import {
  decideOnSubject,
  heldSubjects,
  hitQueue,
  judgeSubjectPairs,
  listNews,
  proposalList,
  subjectDetail,
  subjectLetter,
  subjectLetterFile,
  subjectList,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, checked, type WorkbenchApi } from './api.ts';

export function addSubjects(api: WorkbenchApi): void {
  const { page, proposals, hits, news, judge, detail, letter, decide } = subjectEndpoints;
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
  addRead(api, letter, async ({ workbench, snapshot, parameters, query }) =>
    subjectLetter(await heldSubjects(workbench, snapshot), parameters.id, query, api.now()),
  );
  addLetterFile(api);
  addCall(api, decide, async ({ workbench, parameters, body }) => {
    const snapshot = await workbench.current();
    return decideOnSubject(workbench, snapshot, await heldSubjects(workbench, snapshot), parameters.id, body);
  });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The letter as a file. */
function addLetterFile({ app, workbench, now }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/subjects/{id}/letter.docx',
    tags: ['Subjects'],
    summary: 'The same as a Word document',
    request: { params: idParameter, query: letterQuery },
    responses: { 200: { description: 'Done', content: { [WORD]: { schema: z.string() } } } },
  });
  app.get('/subjects/:id/letter.docx', async (c) => {
    const query = checked(letterQuery, c.req.query(), 'query');
    const subjects = await heldSubjects(workbench, await workbench.current());
    const bytes = await subjectLetterFile(subjects, c.req.param('id'), query, now());
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': WORD,
      'content-disposition': 'attachment; filename="letter.docx"',
      'cache-control': 'private, no-store',
    });
  });
}
