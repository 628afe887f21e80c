import { rmSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Claim } from '../claims/model/claim.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';
import { type Database, openEmbeddedDatabase } from './database.ts';
import { hashProjections } from './dump.ts';
import { queriesOn } from './kysely.ts';
import { migrate } from './migrate.ts';
import { type Projection, type ProjectionState, readProjectionState, writeProjection } from './projection.ts';
import { breakSeal, isSealed, seal } from './seal.ts';
import type { Tables } from './tables.ts';

export type ClaimFilter = { readonly document?: string | undefined; readonly status?: string | undefined };

/** The projections of one workspace. It may be deleted at any time; `write` rebuilds it. */
export type Store = {
  state(): Promise<ProjectionState | null>;
  write(projection: Projection): Promise<void>;
  claims(filter: ClaimFilter): Promise<readonly Claim[]>;
  incidents(): Promise<readonly Incident[]>;
  findings(): Promise<readonly Finding[]>;
  /** SHA-256 over the ordered dump of all projections. */
  hash(): Promise<string>;
  close(): Promise<void>;
};

/**
 * Opens the store in a folder (made if missing) and brings its tables up to date. The caller holds the workspace's lock. A
 * store that `secret` did not seal when it was last closed is removed and started over: its rows would be printed.
 */
export async function openStore(folder: string, secret: Buffer): Promise<Store> {
  if (!isSealed(folder, secret)) removeStore(folder);
  breakSeal(folder);
  const database = await openEmbeddedDatabase(folder);
  await migrate(database);
  const store = storeOn(database, queriesOn(database));
  return {
    ...store,
    close: async () => {
      await store.close();
      seal(folder, secret);
    },
  };
}

/** Removes a store's files: what `panel rebuild` does before it derives everything again. */
export function removeStore(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function storeOn(database: Database, queries: Kysely<Tables>): Store {
  return {
    state: () => readProjectionState(database),
    write: (projection) => writeProjection(database, projection),
    claims: async (filter) => {
      let query = queries
        .selectFrom('claim')
        .innerJoin('document', 'document.id', 'claim.document')
        .select('claim.body as body')
        .orderBy('document.position')
        .orderBy('claim.start_offset')
        .orderBy('claim.id');
      if (filter.document !== undefined) query = query.where('claim.document', '=', filter.document);
      if (filter.status !== undefined) query = query.where('claim.status', '=', filter.status);
      return (await query.execute()).map((row) => row.body);
    },
    incidents: async () =>
      (await queries.selectFrom('incident').select('body').orderBy('position').execute()).map((row) => row.body),
    findings: async () =>
      (await queries.selectFrom('finding').select('body').orderBy('position').execute()).map((row) => row.body),
    hash: () => hashProjections(database),
    close: () => database.close(),
  };
}
