import type { Positions } from '../positions/positions.ts';
import { longitudeBetween, longitudeMetres, metresBetween, POLAR_UNITS, UNIT_METRES } from '../positions/sphere.ts';
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
/** Nearly once round the least circle: what is shorter is none. */
const LEAST_WAY = 6 * LEAST_RADIUS;
const LEAST_REPORTS = 8;
/** Windows in which a circle is looked for: a receiver hears a turn of a minute or of hours. */
const WINDOWS = [1800, 7200, 21_600];
/** A circle is distinguished from an arc by reports all around: no wider opening between their directions from the centre. */
const WIDEST_OPENING = (2 * Math.PI) / 3;
const SAMPLES = 24;
/** Distances in a plane are right to a ten-thousandth, and differ between one row and another by less than this leaves. */
const PLANE_IS_RIGHT = 0.9;

/** What is worked out of so many rows is kept for the next number; of more, as a hostile file has, it is given up at once. */
const MOST_KEPT = 1_000_000;
/** A way whose windows are looked at together holds so many windows one after another. */
const WINDOWS_TOGETHER = 4;

/**
 * Runs of reports on a circle, gone round more than once at one speed: the pattern of forged positions off ports and at sea
 * since 2019. Ships that swing at anchor stay below the least radius. What is worked out of a number is kept in the memory of the one before:
 * there are thousands of them.
 */
export class CircleSearch {
  readonly #positions: Positions;
  readonly #residual: number;
  readonly #turns: number;
  /** Metres from the first row of a number up to each. */
  #way: Float64Array = new Float64Array(0);
  readonly #x = new Float64Array(2 * SAMPLES + 1);
  readonly #y = new Float64Array(2 * SAMPLES + 1);

  constructor(positions: Positions, thresholds: Thresholds) {
    this.#positions = positions;
    this.#residual = thresholds['displaced-position.circle-residual'];
    this.#turns = thresholds['displaced-position.circle-turns'];
  }

  runsIn(rows: Rows): CircleRun[] {
    const { start, end } = rows;
    if (end - start < LEAST_REPORTS) return [];
    const { time, lat, lon } = this.#positions;
    const way = this.#measure(rows);
    const runs: CircleRun[] = [];
    for (const window of WINDOWS) {
      let next = start;
      let beyond = start;
      /** Up to here no window can be a circle; and up to `tried` it is not asked again whether one can. */
      let straight = start;
      let tried = start;
      while (next < end) {
        const first = next;
        const begun = time[first]!;
        next = firstAt(time, first + 1, end, begun + window / 4);
        // Most ships sail straight most of the time: that this window ends within what is straight shows without looking for its end.
        if (straight === end || time[straight]! > begun + window) continue;
        beyond = firstAt(time, beyond, end, begun + window + 1);
        if (beyond > tried) {
          tried = firstAt(time, beyond, end, begun + WINDOWS_TOGETHER * window);
          if (this.#isStraight(way, start, first, tried - 1)) {
            straight = tried;
            continue;
          }
        }
        const last = beyond - 1;
        const sailed = way[last - start]! - way[first - start]!;
        if (beyond - first < LEAST_REPORTS || sailed < LEAST_WAY) continue;
        if (sailed < 2 * planeMetres(lat[first]!, lon[first]!, lat[last]!, lon[last]!)) continue;
        if (runs.some((run) => first <= run.last && beyond > run.first)) continue;
        const run = this.#circleAround(rows, first, last);
        if (run === undefined) continue;
        runs.push(run);
        next = firstAt(time, first + 1, end, time[run.last]!);
      }
    }
    return runs.sort((a, b) => a.first - b.first);
  }

  #measure({ start, end }: Rows): Float64Array {
    const count = end - start;
    if (count > this.#way.length && count <= MOST_KEPT) this.#way = new Float64Array(count);
    const way = count <= MOST_KEPT ? this.#way : new Float64Array(count);
    const { lat, lon } = this.#positions;
    let sum = 0;
    way[0] = 0;
    for (let row = start + 1; row < end; row++) {
      sum += planeMetres(lat[row - 1]!, lon[row - 1]!, lat[row]!, lon[row]!);
      way[row - start] = sum;
    }
    return way;
  }

  /**
   * Whether so little of the way from one row to another is detour that no part of it is twice as long as the line between its ends and
   * long enough to be looked at: a part makes no more of a detour than the whole.
   */
  #isStraight(way: Float64Array, start: number, first: number, last: number): boolean {
    const { lat, lon } = this.#positions;
    if (Math.abs(lat[first]!) > POLAR_UNITS) return false;
    const sailed = way[last - start]! - way[first - start]!;
    const detour = sailed - planeMetres(lat[first]!, lon[first]!, lat[last]!, lon[last]!);
    return 2 * detour < LEAST_WAY * PLANE_IS_RIGHT;
  }

  #circleAround({ start, end }: Rows, from: number, to: number): CircleRun | undefined {
    const { lat, lon, time } = this.#positions;
    const [xs, ys] = [this.#x, this.#y];
    const east = longitudeMetres(lat[from]!);
    const step = Math.max(1, Math.floor((to - from) / SAMPLES));
    let count = 0;
    for (let row = from; row <= to; row += step, count++) {
      xs[count] = longitudeBetween(lon[from]!, lon[row]!) * east;
      ys[count] = (lat[row]! - lat[from]!) * UNIT_METRES;
    }
    const circle = fitCircle(xs, ys, count);
    if (circle === undefined || circle.radius < LEAST_RADIUS || circle.radius > GREATEST_RADIUS) return undefined;
    let squares = 0;
    for (let at = 0; at < count; at++) {
      const [x, y] = [xs[at]! - circle.x, ys[at]! - circle.y];
      squares += (Math.sqrt(x * x + y * y) - circle.radius) ** 2;
    }
    const most = this.#residual * circle.radius;
    if (Math.sqrt(squares / count) > most || !isAllAround(xs, ys, count, circle)) return undefined;
    const isOn = (row: number): boolean => {
      const x = longitudeBetween(lon[from]!, lon[row]!) * east;
      const y = (lat[row]! - lat[from]!) * UNIT_METRES;
      return Math.abs(Math.hypot(x - circle.x, y - circle.y) - circle.radius) <= 2 * most;
    };
    let first = from;
    let last = to;
    while (first > start && isOn(first - 1) && isClose(time, first - 1)) first--;
    while (last < end - 1 && isOn(last + 1) && isClose(time, last)) last++;
    const turns = turnsOf(this.#positions, first, last, circle.radius);
    if (last - first + 1 < LEAST_REPORTS || turns < this.#turns) return undefined;
    return { first, last, radius: circle.radius, turns };
  }
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

function isAllAround(xs: Float64Array, ys: Float64Array, count: number, { x, y }: Circle): boolean {
  const angles = Float64Array.from({ length: count }, (_, at) => Math.atan2(ys[at]! - y, xs[at]! - x)).sort();
  let widest = angles[0]! + 2 * Math.PI - angles[count - 1]!;
  for (let at = 1; at < count; at++) widest = Math.max(widest, angles[at]! - angles[at - 1]!);
  return widest <= WIDEST_OPENING;
}

/** The circle with the least squares of x² + y² + ax + by + c (Kåsa 1976); undefined for points on a line. */
function fitCircle(xs: Float64Array, ys: Float64Array, n: number): Circle | undefined {
  let meanX = 0;
  let meanY = 0;
  for (let at = 0; at < n; at++) {
    meanX += xs[at]!;
    meanY += ys[at]!;
  }
  meanX /= n;
  meanY /= n;
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
