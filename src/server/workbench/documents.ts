import { z } from 'zod';
import {
  documentBytes,
  documentDetail,
  documentPage,
  problem,
  refusalList,
  sourceList,
  takeUpload,
} from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { ProblemError } from './problems.ts';
import { day, filter, idParameter, pageQuery, signed } from './query.ts';
import { addUpload } from './upload.ts';

const TAG = 'Documents';

export function addDocuments(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/documents',
      tag: TAG,
      summary: 'Documents, the newest first',
      query: z.object({ q: filter, ...pageQuery }),
      answer: z.unknown(),
    },
    ({ snapshot, query }) => documentPage(snapshot, query),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/documents/{id}',
      tag: TAG,
      summary: 'A document: custody, text as blocks, claims',
      parameters: idParameter,
      answer: z.unknown(),
    },
    ({ snapshot, parameters }) => documentDetail(snapshot, parameters.id),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/refusals',
      tag: TAG,
      summary: 'Files that were not taken in, and why',
      answer: z.unknown(),
    },
    ({ snapshot }) => refusalList(snapshot),
  );
  addJson(
    door,
    { method: 'get', path: '/sources', tag: TAG, summary: 'Sources that documents have', answer: z.unknown() },
    ({ snapshot }) => sourceList(snapshot),
  );
  addUpload(
    door,
    { path: '/documents', tag: TAG, summary: 'Takes files in; answers a job', fields: uploadFields },
    ({ workbench, fields, form }) => {
      const files = form.files.filter(({ field }) => field === 'file');
      if (files.length === 0)
        throw new ProblemError(problem(422, 'bad-input', 'The form holds no file; send them as "file".', 'file'));
      return takeUpload(workbench, { ...fields, files, within: form.within, remove: form.remove });
    },
  );
  addBytes(door);
}

const optionalText = z
  .string()
  .trim()
  .max(2000)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const uploadFields = z.object({
  by: signed.by,
  source: z.string().trim().min(1, 'say whose document it is').max(200),
  kind: optionalText,
  country: optionalText,
  published: optionalText.pipe(day.optional()),
  url: optionalText,
});

/** Bytes from outside leave as bytes: a browser keeps them as a file and never shows or runs them here. */
function addBytes({ app, workbench }: WorkbenchDoor): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/documents/{id}/bytes',
    tags: [TAG],
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
