import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Snapshot, Workbench } from '../../app/workbench-facade.ts';
import { describeError, parseStrictJson, problem } from '../../app/workbench-facade.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { ProblemError } from './problems.ts';
import { problemShape } from './shapes/problem.ts';

/** What every route of the workbench is given. */
export type WorkbenchDoor = {
  readonly app: OpenAPIHono;
  readonly workbench: Workbench;
  /** Answers that follow from the record as it stands. */
  readonly kept: KeptAnswers;
  /** The day that "today" means, and the hour of an act's deadline. */
  now(): Date;
};

type Shapes = { readonly query: z.ZodObject; readonly parameters: z.ZodObject; readonly body: z.ZodType };

export type WorkbenchEndpoint<Query, Parameters, Body> = {
  readonly method: 'get' | 'post';
  /** In the form of OpenAPI, below `/api/v1`: `/claims/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query?: Query;
  readonly parameters?: Parameters;
  /** A JSON body. */
  readonly body?: Body;
  readonly answer: z.ZodType;
  /** 202 for work that goes on as a job. */
  readonly status?: 200 | 202;
  /** False for answers that may change without an act: these carry no ETag. */
  readonly follows?: 'record' | 'nothing';
};

export type Asked<Query, Parameters, Body> = {
  readonly c: Context;
  readonly workbench: Workbench;
  /** The record as it stands. */
  readonly snapshot: Snapshot;
  readonly query: z.output<Query>;
  readonly parameters: z.output<Parameters>;
  readonly body: z.output<Body>;
};

const nothing = z.object({});

/** Adds an endpoint to the program and to its OpenAPI document; what the request says is checked before `answer` sees it. */
export function addJson<
  Query extends Shapes['query'] = typeof nothing,
  Parameters extends Shapes['parameters'] = typeof nothing,
  Body extends Shapes['body'] = z.ZodUnknown,
>(
  door: WorkbenchDoor,
  endpoint: WorkbenchEndpoint<Query, Parameters, Body>,
  answer: (asked: Asked<Query, Parameters, Body>) => object | Promise<object>,
): void {
  const {
    method,
    path,
    query,
    parameters,
    body,
    status = 200,
    follows = method === 'get' ? 'record' : 'nothing',
  } = endpoint;
  describe(door.app, endpoint);
  door.app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    const asked = {
      query: checked(query ?? nothing, c.req.query(), 'query'),
      parameters: checked(parameters ?? nothing, c.req.param(), 'path'),
      body: body === undefined ? undefined : checked(body, await readJson(c), 'body'),
    } as Pick<Asked<Query, Parameters, Body>, 'query' | 'parameters' | 'body'>;
    const snapshot = await door.workbench.current();
    if (follows === 'record') {
      const tag = `W/"${snapshot.version}-${door.now().toISOString().slice(0, 10)}"`;
      c.header('etag', tag);
      c.header('cache-control', 'private, no-cache');
      if (isHeld(c, tag)) return c.body(null, 304);
      const bytes = await door.kept.answer(tag, c.req.url, () =>
        answer({ c, workbench: door.workbench, snapshot, ...asked }),
      );
      return c.body(bytes, status, { 'content-type': 'application/json' });
    }
    return c.json(await answer({ c, workbench: door.workbench, snapshot, ...asked }), status);
  });
}

function isHeld(c: Context, tag: string): boolean {
  const bare = (one: string): string => one.trim().replace(/^W\//, '');
  return (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag));
}

function describe(app: OpenAPIHono, endpoint: WorkbenchEndpoint<z.ZodObject, z.ZodObject, z.ZodType>): void {
  const { method, path, summary, tag, query, parameters, body, answer, status = 200 } = endpoint;
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
      [status]: { description: 'Done', content: { 'application/json': { schema: answer } } },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemShape } } },
    },
  };
  app.openAPIRegistry.registerPath(config);
}

/** @throws ProblemError 415 for another media type, 400 for what is no JSON, 422 for JSON that names a key twice or is nested without end */
export async function readJson(c: Context): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new ProblemError(problem(415, 'bad-media-type', 'The body must be sent as application/json.'));
  try {
    return parseStrictJson(await c.req.text());
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new ProblemError(problem(422, 'bad-input', `The body cannot be taken: ${describeError(error)}.`, 'body'));
    throw new ProblemError(problem(400, 'not-json', 'The body is not JSON.'));
  }
}

/** @throws ProblemError 422 naming the first field that does not fit, and all of them in words */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.map(String).join('.'), message }));
  const detail = faults.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`)).join('; ');
  throw new ProblemError(problem(422, 'bad-input', detail.slice(0, 2000), faults[0]?.place || where));
}
