import { memoizedByText } from '../../../core/memoized.ts';
import { openRecentlyAsked } from '../../../core/recently-asked.ts';
import { type FigureEntry, inTheirOrder, partKeysOf } from '../../../findings/comparison/great-comparison.ts';
import type { Blocks } from '../../../store/blocks.ts';

/** The entries of great comparisons that were asked for last, part by part, as the tables hold them. Whoever writes a part forgets it. */
export type FigureIndex = {
  /** All figures of a great comparison in their order. */
  entriesOf(comparison: string, blocks: Pick<Blocks, 'figureIndex'>): Promise<readonly FigureEntry[]>;
  /** The entries of some parts of great comparisons. */
  read(parts: readonly string[], blocks: Pick<Blocks, 'figureIndex'>): Promise<readonly FigureEntry[]>;
  forget(parts: Iterable<string>): void;
  clear(): void;
};

/** An entry takes some hundred bytes. */
const MOST_ENTRIES = 250_000;
/** Some thousand figures of a matter of tens of thousands: whoever asks meanwhile is answered in between. */
export const PARTS_AT_ONCE = 16;

export function openFigureIndex(most = MOST_ENTRIES): FigureIndex {
  const known = openRecentlyAsked<readonly FigureEntry[]>(most, (entries) => entries.length + 1);
  const read: FigureIndex['read'] = async (parts, blocks) => {
    const found = new Map(parts.map((part) => [part, known.of(part)]));
    const unknown = parts.filter((part) => found.get(part) === undefined);
    for (let at = 0; at < unknown.length; at += PARTS_AT_ONCE) {
      const some = unknown.slice(at, at + PARTS_AT_ONCE);
      const rows = new Map((await blocks.figureIndex(some)).map(({ id, entries }) => [id, entries.map(inOneCopy)]));
      for (const part of some) {
        const entries = rows.get(part) ?? [];
        known.keep(part, entries);
        found.set(part, entries);
      }
    }
    return [...found.values()].flatMap((entries) => entries ?? []);
  };
  return {
    entriesOf: async (comparison, blocks) => [...(await read(partKeysOf(comparison), blocks))].sort(inTheirOrder),
    read,
    forget: (parts) => {
      for (const part of parts) known.forget(part);
    },
    clear: known.clear,
  };
}

/** Tens of thousands of figures name some hundreds of origins and numbers. */
const oneCopy = memoizedByText((text) => text);

function inOneCopy(entry: FigureEntry): FigureEntry {
  const { document, said, axis, origin } = entry;
  return { ...entry, document: oneCopy(document), said: oneCopy(said), axis: oneCopy(axis), origin: oneCopy(origin) };
}
