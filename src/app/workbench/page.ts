import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256Hex } from '../../core/hash.ts';
import { AppError } from '../errors.ts';
import type { Page } from './contract/page.ts';

/** Which page of a list is asked for. */
export type PageQuery = { readonly cursor?: string | undefined; readonly limit?: number | undefined };

const USUAL_LIMIT = 100;
export const MOST_LIMIT = 1000;

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
  const list = sha256Hex(canonicalJson(JSON.parse(JSON.stringify(filters)))).slice(0, 12);
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

/** Texts as they are compared in a search: case, width and accents aside. */
export function foldText(text: string): string {
  // Most texts of a large matter: nothing in them decomposes.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether a text holds every word that is sought. */
export function searchIn(query: string | undefined): (folded: string) => boolean {
  const words = foldText(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return (folded) => words.every((word) => folded.includes(word));
}
