import type { Positions } from '../positions/positions.ts';
import { longitudeBetween, longitudeMetres, metresBetween, UNIT_METRES } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';

/** Rows `[first, last]` that lie on a circle; radius in metres. */
export type CircleRun = {
  readonly first: number;
  readonly last: number;
  readonly radius: number;
  readonly turns: number;
};

/** The rows `[start, end)` of one number. */
type Rows = { readonly start: number; readonly end: number };

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
export function circleRuns(positions: Positions, rows: Rows, thresholds: Thresholds): CircleRun[] {
  const { start, end } = rows;
  if (end - start < LEAST_REPORTS) return [];
  const { time, lat, lon } = positions;
  const way = wayOf(positions, rows);
  const runs: CircleRun[] = [];
  for (const window of WINDOWS) {
    let next = start;
    let beyond = start;
    while (next < end) {
      const first = next;
      const begun = time[first]!;
      beyond = firstAt(time, beyond, end, begun + window + 1);
      next = firstAt(time, first + 1, end, begun + window / 4);
      const last = beyond - 1;
      const sailed = way[last - start]! - way[first - start]!;
      if (beyond - first < LEAST_REPORTS || sailed < 6 * LEAST_RADIUS) continue;
      if (sailed < 2 * planeMetres(lat[first]!, lon[first]!, lat[last]!, lon[last]!)) continue;
      if (runs.some((run) => first <= run.last && beyond > run.first)) continue;
      const run = circleAround(positions, rows, first, last, thresholds);
      if (run === undefined) continue;
      runs.push(run);
      next = firstAt(time, first + 1, end, time[run.last]!);
    }
  }
  return runs.sort((a, b) => a.first - b.first);
}

/** The first row from `row` on at or after a time: it is near, or a long way on and found by steps that double. */
function firstAt(time: Uint32Array, row: number, end: number, from: number): number {
  let step = 1;
  let low = row;
  while (low + step < end && time[low + step]! < from) {
    low += step;
    step *= 2;
  }
  if (low >= end || time[low]! >= from) return low;
  let high = Math.min(end, low + step);
  low++;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Metres from the first row up to each. */
function wayOf({ lat, lon }: Positions, { start, end }: Rows): Float64Array {
  const way = new Float64Array(end - start);
  let sum = 0;
  for (let row = start + 1; row < end; row++) {
    sum += planeMetres(lat[row - 1]!, lon[row - 1]!, lat[row]!, lon[row]!);
    way[row - start] = sum;
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
  { start, end }: Rows,
  from: number,
  to: number,
  thresholds: Thresholds,
): CircleRun | undefined {
  const { lat, lon, time } = positions;
  const east = longitudeMetres(lat[from]!);
  const x = (row: number): number => longitudeBetween(lon[from]!, lon[row]!) * east;
  const y = (row: number): number => (lat[row]! - lat[from]!) * UNIT_METRES;
  const step = Math.max(1, Math.floor((to - from) / SAMPLES));
  const sample: number[] = [];
  for (let row = from; row <= to; row += step) sample.push(row);
  const circle = fitCircle(sample.map(x), sample.map(y));
  if (circle === undefined || circle.radius < LEAST_RADIUS || circle.radius > GREATEST_RADIUS) return undefined;
  const off = (row: number): number => Math.hypot(x(row) - circle.x, y(row) - circle.y) - circle.radius;
  const residual = Math.sqrt(sample.reduce((sum, row) => sum + off(row) ** 2, 0) / sample.length);
  const most = thresholds['displaced-position.circle-residual'] * circle.radius;
  if (residual > most || !isAllAround(sample, (row) => Math.atan2(y(row) - circle.y, x(row) - circle.x)))
    return undefined;
  let first = from;
  let last = to;
  while (first > start && Math.abs(off(first - 1)) <= 2 * most && isClose(time, first - 1)) first--;
  while (last < end - 1 && Math.abs(off(last + 1)) <= 2 * most && isClose(time, last)) last++;
  const turns = turnsOf(positions, first, last, circle.radius);
  if (last - first + 1 < LEAST_REPORTS || turns < thresholds['displaced-position.circle-turns']) return undefined;
  return { first, last, radius: circle.radius, turns };
}

function isClose(time: Uint32Array, row: number): boolean {
  return time[row + 1]! - time[row]! <= 7200;
}

/** Turns by the speed that is reported, else by the way from report to report, which is shorter than the arc. */
function turnsOf(positions: Positions, first: number, last: number, radius: number): number {
  const { time, sog, lat, lon } = positions;
  let way = 0;
  for (let row = first; row < last; row++) {
    const chord = metresBetween(lat[row]!, lon[row]!, lat[row + 1]!, lon[row + 1]!);
    const reported = sog[row]! < 1023 ? (sog[row]! / 10) * (1852 / 3600) * (time[row + 1]! - time[row]!) : 0;
    way += Math.max(chord, reported);
  }
  return way / (2 * Math.PI * radius);
}

function isAllAround(sample: readonly number[], angleOf: (row: number) => number): boolean {
  const angles = sample.map((row) => angleOf(row)).sort((a, b) => a - b);
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
