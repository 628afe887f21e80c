import type { Positions } from '../positions/positions.ts';
import { longitudeBetween, longitudeMetres, metresBetween, UNIT_METRES } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';

/** Reports `[first, last]` of a list of rows that lie on a circle; radius in metres. */
export type CircleRun = {
  readonly first: number;
  readonly last: number;
  readonly radius: number;
  readonly turns: number;
};

const LEAST_RADIUS = 300;
const GREATEST_RADIUS = 100_000;
const LEAST_REPORTS = 8;
/** Windows in which a circle is looked for: a receiver hears a turn of a minute or of hours. */
const WINDOWS = [1800, 7200, 21_600];
/** A circle is distinguished from an arc by reports all around: no wider opening between their directions from the centre. */
const WIDEST_OPENING = (2 * Math.PI) / 3;
const SAMPLES = 24;

/**
 * Runs of reports on a circle, gone round more than once at one speed: the pattern of forged positions off ports and at sea
 * since 2019. Ships that swing at anchor stay below the least radius.
 */
export function circleRuns(positions: Positions, rows: Uint32Array, thresholds: Thresholds): CircleRun[] {
  const length = rows.length;
  if (length < LEAST_REPORTS) return [];
  const { time, lat, lon } = positions;
  const way = wayOf(positions, rows);
  const runs: CircleRun[] = [];
  for (const window of WINDOWS) {
    let end = 0;
    let next = 0;
    for (let start = 0; start < length; start++) {
      const begin = time[rows[start]!]!;
      if (begin < next) continue;
      while (end < length && time[rows[end]!]! <= begin + window) end++;
      next = begin + window / 4;
      const sailed = way[end - 1]! - way[start]!;
      if (end - start < LEAST_REPORTS || sailed < 6 * LEAST_RADIUS) continue;
      const a = rows[start]!;
      const b = rows[end - 1]!;
      if (sailed < 2 * planeMetres(lat[a]!, lon[a]!, lat[b]!, lon[b]!)) continue;
      if (runs.some((run) => start <= run.last && end > run.first)) continue;
      const run = circleAround(positions, rows, start, end - 1, thresholds);
      if (run !== undefined) {
        runs.push(run);
        next = time[rows[run.last]!]!;
      }
    }
  }
  return runs.sort((a, b) => a.first - b.first);
}

/** Metres from the first row up to each. */
function wayOf({ lat, lon }: Positions, rows: Uint32Array): Float64Array {
  const way = new Float64Array(rows.length);
  let sum = 0;
  for (let at = 1; at < rows.length; at++) {
    const before = rows[at - 1]!;
    const row = rows[at]!;
    sum += planeMetres(lat[before]!, lon[before]!, lat[row]!, lon[row]!);
    way[at] = sum;
  }
  return way;
}

/**
 * Metres in a plane that touches the sphere. They only say where a circle is looked for, and every way of every ship is looked at: so the
 * shrinking of the parallels is taken from a table, which is right to a millionth.
 */
function planeMetres(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const north = bLat - aLat;
  const step = Math.abs(aLat + bLat) / (2 * SHRINK_STEP);
  const index = Math.floor(step);
  const shrink = SHRINKS[index]! + (step - index) * (SHRINKS[index + 1]! - SHRINKS[index]!);
  const east = longitudeBetween(aLon, bLon) * shrink;
  return UNIT_METRES * Math.sqrt(north * north + east * east);
}

/** Units of latitude between two values of the table, a tenth of a degree. */
const SHRINK_STEP = 1_000_000;
/** How much shorter a degree of longitude is than at the equator, from there to the pole and a step beyond. */
const SHRINKS = Float64Array.from({ length: 902 }, (_, at) => Math.cos((at * Math.PI) / 1800));

type Circle = { readonly x: number; readonly y: number; readonly radius: number };

function circleAround(
  positions: Positions,
  rows: Uint32Array,
  start: number,
  end: number,
  thresholds: Thresholds,
): CircleRun | undefined {
  const { lat, lon, time } = positions;
  const origin = rows[start]!;
  const east = longitudeMetres(lat[origin]!);
  const x = (at: number): number => longitudeBetween(lon[origin]!, lon[rows[at]!]!) * east;
  const y = (at: number): number => (lat[rows[at]!]! - lat[origin]!) * UNIT_METRES;
  const step = Math.max(1, Math.floor((end - start) / SAMPLES));
  const sample: number[] = [];
  for (let at = start; at <= end; at += step) sample.push(at);
  const circle = fitCircle(sample.map(x), sample.map(y));
  if (circle === undefined || circle.radius < LEAST_RADIUS || circle.radius > GREATEST_RADIUS) return undefined;
  const off = (at: number): number => Math.hypot(x(at) - circle.x, y(at) - circle.y) - circle.radius;
  const residual = Math.sqrt(sample.reduce((sum, at) => sum + off(at) ** 2, 0) / sample.length);
  const most = thresholds['displaced-position.circle-residual'] * circle.radius;
  if (residual > most || !isAllAround(sample, (at) => Math.atan2(y(at) - circle.y, x(at) - circle.x))) return undefined;
  let first = start;
  let last = end;
  while (first > 0 && Math.abs(off(first - 1)) <= 2 * most && isClose(time, rows, first - 1)) first--;
  while (last < rows.length - 1 && Math.abs(off(last + 1)) <= 2 * most && isClose(time, rows, last)) last++;
  const turns = turnsOf(positions, rows, first, last, circle.radius);
  if (last - first + 1 < LEAST_REPORTS || turns < thresholds['displaced-position.circle-turns']) return undefined;
  return { first, last, radius: circle.radius, turns };
}

function isClose(time: Uint32Array, rows: Uint32Array, at: number): boolean {
  return time[rows[at + 1]!]! - time[rows[at]!]! <= 7200;
}

/** Turns by the speed that is reported, else by the way from report to report, which is shorter than the arc. */
function turnsOf(positions: Positions, rows: Uint32Array, first: number, last: number, radius: number): number {
  const { time, sog, lat, lon } = positions;
  let way = 0;
  for (let at = first; at < last; at++) {
    const a = rows[at]!;
    const b = rows[at + 1]!;
    const chord = metresBetween(lat[a]!, lon[a]!, lat[b]!, lon[b]!);
    const reported = sog[a]! < 1023 ? (sog[a]! / 10) * (1852 / 3600) * (time[b]! - time[a]!) : 0;
    way += Math.max(chord, reported);
  }
  return way / (2 * Math.PI * radius);
}

function isAllAround(sample: readonly number[], angleOf: (at: number) => number): boolean {
  const angles = sample.map(angleOf).sort((a, b) => a - b);
  let widest = angles[0]! + 2 * Math.PI - angles[angles.length - 1]!;
  for (let at = 1; at < angles.length; at++) widest = Math.max(widest, angles[at]! - angles[at - 1]!);
  return widest <= WIDEST_OPENING;
}

/** The circle with the least squares of x² + y² + ax + by + c (Kåsa 1976); undefined for points on a line. */
function fitCircle(xs: readonly number[], ys: readonly number[]): Circle | undefined {
  const n = xs.length;
  const meanX = xs.reduce((sum, value) => sum + value, 0) / n;
  const meanY = ys.reduce((sum, value) => sum + value, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let xz = 0;
  let yz = 0;
  let z = 0;
  for (let at = 0; at < n; at++) {
    const u = xs[at]! - meanX;
    const v = ys[at]! - meanY;
    const square = u * u + v * v;
    xx += u * u;
    yy += v * v;
    xy += u * v;
    xz += u * square;
    yz += v * square;
    z += square;
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < 1e-9 * (xx + yy) ** 2 || z === 0) return undefined;
  const u = (xz * yy - yz * xy) / (2 * determinant);
  const v = (yz * xx - xz * xy) / (2 * determinant);
  return { x: u + meanX, y: v + meanY, radius: Math.sqrt(u * u + v * v + z / n) };
}
