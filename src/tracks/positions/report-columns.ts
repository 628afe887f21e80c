import { type ColumnArray, type PositionColumns, UNKNOWN } from './positions.ts';
import type { Report } from './report.ts';
import type { ReportBatch } from './report-batch.ts';
import { scatter } from './scatter.ts';

/** Rows of a chunk: columns grow by chunks, so that growing never copies what is there. */
const CHUNK = 1 << 18;

/**
 * Rows of a chunk in columns, each with the index of its ship. What is zero in every row is not there: the receiver where files do not say it, the
 * file where it is the first, the identity of reports that name nobody.
 */
type Chunk = Omit<PositionColumns, Sparse> & { readonly vessel: Uint32Array } & {
  [Name in Sparse]: PositionColumns[Name] | null;
};
type Sparse = 'receiver' | 'file' | 'identity';

/** Positions in columns in the order in which they come, each with the index of its ship. */
export class ReportColumns {
  readonly #chunks: Chunk[] = [];
  #chunk: Chunk | undefined;
  /** Rows of the last chunk. */
  #rows = 0;

  get count(): number {
    return Math.max(0, this.#chunks.length - 1) * CHUNK + this.#rows;
  }

  /** @param identity 1 + its index, 0 for none */
  push(vessel: number, report: Report, identity: number): void {
    let chunk = this.#chunk;
    if (chunk === undefined || this.#rows === CHUNK) chunk = this.#grow();
    const at = this.#rows++;
    chunk.vessel[at] = vessel;
    chunk.time[at] = report.time;
    chunk.lat[at] = report.lat;
    chunk.lon[at] = report.lon;
    chunk.sog[at] = Number.isNaN(report.sog) ? UNKNOWN : Math.round(report.sog * 10);
    chunk.cog[at] = Number.isNaN(report.cog) ? UNKNOWN : Math.round(report.cog * 10);
    chunk.row[at] = report.row;
    if (report.receiver !== 0) {
      chunk.receiver ??= new Uint8Array(CHUNK);
      chunk.receiver[at] = report.receiver;
    }
    if (report.file !== 0) {
      chunk.file ??= new Uint16Array(CHUNK);
      chunk.file[at] = report.file;
    }
    if (identity !== 0) {
      chunk.identity ??= new Uint32Array(CHUNK);
      chunk.identity[at] = identity;
    }
  }

  /**
   * Takes the rows `[from, to)` of a batch.
   * @param vessels the ship of each row
   * @param identities 1 + the index of each row's identity; null where no row has any
   */
  append(batch: ReportBatch, vessels: Uint32Array, identities: Uint32Array | null, from: number, to: number): void {
    for (let next = from; next < to; ) {
      let chunk = this.#chunk;
      if (chunk === undefined || this.#rows === CHUNK) chunk = this.#grow();
      const at = this.#rows;
      const end = Math.min(to, next + CHUNK - at);
      chunk.vessel.set(vessels.subarray(next, end), at);
      chunk.time.set(batch.time.subarray(next, end), at);
      chunk.lat.set(batch.lat.subarray(next, end), at);
      chunk.lon.set(batch.lon.subarray(next, end), at);
      chunk.sog.set(batch.sog.subarray(next, end), at);
      chunk.cog.set(batch.cog.subarray(next, end), at);
      chunk.row.set(batch.row.subarray(next, end), at);
      if (batch.receiver !== null) {
        chunk.receiver ??= new Uint8Array(CHUNK);
        chunk.receiver.set(batch.receiver.subarray(next, end), at);
      }
      if (batch.file !== 0) {
        chunk.file ??= new Uint16Array(CHUNK);
        chunk.file.fill(batch.file, at, at + end - next);
      }
      if (identities !== null) {
        chunk.identity ??= new Uint32Array(CHUNK);
        chunk.identity.set(identities.subarray(next, end), at);
      }
      this.#rows += end - next;
      next = end;
    }
  }

  #grow(): Chunk {
    const chunk: Chunk = {
      vessel: new Uint32Array(CHUNK),
      time: new Uint32Array(CHUNK),
      lat: new Int32Array(CHUNK),
      lon: new Int32Array(CHUNK),
      sog: new Uint16Array(CHUNK),
      cog: new Uint16Array(CHUNK),
      row: new Uint32Array(CHUNK),
      receiver: null,
      file: null,
      identity: null,
    };
    this.#chunks.push(chunk);
    this.#chunk = chunk;
    this.#rows = 0;
    return chunk;
  }

  /**
   * Takes the columns by ship, those of a ship in the order in which they came. Rows are read in their order and written to as many places
   * as there are ships, which costs less than to read them from anywhere. It goes column by column, and what chunks hold of one is given up
   * before the next is made: to ask for memory is what makes an engine collect.
   * @param starts where the rows of each ship begin
   */
  takeByShip(starts: Uint32Array): PositionColumns {
    const { count } = this;
    const chunks = this.#chunks.splice(0);
    this.#chunk = undefined;
    const places = chunks.map(({ vessel }) => vessel);
    putPlaces(places, count, starts.slice());
    const partsOf = (name: keyof PositionColumns): (ColumnArray | null)[] => chunks.map((chunk) => chunk[name]);
    const parts = {
      time: partsOf('time'),
      lat: partsOf('lat'),
      lon: partsOf('lon'),
      sog: partsOf('sog'),
      cog: partsOf('cog'),
      receiver: partsOf('receiver'),
      file: partsOf('file'),
      row: partsOf('row'),
      identity: partsOf('identity'),
    };
    const isNamed = parts.identity.some((part) => part !== null);
    chunks.length = 0;
    const take = <One extends ColumnArray>(name: keyof PositionColumns, whole: One): One => {
      for (const [index, part] of parts[name].entries()) {
        if (part === null) continue;
        scatter(part, whole, places[index]!, rowsIn(index, count));
        parts[name][index] = null;
      }
      return whole;
    };
    return {
      time: take('time', new Uint32Array(count)),
      lat: take('lat', new Int32Array(count)),
      lon: take('lon', new Int32Array(count)),
      sog: take('sog', new Uint16Array(count)),
      cog: take('cog', new Uint16Array(count)),
      receiver: take('receiver', new Uint8Array(count)),
      file: take('file', new Uint16Array(count)),
      row: take('row', new Uint32Array(count)),
      identity: isNamed ? take('identity', new Uint32Array(count)) : null,
    };
  }
}

/** Rows of a chunk, of so many in all. */
function rowsIn(chunk: number, count: number): number {
  return Math.min(CHUNK, count - chunk * CHUNK);
}

/** Puts in the place of each row's ship where the row goes. */
function putPlaces(vessels: readonly Uint32Array[], count: number, next: Uint32Array): void {
  for (const [index, places] of vessels.entries()) {
    const rows = rowsIn(index, count);
    for (let at = 0; at < rows; at++) places[at] = next[places[at]!]!++;
  }
}
