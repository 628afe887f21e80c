import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { TracksError } from '../errors.ts';
import { type Identity, type IdentityTable, plainText } from '../identity/identity.ts';
import { emptyReport, place, type Report, type ReportSink, type SkipReason } from '../positions/report.ts';
import { type ColumnBytes, columnBytes, quoted, withEngine } from './engine.ts';
import { ofEpoch, readTimeText } from './field.ts';
import { type ColumnPlaces, type PositionColumn, readHeader } from './header.ts';
import { type IdentityWords, identityOf, receiverOf } from './table-identity.ts';

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
  const taken = (Object.keys(header) as PositionColumn[]).filter((column) => !isIdentity(column)).sort();
  const named = IDENTITY.filter((column) => header[column] !== undefined);
  const selected = [
    ...taken.map((column) => selection(column, columns[header[column]!]!)),
    ...(named.length === 0 ? [] : [joined(named.map((column) => columns[header[column]!]!.name))]),
  ];
  // Order is the file's own: row numbers are what an event points to.
  const result = await engine.stream(`SELECT ${selected.join(', ')} FROM ${source}`);
  const { type } = columns[header.time!]!;
  const times = isText(type) ? 'text' : isDated(type) ? 'dated' : 'number';
  const reader = new RowReader(file, { taken, named, times }, await columnBytes(), identities, sink);
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

const NUMBERS: ReadonlySet<PositionColumn> = new Set(['mmsi', 'lat', 'lon', 'sog', 'cog', 'heading', 'draught']);

/** What parts the fields of an identity that come as one text: most rows repeat one of few, and one text is compared sooner than six. */
const PART = '\u001f';

function joined(names: readonly string[]): string {
  const parts = names.map((name) => `replace(coalesce(${quoted(name, '"')}::VARCHAR, ''), chr(31), ' ')`);
  return parts.join(' || chr(31) || ');
}

/** What is asked of the engine: columns of their own, and last the identity that those with these names make. */
type Selected = {
  readonly taken: readonly PositionColumn[];
  readonly named: readonly (keyof IdentityWords)[];
  readonly times: Times;
};

/** Times that are declared as such come as seconds; what is only a number may be of any unit, which its size shows. */
type Times = 'text' | 'dated' | 'number';

class RowReader {
  readonly #bytes: ColumnBytes;
  readonly #times: Times;
  readonly #at: ColumnPlaces;
  readonly #named: readonly (keyof IdentityWords)[];
  /** Where the identity stands among the columns. */
  readonly #identityAt: number;
  readonly #identities: IdentityTable;
  readonly #known = new Map<string, Identity | null>();
  readonly #sink: ReportSink;
  readonly #report: Report = emptyReport();
  #chunk: DuckDBDataChunk | undefined;
  #mmsi = NO_NUMBERS;
  #lat = NO_NUMBERS;
  #lon = NO_NUMBERS;
  #sog = NO_NUMBERS;
  #cog = NO_NUMBERS;
  #heading = NO_NUMBERS;
  #draught = NO_NUMBERS;
  /** Times that come as numbers; null where they come as texts. */
  #time: Float64Array | null = null;
  #row = 0;

  constructor(
    file: number,
    { taken, named, times }: Selected,
    bytes: ColumnBytes,
    identities: IdentityTable,
    sink: ReportSink,
  ) {
    this.#bytes = bytes;
    this.#times = times;
    this.#at = Object.fromEntries(taken.map((column, at) => [column, at]));
    this.#named = named;
    this.#identityAt = taken.length;
    this.#identities = identities;
    this.#sink = sink;
    this.#report.file = file;
  }

  /** Takes the rows of the next chunk. */
  take(chunk: DuckDBDataChunk, count: number): void {
    this.#chunk = chunk;
    const numbers = (column: PositionColumn, before: Float64Array): Float64Array => {
      const at = this.#at[column];
      if (at === undefined) return before.length >= count ? before : new Float64Array(count).fill(Infinity);
      const { buffer, byteOffset } = this.#bytes(chunk, at, count * Float64Array.BYTES_PER_ELEMENT);
      return new Float64Array(buffer, byteOffset, count);
    };
    this.#mmsi = numbers('mmsi', this.#mmsi);
    this.#lat = numbers('lat', this.#lat);
    this.#lon = numbers('lon', this.#lon);
    this.#sog = numbers('sog', this.#sog);
    this.#cog = numbers('cog', this.#cog);
    this.#heading = numbers('heading', this.#heading);
    if (this.#sink.wantsVoyage) this.#draught = numbers('draught', this.#draught);
    this.#time = this.#times === 'text' ? null : numbers('time', this.#time ?? NO_NUMBERS);
    for (let row = 0; row < count; row++) {
      this.#report.row = ++this.#row;
      const reason = this.#read(row);
      if (reason === undefined) this.#sink.report(this.#report);
      else this.#sink.skip(reason, this.#report.file, this.#row);
    }
  }

  #read(row: number): SkipReason | undefined {
    const report = this.#report;
    const mmsi = this.#mmsi[row]!;
    if (!(mmsi > 0 && mmsi <= 999_999_999 && Math.floor(mmsi) === mmsi)) return 'no-mmsi';
    report.mmsi = mmsi;
    const time = this.#timeOf(row);
    if (time === Infinity) return 'no-time';
    if (Number.isNaN(time)) return 'bad-time';
    if (!(time >= 0 && time <= LAST_TIME)) return 'time-out-of-range';
    report.time = time;
    const placement = place(report, this.#lat[row]!, this.#lon[row]!);
    if (placement === 'bad-number') return 'bad-number';
    if (placement === 'out-of-range') return 'position-out-of-range';
    const sog = this.#sog[row]!;
    const cog = this.#cog[row]!;
    const heading = this.#heading[row]!;
    report.sog = sog >= 0 && sog < 102.3 ? sog : Number.NaN;
    report.cog = cog >= 0 && cog < 360 ? cog : Number.NaN;
    report.heading = heading >= 0 && heading < 360 ? heading : Number.NaN;
    report.receiver = this.#at.receiver === undefined ? 0 : receiverOf(this.#text('receiver', row));
    report.identity = this.#named.length === 0 ? null : this.#identityOf(this.#textAt(this.#identityAt, row));
    if (this.#sink.wantsVoyage) {
      const draught = this.#draught[row]!;
      report.draught = draught > 0 && draught < 100 ? draught : Number.NaN;
      report.destination = plainText(this.#text('destination', row));
    }
    return undefined;
  }

  #timeOf(row: number): number {
    if (this.#time === null) return readTimeText(this.#text('time', row));
    return this.#times === 'dated' ? Math.floor(this.#time[row]!) : ofEpoch(this.#time[row]!);
  }

  #text(column: PositionColumn, row: number): string {
    const at = this.#at[column];
    return at === undefined ? '' : this.#textAt(at, row);
  }

  #textAt(column: number, row: number): string {
    const value = this.#chunk!.getColumnVector(column).getItem(row);
    return value === null || value === undefined ? '' : String(value);
  }

  #identityOf(text: string): Identity | null {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const parts = text.split(PART);
    const word = (name: keyof IdentityWords): string => parts[this.#named.indexOf(name)] ?? '';
    const identity = identityOf(
      {
        imo: word('imo'),
        name: word('name'),
        callsign: word('callsign'),
        type: word('type'),
        length: word('length'),
        width: word('width'),
      },
      this.#identities,
    );
    // A hostile file could hold as many identities as rows.
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.set(text, identity);
    return identity;
  }
}

const IDENTITY: readonly (keyof IdentityWords)[] = ['imo', 'name', 'callsign', 'type', 'length', 'width'];
const MOST_KNOWN = 200_000;

function isIdentity(column: PositionColumn): boolean {
  return IDENTITY.some((one) => one === column);
}

const NO_NUMBERS: Float64Array = new Float64Array(0);
