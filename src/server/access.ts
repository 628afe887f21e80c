import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { RefusalAnswer } from './guard.ts';

/**
 * Who may ask a served workspace. Any user of this machine can reach the port; whoever started the server has its token, from
 * the first line that it printed or from the lock file, which the owner alone can read. A browser gets a cookie for it.
 */
export type Access = {
  /** Whether a request carries the token, or the cookie that was given for it. */
  isAllowed(c: Context): boolean;
  /** Whether a request carries the token itself. A cookie does not do for what opens files by their names. */
  isBearer(c: Context): boolean;
  /** A code that opens the workspace to one browser, once and within a minute: arguments of processes are readable. */
  issueCode(): string;
  /** The cookie for who shows the token or a code that has not been used; null for anything else. */
  redeem(shown: { readonly token: string | undefined; readonly code: string | undefined }): string | null;
};

const CODE_LIFE_MS = 60_000;
/** Codes that nobody used yet. */
const MOST_CODES = 100;

/** @param origin the name of the record: cookies do not tell ports apart, so that two served workspaces need two names */
export function openAccess(token: string, origin: string, now: () => number = Date.now): Access {
  const name = `panel-${origin.replaceAll(/[^0-9A-Za-z]+/g, '-')}`;
  const session = createHmac('sha256', token).update('standing-panel/cookie/v1').digest('hex');
  const codes = new Map<string, number>();
  const isBearer = (c: Context): boolean => {
    const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    return shown !== undefined && isSecret(shown, token);
  };
  return {
    isBearer,
    isAllowed: (c) => {
      if (isBearer(c)) return true;
      const shown = getCookie(c, name);
      return shown !== undefined && isSecret(shown, session);
    },
    issueCode: () => {
      const code = randomBytes(24).toString('base64url');
      codes.set(code, now() + CODE_LIFE_MS);
      for (const old of [...codes.keys()].slice(0, -MOST_CODES)) codes.delete(old);
      return code;
    },
    redeem: ({ token: shown, code }) => {
      const until = code === undefined ? undefined : codes.get(code);
      if (code !== undefined) codes.delete(code);
      const isGood = (until !== undefined && now() <= until) || (shown !== undefined && isSecret(shown, token));
      return isGood ? `${name}=${session}; Path=/; HttpOnly; SameSite=Strict` : null;
    },
  };
}

export const NOT_ALLOWED =
  'This workspace answers to whoever has its token: open the address that "panel serve" printed, or send "Authorization: Bearer TOKEN".';

/** Refuses with 401 whoever shows neither token nor cookie. */
export function refuseStrangers(
  access: Access,
  refuse: RefusalAnswer,
  isOpen: (path: string) => boolean = () => false,
): MiddlewareHandler {
  return async (c, next) => {
    if (isOpen(c.req.path) || access.isAllowed(c)) return await next();
    c.header('www-authenticate', 'Bearer');
    return refuse(c, 401, NOT_ALLOWED);
  };
}

/**
 * A page that is asked for with the token, or a code, in its address: the browser gets the cookie and goes on to the same page
 * without them, so that they stay in no history and on no screen.
 */
export function takeTokens(access: Access): MiddlewareHandler {
  return async (c, next) => {
    const { token, code } = c.req.query();
    if (c.req.method !== 'GET' || (token === undefined && code === undefined)) return await next();
    const cookie = access.redeem({ token, code });
    if (cookie === null && !access.isAllowed(c)) return await next();
    if (cookie !== null) c.header('set-cookie', cookie);
    const address = new URL(c.req.url);
    address.searchParams.delete('token');
    address.searchParams.delete('code');
    // Beginning with one slash, so that no path is taken for another host.
    return c.redirect(`/${address.pathname.replace(/^[/\\]+/, '')}${address.search}`, 303);
  };
}

/** Compared by hash, so that the time taken tells nothing. */
function isSecret(shown: string, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(secret));
}
