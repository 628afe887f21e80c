import type { Database } from './database.ts';

/** Keeps a database fit for its questions; the embedded one does nothing of the kind by itself. */
export type Upkeep = {
  /** So many rows and chunks have come or gone. Looks after the tables when that is many. */
  after(touched: number): Promise<void>;
};

/** Fewer cost nothing to go through, and of more a twentieth may be out of date: an act touches some dozens. */
const LEAST_TOUCHED = 1000;
const SHARE_TOUCHED = 0.05;

/**
 * Without statistics every choice of the planner is a guess (it sorted all claims for a page of a hundred where an index has them
 * in order), and rows that were replaced stay in the files and in the way.
 */
export function openUpkeep(database: Pick<Database, 'execute' | 'query'>): Upkeep {
  let untended = 0;
  let rows: number | undefined;
  return {
    after: async (touched) => {
      untended += touched;
      if (untended < LEAST_TOUCHED) return;
      rows ??= await rowsIn(database);
      if (untended < rows * SHARE_TOUCHED) return;
      [untended, rows] = [0, undefined];
      await database.execute('vacuum (analyze)');
    },
  };
}

/** How many rows all tables had when they were last looked after. */
async function rowsIn(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query({
    sql: `select coalesce(sum(greatest(reltuples, 0)), 0)::bigint as rows from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  });
  return Number(row?.rows ?? 0);
}
