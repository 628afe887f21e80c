import { holdsSame } from '../../core/same-items.ts';
import type { Chunk } from '../../store/projection.ts';

/** Gives a chunk with the very list of before where it follows from the same things, so that whoever holds that need not look into it. */
export type ChunkMemory<Row> = (key: string, of: readonly unknown[], rows: () => readonly Row[]) => Chunk<Row>;

/**
 * As `ChunkMemory`, of chunks that each follow from one object and some things besides: where these are the very same as before, what
 * they come to is not worked out again. An archive has tens of thousands of such chunks, and an act moves a few of them.
 */
export type ItemChunkMemory<Item extends object, Row> = (
  key: string,
  item: Item,
  beside: readonly unknown[],
  of: () => readonly unknown[],
  rows: () => readonly Row[],
) => Chunk<Row>;

export function openItemChunkMemory<Item extends object, Row>(): ItemChunkMemory<Item, Row> {
  const known = new WeakMap<Item, { readonly beside: readonly unknown[]; readonly of: readonly unknown[] }>();
  const memory = openChunkMemory<Row>();
  return (key, item, beside, of, rows) => {
    const before = known.get(item);
    if (before !== undefined && holdsSame(before.beside, beside)) return { key, of: before.of, rows };
    const chunk = memory(key, of(), rows);
    known.set(item, { beside, of: chunk.of });
    return chunk;
  };
}

export function openChunkMemory<Row>(): ChunkMemory<Row> {
  // Not the chunk itself: what makes its rows would keep the whole snapshot of that time.
  const known = new Map<string, readonly unknown[]>();
  return (key, of, rows) => {
    const before = known.get(key);
    if (before !== undefined && holdsSame(before, of)) return { key, of: before, rows };
    known.set(key, of);
    return { key, of, rows };
  };
}
