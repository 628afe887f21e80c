import { type Positions, UNKNOWN } from '../../positions/positions.ts';
import { KNOT, metresBetween } from '../../positions/sphere.ts';
import { SLOT_SECONDS, type Slots } from '../../separation/slots.ts';
import type { Track } from '../../separation/track-set.ts';
import type { TrackEvidence } from '../event/evidence.ts';
import { median } from './median.ts';

/** Below, a ship drifts or lies still, and says nothing of how fast she can sail. */
const UNDER_WAY = 3;
/** Of a merchant ship of which nothing else is known. */
const USUAL = 12;
const SHARE = 0.95;
const GREATEST = 40;

/** The speed in knots that a ship keeps up when she sails fast: by what she did in ten minutes, else by what she reports. */
export function ownSpeed(positions: Positions, slots: Slots, tracks: readonly Track[], track: number): number {
  const speeds: number[] = [];
  for (let at = slots.first[track]! + 1; at < slots.first[track + 1]!; at++) {
    if (slots.slot[at]! !== slots.slot[at - 1]! + 1) continue;
    const speed = slotSpeed(slots, at);
    if (speed >= UNDER_WAY && speed <= GREATEST) speeds.push(speed);
  }
  if (speeds.length === 0) return fastestReported(positions, tracks[track]!) ?? USUAL;
  speeds.sort((a, b) => a - b);
  return speeds[placeOfFast(speeds.length)]!;
}

/** The speed under way that a ship exceeds in few of her reports, in knots. They are counted, not listed: a number can have sent millions. */
function fastestReported({ sog }: Positions, { start, end }: Track): number | undefined {
  const reports = new Uint32Array(GREATEST * 10 + 1);
  let count = 0;
  for (let row = start; row < end; row++) {
    const speed = sog[row]!;
    if (speed < UNDER_WAY * 10 || speed > GREATEST * 10) continue;
    reports[speed]!++;
    count++;
  }
  let below = 0;
  for (const [speed, times] of reports.entries()) {
    below += times;
    if (below > placeOfFast(count)) return speed / 10;
  }
  return undefined;
}

/** The place of the speed that is taken among so many in ascending order. */
function placeOfFast(count: number): number {
  return Math.floor(count * SHARE);
}

/**
 * The median of the speeds that a ship reports, in knots; NaN for none. One that reports the speed of a voyage while her place stays the same
 * has a position that is stuck or forged: she may be anywhere.
 */
export function reportedSpeed(evidence: TrackEvidence, track: number, from: number, to: number): number {
  const { sog } = evidence.set.positions;
  const one = evidence.set.tracks[track]!;
  const first = evidence.firstFrom(one, from);
  const speeds = new Float64Array(Math.max(0, evidence.firstFrom(one, to + 1) - first));
  let count = 0;
  for (let row = first; row < first + speeds.length; row++) if (sog[row] !== UNKNOWN) speeds[count++] = sog[row]! / 10;
  return median(speeds.subarray(0, count));
}

/** Knots from the slot before to this one, of one track. */
export function slotSpeed({ lat, lon }: Slots, at: number): number {
  return metresBetween(lat[at - 1]!, lon[at - 1]!, lat[at]!, lon[at]!) / SLOT_SECONDS / KNOT;
}
