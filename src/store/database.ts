import { existsSync, rmSync, statfsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startWorkerThread } from '../core/threads/worker-thread.ts';
import type { PreparedCluster } from './empty-cluster.ts';
import { StoreError } from './errors.ts';

/** Values that go in as parameters and come out of rows: the same on an embedded database and on a server. */
export type SqlValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly (string | null)[]
  | readonly number[];
export type SqlRow = Readonly<Record<string, unknown>>;
export type SqlStatement = { readonly sql: string; readonly parameters?: readonly SqlValue[] };

/**
 * What the store needs of a database. All statements of one `transaction` take effect together or not at all; they
 * are taken one after the other as they are carried out, and whoever asks meanwhile waits.
 * The embedded database answers one caller at a time and cannot interrupt a query, so it lives in a worker thread.
 */
export type Database = {
  query(statement: SqlStatement): Promise<readonly SqlRow[]>;
  transaction(statements: Iterable<SqlStatement>): Promise<void>;
  /** Runs a script of several statements without parameters: migrations. */
  execute(script: string): Promise<void>;
  close(): Promise<void>;
};

export type StatementRequest =
  | { readonly id: number; readonly kind: 'query'; readonly statement: SqlStatement }
  | { readonly id: number; readonly kind: 'batch'; readonly statements: readonly SqlStatement[] }
  | { readonly id: number; readonly kind: 'execute'; readonly script: string }
  | { readonly id: number; readonly kind: 'close' };

export type StatementAnswer =
  | { readonly id: number; readonly rows: readonly SqlRow[] }
  | { readonly id: number; readonly error: string };

type Waiting = { resolve(rows: readonly SqlRow[]): void; reject(error: StoreError): void };

declare global {
  // Node has it; its types name only the shape of what comes out.
  namespace WebAssembly {
    function compile(bytes: Uint8Array): Promise<Module>;
  }
}

/** The database as WebAssembly: each thread would compile its ten megabytes again, which is half of what opening costs. */
let engine: Promise<WebAssembly.Module> | undefined;

async function compileEngine(): Promise<WebAssembly.Module> {
  const library = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return await WebAssembly.compile(await readFile(join(dirname(library), 'pglite.wasm')));
}

/**
 * Opens the embedded PostgreSQL (PGlite) on a folder, made if missing, or in memory (null). The caller must hold the workspace's lock: PGlite
 * takes none, and two processes on one folder lose rows silently (measured).
 * @throws StoreError `store-unreadable` when the folder does not hold a database that opens, `disk-full`
 */
export async function openEmbeddedDatabase(
  folder: string | null,
  /** What one in memory begins with; without it the database makes its own. */
  prepared?: PreparedCluster,
): Promise<Database> {
  const isNew = folder !== null && !existsSync(join(folder, 'PG_VERSION'));
  engine ??= compileEngine();
  const worker = startWorkerThread('store', { workerData: { folder, prepared, engine: await engine } });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let ended: StoreError | undefined;

  const end = (error: StoreError): void => {
    ended ??= error;
    for (const one of waiting.values()) one.reject(ended);
    waiting.clear();
    worker.unref();
  };
  worker.on('message', (answer: StatementAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('rows' in answer) one?.resolve(answer.rows);
    else one?.reject(refused(folder, answer.error));
  });
  worker.on('error', (cause) => end(unreadable(folder, cause)));
  worker.on('exit', () => end(new StoreError('store-closed', 'The projection database is closed.')));

  type RequestBody = StatementRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
  const ask = (request: RequestBody): Promise<readonly SqlRow[]> => {
    if (ended) return Promise.reject(ended);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...request });
    });
  };

  try {
    await ask({ kind: 'query', statement: { sql: 'select 1 as one' } });
  } catch (cause) {
    await worker.terminate();
    const error = unreadable(folder, cause);
    // A database that was not finished helps nobody, and what it takes may be all that is left of the disk.
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  // The database has one session: what is asked within a transaction of somebody else's would be part of it.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const execute = async (script: string): Promise<void> => void (await ask({ kind: 'execute', script }));
  return {
    query: (statement) => inTurn(() => ask({ kind: 'query', statement })),
    transaction: (statements) =>
      inTurn(async () => {
        await execute('begin');
        try {
          for (const batch of batchesOf(statements)) await ask({ kind: 'batch', statements: batch });
          await execute('commit');
        } catch (error) {
          await execute('rollback').catch(() => undefined);
          throw error;
        }
      }),
    execute: (script) => inTurn(() => execute(script)),
    close: async () => {
      await turn;
      if (ended) return;
      await ask({ kind: 'close' });
      await worker.terminate();
    },
  };
}

/** Values that go to the thread together, at most but for one statement that has more: they are in memory until they are carried out. */
const MOST_VALUES = 5000;

/** Statements that go to the thread together: an act is some forty small ones, and each answer would wait for whatever else the program does. */
function* batchesOf(statements: Iterable<SqlStatement>): Generator<readonly SqlStatement[]> {
  let batch: SqlStatement[] = [];
  let values = 0;
  for (const statement of statements) {
    batch.push(statement);
    for (const value of statement.parameters ?? []) values += Array.isArray(value) ? value.length : 1;
    if (values < MOST_VALUES) continue;
    yield batch;
    [batch, values] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** What an empty projection database takes, and some room to work in. */
const LEAST_FREE_BYTES = 48 * 1024 * 1024;

/** The embedded database does not say that the disk is full, so the disk is asked. */
function isFull(folder: string | null): boolean {
  if (folder === null) return false;
  for (let place = folder; ; place = dirname(place)) {
    if (!existsSync(place) && dirname(place) !== place) continue;
    try {
      const { bavail, bsize } = statfsSync(place);
      return bavail * bsize < LEAST_FREE_BYTES;
    } catch {
      return false;
    }
  }
}

function diskFull(folder: string | null, cause: unknown): StoreError {
  return new StoreError(
    'disk-full',
    'The projection database was not written: the disk is full; free some space (at least 50 MB) and run the command again. The record is untouched.',
    { ...(folder === null ? {} : { place: folder }), cause },
  );
}

function refused(folder: string | null, message: string): StoreError {
  if (/no space left|disk full|ENOSPC/i.test(message)) return diskFull(folder, new Error(message));
  return new StoreError('query-failed', `The projection database refused a statement: ${message}`);
}

function unreadable(folder: string | null, cause: unknown): StoreError {
  if (isFull(folder)) return diskFull(folder, cause);
  return new StoreError(
    'store-unreadable',
    'The projection database does not open; run "panel rebuild" to rebuild it from the record, which is untouched.',
    { ...(folder === null ? {} : { place: folder }), cause },
  );
}
