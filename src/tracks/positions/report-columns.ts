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
  readonly #chunks: Chunk[] = [];
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
   * as there are ships, which costs less than to read them from anywhere. It goes column by column, and what chunks hold of one is given back
   * before the next is made: to ask for memory is what makes an engine collect.
   * @param starts where the rows of each ship begin
   */
  takeByShip(starts: Uint32Array): PositionColumns {
    const { count } = this;
    const chunks = this.#chunks.splice(0);
    const used = this.#isUsed;
    this.#chunk = undefined;
    const places = chunks.map(({ vessel }) => vessel);
    putPlaces(places, count, starts.slice());
    const partsOf = (name: keyof PositionColumns): (ColumnArray | undefined)[] =>
      chunks.map((chunk) => (isSparse(name) && !used[name] ? undefined : chunk[name]));
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
    chunks.length = 0;
    const take = <One extends ColumnArray>(name: keyof PositionColumns, whole: One): One => {
      for (const [index, part] of parts[name].entries()) {
        if (part !== undefined) scatter(part, whole, places[index]!, rowsIn(index, count));
        parts[name][index] = undefined;
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
      identity: used.identity ? take('identity', new Uint32Array(count)) : null,
    };
  }
}

function isSparse(name: string): name is Sparse {
  return SPARSE.some((one) => one === name);
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
