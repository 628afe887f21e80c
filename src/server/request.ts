import type { Context } from 'hono';
import { z } from 'zod';
import { describeError, parseStrictJson } from '../app/screening/screening-service-facade.ts';

/** A request that cannot be answered: the body of the answer is `{"detail": …}`, as clients of this interface expect. */
export class HttpError extends Error {
  readonly status: 400 | 403 | 404 | 405 | 422 | 503;
  readonly detail: unknown;

  constructor(status: HttpError['status'], detail: unknown) {
    super(typeof detail === 'string' ? detail : 'The request is not valid.');
    this.status = status;
    this.detail = detail;
  }
}

type Fault = {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input?: unknown;
};

/** Parameters of the query, each repeated one as a list. @throws HttpError 422 listing every fault */
export function readQuery<Shape extends z.ZodObject>(c: Context, schema: Shape): z.output<Shape> {
  const given: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const field = schema.shape[name];
    if (field !== undefined) given[name] = takesSeveral(field) ? values : values.at(-1);
  }
  return checked(schema, given, 'query');
}

const several = new WeakSet<object>();

function takesSeveral(field: object): boolean {
  return several.has(field);
}

/** A parameter that may be repeated. */
export function list(description: string, most?: number) {
  const items = most === undefined ? z.array(z.string()) : z.array(z.string()).max(most);
  const field = items.default([]).meta({ description });
  several.add(field);
  return field;
}

/** A parameter that may be repeated, of a few words. */
export function listOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  initial: readonly Words[number][],
  description: string,
) {
  const field = z
    .array(z.enum(words))
    .default([...initial])
    .meta({ description });
  several.add(field);
  return field;
}

/** A whole number, at most `most`. */
export function integer(initial: number, most: number, description: string) {
  return z.preprocess(numberOf, z.int().max(most)).default(initial).meta({ description });
}

export function decimal(initial: number, description: string) {
  return z.preprocess(numberOf, z.number()).default(initial).meta({ description });
}

/** True and false in all the ways in which clients write them. */
export function flag(description: string) {
  return z.preprocess((value) => FLAGS.get(String(value).toLowerCase()) ?? value, z.boolean()).meta({ description });
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on', 't', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off', 'f', 'n'].map((word) => [word, false] as const),
]);

/** An instant by its beginning: a day, or up to the second. */
export function instant(description: string) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?$/)
    .optional()
    .meta({ description });
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** A JSON body, whatever its content type says. @throws HttpError 422 */
export async function readJson<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new HttpError(422, [{ type: 'json_invalid', loc: ['body'], msg: describeError(error), input: {} }]);
    if (text.trim() === '')
      throw new HttpError(422, [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }]);
    throw new HttpError(422, [{ type: 'json_invalid', loc: ['body'], msg: 'JSON decode error', input: {} }]);
  }
  return checked(schema, value, 'body');
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new HttpError(422, faultsOf(parsed.error, where));
}

/** Faults of JSON in a form or a query: `detail` in words. @throws HttpError 400; 422 for JSON that names a key twice or is nested without end */
export function checkedPart<Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpError(400, `Cannot decode ${what}`);
    throw new HttpError(422, `The ${what} cannot be taken: ${describeError(error)}.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpError(400, `Invalid ${what}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function faultsOf(error: z.ZodError, where: string): Fault[] {
  return error.issues.map((issue) => ({
    type: issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : issue.code,
    loc: [where, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
    msg: issue.message,
    ...(issue.input === undefined ? {} : { input: issue.input }),
  }));
}
