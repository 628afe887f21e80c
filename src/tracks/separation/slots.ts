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
  const { time, lat, lon } = positions;
  const first = new Int32Array(tracks.length + 1);
  let count = 0;
  for (const [at, track] of tracks.entries()) {
    first[at] = count;
    forEachSlot(time, track, longest, () => {
      count++;
    });
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
  let next = 0;
  for (const [at, track] of tracks.entries())
    forEachSlot(time, track, longest, (slot, row) => {
      const second = slot * SLOT_SECONDS;
      const begun = time[row]!;
      slots.slot[next] = slot;
      slots.track[next] = at;
      if (second === begun) {
        slots.lat[next] = lat[row]!;
        slots.lon[next] = lon[row]!;
      } else {
        const share = (second - begun) / (time[row + 1]! - begun);
        slots.lat[next] = Math.round(lat[row]! + share * (lat[row + 1]! - lat[row]!));
        slots.lon[next] = Math.round(wrapLongitude(lon[row]! + share * longitudeBetween(lon[row]!, lon[row + 1]!)));
      }
      next++;
    });
  return slots;
}

/** Each slot in which a track is placed, with the row at or before it; of several rows in one second the last. */
function forEachSlot(
  time: Uint32Array,
  track: Track,
  longest: number,
  take: (slot: number, row: number) => void,
): void {
  for (let row = track.start; row < track.end; row++) {
    const begun = time[row]!;
    const ended = row + 1 < track.end ? time[row + 1]! : begun;
    if (row + 1 < track.end && ended === begun) continue;
    if (begun % SLOT_SECONDS === 0) take(begun / SLOT_SECONDS, row);
    if (ended - begun > longest) continue;
    for (let slot = Math.floor(begun / SLOT_SECONDS) + 1; slot * SLOT_SECONDS < ended; slot++) take(slot, row);
  }
}
