import { isOnLand } from '../places/land.ts';
import type { ColumnKind } from '../positions/growing-column.ts';
import {
  type ColumnArray,
  columnsOf,
  type PositionSet,
  type Positions,
  type VesselRange,
} from '../positions/positions.ts';
import { DEGREE } from '../positions/report.ts';
import { metresBetween } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import { type CircleRun, CircleSearch } from './circle.ts';
import { sharedUses } from './shared-use.ts';
import { type Displacement, isOneShip, shipsOf } from './ships-of-number.ts';
import type { DisplacedPattern, DisplacedRun, SharedUse, Track, TrackSet } from './track-set.ts';

/**
 * Tells apart the ships that use one MMSI, and takes out positions that no ship could sail. The columns are put in the order of
 * ships in place: the set that was given is used up.
 */
export function separateShips(set: PositionSet, thresholds: Thresholds): TrackSet {
  const tracks: Track[] = [];
  const displaced: DisplacedRun[] = [];
  const shared: SharedUse[] = [];
  const { positions } = set;
  const circles = new CircleSearch(positions, thresholds);
  for (const { mmsi, start, end } of set.vessels) {
    const round = circles.runsIn({ start, end });
    if (round.length === 0 && isOneShip(positions, start, end, thresholds)) {
      tracks.push({ mmsi, number: 1, start, end });
      continue;
    }
    const { own, runs } = separateOne(positions, { mmsi, start, end }, round, thresholds);
    tracks.push(...own);
    displaced.push(...runs);
    shared.push(...sharedUses(positions, own, thresholds));
  }
  const { statics, files, leftOut } = set;
  return { positions, tracks, displaced, shared, statics, files, leftOut };
}

function separateOne(
  positions: Positions,
  { mmsi, start, end }: VesselRange,
  circles: readonly CircleRun[],
  thresholds: Thresholds,
): { own: Track[]; runs: DisplacedRun[] } {
  const { ships, displaced } = shipsOf(positions, { start, end }, circles, thresholds);
  const found = displaced.map((run) => ({ run, pattern: patternOf(positions, run), jump: jumpOf(positions, run) }));
  const own: Track[] = [];
  const runs: DisplacedRun[] = [];
  const order = new Uint32Array(end - start);
  let ordered = 0;
  const add = (rows: Uint32Array): { start: number; end: number } => {
    const from = start + ordered;
    order.set(rows, ordered);
    ordered += rows.length;
    return { start: from, end: start + ordered };
  };
  ships.forEach((rows, at) => {
    own.push({ mmsi, number: at + 1, ...add(rows) });
  });
  for (const { run, pattern, jump } of found)
    runs.push({ mmsi, number: Math.max(0, ships.indexOf(run.host)) + 1, pattern, jump, ...add(run.rows) });
  const taken = new Uint8Array(end - start);
  for (const row of order.subarray(0, ordered)) taken[row - start] = 1;
  for (let row = start; row < end; row++) if (taken[row - start] === 0) order[ordered++] = row;
  reorder(positions, start, order);
  return { own, runs };
}

function patternOf(positions: Positions, { rows, isCircle }: Displacement): DisplacedPattern {
  if (isCircle) return 'circle';
  const step = Math.max(1, Math.floor(rows.length / LAND_SAMPLES));
  let inland = 0;
  let sampled = 0;
  for (let at = 0; at < rows.length; at += step) {
    sampled++;
    const row = rows[at]!;
    if (isOnLand(positions.lat[row]! / DEGREE, positions.lon[row]! / DEGREE)) inland++;
  }
  return inland > sampled / 2 ? 'land' : 'jump';
}

const LAND_SAMPLES = 15;

function jumpOf({ lat, lon }: Positions, { rows, host }: Displacement): number {
  const first = rows[0]!;
  const before = host.findLast((row) => row < first) ?? host[0]!;
  return metresBetween(lat[before]!, lon[before]!, lat[first]!, lon[first]!);
}

/** Puts all rows from `start` on that `order` names into that order; the columns are changed in place. */
function reorder(positions: Positions, start: number, order: Uint32Array): void {
  const end = start + order.length;
  const spare = new ArrayBuffer(order.byteLength);
  for (const column of columnsOf(positions)) {
    const kind = column.constructor as ColumnKind<ColumnArray>;
    const before = new kind(spare, 0, order.length);
    before.set(column.subarray(start, end));
    for (let at = 0; at < order.length; at++) column[start + at] = before[order[at]! - start]!;
  }
}
