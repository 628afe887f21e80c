import { type ColumnKind, GrowingColumn, memoryLikeGrown } from './growing-column.ts';
import { type ColumnArray, type PositionColumns, UNKNOWN } from './positions.ts';
import type { Report } from './report.ts';
import type { ReportBatch } from './report-batch.ts';
import { scatter } from './scatter.ts';

/** Rows for which there is room at first: most sets have few. */
const FEW = 1 << 16;
/** Rows by which columns grow. */
const STEP = 1 << 18;

/** Positions in columns in the order in which they come, each with the index of its ship. */
export class ReportColumns {
  #columns = emptyColumns();
  /** Which of the columns that most files say nothing of are not zero throughout. */
  readonly #says = { receiver: false, file: false, identity: false };
  #room = FEW;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param identity 1 + its index, 0 for none */
  push(vessel: number, report: Report, identity: number): void {
    if (this.#count === this.#room) this.#grow(this.#count + 1);
    const columns = this.#columns;
    const at = this.#count++;
    columns.vessel.values[at] = vessel;
    columns.time.values[at] = report.time;
    columns.lat.values[at] = report.lat;
    columns.lon.values[at] = report.lon;
    columns.sog.values[at] = Number.isNaN(report.sog) ? UNKNOWN : Math.round(report.sog * 10);
    columns.cog.values[at] = Number.isNaN(report.cog) ? UNKNOWN : Math.round(report.cog * 10);
    columns.row.values[at] = report.row;
    if (report.receiver !== 0) {
      this.#says.receiver = true;
      columns.receiver.values[at] = report.receiver;
    }
    if (report.file !== 0) {
      this.#says.file = true;
      columns.file.values[at] = report.file;
    }
    if (identity !== 0) {
      this.#says.identity = true;
      columns.identity.values[at] = identity;
    }
  }

  /**
   * Takes the rows `[from, to)` of a batch.
   * @param vessels the ship of each row
   * @param identities 1 + the index of each row's identity; null where no row has any
   */
  append(batch: ReportBatch, vessels: Uint32Array, identities: Uint32Array | null, from: number, to: number): void {
    const at = this.#count;
    const end = at + to - from;
    if (end > this.#room) this.#grow(end);
    const columns = this.#columns;
    columns.vessel.values.set(vessels.subarray(from, to), at);
    columns.time.values.set(batch.time.subarray(from, to), at);
    columns.lat.values.set(batch.lat.subarray(from, to), at);
    columns.lon.values.set(batch.lon.subarray(from, to), at);
    columns.sog.values.set(batch.sog.subarray(from, to), at);
    columns.cog.values.set(batch.cog.subarray(from, to), at);
    columns.row.values.set(batch.row.subarray(from, to), at);
    if (batch.receiver !== null) {
      this.#says.receiver = true;
      columns.receiver.values.set(batch.receiver.subarray(from, to), at);
    }
    if (batch.file !== 0) {
      this.#says.file = true;
      columns.file.values.fill(batch.file, at, end);
    }
    if (identities !== null) {
      this.#says.identity = true;
      columns.identity.values.set(identities.subarray(from, to), at);
    }
    this.#count = end;
  }

  #grow(rows: number): void {
    this.#room = Math.ceil(rows / STEP) * STEP;
    for (const column of Object.values(this.#columns)) column.grow(this.#room);
  }

  /**
   * The columns by ship, those of a ship in the order in which they came; what was taken is used up. Rows are read in their order and
   * written to as many places as there are ships, which costs less than to read them from anywhere. Each column goes to the memory of the one
   * before it, so that there is hardly more at any time than was read.
   * @param starts where the rows of each ship begin
   */
  takeByShip(starts: Uint32Array): PositionColumns {
    const count = this.#count;
    const isLarge = this.#room > FEW;
    const columns = this.#columns;
    this.#columns = emptyColumns();
    this.#room = FEW;
    this.#count = 0;
    const memory = (bytes: number): ArrayBufferLike => (isLarge ? memoryLikeGrown(bytes) : new ArrayBuffer(bytes));
    const places = columns.vessel.values;
    putPlaces(places, count, starts.slice());
    let spare = memory(count * Uint32Array.BYTES_PER_ELEMENT);
    const zeros = <One extends ColumnArray>(kind: ColumnKind<One>): One =>
      new kind(memory(count * kind.BYTES_PER_ELEMENT), 0, count);
    const take = <One extends ColumnArray>(kind: ColumnKind<One>, { values }: GrowingColumn<One>): One => {
      const column = isLarge ? new kind(spare, 0, count) : zeros(kind);
      scatter(values, column, places, count);
      spare = values.buffer;
      return column;
    };
    // A column fits where one as wide or wider was: from here on they only get narrower.
    const time = take(Uint32Array, columns.time);
    const lat = take(Int32Array, columns.lat);
    const lon = take(Int32Array, columns.lon);
    const row = take(Uint32Array, columns.row);
    const identity = this.#says.identity ? take(Uint32Array, columns.identity) : null;
    const sog = take(Uint16Array, columns.sog);
    const cog = take(Uint16Array, columns.cog);
    const file = this.#says.file ? take(Uint16Array, columns.file) : zeros(Uint16Array);
    const receiver = this.#says.receiver ? take(Uint8Array, columns.receiver) : zeros(Uint8Array);
    return { time, lat, lon, sog, cog, receiver, file, row, identity };
  }
}

function emptyColumns() {
  return {
    vessel: new GrowingColumn(Uint32Array, FEW),
    time: new GrowingColumn(Uint32Array, FEW),
    lat: new GrowingColumn(Int32Array, FEW),
    lon: new GrowingColumn(Int32Array, FEW),
    sog: new GrowingColumn(Uint16Array, FEW),
    cog: new GrowingColumn(Uint16Array, FEW),
    row: new GrowingColumn(Uint32Array, FEW),
    receiver: new GrowingColumn(Uint8Array, FEW),
    file: new GrowingColumn(Uint16Array, FEW),
    identity: new GrowingColumn(Uint32Array, FEW),
  };
}

/** Puts in the place of each row's ship where the row goes. */
function putPlaces(places: Uint32Array, rows: number, next: Uint32Array): void {
  for (let at = 0; at < rows; at++) places[at] = next[places[at]!]!++;
}
