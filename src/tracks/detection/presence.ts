import type { Positions } from '../positions/positions.ts';
import { longitudeBetween, metresBetween, wrapLongitude } from '../positions/sphere.ts';
import type { Track } from '../separation/track-set.ts';

/** Seconds between the times at which it is asked who was heard. */
export const STEP_SECONDS = 1800;
/** A ship that is silent longer may be anywhere: she tells nothing of the reception where she was. */
const LONGEST_HOLE = 7 * 86_400;

/** Where ships were, heard or not, every half hour: what tells a silence from lost reception. */
export type Presence = {
  /** Share of its half hours in which a track is heard, silences of its own apart. */
  readonly usual: Float64Array;
  /**
   * How well others near a place were heard in a step: the sum of their weights by what is usual for them, and of those that were
   * heard. Near ones weigh more.
   */
  heard(step: number, lat: number, lon: number, apart: number, within: number): Heard;
};

export type Heard = { readonly usual: number; readonly heard: number; readonly ships: readonly number[] };

type Placed = {
  readonly track: Int32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly heard: Uint8Array;
};

/** Distance at which another ship weighs half. */
const HALF_WEIGHT_METRES = 25_000;

/** @param silence seconds of a silence that is an event of its own and does not count against a ship's usual reception */
export function presenceOf(positions: Positions, tracks: readonly Track[], silence: number): Presence {
  const usual = tracks.map((track) => usualShare(positions, track, silence));
  const byStep = new Map<number, Placed>();
  const order = stepsOf(positions, tracks);
  return {
    usual: Float64Array.from(usual),
    heard(step, lat, lon, apart, within) {
      let placed = byStep.get(step);
      if (placed === undefined) {
        placed = order(step);
        byStep.set(step, placed);
      }
      let sum = 0;
      let weightHeard = 0;
      const ships: number[] = [];
      const height = within / 0.0111;
      for (let at = 0; at < placed.track.length; at++) {
        if (placed.track[at] === apart || Math.abs(placed.lat[at]! - lat) > height) continue;
        const metres = metresBetween(lat, lon, placed.lat[at]!, placed.lon[at]!);
        if (metres > within) continue;
        const weight = 1 / (1 + (metres / HALF_WEIGHT_METRES) ** 2);
        sum += weight * usual[placed.track[at]!]!;
        ships.push(placed.track[at]!);
        if (placed.heard[at] === 1) weightHeard += weight;
      }
      return { usual: sum, heard: weightHeard, ships };
    },
  };
}

function usualShare({ time }: Positions, { start, end }: Track, silence: number): number {
  let steps = 0;
  let heard = 0;
  for (let row = start; row + 1 < end; row++) {
    const hole = time[row + 1]! - time[row]!;
    if (hole >= silence) continue;
    steps += hole;
    heard += Math.min(hole, STEP_SECONDS);
  }
  return steps === 0 ? 0 : heard / steps;
}

/** A function that places all tracks at a step: tracks are found by the span of time that they cover. */
function stepsOf(positions: Positions, tracks: readonly Track[]): (step: number) => Placed {
  const { time, lat, lon } = positions;
  return (step) => {
    const at = step * STEP_SECONDS;
    const placed: number[][] = [[], [], [], []];
    for (let track = 0; track < tracks.length; track++) {
      const { start, end } = tracks[track]!;
      if (time[start]! > at || time[end - 1]! < at) continue;
      let low = start;
      let high = end - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (time[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      const next = Math.min(low + 1, end - 1);
      const hole = time[next]! - time[low]!;
      if (hole > LONGEST_HOLE) continue;
      const share = hole === 0 ? 0 : (at - time[low]!) / hole;
      placed[0]!.push(track);
      placed[1]!.push(Math.round(lat[low]! + share * (lat[next]! - lat[low]!)));
      placed[2]!.push(Math.round(wrapLongitude(lon[low]! + share * longitudeBetween(lon[low]!, lon[next]!))));
      const isHeard = at - time[low]! <= STEP_SECONDS / 2 || time[next]! - at <= STEP_SECONDS / 2;
      placed[3]!.push(isHeard ? 1 : 0);
    }
    return {
      track: Int32Array.from(placed[0]!),
      lat: Int32Array.from(placed[1]!),
      lon: Int32Array.from(placed[2]!),
      heard: Uint8Array.from(placed[3]!),
    };
  };
}
