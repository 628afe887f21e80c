import { mkdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { SqlRow, SqlStatement, StatementAnswer, StatementRequest } from './database.ts';
import type { PreparedCluster } from './empty-cluster.ts';
import { MemoryCluster } from './memory-cluster.ts';

/**
 * The thread that owns the embedded database. Counts come back as numbers and dates as text, as they will from a
 * server, so that a row means the same wherever it was read.
 */
const { folder, prepared, engine } = workerData as {
  folder: string | null;
  prepared?: PreparedCluster;
  engine: WebAssembly.Module;
};
const port = parentPort;
if (!port) throw new Error('store/worker.ts runs as a worker thread only');

if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
/** The engine would take 128 MB for itself at once; files of this size are in the system's own cache. */
const SHARED_BUFFERS = '32MB';
/**
 * Of its log of writes the engine would keep up to a gigabyte for later use, which is hashed at each opening. What a killed
 * process leaves is made again from the record and never recovered from that log, so pages need not be written into it whole.
 */
const SETTINGS = [`shared_buffers=${SHARED_BUFFERS}`, 'max_wal_size=32MB', 'min_wal_size=32MB', 'full_page_writes=off'];
const asText = (value: string): string => value;
const opened = PGlite.create({
  ...(folder !== null
    ? { dataDir: folder }
    : prepared
      ? { fs: new MemoryCluster(prepared) }
      : { dataDir: 'memory://' }),
  pgliteWasmModule: engine,
  startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])],
  parsers: { [types.INT8]: Number, [types.DATE]: asText, [types.TIMESTAMP]: asText, [types.TIMESTAMPTZ]: asText },
});
// A failed opening must reach the caller as an answer to its first request, not as an unhandled rejection.
opened.catch(() => undefined);

let queue = Promise.resolve();
port.on('message', (request: StatementRequest) => {
  queue = queue.then(async () => {
    try {
      port.postMessage({ id: request.id, rows: await carryOut(request) } satisfies StatementAnswer);
    } catch (error) {
      port.postMessage({
        id: request.id,
        error: error instanceof Error ? error.message : String(error),
      } satisfies StatementAnswer);
    }
  });
});

async function carryOut(request: StatementRequest): Promise<readonly SqlRow[]> {
  const database = await opened;
  switch (request.kind) {
    case 'query':
      return (await database.query<SqlRow>(request.statement.sql, parametersOf(request.statement))).rows;
    case 'batch':
      for (const statement of request.statements) await database.query(statement.sql, parametersOf(statement));
      return [];
    case 'execute':
      await database.exec(request.script);
      return [];
    case 'close':
      await database.close();
      return [];
  }
}

function parametersOf(statement: SqlStatement): unknown[] {
  return [...(statement.parameters ?? [])];
}
