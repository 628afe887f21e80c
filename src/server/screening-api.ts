import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ZodObject, ZodType } from 'zod';
import type { EntityFilters, ScreeningService } from '../app/screening/screening-service-facade.ts';
import { HttpError } from './request.ts';
import { errorShape } from './shapes.ts';

/** What every route is given. */
export type ScreeningApi = {
  readonly app: OpenAPIHono;
  readonly service: ScreeningService;
  /** Token that `POST /updatez` asks for; empty: nobody may. */
  readonly updateToken: string;
};

export type ScreeningEndpoint = {
  readonly method: 'get' | 'post';
  /** In the form of OpenAPI: `/match/{dataset}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: ZodObject;
  readonly parameters?: ZodObject;
  readonly body?: ZodType;
  readonly answer: ZodType;
  /** Other status codes, with what they mean. */
  readonly also?: Readonly<Record<number, string>>;
};

/** Adds an endpoint to the program and to its OpenAPI document. Parameters are read by the handler, which words its errors as clients expect. */
export function addEndpoint(
  { app }: ScreeningApi,
  endpoint: ScreeningEndpoint,
  handle: (c: Context) => Promise<Response> | Response,
): void {
  const { method, path, summary, tag, query, parameters, body, answer, also = {} } = endpoint;
  const config: RouteConfig = {
    method,
    path,
    summary,
    tags: [tag],
    request: {
      ...(query === undefined ? {} : { query }),
      ...(parameters === undefined ? {} : { params: parameters }),
      ...(body === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: answer } } },
      ...Object.fromEntries(
        Object.entries(also).map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: errorShape } } },
        ]),
      ),
    },
  };
  app.openAPIRegistry.registerPath(config);
  app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), handle);
}

/** The collection of everything that is served, besides each list by its own name. */
export const EVERYTHING = 'default';

/** The datasets that a name stands for. @throws HttpError 404 */
export function datasetsOf(service: ScreeningService, name: string): ReadonlySet<string> {
  const { datasets } = service.entities;
  if (name === EVERYTHING) return new Set(datasets.keys());
  if (!datasets.has(name)) throw new HttpError(404, 'No such dataset.');
  return new Set([name]);
}

type FilterParameters = {
  readonly include_dataset: readonly string[];
  readonly exclude_dataset: readonly string[];
  readonly exclude_schema: readonly string[];
  readonly changed_since?: string | undefined;
};

export function filtersOf(
  service: ScreeningService,
  dataset: string,
  parameters: FilterParameters,
  fields: EntityFilters['fields'],
  op: 'AND' | 'OR' = 'OR',
): EntityFilters {
  const scope = datasetsOf(service, dataset);
  const { include_dataset: include, exclude_dataset: excludeDatasets, exclude_schema: excludeSchemata } = parameters;
  const included = include.filter((name) => name !== EVERYTHING);
  const datasets = included.length === 0 ? scope : new Set([...scope].filter((name) => included.includes(name)));
  return {
    datasets,
    excludeDatasets,
    excludeSchemata,
    excludeIds: [],
    changedSince: parameters.changed_since,
    fields,
    op,
  };
}

/** Where this program is reached, as the client wrote it; the guard has checked it. */
export function baseUrl(c: Context): string {
  return `http://${c.req.header('host')}`;
}
