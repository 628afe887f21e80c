import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { readVersion } from '../../app/screening/screening-service-facade.ts';
import { flag, HttpError, readQuery } from '../request.ts';
import { addEndpoint, EVERYTHING, type ScreeningApi } from '../screening-api.ts';
import { catalogShape, statusShape } from '../shapes.ts';

const TITLE = 'Standing Panel';
const updateQuery = z.object({
  token: z.string().default('').meta({ description: 'Update token' }),
  sync: flag('Wait until the lists are read').default(false),
});

export function addSystem(api: ScreeningApi): void {
  const { app, service, updateToken } = api;
  const tag = 'System information';
  for (const path of ['/healthz', '/readyz'])
    addEndpoint(
      api,
      { method: 'get', path, summary: 'The service answers and its lists are loaded', tag, answer: statusShape },
      (c) => c.json({ status: 'ok' }),
    );
  for (const path of ['/catalog', '/manifest'])
    addEndpoint(
      api,
      {
        method: 'get',
        path,
        summary: 'The lists that are served',
        tag: 'Data access',
        answer: catalogShape,
        also: { 304: 'The catalogue has not changed' },
      },
      (c) => answerCatalog(c, api),
    );
  addEndpoint(
    api,
    {
      method: 'post',
      path: '/updatez',
      summary: 'Read the lists again',
      tag,
      query: updateQuery,
      answer: statusShape,
      also: { 403: 'Invalid token' },
    },
    async (c) => {
      const { token, sync } = readQuery(c, updateQuery);
      if (updateToken === '' || !sameSecret(token, updateToken)) throw new HttpError(403, 'Invalid token.');
      const reading = service.reload();
      if (sync) await reading;
      else reading.catch(() => undefined);
      return c.json({ status: 'ok' });
    },
  );
  app.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: `${TITLE}: screening`,
          version: readVersion(),
          description:
            'Names against official lists. The same paths, parameters and shapes as the yente API, version 5.5.',
        },
      }),
    ),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/', (c) =>
    c.html(
      html`<!doctype html><html lang="en"><meta charset="utf-8"><title>${TITLE}: screening</title>
<h1>${TITLE}: screening</h1>
<p>Lists served: ${[...service.entities.datasets.keys()].join(', ')}.</p>
<p>For programs: <a href="/openapi.json">OpenAPI document</a>. For OpenRefine: add the reconciliation service
${`${new URL(c.req.url).origin}/reconcile/${EVERYTHING}`}.</p></html>`,
    ),
  );
}

function answerCatalog(c: Context, { service }: ScreeningApi): Response {
  const etag = `"${createHash('sha256').update(service.key).digest('hex').slice(0, 40)}"`;
  c.header('etag', etag);
  c.header('cache-control', 'public, max-age=300');
  const asked = c.req.header('if-none-match');
  if (asked?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag)) return c.body(null, 304);
  const lists = [...service.entities.datasets.values()].map(({ name, entityCount, version, updatedAt }) => ({
    name,
    title: name,
    version,
    index_version: version,
    index_current: true,
    load: true,
    entity_count: entityCount,
    updated_at: updatedAt,
    entities_url: null,
    namespace: false,
    resources: [],
    children: [],
  }));
  const everything = {
    name: EVERYTHING,
    title: 'All lists',
    version: service.key.slice(0, 16),
    index_version: service.key.slice(0, 16),
    index_current: true,
    load: false,
    entity_count: service.entities.index.entityCount,
    updated_at:
      lists
        .map(({ updated_at }) => updated_at)
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
    entities_url: null,
    namespace: false,
    resources: [],
    children: lists.map(({ name }) => name),
  };
  return c.json({
    datasets: [everything, ...lists],
    current: lists.map(({ name }) => name),
    outdated: [],
    index_stale: false,
  });
}

/** Compared by hash, so that the time taken tells nothing. */
function sameSecret(a: string, b: string): boolean {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  return hash(a) === hash(b);
}
