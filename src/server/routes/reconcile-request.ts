import type { Context } from 'hono';
import { z } from 'zod';

/** What the endpoints of reconciliation have in common. */
export const parameters = z.object({ dataset: z.string() });
export const tag = 'Reconciliation';

/** The dataset that is asked. */
export function nameOf(c: Context): string {
  return c.req.param('dataset') ?? '';
}
