import { z } from 'zod';
import { list, maybeText, type problem } from './shape.ts';

/**
 * What the workbench's HTTP interface takes and answers: requests are checked with these shapes, the OpenAPI description is
 * made of them, and the types of `web/` follow from them. Everything is plain JSON. Paths stand under `/api/v1`. Reads carry an
 * ETag that changes with the record; errors are `application/problem+json`.
 */

/** One page of a list. `next` is given back as `?cursor=`; null on the last page. `total` counts all that fit the filters. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number };

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: list(item), next: maybeText, total: z.int() });
}

export type Problem = z.infer<typeof problem>;
