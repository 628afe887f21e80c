import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { type Endpoint, problemShape } from '../../app/workbench-contract.ts';
import type { DetailReading, ReadLog, Snapshot, Store, Workbench } from '../../app/workbench-facade.ts';
import { describeError, parseStrictJson, problem } from '../../app/workbench-facade.ts';
import { ProblemAnswer } from './problems.ts';
import type { ResponseCache } from './response-cache.ts';

/** What every route of the workbench is given. */
export type WorkbenchApi = {
  readonly app: OpenAPIHono;
  readonly workbench: Workbench;
  /** Answers that follow from the record as it stands. */
  readonly kept: ResponseCache;
  /** The day that "today" means, and the hour of an act's deadline. */
  now(): Date;
};

type Asked<Query, Parameters, Body> = {
  readonly workbench: Workbench;
  readonly query: z.output<Query>;
  readonly parameters: z.output<Parameters>;
  readonly body: z.output<Body>;
};

/** What was asked, with the record as it stands. */
type AskedOfRecord<Query, Parameters> = Omit<Asked<Query, Parameters, z.ZodNever>, 'body'> & {
  readonly snapshot: Snapshot;
};

/**
 * Adds an endpoint whose answer follows from the record as it stands, and from the day: it carries an ETag, and is kept until
 * the next act. What the request says is checked before `answer` sees it.
 */
export function addRead<Query extends z.ZodObject, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, z.ZodNever, Answer>,
  answer: (asked: AskedOfRecord<Query, Parameters>) => z.output<Answer> | Promise<z.output<Answer>>,
): void {
  addTagged(api, endpoint, async (asked) => answer({ ...asked, snapshot: await api.workbench.current() }));
}

/** As `addRead`, of what the projections hold: no text need be read for it. */
export function addListing<Query extends z.ZodObject, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, z.ZodNever, Answer>,
  answer: (store: Store, asked: Omit<Asked<Query, Parameters, z.ZodNever>, 'body'>) => Promise<z.output<Answer>>,
): void {
  addTagged(
    api,
    endpoint,
    (asked) => api.workbench.project((store) => answer(store, asked)),
    (asked) => api.workbench.meanwhile((store) => answer(store, asked)),
  );
}

/** As `addRead`, of what the log says: no text need be read for it. */
export function addLogRead<Query extends z.ZodObject, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, z.ZodNever, Answer>,
  answer: (
    log: ReadLog,
    asked: Omit<Asked<Query, Parameters, z.ZodNever>, 'body'>,
  ) => z.output<Answer> | Promise<z.output<Answer>>,
): void {
  addTagged(api, endpoint, async (asked) => answer(await api.workbench.log(), asked));
}

/** As `addRead`, of a single item: no text need be read but those that it shows. */
export function addDetail<Query extends z.ZodObject, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, z.ZodNever, Answer>,
  answer: (
    reading: DetailReading,
    asked: Omit<Asked<Query, Parameters, z.ZodNever>, 'body'>,
  ) => Promise<z.output<Answer>>,
): void {
  addTagged(
    api,
    endpoint,
    (asked) => api.workbench.detail((reading) => answer(reading, asked)),
    (asked) => api.workbench.meanwhile((_, reading) => answer(reading, asked)),
  );
}

function addTagged<Query extends z.ZodObject, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, z.ZodNever, Answer>,
  answer: (asked: Omit<Asked<Query, Parameters, z.ZodNever>, 'body'>) => Promise<z.output<Answer>>,
  /** The same of the projections as they are while acts are worked into them. */
  meanwhile?: (
    asked: Omit<Asked<Query, Parameters, z.ZodNever>, 'body'>,
  ) => Promise<{ readonly version: string; readonly answer: z.output<Answer> } | null>,
): void {
  add(api, endpoint, async (c, { workbench, query, parameters }) => {
    const asked = { workbench, query, parameters };
    const tagOf = (version: string): string => `W/"${version}-${api.now().toISOString().slice(0, 10)}"`;
    const tag = tagOf(workbench.version());
    c.header('cache-control', 'private, no-cache');
    if (isHeld(c, tag)) return notModified(c, tag);
    const given = await api.kept.answer(tag, c.req.url, () => answer(asked), {
      milliseconds: bearsAge(c),
      meanwhile: async () => {
        const found = (await meanwhile?.(asked)) ?? null;
        return found === null ? null : { tag: tagOf(found.version), answer: found.answer };
      },
    });
    // RFC 9111, section 5.1: whoever was given an answer that acts have overtaken asks again.
    if (given.age !== undefined) c.header('age', String(Math.ceil(given.age / 1000)));
    if (isHeld(c, given.tag)) return notModified(c, given.tag);
    c.header('etag', given.tag);
    return c.body(given.bytes, endpoint.status, { 'content-type': 'application/json' });
  });
}

/**
 * Adds an endpoint that acts, or whose answer may change without an act: it carries no ETag, and waits for nothing but what its
 * answer holds.
 */
export function addCall<
  Query extends z.ZodObject,
  Parameters extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  api: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, Body, Answer>,
  answer: (asked: Asked<Query, Parameters, Body>) => z.output<Answer> | Promise<z.output<Answer>>,
): void {
  add(api, endpoint, async (c, asked) =>
    c.body(JSON.stringify(await answer(asked)), endpoint.status, { 'content-type': 'application/json' }),
  );
}

function add<
  Query extends z.ZodObject,
  Parameters extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  { app, workbench }: WorkbenchApi,
  endpoint: Endpoint<Query, Parameters, Body, Answer>,
  respond: (c: Context, asked: Asked<Query, Parameters, Body>) => Promise<Response>,
): void {
  const { method, path, query, parameters, body } = endpoint;
  describe(app, endpoint);
  app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) =>
    respond(c, {
      workbench,
      query: checked(query, c.req.query(), 'query'),
      parameters: checked(parameters, c.req.param(), 'path'),
      body: (body === null ? undefined : checked(body, await readJson(c), 'body')) as z.output<Body>,
    }),
  );
}

function notModified(c: Context, tag: string): Response {
  c.header('etag', tag);
  return c.body(null, 304);
}

/** For how many milliseconds an answer may have been overtaken for whoever asks: `max-stale` of RFC 9111, section 5.2.1.2. */
function bearsAge(c: Context): number {
  const [found, seconds] =
    /(?:^|,)\s*max-stale(?:=(\d{1,9}))?\s*(?:,|$)/i.exec(c.req.header('cache-control') ?? '') ?? [];
  return found === undefined ? 0 : Number(seconds ?? Number.POSITIVE_INFINITY) * 1000;
}

/** For how many milliseconds an answer of the older of two tags of `addTagged` has been overtaken; null where nobody may be given it. */
export function overtakenIn({ overtakenFor }: Pick<WorkbenchApi['workbench'], 'overtakenFor'>) {
  return (older: string, standing: string): number | null => {
    const [before, now] = [older, standing].map((tag) => /^W\/"(.+)-(\d{4}-\d{2}-\d{2})"$/.exec(tag));
    return before?.[1] !== undefined && before[2] === now?.[2] ? overtakenFor(before[1]) : null;
  };
}

function isHeld(c: Context, tag: string): boolean {
  const bare = (one: string): string => one.trim().replace(/^W\//, '');
  return (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag));
}

function describe(
  app: OpenAPIHono,
  { method, path, summary, tag, query, parameters, body, answer, status }: Endpoint,
): void {
  const config: RouteConfig = {
    method,
    path,
    summary,
    tags: [tag],
    request: {
      query,
      params: parameters,
      ...(body === null ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } }),
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
    throw new ProblemAnswer(problem(415, 'bad-media-type', 'The body must be sent as application/json.'));
  try {
    return parseStrictJson(await c.req.text());
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new ProblemAnswer(problem(422, 'bad-input', `The body cannot be taken: ${describeError(error)}.`, 'body'));
    throw new ProblemAnswer(problem(400, 'not-json', 'The body is not JSON.'));
  }
}

/** @throws ProblemError 422 naming the first field that does not fit, and all of them in words */
export function checked<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.map(String).join('.'), message }));
  const detail = faults.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`)).join('; ');
  throw new ProblemAnswer(problem(422, 'bad-input', detail.slice(0, 2000), faults[0]?.place || where));
}
