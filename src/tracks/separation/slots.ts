import type { Positions } from '../positions/positions.ts';
import { longitudeBetween, wrapLongitude } from '../positions/sphere.ts';
import type { Track } from './track-set.ts';

/** Seconds of a slot. Slots are counted from 1970, so that all ships have the same. */
export const SLOT_SECONDS = 600;

/**
 * Where ships were at whole slots: on the line between two reports that are not too far apart in time. Slots of a track follow
 * each other in `[first[track], first[track + 1])`.
 */
export type Slots = {
  readonly count: number;
  readonly slot: Int32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  /** Index into the tracks. */
  readonly track: Int32Array;
  readonly first: Int32Array;
};

/**
 * Places every track in the slots.
 * @param longest seconds between two reports that are still joined by a line
 */
export function placeInSlots(positions: Positions, tracks: readonly Track[], longest: number): Slots {
  const { time } = positions;
  const first = new Int32Array(tracks.length + 1);
  let count = 0;
  for (const [at, track] of tracks.entries()) {
    first[at] = count;
    count += countSlots(time, track, longest);
  }
  first[tracks.length] = count;
  const slots = {
    count,
    slot: new Int32Array(count),
    lat: new Int32Array(count),
    lon: new Int32Array(count),
    track: new Int32Array(count),
    first,
  };
  for (const [at, track] of tracks.entries()) placeTrack(positions, track, longest, slots, at);
  return slots;
}

/** Whether a row is the last of its track in its second: of several in one second only the last is placed. */
function isPlaced(time: Uint32Array, row: number, end: number): boolean {
  return row + 1 === end || time[row + 1] !== time[row];
}

/** Slots in `[second, time of the next row)` in which a track is placed from a row on; those after a long hole are not, but for the row's own. */
function belowOf(time: Uint32Array, row: number, end: number, longest: number): number {
  const begun = time[row]!;
  const ended = row + 1 === end ? begun : time[row + 1]!;
  return row + 1 === end || ended - begun > longest ? begun + 1 : ended;
}

function countSlots(time: Uint32Array, { start, end }: Track, longest: number): number {
  let count = 0;
  // The first slot at or after a row: most rows lie between two slots, and are passed over by one comparison.
  let second = 0;
  for (let row = start; row < end; row++) {
    if (second < time[row]!) second = Math.ceil(time[row]! / SLOT_SECONDS) * SLOT_SECONDS;
    const below = belowOf(time, row, end, longest);
    if (second < below && isPlaced(time, row, end)) count += Math.ceil((below - second) / SLOT_SECONDS);
  }
  return count;
}

function placeTrack(positions: Positions, { start, end }: Track, longest: number, slots: Slots, track: number): void {
  const { time, lat, lon } = positions;
  let next = slots.first[track]!;
  let first = 0;
  for (let row = start; row < end; row++) {
    const begun = time[row]!;
    if (first < begun) first = Math.ceil(begun / SLOT_SECONDS) * SLOT_SECONDS;
    const below = belowOf(time, row, end, longest);
    if (first >= below || !isPlaced(time, row, end)) continue;
    for (let second = first; second < below; second += SLOT_SECONDS, next++) {
      slots.slot[next] = second / SLOT_SECONDS;
      slots.track[next] = track;
      if (second === begun) {
        slots.lat[next] = lat[row]!;
        slots.lon[next] = lon[row]!;
      } else {
        const share = (second - begun) / (time[row + 1]! - begun);
        slots.lat[next] = Math.round(lat[row]! + share * (lat[row + 1]! - lat[row]!));
        slots.lon[next] = Math.round(wrapLongitude(lon[row]! + share * longitudeBetween(lon[row]!, lon[row + 1]!)));
      }
    }
  }
}
