import type { DuckDBConnection } from '@duckdb/node-api';
import { TracksError } from '../errors.ts';
import type { IdentityTable } from '../identity/identity.ts';
import type { ReportSink } from '../positions/report.ts';
import { columnBytes, quoted, withEngine } from './engine.ts';
import { type PositionColumn, readHeader } from './header.ts';
import { ChunkReader } from './parquet-chunk.ts';
import type { IdentityWords } from './table-identity.ts';

/** Reads a Parquet file in its order; rows count from 1. @throws TracksError `track-malformed`, `track-not-recognised` */
export async function readParquet(
  path: string,
  file: number,
  identities: IdentityTable,
  sink: ReportSink,
): Promise<void> {
  await withEngine(async (engine) => {
    try {
      await readRows(engine, path, file, identities, sink);
    } catch (error) {
      if (error instanceof TracksError) throw error;
      throw new TracksError('track-malformed', `The Parquet file cannot be read: ${firstLine(error)}`, {
        place: path,
        cause: error,
      });
    }
  });
}

/** The engine takes a name for a pattern; of a file called "*.parquet" it would read every other in the folder. */
function thisFile(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]');
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
}

async function readRows(
  engine: DuckDBConnection,
  path: string,
  file: number,
  identities: IdentityTable,
  sink: ReportSink,
): Promise<void> {
  const source = `read_parquet(${quoted(thisFile(path), "'")})`;
  const described = await engine.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  const columns = described.getRows().map((row) => ({ name: String(row[0]), type: String(row[1]) }));
  const header = readHeader(columns.map(({ name }) => name));
  if (header === undefined)
    throw new TracksError(
      'track-not-recognised',
      'The Parquet file has no columns for MMSI, time, latitude and longitude',
      {
        place: path,
      },
    );
  const isTaken = (column: PositionColumn): boolean =>
    !isIdentity(column) && (sink.wantsVoyage || !NOT_DETECTED_BY.has(column));
  const taken = (Object.keys(header) as PositionColumn[]).filter(isTaken).sort();
  const named = IDENTITY.filter((column) => header[column] !== undefined);
  const selected = [
    ...taken.map((column) => selection(column, columns[header[column]!]!)),
    ...(named.length === 0 ? [] : [joined(named.map((column) => columns[header[column]!]!.name))]),
  ];
  // Order is the file's own: row numbers are what an event points to.
  const result = await engine.stream(`SELECT ${selected.join(', ')} FROM ${source}`);
  const { type } = columns[header.time!]!;
  const times = isText(type) ? 'text' : isDated(type) ? 'dated' : 'number';
  const reader = new ChunkReader(file, { taken, named, times }, await columnBytes(), identities, sink);
  for (;;) {
    const chunk = await result.fetchChunk();
    // How many rows there are is asked of the engine once: a question to it costs as much as a row.
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) return;
    reader.take(chunk, count);
  }
}

/**
 * Every column comes as a double or a text, so that whatever a file's types are, the rows are read in one way. A number that is
 * blank comes as infinity: to ask of each value whether there is one costs more than the value.
 */
function selection(column: PositionColumn, { name, type }: Described): string {
  const named = quoted(name, '"');
  const number = (value: string): string => `coalesce(${value}, 'infinity'::DOUBLE)`;
  if (column === 'time' && isDated(type)) return number(`epoch(${named})::DOUBLE`);
  if (NUMBERS.has(column) || (column === 'time' && !isText(type))) return number(`TRY_CAST(${named} AS DOUBLE)`);
  return `${named}::VARCHAR`;
}

function isText(type: string): boolean {
  return /CHAR/.test(type);
}

function isDated(type: string): boolean {
  return /^(?:TIMESTAMP|DATE)/.test(type);
}

/** A column as the engine describes it. */
type Described = { readonly name: string; readonly type: string };

/** What is read only to be told: nothing is found by it. */
const NOT_DETECTED_BY: ReadonlySet<PositionColumn> = new Set(['heading', 'draught', 'destination']);
const NUMBERS: ReadonlySet<PositionColumn> = new Set(['mmsi', 'lat', 'lon', 'sog', 'cog', 'heading', 'draught']);

/** The fields of an identity as one text, with a mark between them that none has. */
function joined(names: readonly string[]): string {
  const parts = names.map((name) => `replace(coalesce(${quoted(name, '"')}::VARCHAR, ''), chr(31), ' ')`);
  return parts.join(' || chr(31) || ');
}

const IDENTITY: readonly (keyof IdentityWords)[] = ['imo', 'name', 'callsign', 'type', 'length', 'width'];

function isIdentity(column: PositionColumn): boolean {
  return IDENTITY.some((one) => one === column);
}
