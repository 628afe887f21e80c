import { z } from 'zod';
import { actEndpoints, idParameter, jobEndpoints, recordEndpoints } from '../../app/workbench-contract.ts';
import { actDetail, actPage, buildUndo, proofOf, recordView, verifyAsJob } from '../../app/workbench-facade.ts';
import { addCall, addLogRead, type WorkbenchApi } from './api.ts';

export function addRecord(api: WorkbenchApi): void {
  // The checkpoint follows the acts by itself, a second later: the view has no ETag.
  addCall(api, recordEndpoints.view, async ({ workbench }) => recordView(await workbench.log(), workbench.held));
  addLogRead(api, actEndpoints.page, (log, { query }) => actPage(log, query));
  addLogRead(api, actEndpoints.detail, (log, { workbench, parameters }) =>
    actDetail(log, workbench.held, parameters.id),
  );
  addCall(api, actEndpoints.undo, ({ workbench, parameters, body }) => workbench.act(buildUndo(body, parameters.id)));
  addCall(api, recordEndpoints.checkpoint, async ({ workbench }) => {
    await workbench.held.record.checkpoint();
    return recordView(await workbench.log(), workbench.held);
  });
  addCall(api, jobEndpoints.verify, ({ workbench }) => verifyAsJob(workbench));
  addProofs(api);
}

function addProofs({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/record/proofs/{id}',
    tags: ['Record'],
    summary: 'A proof that an act, a claim or a document is in the record (C2SP tlog-proof)',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'text/plain': { schema: z.string() } } } },
  });
  app.get('/record/proofs/:id', async (c) => {
    const id = c.req.param('id');
    const proof = await proofOf(workbench.held, id);
    return c.body(proof, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${id.replace(/[^A-Za-z0-9-]/g, '-')}.tlog-proof"`,
    });
  });
}
