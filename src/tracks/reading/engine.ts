import type { DuckDBConnection } from '@duckdb/node-api';

/** The engine's memory and cores; it reads files that users name and nothing from the network. */
const SETTINGS = {
  memory_limit: '512MB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** Runs work on an engine of its own that is given back whatever happens. */
export async function withEngine<Answer>(work: (engine: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const engine = await instance.connect();
  try {
    return await work(engine);
  } finally {
    engine.closeSync();
    instance.closeSync();
  }
}

/** A name or text within SQL. */
export function quoted(text: string, mark: '"' | "'"): string {
  return mark + text.replaceAll(mark, mark + mark) + mark;
}
