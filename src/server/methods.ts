import type { Hono } from 'hono';

/** Methods that a path has, when it has not the one that was asked. */
export function methodsOf(app: Pick<Hono, 'routes'>, path: string): string[] {
  const parts = path.split('/').length;
  return [
    ...new Set(
      app.routes
        .filter(({ path: route, method }) => method !== 'ALL' && route.split('/').length === parts)
        .filter(({ path: route }) =>
          new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path),
        )
        .map(({ method }) => method),
    ),
  ];
}
