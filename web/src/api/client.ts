import type { Problem } from '../../../src/app/workbench/contract/page.ts';

/** A request that was refused, with the server's own account of why. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const BASE = '/api/v1';

/** Where a link or a download points: `path` begins with a slash and stands under the interface's root. */
export function apiAddress(path: string): string {
  return BASE + path;
}

/** Where the picture of a page is, from 1. */
export function pagePictureAddress(document: string, page: number): string {
  return apiAddress(`/documents/${encodeURIComponent(document)}/pages/${page}/picture`);
}

/** A path with a query of the values that are given; empty ones are left out. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

/** When this page last heard that the record had changed; as long ago it was opened, since others may have acted before. */
let changeHeard = performance.now();

/** What is asked from now on is asked of the record with that change. */
export function noteChange(): void {
  changeHeard = performance.now();
}

let askAgain: (() => unknown) | undefined;

/** What is done when an answer was overtaken by acts whose event does not come any more. */
export function whenOvertaken(ask: () => unknown): void {
  askAgain = ask;
}

/** Acts on a great matter take some seconds to be worked in (docs/workbench-api.md); what is on the screen must not stay behind them. */
const MOST_OVERTAKEN_S = 30;
const ASK_AGAIN_MS = 1000;
let isToAskAgain = false;

function noteOvertaken(): void {
  if (isToAskAgain) return;
  isToAskAgain = true;
  const noted = performance.now();
  setTimeout(() => {
    isToAskAgain = false;
    if (changeHeard < noted) askAgain?.();
  }, ASK_AGAIN_MS);
}

/**
 * Reads JSON. The browser keeps answers by their ETag and asks only whether they still hold. While no change was heard of, one that
 * acts have overtaken will do where these are still being worked in: it is asked for again. @throws ProblemError
 */
export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const bears = performance.now() - changeHeard > ASK_AGAIN_MS;
  const headers = {
    accept: 'application/json',
    ...(bears ? { 'cache-control': `max-stale=${MOST_OVERTAKEN_S}` } : {}),
  };
  const response = await answered(path, { headers, ...(signal ? { signal } : {}) });
  if (Number(response.headers.get('age') ?? 0) > 0) noteOvertaken();
  return (await response.json()) as Answer;
}

/** @throws ProblemError */
export function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  return send<Answer>(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Sends a multipart form, files included. @throws ProblemError */
export function postForm<Answer>(path: string, form: FormData): Promise<Answer> {
  return send<Answer>(path, { method: 'POST', headers: { accept: 'application/json' }, body: form });
}

async function send<Answer>(path: string, request: RequestInit): Promise<Answer> {
  return (await (await answered(path, request)).json()) as Answer;
}

async function answered(path: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(BASE + path, { credentials: 'same-origin', ...request });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(UNREACHABLE);
  }
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response;
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'The workbench does not answer',
  status: 0,
  code: 'unreachable',
  detail:
    'The program behind this page has ended or is busy. Start it again with the command that opened the workbench; nothing that was acknowledged is lost.',
};

async function problemOf(response: Response): Promise<Problem> {
  const plain: Problem = {
    type: 'about:blank',
    title: response.statusText || 'The request failed',
    status: response.status,
    code: 'unexpected-answer',
    detail: `The server answered ${response.status} without saying why.`,
  };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return plain;
  try {
    return { ...plain, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return plain;
  }
}

/** Any thrown value as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'about:blank',
    title: 'The page failed',
    status: 0,
    code: 'page-fault',
    detail: error instanceof Error ? error.message : 'Reload the page and try again.',
  };
}
