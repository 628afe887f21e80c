import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import {
  cleanExample,
  model,
  propertiesOf,
  propertyByQname,
  propertyOf,
  schemaOf,
} from '../../app/screening-service-door.ts';
import { addEndpoint, baseUrl, type Door, datasetsOf, EVERYTHING, filtersOf } from '../door.ts';
import { checkedPart, HttpError, instant, integer, readQuery } from '../request.ts';
import { reconcileShape } from '../shapes.ts';
import { checkAlgorithm } from './algorithms.ts';
import { MOST_QUERIES } from './match.ts';
import { MOST_PAGE } from './search.ts';

/**
 * The reconciliation service API 0.2 (W3C Entity Reconciliation Community Group, 10 April 2023), as OpenRefine speaks it.
 */

const DEFAULT_THRESHOLD = 0.7;
/** Candidates are shown to a person who chooses, so weaker ones are worth a look too. */
const LEAST_SCORE = 0.5;
const SUGGESTIONS = 5;

type Schema = NonNullable<ReturnType<typeof schemaOf>>;
type Property = ReturnType<typeof propertiesOf>[number];

const parameters = z.object({ dataset: z.string() });
const tag = 'Reconciliation';

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

export function addReconcile(door: Door): void {
  const { service } = door;
  const endpoint = { tag, parameters, answer: reconcileShape, also: { 404: 'No such dataset' } };
  addEndpoint(
    door,
    { ...endpoint, method: 'get', path: '/reconcile/{dataset}', summary: 'Reconciliation manifest' },
    async (c) => {
      const dataset = nameOf(c);
      datasetsOf(service, dataset);
      // Version 0.1 of the specification, and 0.2 in passing, send queries by GET too.
      const { queries, extend } = c.req.query();
      if (queries !== undefined || extend !== undefined) return await answer(c, door, queries, extend);
      return c.json(manifestOf(c, door, dataset));
    },
  );
  addEndpoint(
    door,
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
      return await answer(c, door, field('queries'), field('extend'));
    },
  );
  addSuggestions(door);
  door.app.get('/reconcile/:dataset/preview/:id', (c) => answerPreview(c, door));
}

async function answer(c: Context, door: Door, queries?: string, extend?: string): Promise<Response> {
  const { service } = door;
  if (extend !== undefined && extend.trim() !== '') {
    const rows = extendRows(door, checkedPart(extension, extend, 'extension request'));
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

function extendRows({ service }: Door, asked: z.output<typeof extension>) {
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

function addSuggestions(door: Door): void {
  const { service } = door;
  const status = { code: '/api/status/ok', status: '200 OK' };
  const prefixQuery = z.object({ prefix: z.string().default('').meta({ description: 'Search prefix' }) });
  const entityQuery = prefixQuery.extend({ limit: integer(10, MOST_PAGE, 'Number of suggestions to return') });
  const endpoint = {
    method: 'get',
    tag,
    parameters,
    answer: reconcileShape,
    also: { 404: 'No such dataset' },
  } as const;
  addEndpoint(
    door,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/entity', summary: 'Suggest entities', query: entityQuery },
    (c) => {
      const { prefix, limit } = readQuery(c, entityQuery);
      const found = service.search.suggest(prefix, datasetsOf(service, nameOf(c)), Math.max(0, limit));
      return c.json({ ...status, prefix, result: found.map(describeEntity) });
    },
  );
  addEndpoint(
    door,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/property', summary: 'Suggest properties', query: prefixQuery },
    (c) => {
      const { prefix } = readQuery(c, prefixQuery);
      const schemata = servedSchemata(door, nameOf(c));
      const own = (property: Property): boolean => schemata.some(({ name }) => name === property.schema.name);
      const found = model
        .getProperties()
        .filter((property) => own(property) && !property.hidden && !property.type.isEntity)
        .filter(({ name, label }) => beginsSo(prefix, name, label));
      const result = found.slice(0, SUGGESTIONS).map(({ qname, label, description }) => ({
        id: qname,
        name: label,
        description,
      }));
      return c.json({ ...status, prefix, result });
    },
  );
  addEndpoint(
    door,
    { ...endpoint, path: '/reconcile/{dataset}/suggest/type', summary: 'Suggest types', query: prefixQuery },
    (c) => {
      const { prefix } = readQuery(c, prefixQuery);
      const found = servedSchemata(door, nameOf(c)).filter(({ name, label }) => beginsSo(prefix, name, label));
      return c.json({ ...status, prefix, result: found.slice(0, SUGGESTIONS).map(describeType) });
    },
  );
  const extendQuery = z.object({
    type: z.string().default('Thing').meta({ description: 'Type to propose properties for' }),
    limit: integer(0, MOST_PAGE, 'Number of suggestions to return (0: all)'),
  });
  addEndpoint(
    door,
    { ...endpoint, path: '/reconcile/{dataset}/extend/property', summary: 'Propose properties', query: extendQuery },
    (c) => {
      const { type, limit } = readQuery(c, extendQuery);
      const schema = schemaOf(type);
      if (schema === undefined) throw new HttpError(400, `Invalid type: ${type}`);
      const featured = schema.featured.map((name) => propertyOf(schema, name)).filter((one) => one !== undefined);
      const others = propertiesOf(schema).filter(
        ({ name, hidden, type: kind }) => !hidden && !kind.isEntity && !schema.featured.includes(name),
      );
      const all = [...featured, ...others].map(({ name, label }) => ({ id: name, name: label }));
      const kept = limit > 0 ? all.slice(0, limit) : all;
      const properties = kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      return c.json({ limit, type: schema.name, properties });
    },
  );
}

function manifestOf(c: Context, door: Door, dataset: string): object {
  const service_url = `${baseUrl(c)}/reconcile/${encodeURIComponent(dataset)}`;
  const { search } = new URL(c.req.url);
  const at = (path: string): object => ({ service_url, service_path: `${path}${search}` });
  return {
    versions: ['0.2'],
    name: `${dataset === EVERYTHING ? 'All lists' : dataset} (Standing Panel)`,
    identifierSpace: 'https://www.opensanctions.org/reference/#schema',
    schemaSpace: 'https://www.opensanctions.org/reference/#schema',
    view: { url: `${baseUrl(c)}/entities/{{id}}` },
    documentation: `${baseUrl(c)}/openapi.json`,
    // Small pieces let OpenRefine show how far it is.
    batchSize: 10,
    preview: { url: `${service_url}/preview/{{id}}`, width: 430, height: 300 },
    suggest: { entity: at('/suggest/entity'), type: at('/suggest/type'), property: at('/suggest/property') },
    extend: {
      propose_properties: at('/extend/property'),
      property_settings: EXTEND_SETTINGS,
      propose_settings: EXTEND_SETTINGS,
    },
    defaultTypes: servedSchemata(door, dataset).map(describeType),
  };
}

/** Settings of a column that is added: once under the name of the specification, once under that of yente. */
const EXTEND_SETTINGS = [
  {
    name: 'limit',
    label: 'Limit',
    type: 'number',
    default: 0,
    help_text: 'Most values of a row (0: all).',
  },
  {
    name: 'render',
    label: 'Values',
    type: 'select',
    default: 'caption',
    choices: [
      { value: 'caption', id: 'caption', name: 'in words' },
      { value: 'raw', id: 'raw', name: 'as codes' },
    ],
    help_text: 'Countries and the like in words ("Russia") or as codes ("ru").',
  },
];

/** Matchable schemas that the lists use, and those above them. */
function servedSchemata({ service }: Door, dataset: string): readonly Schema[] {
  const names = new Set<string>();
  for (const one of datasetsOf(service, dataset))
    for (const name of service.entities.schemata.get(one) ?? []) {
      const schema = schemaOf(name);
      if (schema?.matchable) for (const above of schema.schemata) names.add(above);
    }
  return [...names].sort().flatMap((name) => schemaOf(name) ?? []);
}

function describeType(schema: Schema): object {
  return { id: schema.name, name: schema.plural, description: schema.description ?? schema.label };
}

function describeEntity(entity: { id: string; caption: string; schema: string }): object {
  const schema = schemaOf(entity.schema);
  return {
    id: entity.id,
    name: entity.caption,
    description: schema?.label ?? entity.schema,
    type: schema === undefined ? [] : [describeType(schema)],
  };
}

function beginsSo(prefix: string, ...labels: readonly string[]): boolean {
  const wanted = prefix.toLowerCase().trim();
  return wanted !== '' && labels.some((label) => label.toLowerCase().startsWith(wanted));
}

function nameOf(c: Context): string {
  return c.req.param('dataset') ?? '';
}

/** A small page that OpenRefine shows beside a candidate, in a frame of its own. */
function answerPreview(c: Context, { service }: Door): Response | Promise<Response> {
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
