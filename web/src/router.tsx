import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Search } from './session/address.ts';
import { NotFound, PageFault } from './shell/fault.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  errorComponent: PageFault,
  notFoundComponent: NotFound,
});

const page = <Path extends string>(path: Path, component: Parameters<typeof createRoute>[0]['component']) =>
  createRoute({ getParentRoute: () => root, path, component: component as never });

const routes = [
  page(
    '/',
    lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
  ),
  page(
    '/regime',
    lazyRouteComponent(() => import('./regime/regime-page.tsx'), 'RegimePage'),
  ),
  page(
    '/documents',
    lazyRouteComponent(() => import('./documents/documents-page.tsx'), 'DocumentsPage'),
  ),
  page(
    '/documents/$id',
    lazyRouteComponent(() => import('./documents/document-page.tsx'), 'DocumentPage'),
  ),
  page(
    '/sources',
    lazyRouteComponent(() => import('./documents/sources-page.tsx'), 'SourcesPage'),
  ),
  page(
    '/claims',
    lazyRouteComponent(() => import('./claims/claims-page.tsx'), 'ClaimsPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/claims/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/claims', search: { claim: params.id }, replace: true });
    },
  }),
  page(
    '/incidents',
    lazyRouteComponent(() => import('./incidents/incidents-page.tsx'), 'IncidentsPage'),
  ),
  page(
    '/incidents/$id',
    lazyRouteComponent(() => import('./incidents/incident-page.tsx'), 'IncidentPage'),
  ),
  page(
    '/comparisons/$id',
    lazyRouteComponent(() => import('./comparisons/comparison-page.tsx'), 'ComparisonPage'),
  ),
  page(
    '/screening',
    lazyRouteComponent(() => import('./screening/screening-page.tsx'), 'ScreeningPage'),
  ),
  page(
    '/subjects',
    lazyRouteComponent(() => import('./subjects/subjects-page.tsx'), 'SubjectsPage'),
  ),
  page(
    '/subjects/$id',
    lazyRouteComponent(() => import('./subjects/subject-page.tsx'), 'SubjectPage'),
  ),
  page(
    '/trade',
    lazyRouteComponent(() => import('./trade/trade-page.tsx'), 'TradePage'),
  ),
  page(
    '/ships',
    lazyRouteComponent(() => import('./ships/ships-page.tsx'), 'ShipsPage'),
  ),
  page(
    '/findings',
    lazyRouteComponent(() => import('./findings/findings-page.tsx'), 'FindingsPage'),
  ),
  page(
    '/findings/$id',
    lazyRouteComponent(() => import('./findings/finding-page.tsx'), 'FindingPage'),
  ),
  page(
    // `/search` is the screening interface's.
    '/find',
    lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
  ),
  page(
    '/report',
    lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
  ),
  page(
    '/record',
    lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage'),
  ),
] as const;

/**
 * Fetches the scripts of all pages, so that moving between them needs the server only for what they show: when it has stopped, a
 * page can say so. A script that cannot be fetched is fetched again when its page is opened.
 */
export function fetchPages(): void {
  for (const { options } of routes) void (options.component as { preload?: () => Promise<unknown> })?.preload?.();
}

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  // The identifiers of documents have a colon, which may stand in a path as it is.
  pathParamsAllowedCharacters: [':', '@', '+'],
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
