import { openRecentlyAsked, type RecentlyAsked } from '../../../core/recently-asked.ts';
import type { Blocks, HeldBlock } from '../../../store/blocks.ts';

/**
 * What the tables said of blocks that were asked for last. Blocks hang on what claims tell, which reviews leave as it is: a block of
 * thousands is read once and not at every act on one of these. Whoever writes other rows of blocks forgets all.
 */
export type RecentBlocks = {
  /** The tables' answers, those that are known not asked for again. */
  over(tables: Blocks): Blocks;
  clear(): void;
};

/** A row takes some quarter of a kilobyte. */
const MOST_ROWS = 80_000;

export function openRecentBlocks(most = MOST_ROWS): RecentBlocks {
  const rowsUpTo = <Row>(room: number): RecentlyAsked<readonly Row[]> =>
    openRecentlyAsked(room, (rows) => rows.length + 1);
  const within = rowsUpTo<HeldBlock>(most / 2);
  const ofClaims = rowsUpTo<HeldBlock>(most / 4);
  const around = rowsUpTo<Awaited<ReturnType<Blocks['around']>>[number]>(most / 4);
  /** How far the claims lie that are known to stand around others. */
  let reached = 0;
  return {
    over: (tables) => ({
      ...tables,
      within: (kind, blocks) =>
        rowsUnder(within, blocks, {
          keyed: (block) => `${kind} ${block}`,
          of: ({ block }) => block,
          read: (unknown) => tables.within(kind, unknown),
        }),
      of: (claims) => rowsUnder(ofClaims, claims, { of: ({ claim }) => claim, read: tables.of }),
      around: async (claims, reach) => {
        if (reach !== reached) around.clear();
        reached = reach;
        return await rowsUnder(around, claims, {
          of: ({ claim }) => claim,
          read: (unknown) => tables.around(unknown, reach),
        });
      },
    }),
    clear: () => {
      within.clear();
      ofClaims.clear();
      around.clear();
    },
  };
}

/** All rows under some names, in the order of these; those under names that are not known are read and kept. */
async function rowsUnder<Row>(
  recent: RecentlyAsked<readonly Row[]>,
  names: readonly string[],
  {
    keyed = (name) => name,
    of,
    read,
  }: {
    readonly keyed?: (name: string) => string;
    /** Under which name a row stands. */
    readonly of: (row: Row) => string;
    readonly read: (names: readonly string[]) => Promise<readonly Row[]>;
  },
): Promise<readonly Row[]> {
  const found = new Map(names.map((name) => [name, recent.of(keyed(name))]));
  const unknown = [...found].flatMap(([name, rows]) => (rows === undefined ? [name] : []));
  if (unknown.length > 0) {
    const fresh = new Map<string, Row[]>(unknown.map((name) => [name, []]));
    for (const row of await read(unknown)) fresh.get(of(row))?.push(row);
    for (const [name, rows] of fresh) {
      found.set(name, rows);
      recent.keep(keyed(name), rows);
    }
  }
  return [...found.values()].flatMap((rows) => rows ?? []);
}
