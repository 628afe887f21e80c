import { type Positions, UNKNOWN } from '../positions/positions.ts';
import { KNOT, metresBetween } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import type { CircleRun } from './circle.ts';
import { improbability, type Motion, motionAt } from './continuation.ts';

/** Reports of one number that one ship can have sent, without a long hole: indices of positions in the order of time. */
export type Fragment = { readonly rows: Uint32Array };

/** Fragments that may still go on; the one that was heard longest ago is closed when there are more. */
const MOST_OPEN = 24;
/** Fragments of one number that are looked at: a hostile file has as many as reports. Of more the longest are. */
const MOST_FRAGMENTS = 30_000;

/**
 * Whether the ship that sent one report could be at another: by the speeds she reports, with some to spare, and what a place or
 * a clock may be off.
 */
export function isReachable(positions: Positions, from: number, to: number, thresholds: Thresholds): boolean {
  const { time, lat, lon, sog } = positions;
  const seconds = time[to]! - time[from]!;
  const metres = metresBetween(lat[from]!, lon[from]!, lat[to]!, lon[to]!);
  const known = sog[from] !== UNKNOWN || sog[to] !== UNKNOWN;
  const reported = Math.max(sog[from] === UNKNOWN ? 0 : sog[from]! / 10, sog[to] === UNKNOWN ? 0 : sog[to]! / 10);
  const knots = known
    ? Math.max(thresholds['separation.join-speed'], reported * 1.5 + 5)
    : thresholds['separation.join-speed-unreported'];
  return metres <= thresholds['separation.noise-distance'] + knots * KNOT * seconds;
}

/** A fragment that may still go on. */
type OpenFragment = { last: number; motion: Motion | undefined };

/**
 * Takes the reports `[start, end)` of one number apart into fragments, by their first report: each report goes to the fragment that it fits best.
 * @param circles runs of reports that belong to none
 */
export function fragmentsOf(
  positions: Positions,
  { start, end }: { readonly start: number; readonly end: number },
  circles: readonly CircleRun[],
  thresholds: Thresholds,
): Fragment[] {
  const { time } = positions;
  const longest = thresholds['separation.fragment-hours'] * 3600;
  // Places are counted from the first report of the number.
  const before = new Int32Array(end - start).fill(NO_FRAGMENT);
  const rowBefore = (row: number): number => {
    const place = before[row - start]!;
    return place < 0 ? -1 : start + place;
  };
  let open: OpenFragment[] = [];
  let circle = 0;
  for (let row = start; row < end; row++) {
    while (circle < circles.length && row > circles[circle]!.last) circle++;
    if (circle < circles.length && row >= circles[circle]!.first) continue;
    let best: OpenFragment | undefined;
    let least = Infinity;
    let hasClosed = false;
    for (const fragment of open) {
      const { last } = fragment;
      if (time[row]! - time[last]! > longest) {
        hasClosed = true;
        continue;
      }
      if (!isReachable(positions, last, row, thresholds)) continue;
      fragment.motion ??= motionAt(positions, last, rowBefore);
      const off = improbability(positions, last, fragment.motion, row);
      if (off < least) {
        least = off;
        best = fragment;
      }
    }
    if (hasClosed) open = open.filter(({ last }) => time[row]! - time[last]! <= longest);
    if (best !== undefined) {
      before[row - start] = best.last - start;
      best.last = row;
      best.motion = undefined;
      continue;
    }
    before[row - start] = BEGINS;
    if (open.length >= MOST_OPEN) open.splice(longestUnheard(positions, open), 1);
    open.push({ last: row, motion: undefined });
  }
  return gathered(before, start, thresholds['separation.noise-reports']);
}

/** In the place of the report before. */
const BEGINS = -1;
const NO_FRAGMENT = -2;

/**
 * Fragments by the report before each.
 * @param noise reports of a fragment that is left out where there are too many
 */
function gathered(before: Int32Array, start: number, noise: number): Fragment[] {
  const goesOn = new Uint8Array(before.length);
  let count = 0;
  for (const place of before)
    if (place === BEGINS) count++;
    else if (place >= 0) goesOn[place] = 1;
  const fragments: Fragment[] = [];
  for (let last = 0; last < before.length; last++) {
    if (goesOn[last] === 1 || before[last] === NO_FRAGMENT) continue;
    let length = 1;
    for (let place = before[last]!; place >= 0; place = before[place]!) length++;
    if (count > MOST_FRAGMENTS && length <= noise) continue;
    const rows = new Uint32Array(length);
    for (let place = last; place >= 0; place = before[place]!) rows[--length] = start + place;
    fragments.push({ rows });
  }
  if (fragments.length > MOST_FRAGMENTS)
    fragments.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!).splice(MOST_FRAGMENTS);
  return fragments.sort((a, b) => a.rows[0]! - b.rows[0]!);
}

function longestUnheard({ time }: Positions, open: readonly OpenFragment[]): number {
  let oldest = 0;
  open.forEach(({ last }, at) => {
    if (time[last]! < time[open[oldest]!.last]!) oldest = at;
  });
  return oldest;
}
