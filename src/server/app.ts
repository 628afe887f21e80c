import { Hono } from 'hono';
import type { ScreeningService } from '../app/screening/screening-service-facade.ts';
import { memoized, type Workbench } from '../app/workbench-facade.ts';
import { type Access, refuseStrangers } from './access.ts';
import { plainly, refuseCookieOfOthers, refuseForeign, sendHeaders } from './guard.ts';
import { pagesApp } from './pages-app.ts';
import { screeningApp } from './screening-app.ts';
import { WORKBENCH_BASE, type WorkbenchAppOptions, workbenchApp } from './workbench-app.ts';

/** A workspace with its workbench and, once it has lists, the screening service; or lists alone. */
export type Served = { readonly workbench: Workbench } | { readonly lists: ScreeningService };

export type ServerAppOptions = WorkbenchAppOptions & {
  readonly updateToken?: string | undefined;
  /** The screening interface of a workspace answers without its token too, by its owner's word. */
  readonly openScreening?: boolean | undefined;
};

/** Who may ask for what of a workspace; nobody is asked who comes for lists alone, which are public and log nothing. */
export type WorkspaceAppOptions = ServerAppOptions & { readonly access: Access };

/** First parts of the paths that belong to the screening service, as clients of the yente API know them. */
const SCREENING = new Set([
  'match',
  'search',
  'entities',
  'reconcile',
  'algorithms',
  'healthz',
  'readyz',
  'catalog',
  'manifest',
  'updatez',
  'openapi.json',
]);

/** A program that answers requests; the second value is what the server knows of the connection. */
export type Program = { fetch(request: Request, connection?: object): Response | Promise<Response> };

/** All that is served at one address. */
export function serverApp(served: Served, options: WorkspaceAppOptions): Program {
  return 'lists' in served ? screeningApp(served.lists, options) : workspaceApp(served.workbench, options);
}

/** What says that the service is alive, and nothing else. */
const OPEN_PATHS = new Set(['/healthz', '/readyz']);

/** The workbench's interface, the screening service over the workspace's lists, and the workbench's pages. */
function workspaceApp(workbench: Workbench, options: WorkspaceAppOptions): Program {
  const { access, openScreening = false } = options;
  const screening = memoized((service: ScreeningService) => screeningApp(service, options));
  const interfaceApp = workbenchApp(workbench, options);
  const pages = pagesApp({ access });
  const screeningAccess = refuseStrangers(access, plainly, (path) => openScreening || OPEN_PATHS.has(path));
  const app = new Hono<{ Bindings: object }>();
  app.use(sendHeaders());
  // Whoever comes from elsewhere is told so first, whatever they carry.
  const own = openScreening ? [] : [refuseCookieOfOthers(access.isBearer, plainly)];
  for (const check of [refuseForeign(), screeningAccess, ...own])
    app.use((c, next) => (SCREENING.has(c.req.path.split('/')[1] ?? '') ? check(c, next) : next()));
  app.all('*', async (c) => {
    const { path, raw } = c.req;
    if (`${path}/`.startsWith(`${WORKBENCH_BASE}/`)) return await interfaceApp.fetch(raw, c.env);
    if (!SCREENING.has(path.split('/')[1] ?? '')) return await pages.fetch(raw, c.env);
    const service = await workbench.screening.service();
    if (service !== null) return await screening(service).fetch(raw, c.env);
    if (path === '/healthz') return c.json({ status: 'ok' });
    return c.json({ detail: 'This workspace has no lists yet: "panel lists add FILE…" or "panel lists sync".' }, 503);
  });
  return app;
}
