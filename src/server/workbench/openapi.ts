import { readVersion } from '../../app/workbench-facade.ts';
import type { WorkbenchApi } from './api.ts';

/** The description of the interface, made of the same shapes that requests are checked with. */
export function addOpenApi({ app }: WorkbenchApi): void {
  app.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Standing Panel: workbench',
          version: readVersion(),
          description:
            'Documents, claims, incidents, findings and the record of one workspace. Errors are application/problem+json.',
        },
      }),
    ),
  );
}
