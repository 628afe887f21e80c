import { digestOf } from '../core/digest.ts';
import { holdsSame } from '../core/same-items.ts';
import { inTurns, openPauses, type Steps } from '../core/steps.ts';
import type { Database, SqlStatement } from './database.ts';
import {
  cellOf,
  type ProjectedCell,
  type ProjectedColumn,
  type ProjectedRow,
  type ProjectedTable,
} from './projected-table.ts';
import { PROJECTED_TABLES } from './projected-tables.ts';
import type { Amendment, Chunk, Projection, ProjectionState } from './projection.ts';
import { openUpkeep } from './upkeep.ts';

const NAME = 'record';

/** What a chunk follows from, and its hash; what another process wrote is known by its hash alone. */
type HeldChunk = { readonly of: readonly unknown[] | null; readonly hash: string };

/** The chunks that a table holds, by their keys: brought abreast in place, since an act moves a few of many. */
type Held = Map<string, HeldChunk>;

/** Writes projections into a database, each time the chunks that differ from what it holds. */
export type ProjectionWriter = {
  /** Brings the tables to a projection in one transaction: a reader sees the old state or the new one, never a mixture. */
  write(projection: Projection): Promise<void>;
  /** Brings the tables from the projection that they hold to one that differs from it in an amendment alone, in one transaction; gives the tables of which rows have changed. */
  amend(amendment: Amendment): Promise<ReadonlySet<string>>;
  /** Works out of what the chunks follow that another process wrote, so that the first act after it does not wait for that. Writes nothing. */
  prepare(projection: Projection): Promise<void>;
};

export async function readProjectionState(database: Database): Promise<ProjectionState | null> {
  const [row] = await database.query({
    sql: 'select acts_hash, acts, program from projection_state where name = $1',
    parameters: [NAME],
  });
  return row ? { actsHash: String(row.acts_hash), actCount: Number(row.acts), program: String(row.program) } : null;
}

/** What the tables hold is asked once and known from then on: the store has one writer. */
export function openProjectionWriter(database: Database): ProjectionWriter {
  let held: ReadonlyMap<string, Held> | undefined;
  const upkeep = openUpkeep(database);
  return {
    write: async (projection) => {
      const before = held ?? (await readHeld(database, projection.program));
      // Should the transaction fail, nobody knows what it left: it is asked again.
      held = undefined;
      const changes: TableChange[] = [];
      for (const table of PROJECTED_TABLES)
        changes.push(await changeOf(database, table, projection, before.get(table.name) ?? new Map()));
      await database.transaction(statementsOf(projection, changes));
      held = new Map(changes.map((change) => [change.table.name, changedBy(change)]));
      await upkeep.after(changes.reduce((sum, { fresh, old }) => sum + fresh.length + old.length, 0));
    },
    amend: async ({ projection, gone }) => {
      const before = held;
      held = undefined;
      const changes: TableChange[] = [];
      for (const table of PROJECTED_TABLES) {
        const change = await amendmentOf(database, table, projection, gone[table.name] ?? []);
        if (change !== null) changes.push(change);
      }
      await database.transaction(statementsOf(projection, changes));
      for (const { table, known, gone: keys } of changes) {
        const own = before?.get(table.name);
        for (const key of keys) own?.delete(key);
        for (const [key, chunk] of known) own?.set(key, chunk);
      }
      held = before;
      const written = changes.filter(({ fresh, gone: keys }) => fresh.length > 0 || keys.length > 0);
      await upkeep.after(changes.reduce((sum, { fresh, old }) => sum + fresh.length + old.length, 0));
      return new Set(written.map(({ table }) => table.name));
    },
    prepare: async (projection) => {
      if (held !== undefined) return;
      const before = await readHeld(database, projection.program);
      const known = new Map<string, Held>();
      for (const table of PROJECTED_TABLES) {
        const own = before.get(table.name) ?? new Map<string, HeldChunk>();
        const { known: told, fresh, gone } = await inTurns(comparing(table, projection, own));
        if (fresh.length === 0 && gone.length === 0) for (const [key, chunk] of told) own.set(key, chunk);
        known.set(table.name, own);
      }
      held ??= known;
    },
  };
}

/** What is to be done to one table. */
type TableChange = {
  readonly table: ProjectedTable;
  readonly before: Held;
  /** What chunks follow from of which that was not known, whether they have changed or not. */
  readonly known: readonly (readonly [string, HeldChunk])[];
  readonly fresh: readonly { readonly chunk: Chunk<unknown>; readonly hash: string }[];
  /** Keys of chunks that are there no more. */
  readonly gone: readonly string[];
  /** Rows that chunks hold which have changed or are gone. */
  readonly old: readonly string[];
};

/** What another program made may be other rows of the same things: then every chunk is written again. */
async function readHeld(database: Database, program: string): Promise<Map<string, Held>> {
  const isOwn = (await readProjectionState(database))?.program === program;
  const held = new Map<string, Map<string, HeldChunk>>();
  for (const row of await database.query({ sql: 'select name, chunk, hash from projected_chunk' })) {
    const table = held.get(String(row.name)) ?? new Map<string, HeldChunk>();
    held.set(String(row.name), table.set(String(row.chunk), { of: null, hash: isOwn ? String(row.hash) : '' }));
  }
  return held;
}

async function changeOf(
  database: Database,
  table: ProjectedTable,
  projection: Projection,
  before: Held,
): Promise<TableChange> {
  const { known, fresh, gone } = await inTurns(comparing(table, projection, before));
  const touched = [...gone, ...fresh.flatMap(({ chunk: { key } }) => (before.has(key) ? [key] : []))];
  const rows =
    touched.length === 0
      ? []
      : await database.query({
          sql: 'select ids from projected_chunk where name = $1 and chunk = any($2::text[])',
          parameters: [table.name, touched],
        });
  return { table, before, known, fresh, gone, old: rows.flatMap(({ ids }) => ids as readonly string[]) };
}

/** What an amendment does to a table; null where it leaves it as it is. Only the chunks that it names are asked for. */
async function amendmentOf(
  database: Database,
  table: ProjectedTable,
  projection: Projection,
  keys: readonly string[],
): Promise<TableChange | null> {
  const chunks = table.chunksOf(projection);
  if (chunks.length === 0 && keys.length === 0) return null;
  const rows = await database.query({
    sql: 'select chunk, hash, ids from projected_chunk where name = $1 and chunk = any($2::text[])',
    parameters: [table.name, [...keys, ...chunks.map(({ key }) => key)]],
  });
  const before = new Map(
    rows.map(({ chunk, hash, ids }) => [String(chunk), { hash: String(hash), ids: ids as readonly string[] }]),
  );
  const known: (readonly [string, HeldChunk])[] = [];
  const fresh: TableChange['fresh'][number][] = [];
  const pause = openPauses();
  for (const chunk of chunks) {
    const { key, of } = chunk;
    const hash = digestOf(of);
    known.push([key, { of, hash }]);
    if (before.get(key)?.hash !== hash) fresh.push({ chunk, hash });
    await pause();
  }
  const gone = keys.filter((key) => before.has(key));
  const old = [...gone, ...fresh.map(({ chunk: { key } }) => key)].flatMap((key) => before.get(key)?.ids ?? []);
  return { table, before: new Map(), known, fresh, gone, old };
}

/** Which chunks of a table are held as they are, and which are not. */
function* comparing(
  table: ProjectedTable,
  projection: Projection,
  before: Held,
): Steps<Pick<TableChange, 'known' | 'fresh' | 'gone'>> {
  const known: [string, HeldChunk][] = [];
  const fresh: TableChange['fresh'][number][] = [];
  const chunks = table.chunksOf(projection);
  let there = 0;
  for (const chunk of chunks) {
    yield;
    const { key, of } = chunk;
    const held = before.get(key);
    if (held !== undefined) there += 1;
    if (held?.of != null && (held.of === of || holdsSame(held.of, of))) continue;
    const hash = digestOf(of);
    known.push([key, { of, hash }]);
    if (held?.hash !== hash) fresh.push({ chunk, hash });
  }
  return { known, fresh, gone: there === before.size ? [] : goneFrom(before, chunks) };
}

function goneFrom(before: Held, chunks: readonly Chunk<unknown>[]): readonly string[] {
  const keys = new Set(chunks.map(({ key }) => key));
  return [...before.keys()].filter((key) => !keys.has(key));
}

function changedBy({ before, known, gone }: TableChange): Held {
  for (const key of gone) before.delete(key);
  for (const [key, chunk] of known) before.set(key, chunk);
  return before;
}

/** What brings the tables to a projection, made as it is carried out. */
function* statementsOf(projection: Projection, changes: readonly TableChange[]): Generator<SqlStatement> {
  for (const change of changes) yield* changesOf(change);
  yield {
    sql: `insert into projection_state (name, acts_hash, acts, program) values ($1, $2, $3, $4)
      on conflict (name) do update set acts_hash = excluded.acts_hash, acts = excluded.acts, program = excluded.program`,
    parameters: [NAME, projection.actsHash, projection.actCount, projection.program],
  };
}

/** The statements that bring one table and its parts to its chunks: old rows go first, since a row may move from chunk to chunk. */
function* changesOf({ table, fresh, gone, old }: TableChange): Generator<SqlStatement> {
  for (let from = 0; from < old.length; from += ROWS_A_STATEMENT) {
    const ids = old.slice(from, from + ROWS_A_STATEMENT);
    for (const { name, columns } of table.parts)
      yield { sql: `delete from ${name} where ${columns[0]?.[0]} = any($1::text[])`, parameters: [ids] };
    yield { sql: `delete from ${table.name} where id = any($1::text[])`, parameters: [ids] };
  }
  if (gone.length > 0)
    yield {
      sql: 'delete from projected_chunk where name = $1 and chunk = any($2::text[])',
      parameters: [table.name, gone],
    };
  yield* insertAll(table, fresh);
}

const ROWS_A_STATEMENT = 1000;

/** Some thousand rows at a time with their parts, so that no more of them than that are in memory. */
function* insertAll(table: ProjectedTable, fresh: TableChange['fresh']): Generator<SqlStatement> {
  let rows: ProjectedRow[] = [];
  let chunks: (readonly ProjectedCell[])[] = [];
  for (const { chunk, hash } of fresh) {
    const made = table.rowsOf(chunk);
    chunks.push([table.name, chunk.key, hash, cellOf(JSON.stringify(made.map(({ id }) => id)))]);
    for (const row of made) {
      rows.push(row);
      if (rows.length < ROWS_A_STATEMENT) continue;
      yield* insertRows(table, rows);
      rows = [];
    }
    if (chunks.length < ROWS_A_STATEMENT) continue;
    yield insertChunks(chunks);
    chunks = [];
  }
  yield* insertRows(table, rows);
  if (chunks.length > 0) yield insertChunks(chunks);
}

function* insertRows({ name, columns, parts }: ProjectedTable, rows: readonly ProjectedRow[]): Generator<SqlStatement> {
  if (rows.length === 0) return;
  yield insertion(
    name,
    [['id', 'text'], ...columns],
    rows.map(({ id, cells }) => [id, ...cells]),
  );
  for (const [at, part] of parts.entries()) {
    const own = rows.flatMap((row) => row.parts[at] ?? []);
    if (own.length > 0) yield insertion(part.name, part.columns, own);
  }
}

/** Bulk insert by `unnest` of one array a column, measured at some 60,000 rows a second; row by row is twenty times slower. */
function insertion(
  table: string,
  columns: readonly ProjectedColumn[],
  rows: readonly (readonly ProjectedCell[])[],
): SqlStatement {
  const names = columns.map(([name]) => name);
  const arrays = columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ');
  return {
    sql: `insert into ${table} (${names.join(', ')}) select * from unnest(${arrays})`,
    parameters: columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  };
}

function insertChunks(chunks: readonly (readonly ProjectedCell[])[]): SqlStatement {
  const { sql, parameters } = insertion('projected_chunk', CHUNK_COLUMNS, chunks);
  return {
    sql: `${sql} on conflict (name, chunk) do update set hash = excluded.hash, ids = excluded.ids`,
    ...(parameters === undefined ? {} : { parameters }),
  };
}

const CHUNK_COLUMNS: readonly ProjectedColumn[] = [
  ['name', 'text'],
  ['chunk', 'text'],
  ['hash', 'text'],
  ['ids', 'jsonb'],
];
