import { join } from 'node:path';
import { z } from 'zod';
import { cosignForm, exchangeEndpoints, jobEndpoints, receiveForm } from '../../app/workbench-contract.ts';
import {
  askWitnesses,
  lookAtLog,
  makePackage,
  ownRecipient,
  packageFile,
  planShare,
  problem,
  statementPage,
  takePackage,
  watchView,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';
import { ProblemAnswer } from './problems.ts';
import { addUpload } from './upload.ts';

export function addExchange(api: WorkbenchApi): void {
  const { watch, received, recipient, plan } = exchangeEndpoints;
  // Cosignatures and stamps come without an act, and what is stale becomes so by time: no ETag.
  addCall(api, watch, async ({ workbench }) => watchView(await workbench.current(), workbench.held, api.now()));
  addRead(api, received, ({ workbench, query }) => statementPage(workbench, query));
  addCall(api, recipient, ({ workbench }) => ownRecipient({ workspace: workbench.held.folder }));
  addCall(api, plan, ({ workbench, body }) => planShare({ workspace: workbench.held, acts: body.acts }));
  addCall(api, jobEndpoints.makePackage, ({ workbench, body }) => makePackage(workbench, body, api.now));
  addCall(api, jobEndpoints.lookAtLog, ({ workbench, body }) => lookAtLog(workbench, body));
  addUpload(api, cosignForm, ({ workbench, form }) => {
    const [policy] = form.files.filter(({ field }) => field === 'file');
    return askWitnesses(workbench, {
      ...(policy === undefined ? {} : { policy: join(form.within, policy.file) }),
      remove: form.remove,
    });
  });
  addUpload(api, receiveForm, ({ workbench, fields, form }) => {
    const [sent, ...others] = form.files.filter(({ field }) => field === 'file');
    if (sent === undefined || others.length > 0)
      throw new ProblemAnswer(problem(422, 'bad-input', 'Send one package as "file".', 'file'));
    return takePackage(workbench, { ...fields, file: join(form.within, sent.file), remove: form.remove });
  });
  addPackages(api);
}

/** Encrypted bytes leave as bytes. */
function addPackages({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/record/packages/{name}',
    tags: ['Watching together'],
    summary: 'A package that was made here, encrypted for its recipients',
    request: { params: z.object({ name: z.string() }) },
    responses: { 200: { description: 'Done', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/record/packages/:name', async (c) => {
    const name = c.req.param('name');
    const bytes = await packageFile(workbench, name);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-cache',
    });
  });
}
