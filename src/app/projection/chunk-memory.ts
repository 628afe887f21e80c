import { holdsSame } from '../../core/same-items.ts';
import type { Chunk } from '../../store/projection.ts';

/** Gives a chunk with the very list of before where it follows from the same things, so that whoever holds that need not look into it. */
export type ChunkMemory<Row> = (key: string, of: readonly unknown[], rows: () => readonly Row[]) => Chunk<Row>;

/**
 * As `ChunkMemory`, of the chunks that follow from one object each and some things besides: where these are the very same as before, what
 * they come to is not worked out again. An archive has tens of thousands of such chunks, and an act moves a few of them.
 */
export type ItemChunkMemory<Item extends object, Row> = (
  item: Item,
  beside: readonly unknown[],
  chunks: () => readonly Kept[],
  rows: (key: string) => readonly Row[],
) => readonly Chunk<Row>[];

/** A chunk without its rows. */
type Kept = Pick<Chunk<unknown>, 'key' | 'of'>;

export function openItemChunkMemory<Item extends object, Row>(): ItemChunkMemory<Item, Row> {
  const known = new WeakMap<Item, { readonly beside: readonly unknown[]; readonly kept: readonly Kept[] }>();
  const memory = openChunkMemory<Row>();
  return (item, beside, chunks, rows) => {
    const before = known.get(item);
    if (before !== undefined && holdsSame(before.beside, beside))
      return before.kept.map(({ key, of }) => ({ key, of, rows: () => rows(key) }));
    const made = chunks().map(({ key, of }) => memory(key, of, () => rows(key)));
    known.set(item, { beside, kept: made.map(({ key, of }) => ({ key, of })) });
    return made;
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
