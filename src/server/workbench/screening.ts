import { z } from 'zod';
import {
  decideOnHit,
  decisionList,
  problem,
  screenedFile,
  screeningAnswer,
  screenSentFile,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { ProblemError } from './problems.ts';
import { day, filter, idParameter, signed } from './query.ts';
import { addUpload } from './upload.ts';

const TAG = 'Screening';
const share = z.coerce.number().min(0).max(1).optional();
const limit = z.coerce.number().int().min(1).max(500).optional();

const questionFields = {
  name: z.string().max(1000).optional(),
  schema: filter,
  birthDate: filter,
  country: filter,
  idNumber: filter,
  imoNumber: filter,
};

export function addScreening(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/screening',
      tag: TAG,
      summary: 'One question against the lists; looked at only, not logged',
      query: z.object({ ...questionFields, threshold: share, limit, asOf: day.optional() }),
      answer: z.unknown(),
      // List files beside the workspace may be read again without an act.
      follows: 'nothing',
    },
    ({ workbench, snapshot, query }) => screeningAnswer(workbench, snapshot, query, door.now()),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/screening/decisions',
      tag: TAG,
      summary: 'Decisions on hits in force, the newest first',
      answer: z.unknown(),
    },
    ({ snapshot }) => decisionList(snapshot),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/screening/decisions',
      tag: TAG,
      summary: 'Decides on a hit; the screening is logged with it',
      body: z.object({
        by: signed.by,
        reason: z.string().trim().min(1, 'say why').max(10_000),
        decision: z.enum(['true', 'false', 'unsure']),
        entityId: z.string().max(500),
        question: z.object(questionFields),
      }),
      answer: z.unknown(),
    },
    ({ workbench, snapshot, body }) => decideOnHit(workbench, snapshot, body),
  );
  addUpload(
    door,
    {
      path: '/screening/files',
      tag: TAG,
      summary: 'Screens a CSV of questions; answers a job',
      fields: z.object({ threshold: share, limit }),
    },
    ({ workbench, fields, form }) => {
      const [sent, ...more] = form.files.filter(({ field }) => field === 'file');
      if (sent === undefined || more.length > 0)
        throw new ProblemError(problem(422, 'bad-input', 'Send one CSV as "file".', 'file'));
      return screenSentFile(workbench, { ...fields, ...sent, within: form.within, remove: form.remove });
    },
  );
  addAnswers(door);
}

/** The answers as a file. */
function addAnswers({ app, workbench }: WorkbenchDoor): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/screening/files/{id}',
    tags: [TAG],
    summary: 'The answers of a screened file as CSV',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } } },
  });
  app.get('/screening/files/:id', async (c) => {
    const bytes = await screenedFile(workbench, c.req.param('id'));
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="screened.csv"',
      'cache-control': 'private, no-store',
    });
  });
}
