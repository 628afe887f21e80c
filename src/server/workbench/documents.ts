import { z } from 'zod';
import { documentEndpoints, documentsForm, idParameter } from '../../app/workbench-contract.ts';
import {
  documentBytes,
  documentDetail,
  documentPage,
  problem,
  refusalList,
  sourceList,
  takeUpload,
} from '../../app/workbench-facade.ts';
import { addListing, addRead, type WorkbenchApi } from './api.ts';
import { ProblemError } from './problems.ts';
import { addUpload } from './upload.ts';

export function addDocuments(api: WorkbenchApi): void {
  const { page, detail, refusals, sources } = documentEndpoints;
  addListing(api, page, (store, { query }) => documentPage(store, query));
  addRead(api, detail, ({ snapshot, parameters }) => documentDetail(snapshot, parameters.id));
  addRead(api, refusals, ({ snapshot }) => refusalList(snapshot));
  addRead(api, sources, ({ snapshot }) => sourceList(snapshot));
  addUpload(api, documentsForm, ({ workbench, fields, form }) => {
    const files = form.files.filter(({ field }) => field === 'file');
    if (files.length === 0)
      throw new ProblemError(problem(422, 'bad-input', 'The form holds no file; send them as "file".', 'file'));
    return takeUpload(workbench, { ...fields, files, within: form.within, remove: form.remove });
  });
  addBytes(api);
}

/** Bytes from outside leave as bytes: a browser keeps them as a file and never shows or runs them here. */
function addBytes({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/documents/{id}/bytes',
    tags: ['Documents'],
    summary: 'The very bytes of a document, as a file',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/documents/:id/bytes', async (c) => {
    const { bytes, name } = await documentBytes(await workbench.current(), workbench.held, c.req.param('id'));
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(name),
      'cache-control': 'private, no-cache',
    });
  });
}

/** RFC 6266, with RFC 8187 for names beyond ASCII. The name comes from outside: only its last part is used, without signs. */
export function attachment(name: string): string {
  const last = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\0-\x1f\x7f"]/g, '').slice(0, 200) || 'document';
  const plain = last.replace(/[^\x20-\x7e]|[%;]/g, '_');
  const encoded = encodeURIComponent(last.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
