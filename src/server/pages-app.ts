import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { pagesFolder } from '../app/workbench-facade.ts';
import { type Access, refuseStrangers, takeTokens } from './access.ts';
import { limitSizes, type RefusalAnswer, refuseForeign } from './guard.ts';

/** Scripts and styles of our own files only; nothing of elsewhere, nothing inline, no frame around us. */
export const PAGES_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

type PageFile = {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Packed once, for all who ask; null where packing makes nothing smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly hashed: boolean;
};

/**
 * The workbench's pages, out of the files that the build made. The files are read once: a path of a request is looked up among
 * them and never used as a path of the disk, and a new build beside a running server does not take its pages away.
 */
export function pagesApp({ access, folder = pagesFolder() }: { access: Access; folder?: string }): Hono {
  const files = readFiles(folder);
  const prepared = new Map<string, PageFile>();
  const fileAt = (path: string): PageFile | undefined => {
    const body = files.get(path);
    if (body === undefined) return undefined;
    const known = prepared.get(path) ?? prepare(path, body);
    prepared.set(path, known);
    return known;
  };

  const app = new Hono();
  app.use(refuseForeign(), ...limitSizes(), takeTokens(access), refuseStrangers(access, inWords));
  app.on(['GET', 'HEAD'], '*', (c) => {
    c.header('content-security-policy', PAGES_POLICY);
    const file = fileAt(c.req.path);
    if (file !== undefined && c.req.path !== '/index.html') return answerFile(c, file);
    const index = fileAt('/index.html');
    if (index === undefined) return answerUnbuilt(c);
    // Any other address is a page of the workbench, which finds its own way; but no script or picture is a page.
    const asksPage = (c.req.header('accept') ?? '').includes('text/html') || c.req.path === '/';
    return asksPage && extname(c.req.path) === ''
      ? answerFile(c, index)
      : c.text('There is nothing at this address.', 404);
  });
  app.notFound((c) => {
    c.header('allow', 'GET, HEAD');
    return c.text('This address is only read.', 405);
  });
  app.onError((_, c) => c.text('The page could not be read.', 500));
  return app;
}

/** One line, since a person reads it in the window of a browser. */
const inWords: RefusalAnswer = (c, status, detail) => {
  c.header('content-security-policy', PAGES_POLICY);
  return c.text(detail, status);
};

function prepare(path: string, body: PageFile['body']): PageFile {
  const packed = new Uint8Array(gzipSync(body, { level: 9 }));
  return {
    body,
    packed: packed.length < body.length ? packed : null,
    type: MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    // Vite writes the hash of a file's content into its name.
    hashed: path.startsWith('/assets/'),
  };
}

function answerFile(c: Context, { body, packed, type, hashed }: PageFile): Response {
  const takesPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const headers = {
    'content-type': type,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  return packed !== null && takesPacked
    ? c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' })
    : c.body(body, 200, headers);
}

function answerUnbuilt(c: Context): Response | Promise<Response> {
  return c.html(
    html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Standing Panel</title>
<h1>The workbench's pages are missing</h1>
<p>This installation has no pages (dist/web). In a checkout, build them: npm run build.</p>
<p>The interface answers all the same: <a href="/api/v1/openapi.json">its description</a>.</p></html>`,
    503,
  );
}

/** What files hold, by the path at which they are asked for. */
function readFiles(folder: string): ReadonlyMap<string, PageFile['body']> {
  if (!existsSync(folder)) return new Map();
  const places = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    places.map((place) => [`/${relative(folder, place).split(sep).join('/')}`, new Uint8Array(readFileSync(place))]),
  );
}
