import type { Positions } from '../positions/positions.ts';
import { metresBetween } from '../positions/sphere.ts';

/** Reports that are compared: enough to tell, few enough for a track of millions. */
const SAMPLES = 60;
const SHARE = 0.8;
/** The same report heard by a receiver whose clock is off has the same place to the last digit; others on the way lie between. */
const SAME_PLACE_METRES = 60;
/** A clock is off by the same amount all the time, to what it drifts in a voyage. */
const SPREAD_SECONDS = 120;
const GREATEST_OFFSET = 86_400;

/** Whether rows tell the same voyage as a track, only with times that are all off by about the same. */
export function isDelayedCopy(positions: Positions, copy: Uint32Array, track: Uint32Array): boolean {
  const { time, lat, lon } = positions;
  const offsets: number[] = [];
  const step = Math.max(1, Math.floor(copy.length / SAMPLES));
  let sampled = 0;
  for (let at = 0; at < copy.length; at += step) {
    const row = copy[at]!;
    sampled++;
    let nearest = SAME_PLACE_METRES;
    let offset: number | undefined;
    for (let other = firstAfter(time, track, time[row]! - GREATEST_OFFSET); other < track.length; other++) {
      const against = track[other]!;
      if (time[against]! > time[row]! + GREATEST_OFFSET) break;
      const metres = metresBetween(lat[row]!, lon[row]!, lat[against]!, lon[against]!);
      if (metres < nearest) {
        nearest = metres;
        offset = time[row]! - time[against]!;
      }
    }
    if (offset !== undefined) offsets.push(offset);
  }
  if (offsets.length < SHARE * sampled || offsets.length < 3) return false;
  offsets.sort((a, b) => a - b);
  const middle = offsets[Math.floor(offsets.length / 2)]!;
  return offsets.filter((offset) => Math.abs(offset - middle) <= SPREAD_SECONDS).length >= SHARE * sampled;
}

function firstAfter(time: Uint32Array, rows: Uint32Array, at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[rows[middle]!]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
