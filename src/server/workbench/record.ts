import { z } from 'zod';
import { actDetail, actPage, buildUndo, proofOf, recordView, verifyAsJob } from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { filter, idParameter, pageQuery, signed } from './query.ts';

const TAG = 'Record';

export function addRecord(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/record',
      tag: TAG,
      summary: 'The record and its last checkpoint',
      answer: z.unknown(),
      // The checkpoint follows the acts by itself, a second later.
      follows: 'nothing',
    },
    ({ snapshot, workbench }) => recordView(snapshot, workbench.held),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/record/acts',
      tag: TAG,
      summary: 'Acts, the newest first',
      query: z.object({ kind: filter, by: filter, q: filter, ...pageQuery }),
      answer: z.unknown(),
    },
    ({ snapshot, query }) => actPage(snapshot, query),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/record/acts/{id}',
      tag: TAG,
      summary: 'One act whole, with its leaf',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, workbench, parameters }) => actDetail(snapshot, workbench.held, parameters.id),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/acts/{id}/undo',
      tag: TAG,
      summary: 'Takes an act back by another act; undoing an undoing restores it',
      parameters: idParameter,
      body: z.object(signed),
      answer: z.unknown(),
    },
    ({ workbench, parameters, body }) => workbench.act(buildUndo(body, parameters.id)),
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/record/checkpoint',
      tag: TAG,
      summary: 'Signs the record as it stands',
      answer: z.unknown(),
    },
    async ({ workbench }) => {
      await workbench.held.record.checkpoint();
      return recordView(await workbench.current(), workbench.held);
    },
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/record/verifications',
      tag: TAG,
      summary: 'Checks every byte of the record; answers a job',
      answer: z.unknown(),
      status: 202,
    },
    ({ workbench }) => verifyAsJob(workbench),
  );
  addProofs(door);
}

function addProofs({ app, workbench }: WorkbenchDoor): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/record/proofs/{id}',
    tags: [TAG],
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
