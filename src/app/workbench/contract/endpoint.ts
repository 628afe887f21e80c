import { z } from 'zod';

/** One endpoint: where it is, what it takes and what it answers. */
export type Endpoint<
  Query extends z.ZodObject = z.ZodObject,
  Parameters extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: 'get' | 'post';
  /** In the form of OpenAPI, below `/api/v1`: `/claims/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly query: Query;
  readonly parameters: Parameters;
  /** A JSON body; null for none. */
  readonly body: Body | null;
  readonly answer: Answer;
  /** 202 for work that goes on as a job. */
  readonly status: 200 | 202;
};

const nothing = z.object({});
type Nothing = typeof nothing;

type Given<Query, Parameters, Answer> = {
  readonly tag: string;
  readonly summary: string;
  readonly query?: Query;
  readonly parameters?: Parameters;
  readonly answer: Answer;
};

/** An endpoint that reads. */
export function get<
  Answer extends z.ZodType,
  Query extends z.ZodObject = Nothing,
  Parameters extends z.ZodObject = Nothing,
>(
  path: string,
  { query, parameters, ...given }: Given<Query, Parameters, Answer>,
): Endpoint<Query, Parameters, z.ZodNever, Answer> {
  return {
    method: 'get',
    path,
    query: query ?? (nothing as unknown as Query),
    parameters: parameters ?? (nothing as unknown as Parameters),
    body: null,
    status: 200,
    ...given,
  };
}

/** An endpoint that makes an act, starts a job, or answers a question that is too long for an address. */
export function post<
  Answer extends z.ZodType,
  Body extends z.ZodType = z.ZodNever,
  Query extends z.ZodObject = Nothing,
  Parameters extends z.ZodObject = Nothing,
>(
  path: string,
  {
    query,
    parameters,
    body,
    status = 200,
    ...given
  }: Given<Query, Parameters, Answer> & { readonly body?: Body; readonly status?: 200 | 202 },
): Endpoint<Query, Parameters, Body, Answer> {
  return {
    method: 'post',
    path,
    query: query ?? (nothing as unknown as Query),
    parameters: parameters ?? (nothing as unknown as Parameters),
    body: body ?? null,
    status,
    ...given,
  };
}
