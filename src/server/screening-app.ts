import { OpenAPIHono } from '@hono/zod-openapi';
import { AppError, type ScreeningService } from '../app/screening/screening-service-facade.ts';
import { limitSizes, refuseForeign, sendHeaders } from './guard.ts';
import { methodsOf } from './methods.ts';
import { HttpError } from './request.ts';
import { addAlgorithms } from './routes/algorithms.ts';
import { addEntities } from './routes/entities.ts';
import { addMatch } from './routes/match.ts';
import { addReconcile } from './routes/reconcile.ts';
import { addSearch } from './routes/search.ts';
import { addSystem } from './routes/system.ts';
import type { ScreeningApi } from './screening-api.ts';

export type ScreeningAppOptions = {
  /** Token for `POST /updatez`; without one nobody may. */
  readonly updateToken?: string | undefined;
  /** Told of errors that are ours; what the client sees names none of our insides. */
  readonly onError?: (error: unknown) => void;
};

/** The screening service as an HTTP program: the paths, parameters, limits, shapes and status codes of the yente API. */
export function screeningApp(service: ScreeningService, options: ScreeningAppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(sendHeaders());
  for (const limit of limitSizes()) app.use(limit);
  app.use(refuseForeign());
  const api: ScreeningApi = { app, service, updateToken: options.updateToken ?? '' };
  addMatch(api);
  addSearch(api);
  addEntities(api);
  addReconcile(api);
  addAlgorithms(api);
  addSystem(api);
  app.notFound((c) => {
    const allowed = methodsOf(app, c.req.path);
    if (allowed.length === 0) return c.json({ detail: 'Not Found' }, 404);
    c.header('allow', allowed.join(', '));
    return c.json({ detail: 'Method Not Allowed' }, 405);
  });
  app.onError((error, c) => {
    if (error instanceof HttpError) return c.json({ detail: error.detail }, error.status);
    if (error instanceof AppError && error.code === 'bad-input') return c.json({ detail: error.message }, 400);
    options.onError?.(error);
    return c.json({ status: 'error', detail: 'The service failed on this request.' }, 500);
  });
  return app;
}
