import { sha256Hex } from '../../../core/hash.ts';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import type { ListPage, RowsAsked } from '../../../store/lists.ts';
import { AppError } from '../../errors.ts';
import { foldedWords } from '../../projection/fold-text.ts';
import type { Page } from '../contract/page.ts';

/** Which page of a list is asked for. */
export type PageQuery = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

const USUAL_LIMIT = 100;

/**
 * One page of a list, after the item that the cursor names. The list may have changed since: then the page goes on after
 * that item, or from the same place on when the item is gone. `filters` are bound into the cursor, since a place in one list
 * means nothing in another.
 * @throws AppError `bad-option` for a cursor that this list did not give
 */
export function pageOf<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { cursor, limit = USUAL_LIMIT }: PageQuery,
  filters: object,
): Page<Item> {
  const list = listOf(filters);
  const start = cursor === undefined ? 0 : placeAfter(readCursor(cursor, list), items, idOf);
  const shown = items.slice(start, start + limit);
  const last = shown.at(-1);
  const more = last !== undefined && start + shown.length < items.length;
  return {
    items: shown,
    next: more ? writeCursor({ list, at: start + shown.length, after: idOf(last) }) : null,
    total: items.length,
  };
}

type Cursor = { readonly list: string; readonly at: number; readonly after: string };

/**
 * As `pageOf`, of a list that the store pages through. `fetch` gives the items after a place, and says whether more follow.
 * @throws AppError `bad-option` for a cursor that this list did not give
 */
export async function storedPage<Item>(
  fetch: (request: RowsAsked) => Promise<ListPage<Item>>,
  idOf: (item: Item) => string,
  { cursor, limit = USUAL_LIMIT }: PageQuery,
  filters: object,
): Promise<Page<Item>> {
  const list = listOf(filters);
  const from = cursor === undefined ? null : readCursor(cursor, list);
  const { items, more, total } = await fetch({ place: from, limit });
  const last = items.at(-1);
  const next = more && last !== undefined ? { list, at: (from?.at ?? 0) + items.length, after: idOf(last) } : null;
  return { items, next: next === null ? null : writeCursor(next), total };
}

function listOf(filters: object): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(filters)))).slice(0, 12);
}

function placeAfter<Item>({ at, after }: Cursor, items: readonly Item[], idOf: (item: Item) => string): number {
  const there = items[at - 1];
  if (there !== undefined && idOf(there) === after) return at;
  const moved = items.findIndex((item) => idOf(item) === after);
  return moved < 0 ? at : moved + 1;
}

function writeCursor({ list, at, after }: Cursor): string {
  return Buffer.from(JSON.stringify([list, at, after])).toString('base64url');
}

function readCursor(text: string, list: string): Cursor {
  const refused = new AppError('bad-option', 'this cursor belongs to another list; begin again without it', {
    place: 'cursor',
  });
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(value) || value.length !== 3) throw refused;
  const [named, at, after] = value as unknown[];
  if (named !== list || typeof after !== 'string' || !Number.isSafeInteger(at) || (at as number) < 1) throw refused;
  return { list, at: at as number, after };
}

/** Whether a text holds every word that is sought. */
export function searchIn(query: string | undefined): (folded: string) => boolean {
  const words = foldedWords(query);
  return (folded) => words.every((word) => folded.includes(word));
}
