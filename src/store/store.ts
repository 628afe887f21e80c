import { rmSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Claim } from '../claims/model/claim.ts';
import type { JsonObject } from '../core/json/json.ts';
import type { Incident } from '../findings/comparison/incident.ts';
import type { Finding } from '../findings/model/finding.ts';
import { type Blocks, blocksIn } from './blocks.ts';
import { withFigures } from './comparisons.ts';
import { type Database, openEmbeddedDatabase } from './database.ts';
import { type Details, detailsIn } from './details.ts';
import { hashProjections } from './dump.ts';
import { layEmptyCluster, preparedCluster } from './empty-cluster.ts';
import { queriesOn } from './kysely.ts';
import { type Lists, listsIn } from './lists.ts';
import { migrate } from './migrate.ts';
import { type OverviewRows, readOverview } from './overview.ts';
import type { Amendment, LeadRow, Projection, ProjectionState } from './projection.ts';
import { openRememberedAnswers, rememberedLists } from './remembered.ts';
import { breakSeal, isSealed, seal } from './seal.ts';
import { type FoundPassages, namesIn, type PassageFilters, searchIn } from './search.ts';
import type { ServerPlace } from './server-database.ts';
import type { Tables } from './tables.ts';
import { openProjectionWriter, readProjectionState } from './write-projection.ts';

export type ClaimFilter = { readonly document?: string | undefined; readonly status?: string | undefined };

/** The projections of one workspace. It may be deleted at any time; `write` rebuilds it. */
export type Store = {
  state(): Promise<ProjectionState | null>;
  /** Brings the tables to what follows from the record: only rows that differ are written, all in one transaction. */
  write(projection: Projection): Promise<void>;
  /** Brings them there from what they hold, where that is known to differ in an amendment alone; gives the tables of which rows have changed. */
  amend(amendment: Amendment): Promise<ReadonlySet<string>>;
  /** Gets ready to write what follows from the next act; the tables hold this projection already. */
  prepare(projection: Projection): Promise<void>;
  claims(filter: ClaimFilter): Promise<readonly Claim[]>;
  incidents(): Promise<readonly Incident[]>;
  findings(): Promise<readonly Finding[]>;
  /** Figures laid side by side, all of each. */
  comparisons(): Promise<readonly JsonObject[]>;
  /** One of them with as many figures as a page has room for; undefined where there is none of this id. */
  comparison(id: string): Promise<JsonObject | undefined>;
  leads(): Promise<readonly Omit<LeadRow, 'place'>[]>;
  overview(most: { readonly cameIn: number; readonly contested: number }): Promise<OverviewRows>;
  readonly lists: Lists;
  readonly details: Details;
  readonly blocks: Blocks;
  search(filters: PassageFilters, page: { readonly skip: number; readonly limit: number }): Promise<FoundPassages>;
  /** Names in the texts that share keys with a name sought; `most` of them, the nearest first. */
  names(keys: readonly number[], most: number): Promise<readonly string[]>;
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
  layEmptyCluster(folder);
  const database = await openEmbeddedDatabase(folder);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    // Sealed again: what another version made is nothing to be removed for having been looked at.
    seal(folder, secret);
    throw error;
  }
  const store = storeOn(database, queriesOn(database));
  return {
    ...store,
    close: async () => {
      await store.close();
      seal(folder, secret);
    },
  };
}

/** Opens the store on a database server and brings its tables up to date. @throws StoreError as `openServerDatabase`, `migration-unknown` */
export async function openStoreOnServer(place: ServerPlace): Promise<Store> {
  const { openServerDatabase } = await import('./server-database.ts');
  const database = await openServerDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOn(database, queriesOn(database));
}

/** Removes a store's tables from a server. @throws StoreError as `openServerDatabase` */
export async function removeStoreOnServer(place: ServerPlace): Promise<void> {
  const { removeFromServer } = await import('./server-database.ts');
  await removeFromServer(place);
}

/** A store that no file holds: for a medium that cannot be written to, and a disk that is full. */
export async function openStoreInMemory(): Promise<Store> {
  const database = await openEmbeddedDatabase(null, preparedCluster());
  await migrate(database);
  return storeOn(database, queriesOn(database));
}

/** Removes a store's files: what `panel rebuild` does before it derives everything again. */
export function removeStore(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function storeOn(database: Database, queries: Kysely<Tables>): Store {
  const writer = openProjectionWriter(database);
  const answers = openRememberedAnswers();
  /** Whatever comes of a change that fails, nothing of before is given for it. */
  const changing = async <Changed extends ReadonlySet<string> | undefined>(
    work: Promise<Changed>,
  ): Promise<Changed> => {
    let changed: ReadonlySet<string> | undefined;
    try {
      const done = await work;
      changed = done;
      return done;
    } finally {
      answers.forget(changed ?? 'all');
    }
  };
  return {
    state: () => readProjectionState(database),
    write: async (projection) => void (await changing(writer.write(projection).then(() => undefined))),
    amend: (amendment) => changing(writer.amend(amendment)),
    prepare: (projection) => writer.prepare(projection),
    claims: async (filter) => {
      let query = queries
        .selectFrom('claim')
        .innerJoin('claim_text', 'claim_text.claim', 'claim.id')
        .select('body')
        .orderBy('place')
        .orderBy('start_offset')
        .orderBy('id');
      if (filter.document !== undefined) query = query.where('claim.document', '=', filter.document);
      if (filter.status !== undefined) query = query.where('status', '=', filter.status);
      return (await query.execute()).map((row) => row.body);
    },
    incidents: async () =>
      (await queries.selectFrom('incident').select('body').orderBy('place').orderBy('id').execute()).map(
        (row) => row.body,
      ),
    findings: async () =>
      (
        await queries.selectFrom('finding').select('body').orderBy('place').orderBy('title').orderBy('id').execute()
      ).map((row) => row.body),
    comparisons: async () =>
      await withFigures(
        queries,
        await queries.selectFrom('comparison').select(['id', 'body', 'brief']).orderBy('place').orderBy('id').execute(),
        'all',
      ),
    comparison: async (id) => {
      const heads = await queries
        .selectFrom('comparison')
        .select(['id', 'body', 'brief'])
        .where('id', '=', id)
        .execute();
      return (await withFigures(queries, heads, 'shown'))[0];
    },
    leads: async () =>
      (await queries.selectFrom('lead').select(['body', 'summary']).orderBy('place').orderBy('id').execute()).map(
        ({ body, summary }) => ({ lead: body, summary }),
      ),
    overview: (most) => readOverview(queries, most),
    lists: rememberedLists(listsIn(queries), answers),
    details: detailsIn(queries),
    blocks: blocksIn(queries),
    search: (filters, page) => answers.answer(['passage'], [filters, page], () => searchIn(queries, filters, page)),
    names: (keys, most) => namesIn(queries, keys, most),
    hash: () => hashProjections(database),
    close: () => database.close(),
  };
}
