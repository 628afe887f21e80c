import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { TracksError } from '../errors.ts';
import type { IdentityTable } from '../identity/identity.ts';
import { plainText } from '../identity/identity.ts';
import { emptyReport, place, type Report, type ReportSink, type SkipReason } from '../positions/report.ts';
import { quoted, withEngine } from './engine.ts';
import { ofEpoch, readTimeText } from './field.ts';
import { type ColumnPlaces, type PositionColumn, readHeader } from './header.ts';
import { identityOf, receiverOf } from './table-identity.ts';

const LAST_TIME = 2 ** 32 - 1;
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
  const taken = (Object.keys(header) as PositionColumn[]).sort();
  const selected = taken.map((column) => selection(column, columns[header[column]!]!));
  // Order is the file's own: row numbers are what an event points to.
  const result = await engine.stream(`SELECT ${selected.join(', ')} FROM ${source}`);
  const reader = new RowReader(file, taken, identities, sink);
  for (;;) {
    const chunk = await result.fetchChunk();
    // How many rows there are is asked of the engine once: a question to it costs as much as a row.
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) return;
    reader.begin(taken.map((_, at) => chunk.getColumnVector(at)));
    for (let row = 0; row < count; row++) reader.take(row);
  }
}

/** Every column comes as a double or a text, so that whatever a file's types are, the rows are read in one way. */
function selection(column: PositionColumn, { name, type }: { name: string; type: string }): string {
  const named = quoted(name, '"');
  if (column === 'time' && /^(?:TIMESTAMP|DATE)/.test(type)) return `epoch(${named})::DOUBLE`;
  if (NUMBERS.has(column)) return `TRY_CAST(${named} AS DOUBLE)`;
  if (column === 'time') return /CHAR/.test(type) ? `${named}::VARCHAR` : `TRY_CAST(${named} AS DOUBLE)`;
  return `${named}::VARCHAR`;
}

const NUMBERS: ReadonlySet<PositionColumn> = new Set(['mmsi', 'lat', 'lon', 'sog', 'cog', 'heading', 'draught']);

/** A column of a chunk. */
type Column = { getItem(row: number): DuckDBValue };

class RowReader {
  #columns: readonly Column[] = [];
  readonly #at: ColumnPlaces;
  readonly #identities: IdentityTable;
  readonly #sink: ReportSink;
  readonly #report: Report = emptyReport();
  readonly #hasIdentity: boolean;
  #row = 0;

  constructor(file: number, taken: readonly PositionColumn[], identities: IdentityTable, sink: ReportSink) {
    this.#at = Object.fromEntries(taken.map((column, at) => [column, at]));
    this.#hasIdentity = taken.some((column) => IDENTITY.has(column));
    this.#identities = identities;
    this.#sink = sink;
    this.#report.file = file;
  }

  /** The columns of the next chunk. */
  begin(columns: readonly Column[]): void {
    this.#columns = columns;
  }

  take(row: number): void {
    this.#row++;
    this.#report.row = this.#row;
    const reason = this.#read(row);
    if (reason === undefined) this.#sink.report(this.#report);
    else this.#sink.skip(reason, this.#report.file, this.#row);
  }

  #number(column: PositionColumn, row: number): number {
    const at = this.#at[column];
    const value = at === undefined ? null : this.#columns[at]!.getItem(row);
    return typeof value === 'number' ? value : Infinity;
  }

  #text(column: PositionColumn, row: number): string {
    const at = this.#at[column];
    const value = at === undefined ? null : this.#columns[at]!.getItem(row);
    return value === null || value === undefined ? '' : String(value);
  }

  #read(row: number): SkipReason | undefined {
    const report = this.#report;
    report.mmsi = this.#number('mmsi', row);
    if (!Number.isInteger(report.mmsi) || report.mmsi <= 0 || report.mmsi > 999_999_999) return 'no-mmsi';
    const time = this.#columns[this.#at.time!]!.getItem(row);
    if (time === null || time === undefined) return 'no-time';
    report.time = typeof time === 'number' ? ofEpoch(time) : readTimeText(String(time));
    if (Number.isNaN(report.time)) return 'bad-time';
    if (!(report.time >= 0 && report.time <= LAST_TIME)) return 'time-out-of-range';
    const placement = place(report, this.#number('lat', row), this.#number('lon', row));
    if (placement === 'bad-number') return 'bad-number';
    if (placement === 'out-of-range') return 'position-out-of-range';
    const sog = this.#number('sog', row);
    const cog = this.#number('cog', row);
    const heading = this.#number('heading', row);
    report.sog = sog >= 0 && sog < 102.3 ? sog : Number.NaN;
    report.cog = cog >= 0 && cog < 360 ? cog : Number.NaN;
    report.heading = heading >= 0 && heading < 360 ? heading : Number.NaN;
    report.receiver = receiverOf(this.#text('receiver', row));
    report.identity = this.#hasIdentity
      ? identityOf(
          {
            imo: this.#text('imo', row),
            name: this.#text('name', row),
            callsign: this.#text('callsign', row),
            type: this.#text('type', row),
            length: this.#text('length', row),
            width: this.#text('width', row),
          },
          this.#identities,
        )
      : null;
    if (this.#sink.wantsVoyage) {
      const draught = this.#number('draught', row);
      report.draught = draught > 0 && draught < 100 ? draught : Number.NaN;
      report.destination = plainText(this.#text('destination', row));
    }
    return undefined;
  }
}

const IDENTITY: ReadonlySet<PositionColumn> = new Set(['imo', 'name', 'callsign', 'type', 'length', 'width']);
