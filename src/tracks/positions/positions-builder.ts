import type { Identity } from '../identity/identity.ts';
import { orderByTime } from './order.ts';
import {
  type ColumnArray,
  columnsOf,
  type LeftOut,
  mapColumns,
  type PositionColumns,
  type PositionSet,
  type StaticReport,
  type VesselRange,
} from './positions.ts';
import type { Report, ReportSink } from './report.ts';
import type { ReportBatch } from './report-batch.ts';
import { ReportColumns } from './report-columns.ts';
import { isShip } from './ship-number.ts';

/** Seconds since 1970; both ends are within. */
export type TimeSpan = { readonly from: number; readonly to: number };

/** Takes reports in and makes the columns of them. Use one for all files of a question, then `build` once. */
export class PositionsBuilder implements ReportSink {
  readonly wantsVoyage = false;
  readonly #period: TimeSpan;
  readonly #keepsDuplicates: boolean;
  readonly #vesselOf = new Map<number, number>();
  readonly #mmsis: number[] = [];
  /** How many reports each has. */
  readonly #reports: number[] = [];
  readonly #columns = new ReportColumns();
  readonly #identities: Identity[] = [];
  readonly #identityIndex = new Map<Identity, number>();
  readonly #statics: StaticReport[] = [];
  /** The ship of each row of a batch. */
  #vessels = new Uint32Array(0);
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
    // What sent before is a ship, unless it sends what ships do not: the number is looked at once.
    let vessel = this.#vesselOf.get(report.mmsi);
    if ((vessel === undefined || report.message !== 0) && !isShip(report)) {
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
    vessel ??= this.#addVessel(report.mmsi);
    this.#reports[vessel]!++;
    this.#columns.push(vessel, report, report.identity === null ? 0 : this.#indexOf(report.identity));
  }

  positions(batch: ReportBatch): void {
    const { count, mmsi, time, identity } = batch;
    const { from, to } = this.#period;
    if (this.#vessels.length < count) this.#vessels = new Uint32Array(count);
    const vessels = this.#vessels;
    /** The first of the rows that are taken together. */
    let first = 0;
    const identities = identity === null ? null : new Uint32Array(count);
    const leaveOut = (at: number): void => {
      this.#columns.append(batch, vessels, identities, first, at);
      first = at + 1;
    };
    for (let at = 0; at < count; at++) {
      const number = mmsi[at]!;
      let vessel = this.#vesselOf.get(number);
      if (vessel === undefined && !isShip({ mmsi: number, message: 0 })) {
        this.#leftOut.noShip++;
        leaveOut(at);
      } else if (time[at]! < from || time[at]! > to) {
        this.#leftOut.outsidePeriod++;
        leaveOut(at);
      } else {
        vessel ??= this.#addVessel(number);
        this.#reports[vessel]!++;
        vessels[at] = vessel;
        const named = identity?.[at] ?? null;
        if (identities !== null && named !== null) identities[at] = this.#indexOf(named);
      }
    }
    this.#columns.append(batch, vessels, identities, first, count);
  }

  #addVessel(mmsi: number): number {
    const vessel = this.#mmsis.length;
    this.#mmsis.push(mmsi);
    this.#reports.push(0);
    this.#vesselOf.set(mmsi, vessel);
    return vessel;
  }

  /** 1 + the index of an identity. */
  #indexOf(identity: Identity): number {
    const known = this.#identityIndex.get(identity);
    if (known !== undefined) return known;
    this.#identities.push(identity);
    this.#identityIndex.set(identity, this.#identities.length);
    return this.#identities.length;
  }

  build(files: readonly string[]): PositionSet {
    const total = this.#columns.count;
    const { starts, ranges } = this.#places();
    const columns = this.#columns.takeByShip(starts);
    for (const range of ranges) putInOrderOfTime(columns, range);
    const vessels = this.#keepsDuplicates ? ranges : withoutDuplicates(columns, ranges);
    const count = vessels.at(-1)?.end ?? 0;
    this.#leftOut.duplicates = total - count;
    const own = mapColumns(columns, <One extends ColumnArray>(column: One) => column.subarray(0, count) as One);
    const positions = { ...own, count, identities: this.#identities };
    const leftOut: LeftOut = { ...this.#leftOut };
    this.#statics.sort((a, b) => a.mmsi - b.mmsi || a.time - b.time);
    return { positions, vessels, statics: this.#statics, files, leftOut };
  }

  /** Where the reports of each ship go: ships by ascending MMSI, and `starts` as ships came in. */
  #places(): { readonly starts: Uint32Array; readonly ranges: VesselRange[] } {
    const mmsis = this.#mmsis;
    const starts = new Uint32Array(mmsis.length);
    const ranges: VesselRange[] = [];
    let start = 0;
    for (const vessel of Uint32Array.from(mmsis.keys()).sort((a, b) => mmsis[a]! - mmsis[b]!)) {
      const end = start + this.#reports[vessel]!;
      starts[vessel] = start;
      ranges.push({ mmsi: mmsis[vessel]!, start, end });
      start = end;
    }
    return { starts, ranges };
  }
}

/** Reports of one number in one second that are looked at for a twin: a hostile file could have millions. */
const MOST_IN_A_SECOND = 16;

function putInOrderOfTime(columns: PositionColumns, { start, end }: VesselRange): void {
  const order = orderByTime(columns.time.subarray(start, end));
  if (order === null) return;
  for (const column of columnsOf(columns)) {
    const before = column.slice(start, end);
    for (let at = 0; at < order.length; at++) column[start + at] = before[order[at]!]!;
  }
}

/**
 * Keeps a report once that several receivers heard, or that stands in a file twice: same ship, second and place. A satellite's
 * copy gives way to the coast station's, and what either says of the identity is kept. Returns where ships stand after that.
 */
function withoutDuplicates(columns: PositionColumns, ranges: readonly VesselRange[]): VesselRange[] {
  const { time, lat, lon, receiver, identity } = columns;
  const all = columnsOf(columns);
  let kept = 0;
  return ranges.map(({ mmsi, start, end }) => {
    const first = kept;
    for (let at = start; at < end; at++) {
      let twin = kept - 1;
      const oldest = Math.max(first, kept - MOST_IN_A_SECOND);
      while (twin >= oldest && time[twin] === time[at] && (lat[twin] !== lat[at] || lon[twin] !== lon[at])) twin--;
      if (twin >= oldest && time[twin] === time[at]) {
        if (receiver[at] === 1) receiver[twin] = 1;
        if (identity !== null && identity[twin] === 0) identity[twin] = identity[at]!;
        continue;
      }
      if (kept !== at) for (const column of all) column[kept] = column[at]!;
      kept++;
    }
    return { mmsi, start: first, end: kept };
  });
}
