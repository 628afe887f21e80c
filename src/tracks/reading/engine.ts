import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';

/** The engine's memory and cores; it reads files that users name and nothing from the network. */
const SETTINGS = {
  memory_limit: '512MB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};
/** What the engine reads ahead of an answer that is taken piece by piece: with less it stops and starts again at every few pieces. */
const READ_AHEAD = '16MB';

/** Runs work on an engine of its own that is given back whatever happens. */
export async function withEngine<Answer>(work: (engine: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const engine = await instance.connect();
  try {
    await engine.run(`SET streaming_buffer_size = '${READ_AHEAD}'`);
    return await work(engine);
  } finally {
    engine.closeSync();
    instance.closeSync();
  }
}

/** The bytes in which the engine holds a column of a chunk. */
export type ColumnBytes = (chunk: DuckDBDataChunk, column: number, bytes: number) => Uint8Array;

/** Hands out bytes of columns: to ask for value by value costs as much as all else that is done with a row. */
export async function columnBytes(): Promise<ColumnBytes> {
  const { default: bindings } = await import('@duckdb/node-bindings');
  return ({ chunk }, column, bytes) => bindings.vector_get_data(bindings.data_chunk_get_vector(chunk, column), bytes);
}

/** A name or text within SQL. */
export function quoted(text: string, mark: '"' | "'"): string {
  return mark + text.replaceAll(mark, mark + mark) + mark;
}
