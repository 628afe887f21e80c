import { z } from 'zod';
import { idParameter, screeningEndpoints, screeningForm, tableForm } from '../../app/workbench-contract.ts';
import {
  batchFile,
  batchList,
  batchPage,
  decideOnHit,
  decisionList,
  problem,
  readSentTable,
  screenedFile,
  screeningAnswer,
  screenSentFile,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';
import { ProblemAnswer } from './problems.ts';
import { addUpload } from './upload.ts';

export function addScreening(api: WorkbenchApi): void {
  const { screen, decisions, decide, batches, batch } = screeningEndpoints;
  // List files next to the workspace may be read again without an act: no ETag.
  addCall(api, screen, async ({ workbench, query }) =>
    screeningAnswer(workbench, await workbench.current(), query, api.now()),
  );
  addRead(api, decisions, ({ snapshot }) => decisionList(snapshot));
  addCall(api, decide, async ({ workbench, body }) => decideOnHit(workbench, await workbench.current(), body));
  addUpload(api, screeningForm, ({ workbench, fields, form }) => {
    const [sent, ...more] = form.files.filter(({ field }) => field === 'file');
    if (sent === undefined || more.length > 0)
      throw new ProblemAnswer(problem(422, 'bad-input', 'Send one CSV as "file".', 'file'));
    return screenSentFile(workbench, { ...fields, ...sent, within: form.within, remove: form.remove });
  });
  addUpload(api, tableForm, ({ workbench, form }) => {
    const [sent, ...more] = form.files.filter(({ field }) => field === 'file');
    if (sent === undefined || more.length > 0)
      throw new ProblemAnswer(problem(422, 'bad-input', 'Send one table as "file".', 'file'));
    return readSentTable(workbench, { ...sent, within: form.within, remove: form.remove });
  });
  addRead(api, batches, ({ workbench, snapshot }) => batchList(workbench, snapshot));
  addBatchFile(api);
  addRead(api, batch, ({ workbench, snapshot, parameters, query }) =>
    batchPage(workbench, snapshot, parameters.id, query, api.now()),
  );
  addAnswers(api);
}

/** A screened file with what was decided. */
function addBatchFile({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/screening/batches/{id}/decisions.csv',
    tags: ['Screening'],
    summary: 'The same with every row and what was decided, as CSV',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } } },
  });
  app.get('/screening/batches/:id/decisions.csv', async (c) =>
    c.body(await batchFile(workbench, await workbench.current(), c.req.param('id')), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="decisions.csv"',
      'cache-control': 'private, no-store',
    }),
  );
}

/** The answers as a file. */
function addAnswers({ app, workbench }: WorkbenchApi): void {
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
