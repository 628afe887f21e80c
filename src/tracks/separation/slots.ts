import { GrowingColumn } from '../positions/growing-column.ts';
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
  const first = new Int32Array(tracks.length + 1);
  const placed = new PlacedSlots();
  for (const [at, track] of tracks.entries()) {
    first[at] = placed.count;
    placed.place(positions, track, longest, at);
  }
  first[tracks.length] = placed.count;
  return { ...placed.columns(), first };
}

const FIRST_ROOM = 65_536;

/** Slots as they are filled: how many there will be is not counted before, since that would go through all rows twice. */
class PlacedSlots {
  count = 0;
  #room = FIRST_ROOM;
  readonly #slot = new GrowingColumn(Int32Array, FIRST_ROOM);
  readonly #lat = new GrowingColumn(Int32Array, FIRST_ROOM);
  readonly #lon = new GrowingColumn(Int32Array, FIRST_ROOM);
  readonly #track = new GrowingColumn(Int32Array, FIRST_ROOM);

  columns(): Omit<Slots, 'first'> {
    const [slot, lat, lon, track] = [this.#slot, this.#lat, this.#lon, this.#track].map(({ values }) =>
      values.subarray(0, this.count),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array];
    return { count: this.count, slot, lat, lon, track };
  }

  place({ time, lat, lon }: Positions, { start, end }: Track, longest: number, track: number): void {
    if (start === end) return;
    let [slots, lats, lons, tracks] = this.#views();
    let next = this.count;
    // The first slot at or after a row: most rows lie between two slots, and are passed over by one comparison.
    let first = 0;
    let begun = time[start]!;
    for (let row = start; row < end; row++) {
      if (first < begun) first = Math.ceil(begun / SLOT_SECONDS) * SLOT_SECONDS;
      // Of several rows in one second only the last is placed: nothing lies between it and the next of them.
      const after = row + 1 === end ? begun + 1 : time[row + 1]!;
      if (first < after) {
        // In a long hole a ship is placed nowhere but in the row's own second.
        const below = after - begun > longest ? begun + 1 : after;
        const most = next + Math.ceil((below - first) / SLOT_SECONDS);
        if (most > this.#room) {
          this.#grow(most);
          [slots, lats, lons, tracks] = this.#views();
        }
        for (; first < below; first += SLOT_SECONDS, next++) {
          slots[next] = first / SLOT_SECONDS;
          tracks[next] = track;
          if (first === begun) {
            lats[next] = lat[row]!;
            lons[next] = lon[row]!;
          } else {
            const share = (first - begun) / (after - begun);
            lats[next] = Math.round(lat[row]! + share * (lat[row + 1]! - lat[row]!));
            lons[next] = Math.round(wrapLongitude(lon[row]! + share * longitudeBetween(lon[row]!, lon[row + 1]!)));
          }
        }
      }
      begun = after;
    }
    this.count = next;
  }

  #views(): readonly [slot: Int32Array, lat: Int32Array, lon: Int32Array, track: Int32Array] {
    return [this.#slot.values, this.#lat.values, this.#lon.values, this.#track.values];
  }

  #grow(most: number): void {
    while (this.#room < most) this.#room *= 2;
    for (const column of [this.#slot, this.#lat, this.#lon, this.#track]) column.grow(this.#room);
  }
}
