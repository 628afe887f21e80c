import type { DuckDBDataChunk } from '@duckdb/node-api';
import { type Identity, type IdentityTable, plainText } from '../identity/identity.ts';
import { UNKNOWN } from '../positions/positions.ts';
import { DEGREE, emptyReport, place, type Report, type ReportSink, type SkipReason } from '../positions/report.ts';
import { emptyBatch, type ReportBatch } from '../positions/report-batch.ts';
import type { ColumnBytes } from './engine.ts';
import { ofEpoch, readTimeText } from './field.ts';
import type { ColumnPlaces, PositionColumn } from './header.ts';
import { type IdentityWords, identityOf, receiverOf } from './table-identity.ts';

const LAST_TIME = 2 ** 32 - 1;
/** No number of a ship is greater. */
const LAST_MMSI = 999_999_999;
/** "Not available" of AIS (ITU-R M.1371): speeds from here, in knots, and courses from here, in degrees. */
const NO_SPEED = 102.3;
const NO_COURSE = 360;

/** What parts the fields of an identity that come as one text: most rows repeat one of few, and one text is compared sooner than six. */
const PART = '\u001f';

/** What is asked of the engine: columns of their own, and last the identity that those with these names make. */
export type SelectedColumns = {
  readonly taken: readonly PositionColumn[];
  readonly named: readonly (keyof IdentityWords)[];
  readonly times: TimeForm;
};

/** How times come: those declared as such come as seconds; what is only a number may be of any unit, which its size shows. */
export type TimeForm = 'text' | 'dated' | 'number';

/** Reads rows out of what the engine hands over: one by one, or many at a time for a sink that takes them so. */
export class ChunkReader {
  readonly #bytes: ColumnBytes;
  readonly #times: TimeForm;
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
  /** TimeForm that come as numbers; null where they come as texts. */
  #time: Float64Array | null = null;
  #row = 0;
  /** What is handed to a sink that takes positions many at a time. */
  #batch: ReportBatch | undefined;

  constructor(
    file: number,
    { taken, named, times }: SelectedColumns,
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
    if (this.#sink.positions === undefined) for (let row = 0; row < count; row++) this.#takeOne(row);
    else this.#sink.positions(this.#fillBatch(count));
    this.#row += count;
  }

  #takeOne(row: number): void {
    this.#report.row = this.#row + row + 1;
    const reason = this.#read(row);
    if (reason === undefined) this.#sink.report(this.#report);
    else this.#sink.skip(reason, this.#report.file, this.#report.row);
  }

  /** Puts the positions among so many rows together; what is none is taken by itself. */
  #fillBatch(count: number): ReportBatch {
    if (this.#batch === undefined || this.#batch.mmsi.length < count)
      this.#batch = emptyBatch(this.#report.file, count, {
        receiver: this.#at.receiver !== undefined,
        identity: this.#named.length > 0,
      });
    const batch = this.#batch;
    const { mmsi, time, lat, lon, sog, cog, row: rows, receiver, identity } = batch;
    const [mmsis, times, lats, lons, sogs, cogs] = [this.#mmsi, this.#time, this.#lat, this.#lon, this.#sog, this.#cog];
    const before = this.#row;
    let filled = 0;
    for (let row = 0; row < count; row++) {
      const number = mmsis[row]!;
      const second = times === null ? this.#timeOf(row) : this.#second(times[row]!);
      const degreesNorth = lats[row]!;
      const degreesEast = lons[row]!;
      if (!(isNumber(number) && isTime(second) && Math.abs(degreesNorth) <= 90 && Math.abs(degreesEast) <= 180)) {
        this.#takeOne(row);
        continue;
      }
      mmsi[filled] = number;
      time[filled] = second;
      lat[filled] = Math.round(degreesNorth * DEGREE);
      lon[filled] = Math.round(degreesEast * DEGREE);
      sog[filled] = tenths(sogs[row]!, NO_SPEED);
      cog[filled] = tenths(cogs[row]!, NO_COURSE);
      rows[filled] = before + row + 1;
      if (receiver !== null) receiver[filled] = receiverOf(this.#text('receiver', row));
      if (identity !== null) identity[filled] = this.#identityOf(this.#textAt(this.#identityAt, row));
      filled++;
    }
    batch.count = filled;
    return batch;
  }

  #read(row: number): SkipReason | undefined {
    const report = this.#report;
    const mmsi = this.#mmsi[row]!;
    if (!isNumber(mmsi)) return 'no-mmsi';
    report.mmsi = mmsi;
    const time = this.#timeOf(row);
    if (time === Infinity) return 'no-time';
    if (Number.isNaN(time)) return 'bad-time';
    if (!isTime(time)) return 'time-out-of-range';
    report.time = time;
    const placement = place(report, this.#lat[row]!, this.#lon[row]!);
    if (placement === 'bad-number') return 'bad-number';
    if (placement === 'out-of-range') return 'position-out-of-range';
    const sog = this.#sog[row]!;
    const cog = this.#cog[row]!;
    const heading = this.#heading[row]!;
    report.sog = sog >= 0 && sog < NO_SPEED ? sog : Number.NaN;
    report.cog = cog >= 0 && cog < NO_COURSE ? cog : Number.NaN;
    report.heading = heading >= 0 && heading < NO_COURSE ? heading : Number.NaN;
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
    return this.#second(this.#time[row]!);
  }

  #second(time: number): number {
    return this.#times === 'dated' ? Math.floor(time) : ofEpoch(time);
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

const MOST_KNOWN = 200_000;
const NO_NUMBERS: Float64Array = new Float64Array(0);

/** Whether it can be the number of a ship. */
function isNumber(mmsi: number): boolean {
  return mmsi > 0 && mmsi <= LAST_MMSI && Math.floor(mmsi) === mmsi;
}

function isTime(time: number): boolean {
  return time >= 0 && time <= LAST_TIME;
}

/** Tenths of a value below another; `UNKNOWN` for any other. */
function tenths(value: number, none: number): number {
  return value >= 0 && value < none ? Math.round(value * 10) : UNKNOWN;
}
