import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, ClientConfig, CustomTypesConfig, Pool } from 'pg';
import type { Database, SqlStatement } from './database.ts';
import { StoreError } from './errors.ts';

export type ServerPlace = {
  /** `postgres://user@host/database`; a password may come from PGPASSWORD or a password file too. */
  readonly url: string;
  /** The schema that holds the tables of one workspace. */
  readonly schema: string;
};

/** The oldest server whose SQL the statements and migrations are tested on. */
const OLDEST_VERSION = 150_000;
/** Readers beside the writer: pages are answered while tables are written. */
const READERS = 4;
const CONNECT_MS = 10_000;

const INT8 = 20;
const DATES: ReadonlySet<number> = new Set([1082, 1114, 1184]);

/**
 * Opens the tables of one workspace on a PostgreSQL server, in a schema of their own, made if missing. One process at a time has
 * them: a lock of the server is held until it closes or dies. Reading goes on beside writing, and sees the tables before or after a transaction.
 * @throws StoreError `store-unreachable`, `store-unsuitable` for a server that is too old or not in UTF-8, `store-in-use`
 */
export async function openServerDatabase(place: ServerPlace): Promise<Database> {
  // Loaded here: whoever uses the embedded database need not wait for it.
  const { default: pg } = await import('pg');
  const shown = shownPlace(place.url);
  const types: CustomTypesConfig = {
    getTypeParser: (id, format) => parserOf(id) ?? pg.types.getTypeParser(id, format),
  };
  const config: ClientConfig = {
    connectionString: place.url,
    types,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'standing-panel',
    options: `-c search_path=${place.schema}`,
  };
  const writer = new pg.Client(config);
  let ended: StoreError | undefined;
  writer.on('error', (cause) => {
    ended ??= unreachable(shown, cause);
  });
  try {
    await writer.connect();
  } catch (cause) {
    throw unreachable(shown, cause);
  }
  try {
    await takeTables(writer, place.schema, shown);
  } catch (error) {
    await writer.end().catch(() => undefined);
    throw error instanceof StoreError ? error : refused(error);
  }
  const readers = new pg.Pool({ ...config, max: READERS });
  // A reader that breaks while idle is replaced by the next question.
  readers.on('error', () => undefined);

  const ask = async (asked: Client | Pool, { sql, parameters = [] }: SqlStatement) => {
    if (ended) throw ended;
    try {
      return (await asked.query({ text: sql, values: [...parameters] })).rows;
    } catch (cause) {
      throw ended ?? refused(cause);
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  return {
    query: (statement) => ask(readers, statement),
    transaction: (statements) =>
      inTurn(async () => {
        await ask(writer, { sql: 'begin' });
        try {
          for (const statement of statements) await ask(writer, statement);
          await ask(writer, { sql: 'commit' });
        } catch (error) {
          await ask(writer, { sql: 'rollback' }).catch(() => undefined);
          throw error;
        }
      }),
    execute: (script) => inTurn(async () => void (await ask(writer, { sql: script }))),
    close: async () => {
      await turn;
      ended ??= new StoreError('store-closed', 'The projection database is closed.');
      await readers.end();
      await writer.end().catch(() => undefined);
    },
  };
}

/** Removes the tables of one workspace from a server. @throws StoreError as `openServerDatabase` */
export async function removeFromServer(place: ServerPlace): Promise<void> {
  const database = await openServerDatabase(place);
  try {
    await database.execute(`drop schema if exists ${place.schema} cascade`);
  } finally {
    await database.close();
  }
}

/** A row means the same wherever it was read: counts are numbers, and dates are text. */
function parserOf(id: number): ((value: string) => unknown) | undefined {
  if (id === INT8) return Number;
  return DATES.has(id) ? (value) => value : undefined;
}

/** Makes sure that the server suits, and that nobody else has the tables. */
async function takeTables(client: Client, schema: string, shown: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  const [server] = rows;
  if (server === undefined || server.version < OLDEST_VERSION)
    throw new StoreError('store-unsuitable', 'The database server is too old: PostgreSQL 15 or newer is needed.', {
      place: shown,
    });
  if (server.encoding !== 'UTF8')
    throw new StoreError(
      'store-unsuitable',
      `The database is in ${server.encoding}, which does not hold all scripts: make one with "encoding 'UTF8'".`,
      { place: shown },
    );
  if (!(await takeLock(client, lockNumber(schema))))
    throw new StoreError(
      'store-in-use',
      'Another process has the tables of this workspace, or of a copy of it; end it, or give the copy a database of its own.',
      { place: shown },
    );
  await client.query(`create schema if not exists ${schema}`);
}

/** The server still works for a process that was killed until it looks up from its statement. */
const LOCK_WAIT_MS = 5000;
const LOCK_ASKED_EVERY_MS = 100;

async function takeLock(client: Client, lock: string): Promise<boolean> {
  const until = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1::bigint) as locked', [
      lock,
    ]);
    if (rows[0]?.locked === true) return true;
    if (performance.now() >= until) return false;
    await wait(LOCK_ASKED_EVERY_MS);
  }
}

/** A number of 64 bits that stands for a schema among the locks of a database. */
function lockNumber(schema: string): string {
  return createHash('sha256').update(`standing-panel ${schema}`).digest().readBigInt64BE().toString();
}

/** Host and database, without the password that an address may hold. */
function shownPlace(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const { host, pathname, searchParams } = new URL(url);
  return `${host || (searchParams.get('host') ?? 'the local server')}${pathname}`;
}

function unreachable(shown: string, cause: unknown): StoreError {
  return new StoreError(
    'store-unreachable',
    `The database server does not answer (${messageOf(cause)}); check --database and that the server runs. The record is untouched.`,
    { place: shown, cause },
  );
}

function refused(cause: unknown): StoreError {
  return new StoreError('query-failed', `The database server refused a statement: ${messageOf(cause)}`, { cause });
}

function messageOf(cause: unknown): string {
  // Several addresses of one host that all refuse come as an error without a message.
  const [first] = cause instanceof AggregateError ? cause.errors : [cause];
  return first instanceof Error ? first.message : String(first);
}
