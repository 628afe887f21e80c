/**
 * What the workbench's HTTP interface answers and takes, as types that `web/` and `server/` share. Everything is plain JSON.
 * Paths stand under `/api/v1`. Reads carry an ETag that changes with the record; errors are `application/problem+json`.
 */

/** One page of a list. `next` is given back as `?cursor=`; null on the last page. `total` counts all that fit the filters. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number };

/** RFC 9457, with the code of the room that refused and the file, field or id that it speaks of. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly place?: string;
};
