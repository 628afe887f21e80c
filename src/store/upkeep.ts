import type { Database } from './database.ts';

/** Keeps a database fit for its questions; the embedded one does nothing of the kind by itself. */
export type Upkeep = {
  /** So many rows and chunks have come or gone. Looks after the tables when that is many. */
  after(touched: number): Promise<void>;
};

/** An act touches some dozens: so many at once came with documents, or are all that there is. */
const MANY_AT_ONCE = 1000;
const MANY_TOGETHER = 5000;

/**
 * Without statistics every choice of the planner is a guess (it sorted all claims for a page of a hundred where an index has them
 * in order), and rows that were replaced stay in the files and in the way.
 */
export function openUpkeep(database: Pick<Database, 'execute'>): Upkeep {
  let untended = 0;
  return {
    after: async (touched) => {
      untended += touched;
      if (touched < MANY_AT_ONCE && untended < MANY_TOGETHER) return;
      untended = 0;
      await database.execute('vacuum (analyze)');
    },
  };
}
