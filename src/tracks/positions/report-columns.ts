import { UNKNOWN } from './positions.ts';
import type { Report } from './report.ts';
import { type Numbers, spread } from './spread.ts';

/** Rows of a chunk: columns grow by chunks, so that growing never copies what is there. */
const CHUNK = 1 << 18;

/** The columns of positions, as `Positions` has them; the identity is null when no row has any. */
export type Columns = {
  readonly time: Uint32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly sog: Uint16Array;
  readonly cog: Uint16Array;
  readonly receiver: Uint8Array;
  readonly file: Uint16Array;
  readonly row: Uint32Array;
  readonly identity: Uint32Array | null;
};

/** Positions in columns in the order in which they come, each with the index of its ship. */
export class ReportColumns {
  // A field and an array for each column, all written in one place: an engine compiles what sees one kind of array.
  #vessel: Uint32Array = new Uint32Array(0);
  #time: Uint32Array = new Uint32Array(0);
  #lat: Int32Array = new Int32Array(0);
  #lon: Int32Array = new Int32Array(0);
  #sog: Uint16Array = new Uint16Array(0);
  #cog: Uint16Array = new Uint16Array(0);
  #receiver: Uint8Array = new Uint8Array(0);
  #file: Uint16Array = new Uint16Array(0);
  #row: Uint32Array = new Uint32Array(0);
  #identity: Uint32Array | null = null;
  /** Rows of the last chunk. */
  #rows = 0;
  readonly #vessels: Uint32Array[] = [];
  readonly #times: Uint32Array[] = [];
  readonly #lats: Int32Array[] = [];
  readonly #lons: Int32Array[] = [];
  readonly #sogs: Uint16Array[] = [];
  readonly #cogs: Uint16Array[] = [];
  readonly #receivers: Uint8Array[] = [];
  readonly #files: Uint16Array[] = [];
  readonly #fileRows: Uint32Array[] = [];
  /** By chunk; nothing for those of whose rows none has an identity. */
  readonly #identities = new Map<number, Uint32Array>();

  get count(): number {
    return Math.max(0, this.#vessels.length - 1) * CHUNK + this.#rows;
  }

  /** @param identity 1 + its index, 0 for none */
  push(vessel: number, report: Report, identity: number): void {
    if (this.#rows === this.#vessel.length) this.#grow();
    const at = this.#rows++;
    this.#vessel[at] = vessel;
    this.#time[at] = report.time;
    this.#lat[at] = report.lat;
    this.#lon[at] = report.lon;
    this.#sog[at] = Number.isNaN(report.sog) ? UNKNOWN : Math.round(report.sog * 10);
    this.#cog[at] = Number.isNaN(report.cog) ? UNKNOWN : Math.round(report.cog * 10);
    this.#receiver[at] = report.receiver;
    this.#file[at] = report.file;
    this.#row[at] = report.row;
    if (identity === 0) return;
    if (this.#identity === null) {
      this.#identity = new Uint32Array(CHUNK);
      this.#identities.set(this.#vessels.length - 1, this.#identity);
    }
    this.#identity[at] = identity;
  }

  #grow(): void {
    const grown = <Column extends Numbers>(chunks: Column[], chunk: Column): Column => {
      chunks.push(chunk);
      return chunk;
    };
    this.#vessel = grown(this.#vessels, new Uint32Array(CHUNK));
    this.#time = grown(this.#times, new Uint32Array(CHUNK));
    this.#lat = grown(this.#lats, new Int32Array(CHUNK));
    this.#lon = grown(this.#lons, new Int32Array(CHUNK));
    this.#sog = grown(this.#sogs, new Uint16Array(CHUNK));
    this.#cog = grown(this.#cogs, new Uint16Array(CHUNK));
    this.#receiver = grown(this.#receivers, new Uint8Array(CHUNK));
    this.#file = grown(this.#files, new Uint16Array(CHUNK));
    this.#row = grown(this.#fileRows, new Uint32Array(CHUNK));
    this.#identity = null;
    this.#rows = 0;
  }

  /**
   * Takes the columns by ship, those of a ship in the order in which they came. Rows are read in their order and written to as many places
   * as there are ships, which costs less than to read them from anywhere. The chunks are given back, so that little is held twice.
   * @param starts where the rows of each ship begin
   */
  takeByShip(starts: Uint32Array): Columns {
    const { count } = this;
    const take = <Column extends Numbers>(chunks: (Column | undefined)[], whole: Column): Column => {
      const next = starts.slice();
      for (const [index, vessels] of this.#vessels.entries()) {
        spread(chunks[index], whole, vessels, Math.min(CHUNK, count - index * CHUNK), next);
        chunks[index] = undefined;
      }
      return whole;
    };
    const identities = this.#vessels.map((_, index) => this.#identities.get(index));
    const hasIdentity = this.#identities.size > 0;
    this.#identities.clear();
    return {
      time: take(this.#times, new Uint32Array(count)),
      lat: take(this.#lats, new Int32Array(count)),
      lon: take(this.#lons, new Int32Array(count)),
      sog: take(this.#sogs, new Uint16Array(count)),
      cog: take(this.#cogs, new Uint16Array(count)),
      receiver: take(this.#receivers, new Uint8Array(count)),
      file: take(this.#files, new Uint16Array(count)),
      row: take(this.#fileRows, new Uint32Array(count)),
      identity: hasIdentity ? take(identities, new Uint32Array(count)) : null,
    };
  }
}
