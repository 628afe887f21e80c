import { z } from 'zod';
import { idParameter, screeningEndpoints, screeningForm } from '../../app/workbench-contract.ts';
import {
  decideOnHit,
  decisionList,
  problem,
  screenedFile,
  screeningAnswer,
  screenSentFile,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchDoor } from './door.ts';
import { ProblemError } from './problems.ts';
import { addUpload } from './upload.ts';

export function addScreening(door: WorkbenchDoor): void {
  const { screen, decisions, decide } = screeningEndpoints;
  // List files next to the workspace may be read again without an act: no ETag.
  addCall(door, screen, async ({ workbench, query }) =>
    screeningAnswer(workbench, await workbench.current(), query, door.now()),
  );
  addRead(door, decisions, ({ snapshot }) => decisionList(snapshot));
  addCall(door, decide, async ({ workbench, body }) => decideOnHit(workbench, await workbench.current(), body));
  addUpload(door, screeningForm, ({ workbench, fields, form }) => {
    const [sent, ...more] = form.files.filter(({ field }) => field === 'file');
    if (sent === undefined || more.length > 0)
      throw new ProblemError(problem(422, 'bad-input', 'Send one CSV as "file".', 'file'));
    return screenSentFile(workbench, { ...fields, ...sent, within: form.within, remove: form.remove });
  });
  addAnswers(door);
}

/** The answers as a file. */
function addAnswers({ app, workbench }: WorkbenchDoor): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/screening/files/{id}',
    tags: ['Screening'],
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
