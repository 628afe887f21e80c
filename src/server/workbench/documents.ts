import type { HttpBindings } from '@hono/node-server';
import { z } from 'zod';
import {
  contentsForm,
  documentEndpoints,
  documentsForm,
  idParameter,
  pageParameters,
} from '../../app/workbench-contract.ts';
import {
  buildSource,
  documentDetail,
  documentFile,
  documentPage,
  listContents,
  pagePictureOf,
  pageWords,
  problem,
  refusalList,
  sourceList,
  takeUpload,
} from '../../app/workbench-facade.ts';
import { addCall, addDetail, addListing, addLogRead, type WorkbenchApi } from './api.ts';
import type { SentFile, SentForm } from './multipart.ts';
import { ProblemAnswer } from './problems.ts';
import { addUpload } from './upload.ts';

export function addDocuments(api: WorkbenchApi, onError: (error: unknown) => void): void {
  const { page, detail, words, refusals, sources, describeSource } = documentEndpoints;
  addListing(api, page, (store, { query }) => documentPage(store, query));
  addDetail(api, detail, (reading, { parameters }) => documentDetail(reading, parameters.id));
  addDetail(api, words, (reading, { parameters }) => pageWords(reading, parameters.id, Number(parameters.page)));
  addLogRead(api, refusals, refusalList);
  addLogRead(api, sources, sourceList);
  addCall(api, describeSource, ({ workbench, parameters, body }) =>
    workbench.act(buildSource(body, parameters.id, body)),
  );
  addUpload(api, documentsForm, ({ workbench, fields, form }) => {
    const { chosen = [], ...said } = fields;
    const files = filesIn(form).map((file, at) => ({
      ...file,
      chosen: chosen.find((one) => one.file === at)?.members,
    }));
    return takeUpload(workbench, { ...said, files, within: form.within, remove: form.remove });
  });
  addUpload(api, contentsForm, ({ workbench, form }) =>
    listContents(workbench, { files: filesIn(form), within: form.within, remove: form.remove }),
  );
  addBytes(api, onError);
  addPictures(api);
}

/** @throws ProblemAnswer where a form brings none */
function filesIn({ files }: SentForm): readonly SentFile[] {
  const sent = files.filter(({ field }) => field === 'file');
  if (sent.length > 0) return sent;
  throw new ProblemAnswer(problem(422, 'bad-input', 'The form holds no file; send them as "file".', 'file'));
}

/** Pictures alone leave as what they are: a browser that is told their type and nothing else runs nothing in them. */
function addPictures({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/documents/{id}/pages/{page}/picture',
    tags: ['Documents'],
    summary: 'The picture of a page that text was read off',
    request: { params: pageParameters },
    responses: { 200: { description: 'Done', content: { 'image/png': { schema: z.string() } } } },
  });
  app.get('/documents/:id/pages/:page/picture', async (c) => {
    const asked = pageParameters.safeParse(c.req.param());
    if (!asked.success) throw new ProblemAnswer(problem(404, 'no-such-passage', 'There is no such page.'));
    const { id, page } = asked.data;
    const { type, bytes } = await pagePictureOf(await workbench.log(), workbench.held, id, page);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });
}

/** Bytes from outside leave as bytes: a browser keeps them as a file and never shows or runs them here. */
function addBytes({ app, workbench }: WorkbenchApi, onError: (error: unknown) => void): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/documents/{id}/bytes',
    tags: ['Documents'],
    summary: 'The very bytes of a document, as a file',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/documents/:id/bytes', async (c) => {
    const { content, size, name } = await documentFile(await workbench.log(), workbench.held, c.req.param('id'));
    const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
    const breakOff = (error: unknown): void => {
      onError(error);
      outgoing?.destroy();
    };
    const body = content instanceof Uint8Array ? new Uint8Array(content) : streamOf(content, breakOff);
    return c.body(body, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': attachment(name),
      'cache-control': 'private, no-cache',
    });
  });
}

/**
 * What is too large for memory leaves piece by piece, as it is asked for. Where a piece cannot be given the connection is broken off
 * short of the length that was announced, so that nobody takes for whole what is not.
 */
function streamOf(pieces: Iterator<Uint8Array>, breakOff: (error: unknown) => void): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      try {
        const { done, value } = pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        breakOff(error);
        controller.close();
      }
    },
    cancel() {
      pieces.return?.();
    },
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
