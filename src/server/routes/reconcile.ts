import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { cleanExample, propertyByQname, propertyOf, schemaOf } from '../../app/screening/screening-service-facade.ts';
import { checkedPart, HttpError, instant, readQuery } from '../request.ts';
import { addEndpoint, datasetsOf, filtersOf, type ScreeningApi } from '../screening-api.ts';
import { reconcileShape } from '../shapes.ts';
import { checkAlgorithm } from './algorithms.ts';
import { MOST_QUERIES } from './match.ts';
import { describeEntity, manifestOf } from './reconcile-manifest.ts';
import { nameOf, parameters, tag } from './reconcile-request.ts';
import { addSuggestions } from './reconcile-suggest.ts';
import { MOST_PAGE } from './search.ts';

/**
 * The reconciliation service API 0.2 (W3C Entity Reconciliation Community Group, 10 April 2023), as OpenRefine speaks it.
 */

const DEFAULT_THRESHOLD = 0.7;
/** Candidates are shown to a person who chooses, so weaker ones are worth a look too. */
const LEAST_SCORE = 0.5;

const reconcileQuery = z.object({
  algorithm: z.string().default('best').meta({ description: 'Scoring algorithm' }),
  changed_since: instant('Match against entities that were updated since the given date'),
});

/** A value may be a text, a number, an entity that was reconciled before, or several of them. */
const givenValue = z.union([z.string(), z.number(), z.boolean(), z.looseObject({}), z.array(z.unknown())]);
const batch = z.record(
  z.string(),
  z.object({
    query: z.string().nullish(),
    type: z.union([z.string(), z.array(z.string()), z.looseObject({ id: z.string() })]).nullish(),
    limit: z.int().default(5),
    properties: z.array(z.object({ pid: z.string(), v: givenValue })).default([]),
  }),
);

const extension = z.object({
  ids: z.array(z.string()),
  properties: z.array(
    z.object({
      id: z.string(),
      settings: z
        .object({ limit: z.coerce.number().int().default(0), render: z.enum(['caption', 'raw']).default('caption') })
        .default({ limit: 0, render: 'caption' }),
    }),
  ),
});

export function addReconcile(api: ScreeningApi): void {
  const { service } = api;
  const endpoint = { tag, parameters, answer: reconcileShape, also: { 404: 'No such dataset' } };
  addEndpoint(
    api,
    { ...endpoint, method: 'get', path: '/reconcile/{dataset}', summary: 'Reconciliation manifest' },
    async (c) => {
      const dataset = nameOf(c);
      datasetsOf(service, dataset);
      // Version 0.1 of the specification, and 0.2 in passing, send queries by GET too.
      const { queries, extend } = c.req.query();
      if (queries !== undefined || extend !== undefined) return await answer(c, api, queries, extend);
      return c.json(manifestOf(c, api, dataset));
    },
  );
  addEndpoint(
    api,
    {
      ...endpoint,
      method: 'post',
      path: '/reconcile/{dataset}',
      summary: 'Reconciliation queries (a form with `queries` or `extend`)',
      query: reconcileQuery,
      also: { 400: 'Invalid query', 404: 'No such dataset', 422: 'Invalid parameters' },
    },
    async (c) => {
      const form = await c.req.parseBody();
      const field = (name: string): string | undefined => {
        const value = form[name];
        return typeof value === 'string' ? value : undefined;
      };
      return await answer(c, api, field('queries'), field('extend'));
    },
  );
  addSuggestions(api);
  api.app.get('/reconcile/:dataset/preview/:id', (c) => answerPreview(c, api));
}

async function answer(c: Context, api: ScreeningApi, queries?: string, extend?: string): Promise<Response> {
  const { service } = api;
  if (extend !== undefined && extend.trim() !== '') {
    const rows = extendRows(api, checkedPart(extension, extend, 'extension request'));
    c.header('x-batch-size', String(Object.keys(rows.rows).length));
    return c.json(rows);
  }
  if (queries === undefined) throw new HttpError(400, 'No queries or extend request provided.');
  const asked = readQuery(c, reconcileQuery);
  const dataset = nameOf(c);
  const none = { include_dataset: [], exclude_dataset: [], exclude_schema: [], changed_since: asked.changed_since };
  const filters = filtersOf(service, dataset, none, []);
  const parsed = Object.entries(checkedPart(batch, queries, 'reconciliation queries'));
  if (parsed.length > MOST_QUERIES) throw new HttpError(400, `Too many queries in one batch (limit: ${MOST_QUERIES})`);
  checkAlgorithm(asked.algorithm);
  const limits = parsed.map(([, { limit }]) => Math.max(0, limit));
  const answers = await service.match({
    queries: parsed.map(([key, query]) => ({ key, example: exampleOf(query) })),
    limit: Math.min(MOST_PAGE, Math.max(...limits, 0)),
    threshold: DEFAULT_THRESHOLD,
    cutoff: LEAST_SCORE,
    filters,
    asked: `/reconcile/${dataset}`,
  });
  c.header('x-batch-size', String(answers.length));
  return c.json(
    Object.fromEntries(
      answers.map(({ key, results }, at) => [
        key,
        {
          result: results.slice(0, limits[at]).map(({ entity, hit, match, decision }) => ({
            ...describeEntity(entity),
            score: hit.score,
            match,
            ...(decision === null ? {} : { decision }),
          })),
        },
      ]),
    ),
  );
}

function exampleOf(query: z.output<typeof batch>[string]): ReturnType<typeof cleanExample> {
  const { type } = query;
  const schema = typeof type === 'string' ? type : Array.isArray(type) ? type[0] : type?.id;
  const properties: Record<string, unknown[]> = {};
  if (query.query) properties.name = [query.query];
  const found = schemaOf(schema ?? 'Thing');
  for (const { pid, v } of query.properties) {
    const property = propertyByQname(pid) ?? (found === undefined ? undefined : propertyOf(found, pid));
    if (property === undefined) continue;
    properties[property.name] = [...(properties[property.name] ?? []), v].flat();
  }
  try {
    return cleanExample({ schema: schema || 'Thing', properties });
  } catch (error) {
    throw new HttpError(400, error instanceof Error ? error.message : String(error));
  }
}

function extendRows({ service }: ScreeningApi, asked: z.output<typeof extension>) {
  if (asked.ids.length > MOST_QUERIES)
    throw new HttpError(400, `Too many queries in one batch (limit: ${MOST_QUERIES})`);
  const meta = new Map<string, { id: string; name: string }>();
  const rows: Record<string, Record<string, { str: string }[]>> = {};
  for (const id of asked.ids) {
    const row: Record<string, { str: string }[]> = {};
    rows[id] = row;
    const entity = service.entities.find(id);
    const schema = entity === undefined ? undefined : schemaOf(entity.schema);
    if (entity === undefined || schema === undefined) continue;
    for (const { id: name, settings } of asked.properties) {
      const property = propertyOf(schema, name);
      if (property === undefined) continue;
      if (!meta.has(name)) meta.set(name, { id: property.name, name: property.label });
      const values = entity.properties[property.name] ?? [];
      const kept = settings.limit > 0 ? values.slice(0, settings.limit) : values;
      row[name] = kept.map((str) => ({
        str: settings.render === 'caption' ? (property.type.values.get(str) ?? str) : str,
      }));
    }
  }
  return { meta: [...meta.values()], rows };
}

/** A small page that OpenRefine shows beside a candidate, in a frame of its own. */
function answerPreview(c: Context, { service }: ScreeningApi): Response | Promise<Response> {
  datasetsOf(service, nameOf(c));
  const entity = service.entities.find(c.req.param('id') ?? '');
  if (entity === undefined) throw new HttpError(404, 'No such entity!');
  const schema = schemaOf(entity.schema);
  const rows = Object.entries(entity.properties)
    .slice(0, 20)
    .map(([name, values]) => {
      const label = (schema === undefined ? undefined : propertyOf(schema, name)?.label) ?? name;
      return html`<dt>${label}</dt><dd>${values.slice(0, 5).join('; ')}</dd>`;
    });
  c.header(
    'content-security-policy',
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*",
  );
  return c.html(
    html`<!doctype html><html lang="en"><meta charset="utf-8"><title>${entity.caption}</title>
<h1>${entity.caption}</h1><p>${schema?.label ?? entity.schema}, ${entity.datasets.join(', ')}, ${entity.id}</p>
<dl>${rows}</dl></html>`,
  );
}
