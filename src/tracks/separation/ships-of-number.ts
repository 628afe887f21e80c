import type { Positions } from '../positions/positions.ts';
import { KNOT, longitudeBetween, metresBetween, UNIT_METRES } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import type { CircleSearch } from './circle.ts';
import { type Fragment, fragmentsOf, isReachable } from './fragment.ts';
import { linkFragments } from './linking.ts';
import { isDelayedCopy } from './wrong-clock.ts';

/** A run of rows that no ship could sail, within the ship whose reports it replaces. */
export type Displacement = {
  readonly rows: readonly number[];
  readonly host: readonly number[];
  readonly isCircle: boolean;
};

/** The rows of one number by ship, with what belongs to none. */
export type ShipsOfNumber = {
  readonly ships: readonly (readonly number[])[];
  readonly displaced: readonly Displacement[];
};

/** Turns of a circle that no ship sails, even where she could get there and away. */
const TURNS_NOBODY_SAILS = 4;

/** Whether one ship can have sent all of `[start, end)`, as most numbers show at first sight. */
export function isOneShip(positions: Positions, start: number, end: number, thresholds: Thresholds): boolean {
  const { time, lat, lon } = positions;
  const speed = thresholds['separation.jump-speed'] * KNOT;
  const least = thresholds['separation.jump-distance'];
  for (let at = start + 1; at < end; at++) {
    // Meridians come together towards the poles: this is no less than the way, and most ways are short by it.
    const north = Math.abs(lat[at]! - lat[at - 1]!);
    const east = Math.abs(longitudeBetween(lon[at - 1]!, lon[at]!));
    if ((north + east) * UNIT_METRES <= least) continue;
    const seconds = time[at]! - time[at - 1]!;
    const metres = metresBetween(lat[at - 1]!, lon[at - 1]!, lat[at]!, lon[at]!);
    if (metres > least && metres > speed * seconds) return false;
  }
  return true;
}

/** Tells the ships apart that sent `[start, end)` under one number, among them what goes round in circles. */
export function shipsOf(
  positions: Positions,
  { start, end }: { readonly start: number; readonly end: number },
  search: CircleSearch,
  thresholds: Thresholds,
): ShipsOfNumber {
  const all = Array.from({ length: end - start }, (_, at) => start + at);
  const circles = search
    .runsIn({ start, end })
    .filter(
      ({ first, last, turns }) =>
        turns >= TURNS_NOBODY_SAILS ||
        (first > start && !isReachable(positions, first - 1, first, thresholds)) ||
        (last + 1 < end && !isReachable(positions, last, last + 1, thresholds)),
    );
  if (circles.length === 0 && isOneShip(positions, start, end, thresholds)) return { ships: [all], displaced: [] };
  const inCircle = new Set<number>();
  for (const { first, last } of circles) for (let row = first; row <= last; row++) inCircle.add(row);
  const rest = inCircle.size === 0 ? all : all.filter((row) => !inCircle.has(row));
  const fragments = withoutNoise(positions, fragmentsOf(positions, rest, thresholds), thresholds);
  const chains = linkFragments(positions, fragments, thresholds)
    .map((chain) => chain.fragments)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const { ships, displaced } = sortOut(positions, chains, thresholds);
  for (const { first, last } of circles) {
    const rows = all.slice(first - start, last + 1 - start);
    const host = ships.find((ship) => spans(positions, ship, rows)) ?? ships[0];
    if (host !== undefined) displaced.push({ rows, host, isCircle: true });
  }
  return { ships: ships.sort((a, b) => a[0]! - b[0]!), displaced };
}

function sizeOf(chain: readonly Fragment[]): number {
  return chain.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Leaves out fragments of a report or two in the midst of another's. */
function withoutNoise(positions: Positions, fragments: readonly Fragment[], thresholds: Thresholds): Fragment[] {
  const { time } = positions;
  const most = thresholds['separation.noise-reports'];
  const long = fragments.filter(({ rows }) => rows.length > most);
  const latestEnd = new Float64Array(long.length);
  long.forEach(({ rows }, at) => {
    latestEnd[at] = Math.max(at === 0 ? 0 : latestEnd[at - 1]!, time[rows[rows.length - 1]!]!);
  });
  let begun = 0;
  return fragments.filter(({ rows }) => {
    // Fragments come by their first report, so those that began before are a beginning of the list.
    while (begun < long.length && long[begun]!.rows[0]! < rows[0]!) begun++;
    if (rows.length > most) return true;
    return begun === 0 || latestEnd[begun - 1]! < time[rows[rows.length - 1]!]!;
  });
}

/** Ships by how much they reported; what takes the place of another's reports is displaced, what repeats one late is neither. */
function sortOut(
  positions: Positions,
  chains: readonly (readonly Fragment[])[],
  thresholds: Thresholds,
): { ships: (readonly number[])[]; displaced: Displacement[] } {
  const ships: (readonly number[])[] = [];
  const displaced: Displacement[] = [];
  for (const chain of chains) {
    const rows = chain.flatMap((fragment) => fragment.rows);
    const runs = displacedRuns(positions, chain, ships, thresholds);
    if (runs !== undefined) displaced.push(...runs);
    else if (
      !isNegligible(positions, rows, ships, thresholds) &&
      !ships.some((ship) => isDelayedCopy(positions, rows, ship))
    )
      ships.push(rows);
  }
  return { ships, displaced };
}

/** A few reports beside a ship that goes on reporting show no other ship; nor does a single one anywhere. */
function isNegligible(
  positions: Positions,
  rows: readonly number[],
  ships: readonly (readonly number[])[],
  thresholds: Thresholds,
): boolean {
  if (ships.length === 0) return false;
  if (rows.length <= thresholds['separation.noise-reports']) return true;
  return rows.length < thresholds['shared-mmsi.reports'] && ships.some((ship) => spans(positions, ship, rows));
}

function spans(positions: Positions, ship: readonly number[], rows: readonly number[]): boolean {
  const { time } = positions;
  return time[ship[0]!]! <= time[rows[0]!]! && time[ship[ship.length - 1]!]! >= time[rows[rows.length - 1]!]!;
}

/**
 * The runs of a chain, when all of it stands in holes of one ship: she reports before and after each, not within, and could
 * not have sailed there or back. Undefined when it does not.
 */
function displacedRuns(
  positions: Positions,
  chain: readonly Fragment[],
  ships: readonly (readonly number[])[],
  thresholds: Thresholds,
): Displacement[] | undefined {
  for (const host of ships) {
    const runs: { hole: number; rows: number[] }[] = [];
    const fits = chain.every(({ rows }) => {
      const hole = holeFor(positions, host, rows, thresholds);
      if (hole === undefined) return false;
      const last = runs[runs.length - 1];
      if (last?.hole === hole) last.rows.push(...rows);
      else runs.push({ hole, rows: [...rows] });
      return true;
    });
    if (fits)
      return runs
        .filter(({ rows }) => rows.length >= thresholds['displaced-position.reports'])
        .map(({ rows }) => ({ rows, host, isCircle: false }));
  }
  return undefined;
}

/** The place in the host's rows after which the run stands; undefined when it does not stand in a hole. */
function holeFor(
  positions: Positions,
  host: readonly number[],
  rows: readonly number[],
  thresholds: Thresholds,
): number | undefined {
  const { time } = positions;
  const first = rows[0]!;
  const last = rows[rows.length - 1]!;
  const hole = lastBefore(host, first);
  const before = host[hole];
  const after = host[hole + 1];
  if (before === undefined || after === undefined || after < last) return undefined;
  const edge = thresholds['displaced-position.edge-hours'] * 3600;
  if (time[first]! - time[before]! > edge || time[after]! - time[last]! > edge) return undefined;
  if (time[last]! - time[first]! > thresholds['displaced-position.hours'] * 3600) return undefined;
  if (isReachable(positions, before, first, thresholds) && isReachable(positions, last, after, thresholds))
    return undefined;
  return hole;
}

/** Index of the last of the ascending rows below one; -1 for none. */
function lastBefore(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
