import type { Positions } from '../positions/positions.ts';
import { KNOT, longitudeBetween, metresBetween, UNIT_METRES } from '../positions/sphere.ts';
import type { Thresholds } from '../thresholds.ts';
import type { CircleRun } from './circle.ts';
import { type Fragment, fragmentsOf, isReachable } from './fragment.ts';
import { linkFragments } from './linking.ts';
import { isDelayedCopy } from './wrong-clock.ts';

/** A run of rows that no ship could sail, within the ship whose reports it replaces. */
export type Displacement = {
  readonly rows: Uint32Array;
  readonly host: Uint32Array;
  readonly isCircle: boolean;
};

/** The rows of one number by ship, with what belongs to none. */
export type ShipsOfNumber = {
  readonly ships: readonly Uint32Array[];
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

/**
 * Tells the ships apart that sent `[start, end)` under one number.
 * @param round runs of reports on circles among them
 */
export function shipsOf(
  positions: Positions,
  { start, end }: { readonly start: number; readonly end: number },
  round: readonly CircleRun[],
  thresholds: Thresholds,
): ShipsOfNumber {
  const circles = round.filter(
    ({ first, last, turns }) =>
      turns >= TURNS_NOBODY_SAILS ||
      (first > start && !isReachable(positions, first - 1, first, thresholds)) ||
      (last + 1 < end && !isReachable(positions, last, last + 1, thresholds)),
  );
  if (circles.length === 0 && isOneShip(positions, start, end, thresholds))
    return { ships: [rowsFrom(start, end)], displaced: [] };
  const range = { start, end };
  const fragments = withoutNoise(positions, fragmentsOf(positions, range, circles, thresholds), thresholds);
  const chains = linkFragments(positions, fragments, thresholds)
    .map((chain) => chain.fragments)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const { ships, displaced } = sortOut(positions, chains, thresholds);
  for (const { first, last } of circles) {
    const rows = rowsFrom(first, last + 1);
    const host = ships.find((ship) => spans(positions, ship, rows)) ?? ships[0];
    if (host !== undefined) displaced.push({ rows, host, isCircle: true });
  }
  return { ships: ships.sort((a, b) => a[0]! - b[0]!), displaced };
}

function rowsFrom(start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start);
  for (let at = 0; at < rows.length; at++) rows[at] = start + at;
  return rows;
}

/** The rows of fragments that follow each other. */
function rowsOf(fragments: readonly Fragment[]): Uint32Array {
  if (fragments.length === 1) return fragments[0]!.rows;
  const rows = new Uint32Array(sizeOf(fragments));
  let at = 0;
  for (const { rows: own } of fragments) {
    rows.set(own, at);
    at += own.length;
  }
  return rows;
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
): { ships: Uint32Array[]; displaced: Displacement[] } {
  const ships: Uint32Array[] = [];
  const displaced: Displacement[] = [];
  for (const chain of chains) {
    const rows = rowsOf(chain);
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
  rows: Uint32Array,
  ships: readonly Uint32Array[],
  thresholds: Thresholds,
): boolean {
  if (ships.length === 0) return false;
  if (rows.length <= thresholds['separation.noise-reports']) return true;
  return rows.length < thresholds['shared-mmsi.reports'] && ships.some((ship) => spans(positions, ship, rows));
}

function spans(positions: Positions, ship: Uint32Array, rows: Uint32Array): boolean {
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
  ships: readonly Uint32Array[],
  thresholds: Thresholds,
): Displacement[] | undefined {
  for (const host of ships) {
    const runs: { readonly hole: number; readonly fragments: Fragment[] }[] = [];
    const fits = chain.every((fragment) => {
      const hole = holeFor(positions, host, fragment.rows, thresholds);
      if (hole === undefined) return false;
      const last = runs[runs.length - 1];
      if (last?.hole === hole) last.fragments.push(fragment);
      else runs.push({ hole, fragments: [fragment] });
      return true;
    });
    if (fits)
      return runs
        .filter(({ fragments }) => sizeOf(fragments) >= thresholds['displaced-position.reports'])
        .map(({ fragments }) => ({ rows: rowsOf(fragments), host, isCircle: false }));
  }
  return undefined;
}

/** The place in the host's rows after which the run stands; undefined when it does not stand in a hole. */
function holeFor(
  positions: Positions,
  host: Uint32Array,
  rows: Uint32Array,
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
function lastBefore(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
