import { type Positions, UNKNOWN } from '../positions/positions.ts';
import { KNOT, metresBetween } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import { improbability } from './continuation.ts';

/** Reports of one number that one ship can have sent, without a long hole: indices of positions in the order of time. */
export type Fragment = { readonly rows: number[] };

/** Fragments that may still go on; the one that was heard longest ago is closed when there are more. */
const MOST_OPEN = 24;

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

/** Takes the reports of one number apart into fragments: each report goes to the fragment that it fits best. */
export function fragmentsOf(positions: Positions, rows: Iterable<number>, thresholds: Thresholds): Fragment[] {
  const { time } = positions;
  const longest = thresholds['separation.fragment-hours'] * 3600;
  const fragments: Fragment[] = [];
  let open: Fragment[] = [];
  for (const row of rows) {
    let best: Fragment | undefined;
    let least = Infinity;
    let hasClosed = false;
    for (const fragment of open) {
      const last = fragment.rows[fragment.rows.length - 1]!;
      if (time[row]! - time[last]! > longest) {
        hasClosed = true;
        continue;
      }
      if (!isReachable(positions, last, row, thresholds)) continue;
      const off = improbability(positions, fragment.rows, row);
      if (off < least) {
        least = off;
        best = fragment;
      }
    }
    if (hasClosed) open = open.filter(({ rows: own }) => time[row]! - time[own[own.length - 1]!]! <= longest);
    if (best !== undefined) {
      best.rows.push(row);
      continue;
    }
    const begun = { rows: [row] };
    fragments.push(begun);
    if (open.length >= MOST_OPEN) open.splice(longestUnheard(positions, open), 1);
    open.push(begun);
  }
  return fragments;
}

function longestUnheard(positions: Positions, open: readonly Fragment[]): number {
  let oldest = 0;
  const lastOf = ({ rows }: Fragment): number => positions.time[rows[rows.length - 1]!]!;
  open.forEach((fragment, at) => {
    if (lastOf(fragment) < lastOf(open[oldest]!)) oldest = at;
  });
  return oldest;
}
