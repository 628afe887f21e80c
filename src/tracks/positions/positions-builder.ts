import type { Identity } from '../identity/identity.ts';
import { orderByVesselAndTime } from './order.ts';
import {
  type LeftOut,
  type PositionSet,
  type Positions,
  type StaticReport,
  UNKNOWN,
  type VesselRange,
} from './positions.ts';
import type { Report, ReportSink } from './report.ts';

/** Seconds since 1970; both ends are within. */
export type TimeSpan = { readonly from: number; readonly to: number };

const CHUNK = 1 << 18;

/** A column that grows by chunks, so that growing never copies what is there. */
class Column<Type extends Uint32Array | Int32Array | Uint16Array | Uint8Array> {
  readonly #make: (length: number) => Type;
  #chunks: Type[] = [];
  length = 0;

  constructor(make: (length: number) => Type) {
    this.#make = make;
  }

  push(value: number): void {
    const at = this.length % CHUNK;
    if (at === 0) this.#chunks.push(this.#make(CHUNK));
    this.#chunks[this.#chunks.length - 1]![at] = value;
    this.length++;
  }

  get(at: number): number {
    return this.#chunks[Math.floor(at / CHUNK)]![at % CHUNK]!;
  }

  /** The column in an order of its own; its chunks are given back. */
  taken(order: Uint32Array | null, count: number): Type {
    const whole = this.#make(count);
    if (order === null)
      for (let at = 0; at < count; at += CHUNK)
        whole.set(this.#chunks[at / CHUNK]!.subarray(0, Math.min(CHUNK, count - at)), at);
    else {
      const chunks = this.#chunks;
      for (let at = 0; at < count; at++) {
        const from = order[at]!;
        whole[at] = chunks[from >>> 18]![from & (CHUNK - 1)]!;
      }
    }
    this.#chunks = [];
    return whole;
  }
}

/** Takes reports in and makes the columns of them. Use one for all files of a question, then `build` once. */
export class PositionsBuilder implements ReportSink {
  readonly wantsVoyage = false;
  readonly #period: TimeSpan;
  readonly #keepsDuplicates: boolean;
  readonly #vesselOf = new Map<number, number>();
  readonly #mmsis: number[] = [];
  readonly #vessel = new Column((length) => new Uint32Array(length));
  readonly #time = new Column((length) => new Uint32Array(length));
  readonly #lat = new Column((length) => new Int32Array(length));
  readonly #lon = new Column((length) => new Int32Array(length));
  readonly #sog = new Column((length) => new Uint16Array(length));
  readonly #cog = new Column((length) => new Uint16Array(length));
  readonly #receiver = new Column((length) => new Uint8Array(length));
  readonly #file = new Column((length) => new Uint16Array(length));
  readonly #row = new Column((length) => new Uint32Array(length));
  readonly #identity = new Column((length) => new Uint32Array(length));
  readonly #identities: Identity[] = [];
  readonly #identityIndex = new Map<Identity, number>();
  readonly #statics: StaticReport[] = [];
  readonly #leftOut = { noTime: 0, noPosition: 0, noShip: 0, outsidePeriod: 0, duplicates: 0 };

  /** @param keepsDuplicates where every row is to be told of, a report that is there twice too */
  constructor(period: TimeSpan, keepsDuplicates = false) {
    this.#period = period;
    this.#keepsDuplicates = keepsDuplicates;
  }

  skip(): void {
    // Counted where files are read.
  }

  report(report: Report): void {
    if (Number.isNaN(report.time)) {
      this.#leftOut.noTime++;
      return;
    }
    if (!isShip(report)) {
      this.#leftOut.noShip++;
      return;
    }
    if (report.time < this.#period.from || report.time > this.#period.to) {
      this.#leftOut.outsidePeriod++;
      return;
    }
    if (Number.isNaN(report.lat) || Number.isNaN(report.lon)) {
      if (report.kind === 'position') this.#leftOut.noPosition++;
      if (report.identity !== null) {
        const { mmsi, time, identity, file, row } = report;
        this.#statics.push({ mmsi, time, identity, file, row });
      }
      return;
    }
    let vessel = this.#vesselOf.get(report.mmsi);
    if (vessel === undefined) {
      vessel = this.#mmsis.length;
      this.#mmsis.push(report.mmsi);
      this.#vesselOf.set(report.mmsi, vessel);
    }
    // Columns of identities begin with the first one, and are filled up then.
    if (report.identity !== null) this.#identify(report.identity);
    else if (this.#identity.length > 0) this.#identity.push(0);
    this.#vessel.push(vessel);
    this.#time.push(report.time);
    this.#lat.push(report.lat);
    this.#lon.push(report.lon);
    this.#sog.push(Number.isNaN(report.sog) ? UNKNOWN : Math.round(report.sog * 10));
    this.#cog.push(Number.isNaN(report.cog) ? UNKNOWN : Math.round(report.cog * 10));
    this.#receiver.push(report.receiver);
    this.#file.push(report.file);
    this.#row.push(report.row);
  }

  #identify(identity: Identity): void {
    while (this.#identity.length < this.#time.length) this.#identity.push(0);
    let index = this.#identityIndex.get(identity);
    if (index === undefined) {
      this.#identities.push(identity);
      index = this.#identities.length;
      this.#identityIndex.set(identity, index);
    }
    this.#identity.push(index);
  }

  build(files: readonly string[]): PositionSet {
    const total = this.#time.length;
    const rank = rankByMmsi(this.#mmsis);
    const order = orderByVesselAndTime(
      total,
      (at) => rank[this.#vessel.get(at)]!,
      (at) => this.#time.get(at),
      this.#mmsis.length,
    );
    const vessel = this.#vessel.taken(order, total);
    const columns = {
      time: this.#time.taken(order, total),
      lat: this.#lat.taken(order, total),
      lon: this.#lon.taken(order, total),
      sog: this.#sog.taken(order, total),
      cog: this.#cog.taken(order, total),
      receiver: this.#receiver.taken(order, total),
      file: this.#file.taken(order, total),
      row: this.#row.taken(order, total),
      identity: this.#identity.length === 0 ? null : this.#identity.taken(order, total),
    };
    const count = this.#keepsDuplicates ? total : dropDuplicates(vessel, columns, total);
    this.#leftOut.duplicates = total - count;
    const positions: Positions = {
      count,
      time: columns.time.subarray(0, count),
      lat: columns.lat.subarray(0, count),
      lon: columns.lon.subarray(0, count),
      sog: columns.sog.subarray(0, count),
      cog: columns.cog.subarray(0, count),
      receiver: columns.receiver.subarray(0, count),
      file: columns.file.subarray(0, count),
      row: columns.row.subarray(0, count),
      identity: columns.identity?.subarray(0, count) ?? null,
      identities: this.#identities,
    };
    const leftOut: LeftOut = { ...this.#leftOut };
    this.#statics.sort((a, b) => a.mmsi - b.mmsi || a.time - b.time);
    return { positions, vessels: rangesOf(vessel, count, this.#mmsis), statics: this.#statics, files, leftOut };
  }
}

/**
 * Ships and boats, by the form of their number (ITU-R M.585): coast stations (00…), aids to navigation (99…) and aircraft of
 * search and rescue (111…) are none; nor is what sends the messages of stations and aids.
 */
function isShip({ mmsi, message }: Report): boolean {
  if (message === 4 || message === 21) return false;
  if (mmsi >= 2_000_000 && mmsi < 8_000_000) return false;
  const head = Math.floor(mmsi / 1_000_000);
  return head !== 111 && !(head >= 990 && head <= 999);
}

function rankByMmsi(mmsis: readonly number[]): Uint32Array {
  const order = Uint32Array.from(mmsis.keys()).sort((a, b) => mmsis[a]! - mmsis[b]!);
  const rank = new Uint32Array(mmsis.length);
  for (let at = 0; at < order.length; at++) rank[order[at]!] = at;
  return rank;
}

type Columns = {
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

/** Reports of one number in one second that are looked at for a twin: a hostile file could have millions. */
const MOST_IN_A_SECOND = 16;

/**
 * Keeps a report once that several receivers heard, or that stands in a file twice: same ship, second and place. A satellite's
 * copy gives way to the coast station's, and what either says of the identity is kept. Returns how many are left.
 */
function dropDuplicates(vessel: Uint32Array, columns: Columns, total: number): number {
  const { time, lat, lon, receiver, identity } = columns;
  let kept = 0;
  for (let at = 0; at < total; at++) {
    let twin = kept - 1;
    const oldest = Math.max(0, kept - MOST_IN_A_SECOND);
    while (
      twin >= oldest &&
      vessel[twin] === vessel[at] &&
      time[twin] === time[at] &&
      (lat[twin] !== lat[at] || lon[twin] !== lon[at])
    )
      twin--;
    if (twin >= oldest && vessel[twin] === vessel[at] && time[twin] === time[at]) {
      if (receiver[at] === 1) receiver[twin] = 1;
      if (identity !== null && identity[twin] === 0) identity[twin] = identity[at]!;
      continue;
    }
    if (kept !== at) {
      vessel[kept] = vessel[at]!;
      for (const column of Object.values(columns)) if (column !== null) column[kept] = column[at]!;
    }
    kept++;
  }
  return kept;
}

function rangesOf(vessel: Uint32Array, count: number, mmsis: readonly number[]): VesselRange[] {
  const ranges: VesselRange[] = [];
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && vessel[end] === vessel[start]) end++;
    ranges.push({ mmsi: mmsis[vessel[start]!]!, start, end });
    start = end;
  }
  return ranges;
}
