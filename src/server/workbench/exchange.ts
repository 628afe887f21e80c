import { z } from 'zod';
import { exchangeEndpoints, jobEndpoints, receiveForm } from '../../app/workbench-contract.ts';
import {
  makePackage,
  ownRecipient,
  packageFile,
  planShare,
  statementPage,
  takePackage,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';
import { addUpload, oneFileOf } from './upload.ts';

export function addExchange(api: WorkbenchApi): void {
  const { received, recipient, plan } = exchangeEndpoints;
  addRead(api, received, ({ workbench, query }) => statementPage(workbench, query));
  addCall(api, recipient, ({ workbench }) => ownRecipient({ workspace: workbench.held.folder }));
  addCall(api, plan, ({ workbench, body }) => planShare({ workspace: workbench.held, acts: body.acts }));
  addCall(api, jobEndpoints.makePackage, ({ workbench, body }) => makePackage(workbench, body, api.now));
  addUpload(api, receiveForm, ({ workbench, fields, form }) =>
    takePackage(workbench, { ...fields, file: oneFileOf(form, 'package'), remove: form.remove }),
  );
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
