import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Expression,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import type { Database, SqlValue } from './database.ts';
import { heldText } from './projected-table.ts';
import type { Tables } from './tables.ts';

/** Typed queries over a `Database`. The published dialects for PGlite do not fit its current version, so this is ours. */
export function queriesOn(database: Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DatabaseDriver(database),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Stands for any of some values: one parameter, however many there are. */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::text[])`;
}

function asHeld(parameter: unknown): SqlValue {
  const held = (one: unknown) => (typeof one === 'string' ? heldText(one) : one);
  return (Array.isArray(parameter) ? parameter.map(held) : held(parameter)) as SqlValue;
}

/** The incident in which a claim stands. */
export function incidentOf(claim: Expression<unknown>) {
  return sql<string | null>`(select min(incident) from incident_claim where incident_claim.claim = ${claim})`;
}

/** What is asked here may be answered by one of several connections. */
const ONE_WRITER = 'projections are written by their writer alone, in a transaction of the database';

class DatabaseDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(database: Database) {
    this.#connection = {
      executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => ({
        rows: (await database.query({ sql: query.sql, parameters: query.parameters.map(asHeld) })) as Row[],
      }),
      // biome-ignore lint/correctness/useYield: the interface asks for a generator; rows are never streamed from a projection.
      streamQuery: async function* () {
        throw new Error('projections are read whole, not streamed');
      },
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error(ONE_WRITER);
  }
  async commitTransaction(): Promise<void> {
    throw new Error(ONE_WRITER);
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error(ONE_WRITER);
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
