import type { Context } from 'hono';
import { z } from 'zod';
import {
  idParameter,
  jobEndpoints,
  previewQuery,
  problemShape,
  reportEndpoints,
  reportRequest,
} from '../../app/workbench-contract.ts';
import { reportDesk, reportFile, reportPreview, writeReports } from '../../app/workbench-facade.ts';
import { addCall, checked, readJson, type WorkbenchApi } from './api.ts';

const TAG = 'Report';
const MEDIA: Readonly<Record<string, string>> = {
  html: 'application/octet-stream',
  json: 'application/json',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function addReport(api: WorkbenchApi): void {
  // Files of the folder come and go without an act: no ETag.
  addCall(api, reportEndpoints.desk, async ({ workbench }) => {
    const snapshot = await workbench.current();
    await workbench.warmedUp(snapshot);
    return reportDesk(workbench, snapshot, api.now());
  });
  addCall(api, jobEndpoints.writeReport, ({ workbench, body }) => writeReports(workbench, body, api.now));
  addPreview(api);
  addFiles(api);
}

/**
 * A page for a sandboxed frame of the workbench. It holds quotations from outside: whatever it holds, nothing in it runs,
 * loads or is sent, and no other page may frame it. Its style sheet is its own.
 */
const PREVIEW_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

function addPreview({ app, workbench, now }: WorkbenchApi): void {
  const answer = async (c: Context, request: z.output<typeof reportRequest>): Promise<Response> => {
    const html = await reportPreview(workbench, await workbench.current(), request, now());
    return c.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PREVIEW_POLICY,
      'cache-control': 'private, no-store',
    });
  };
  for (const method of ['get', 'post'] as const)
    app.openAPIRegistry.registerPath({
      method,
      path: '/report/preview',
      tags: [TAG],
      summary: 'The report as one HTML page, as it would be written now',
      request:
        method === 'get'
          ? { query: previewQuery }
          : { body: { required: true, content: { 'application/json': { schema: reportRequest } } } },
      responses: {
        200: { description: 'Done', content: { 'text/html': { schema: z.string() } } },
        default: { description: 'Refused', content: { 'application/problem+json': { schema: problemShape } } },
      },
    });
  app.get('/report/preview', (c) => answer(c, checked(previewQuery, c.req.query(), 'query')));
  app.post('/report/preview', async (c) => answer(c, checked(reportRequest, await readJson(c), 'body')));
}

/** Reports leave as files: a browser keeps them and shows none of them under the workbench's own address. */
function addFiles({ app, workbench }: WorkbenchApi): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/reports/{id}',
    tags: [TAG],
    summary: 'A written report, as a file',
    request: { params: idParameter },
    responses: { 200: { description: 'Done', content: { 'application/octet-stream': { schema: z.string() } } } },
  });
  app.get('/reports/:id', async (c) => {
    const name = c.req.param('id');
    const { bytes, format } = await reportFile(workbench, name);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': MEDIA[format] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-cache',
    });
  });
}
