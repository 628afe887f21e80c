import { holdsSame } from '../../core/same-items.ts';
import type { Chunk } from '../../store/projection.ts';

/** Gives a chunk with the very list of before where it follows from the same things, so that whoever holds that need not look into it. */
export type ChunkMemory<Row> = (key: string, of: readonly unknown[], rows: () => readonly Row[]) => Chunk<Row>;

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
