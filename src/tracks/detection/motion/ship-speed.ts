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
  if (speeds.length === 0) {
    const { start, end } = tracks[track]!;
    for (let row = start; row < end; row++) {
      const sog = positions.sog[row]!;
      if (sog !== UNKNOWN && sog >= UNDER_WAY * 10 && sog <= GREATEST * 10) speeds.push(sog / 10);
    }
  }
  if (speeds.length === 0) return USUAL;
  speeds.sort((a, b) => a - b);
  return speeds[Math.floor(speeds.length * SHARE)] ?? speeds[speeds.length - 1]!;
}

/**
 * The median of the speeds that a ship reports, in knots; NaN for none. One that reports the speed of a voyage while her place stays the same
 * has a position that is stuck or forged: she may be anywhere.
 */
export function reportedSpeed(evidence: TrackEvidence, track: number, from: number, to: number): number {
  const { sog, time } = evidence.set.positions;
  const one = evidence.set.tracks[track]!;
  const speeds: number[] = [];
  for (let row = evidence.firstFrom(one, from); row < one.end && time[row]! <= to; row++)
    if (sog[row] !== UNKNOWN) speeds.push(sog[row]! / 10);
  return median(Float64Array.from(speeds));
}

/** Knots from the slot before to this one, of one track. */
export function slotSpeed({ lat, lon }: Slots, at: number): number {
  return metresBetween(lat[at - 1]!, lon[at - 1]!, lat[at]!, lon[at]!) / SLOT_SECONDS / KNOT;
}
