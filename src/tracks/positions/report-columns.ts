import { type ColumnArray, type PositionColumns, UNKNOWN } from './positions.ts';
import type { Report } from './report.ts';
import { scatter } from './scatter.ts';

/** Rows of a chunk: columns grow by chunks, so that growing never copies what is there. */
const CHUNK = 1 << 18;

/** Rows of a chunk in columns, each with the index of its ship. */
type Chunk = PositionColumns & { readonly vessel: Uint32Array; readonly identity: Uint32Array };

/** Columns that may be zero in every row: of files with one kind of receiver, of a single file, of reports that name nobody. */
const SPARSE = ['receiver', 'file', 'identity'] as const;
type Sparse = (typeof SPARSE)[number];

/** Positions in columns in the order in which they come, each with the index of its ship. */
export class ReportColumns {
  readonly #chunks: (Chunk | undefined)[] = [];
  readonly #isUsed: Record<Sparse, boolean> = { receiver: false, file: false, identity: false };
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
      chunk.receiver[at] = report.receiver;
      this.#isUsed.receiver = true;
    }
    if (report.file !== 0) {
      chunk.file[at] = report.file;
      this.#isUsed.file = true;
    }
    if (identity !== 0) {
      chunk.identity[at] = identity;
      this.#isUsed.identity = true;
    }
  }

  // Memory that is never written to is never taken: a column of zeros costs nothing.
  #grow(): Chunk {
    const chunk: Chunk = { vessel: new Uint32Array(CHUNK), identity: new Uint32Array(CHUNK), ...columnsFor(CHUNK) };
    this.#chunks.push(chunk);
    this.#chunk = chunk;
    this.#rows = 0;
    return chunk;
  }

  /**
   * Takes the columns by ship, those of a ship in the order in which they came. Rows are read in their order and written to as many places
   * as there are ships, which costs less than to read them from anywhere. The chunks are given back, so that little is held twice.
   * @param starts where the rows of each ship begin
   */
  takeByShip(starts: Uint32Array): PositionColumns {
    const { count } = this;
    const next = starts.slice();
    const identity = this.#isUsed.identity ? new Uint32Array(count) : null;
    const whole = { ...columnsFor(count), identity };
    this.#chunk = undefined;
    for (const [index, chunk] of this.#chunks.entries()) {
      if (chunk === undefined) continue;
      const { vessel: places } = chunk;
      const rows = Math.min(CHUNK, count - index * CHUNK);
      // The ship of a row gives way to the place where the row goes.
      for (let at = 0; at < rows; at++) places[at] = next[places[at]!]!++;
      const move = (from: ColumnArray, to: ColumnArray | null): void => {
        if (to !== null) scatter(from, to, places, rows);
      };
      for (const name of DENSE) move(chunk[name], whole[name]);
      for (const name of SPARSE) if (this.#isUsed[name]) move(chunk[name], whole[name]);
      this.#chunks[index] = undefined;
    }
    return whole;
  }
}

const DENSE = ['time', 'lat', 'lon', 'sog', 'cog', 'row'] as const;

function columnsFor(count: number): Omit<PositionColumns, 'identity'> {
  return {
    time: new Uint32Array(count),
    lat: new Int32Array(count),
    lon: new Int32Array(count),
    sog: new Uint16Array(count),
    cog: new Uint16Array(count),
    receiver: new Uint8Array(count),
    file: new Uint16Array(count),
    row: new Uint32Array(count),
  };
}
