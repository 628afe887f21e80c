import { isIPv4 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Longest path and query together, as clients of this interface expect. */
const MOST_URL = 60_000;
/** A batch of a hundred full examples is well below. */
const MOST_BODY = 4 * 1024 * 1024;

/** How an interface words that it refuses. */
export type RefusalAnswer = (c: Context, status: 400 | 401 | 403 | 413 | 414, detail: string) => Response;

export const plainly: RefusalAnswer = (c, status, detail) => c.json({ detail }, status);

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const LOOPBACK = new RegExp(`^(?:localhost|127(?:\\.${OCTET}){3}|\\[::1\\])$`, 'i');
/** Four numbers with dots between them that are no address. */
const DOTTED = /^\d+(?:\.\d+){3}$/;

/** True for names and addresses of this very machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}

/**
 * Refuses what a page from elsewhere could make a browser send here. A page may resolve its own name to this machine
 * (DNS rebinding): then the `Host` header names the page's host. It may send requests straight to the loopback address:
 * then `Origin` or `Sec-Fetch-Site` name the other site.
 */
export function refuseForeign(refuse: RefusalAnswer = plainly): MiddlewareHandler {
  return async (c, next) => {
    const host = hostOf(c.req.header('host'));
    if (host !== null && DOTTED.test(host) && !isIPv4(host)) return refuse(c, 400, 'The Host header names no host.');
    if (host === null || !isLoopback(host)) return refuse(c, 403, 'This host is not served here.');
    const origin = c.req.header('origin');
    const elsewhere = 'Requests from other sites are refused.';
    if (origin !== undefined && !isAllowedOrigin(origin, c)) return refuse(c, 403, elsewhere);
    const site = c.req.header('sec-fetch-site');
    if (site === 'cross-site' && origin === undefined && !isVisit(c)) return refuse(c, 403, elsewhere);
    await next();
    if (origin !== undefined) {
      c.res.headers.set('access-control-allow-origin', origin);
      c.res.headers.append('vary', 'Origin');
    }
  };
}

/** In addition to `refuseForeign`, for what only our own pages and programs may ask: pages of other ports of this machine may not. */
export function refuseOtherPages(refuse: RefusalAnswer): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit(c))
      return refuse(c, 403, 'Requests from other pages are refused.');
    return await next();
  };
}

/**
 * A browser sends the cookie for every page of this machine, whatever its port, since ports make no other site. Where the cookie
 * is what lets a request in, only our own pages may ask; a page that was told the token sends it itself.
 */
export function refuseCookieOfOthers(isBearer: (c: Context) => boolean, refuse: RefusalAnswer): MiddlewareHandler {
  return async (c, next) => {
    if (isBearer(c)) return await next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'));
    if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      return refuse(c, 403, 'Requests from other pages are refused.');
    return await next();
  };
}

/** Our own pages; and for reconciliation any page of this machine, since OpenRefine runs on it as a page on another port. */
function isAllowedOrigin(origin: string, c: Context): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.protocol !== 'http:' || !isLoopback(url.hostname)) return false;
  return url.host === c.req.header('host') || c.req.path.startsWith('/reconcile/');
}

/** Someone followed a link: what they see, the other site cannot read. */
function isVisit(c: Context): boolean {
  const frame = c.req.header('sec-fetch-dest') === 'iframe' && c.req.path.includes('/preview/');
  const document = c.req.header('sec-fetch-dest') === 'document';
  return c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate' && (document || frame);
}

function hostOf(header: string | undefined): string | null {
  const match = /^(\[[0-9a-f:]+\]|[^:]+)(?::\d+)?$/i.exec(header ?? '');
  return match?.[1] ?? null;
}

/** Nothing that is sent may run, be framed, be guessed at or be kept by others. */
export function sendHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy'))
      headers.set(
        'content-security-policy',
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    if (!c.req.path.startsWith('/reconcile/')) headers.set('cross-origin-resource-policy', 'same-origin');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

function isRead({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
}

/**
 * Limits of what is sent. Only where files are taken may a body be longer: those go to the disk as they come, under limits of
 * their own (workbench/multipart.ts). A header alone, which anybody writes, opens nothing.
 */
export function limitSizes(
  refuse: RefusalAnswer = plainly,
  takesFiles: (path: string) => boolean = () => false,
): MiddlewareHandler[] {
  const limit = bodyLimit({ maxSize: MOST_BODY, onError: (c) => refuse(c, 413, 'Request body too large') });
  return [
    async (c, next) => {
      const { pathname, search } = new URL(c.req.url);
      if (pathname.length + search.length > MOST_URL) return refuse(c, 414, 'Request URI too long');
      return await next();
    },
    // What only reads has no body that anyone looks at.
    (c, next) => (isRead(c) || takesFiles(c.req.path) ? next() : limit(c, next)),
  ];
}
