import type { Positions } from '../../positions/positions.ts';
import {
  angleBetween,
  bearingBetween,
  longitudeBetween,
  metresBetween,
  wrapLongitude,
} from '../../positions/sphere.ts';
import type { Track } from '../../separation/track-set.ts';
import { CellRows } from '../neighbours/cell-rows.ts';

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
  heard(step: number, lat: number, lon: number, apart: number): Heard;
  /** Whether another is heard in a step that lies ahead of a place, seen in a direction. */
  isHeardAhead(step: number, lat: number, lon: number, direction: number, apart: number): boolean;
};

export type Heard = { readonly usual: number; readonly heard: number; readonly ships: readonly number[] };

type Placed = {
  readonly track: Int32Array;
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly heard: Uint8Array;
  /** Places by the cell they lie in. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
};

/** Distance at which another ship weighs half. */
const HALF_WEIGHT_METRES = 25_000;

/**
 * @param silence seconds of a silence that is an event of its own and does not count against a ship's usual reception
 * @param within metres within which others are near
 */
export function presenceOf(positions: Positions, tracks: readonly Track[], silence: number, within: number): Presence {
  const usual = Float64Array.from(tracks, (track) => usualShare(positions, track, silence));
  const byStep = new Map<number, Placed>();
  const cells = new CellRows(Math.max(within, LEAST_CELL_METRES));
  const order = stepsOf(positions, tracks, cells);
  const placedIn = (step: number): Placed => {
    const known = byStep.get(step);
    if (known !== undefined) return known;
    const placed = order(step);
    byStep.set(step, placed);
    return placed;
  };
  return {
    usual,
    isHeardAhead(step, lat, lon, direction, apart) {
      const placed = placedIn(step);
      for (const cell of cellsAbout(cells, lat, lon))
        for (const at of placed.cells.get(cell) ?? []) {
          if (placed.track[at] === apart || placed.heard[at] === 0) continue;
          const [north, east] = [placed.lat[at]!, placed.lon[at]!];
          if (metresBetween(lat, lon, north, east) > within) continue;
          if (angleBetween(bearingBetween(lat, lon, north, east), direction) < AHEAD_DEGREES) return true;
        }
      return false;
    },
    heard(step, lat, lon, apart) {
      const placed = placedIn(step);
      let sum = 0;
      let weightHeard = 0;
      const ships: number[] = [];
      for (const cell of cellsAbout(cells, lat, lon))
        for (const at of placed.cells.get(cell) ?? []) {
          if (placed.track[at] === apart) continue;
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

/** What lies more than this to either side is not ahead. */
const AHEAD_DEGREES = 90;

/** Cells are no smaller than this, whatever the distance: their rows take memory. */
const LEAST_CELL_METRES = 1000;

/** The cell of a place, and those beside it. */
function cellsAbout(cells: CellRows, lat: number, lon: number): Set<number> {
  const middle = cells.row(lat);
  const about = new Set<number>();
  for (let row = Math.max(0, middle - 1); row <= Math.min(cells.rows - 1, middle + 1); row++) {
    const columns = cells.columns(row);
    const column = cells.column(row, wrapLongitude(lon));
    for (let beside = column - 1; beside <= column + 1; beside++) about.add(cellKey(row, (beside + columns) % columns));
  }
  return about;
}

/** No row has more columns. */
const MOST_COLUMNS = 100_000;

function cellKey(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
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
function stepsOf(positions: Positions, tracks: readonly Track[], cells: CellRows): (step: number) => Placed {
  const { time, lat, lon } = positions;
  const first = Float64Array.from(tracks, ({ start }) => time[start]!);
  const last = Float64Array.from(tracks, ({ end }) => time[end - 1]!);
  // Steps are asked for one after the other: a row is sought from where the last one was.
  const rows = Int32Array.from(tracks, ({ start }) => start);
  return (step) => {
    const at = step * STEP_SECONDS;
    const placed: number[][] = [[], [], [], []];
    const byCell = new Map<number, number[]>();
    for (let track = 0; track < tracks.length; track++) {
      if (first[track]! > at || last[track]! < at) continue;
      const { start, end } = tracks[track]!;
      const low = rowAt(time, start, end, rows[track]!, at);
      rows[track] = low;
      const next = Math.min(low + 1, end - 1);
      const hole = time[next]! - time[low]!;
      if (hole > LONGEST_HOLE) continue;
      const share = hole === 0 ? 0 : (at - time[low]!) / hole;
      const north = Math.round(lat[low]! + share * (lat[next]! - lat[low]!));
      const east = Math.round(wrapLongitude(lon[low]! + share * longitudeBetween(lon[low]!, lon[next]!)));
      const isHeard = at - time[low]! <= STEP_SECONDS / 2 || time[next]! - at <= STEP_SECONDS / 2;
      const row = cells.row(north);
      const key = cellKey(row, cells.column(row, east));
      const members = byCell.get(key);
      if (members === undefined) byCell.set(key, [placed[0]!.length]);
      else members.push(placed[0]!.length);
      placed[0]!.push(track);
      placed[1]!.push(north);
      placed[2]!.push(east);
      placed[3]!.push(isHeard ? 1 : 0);
    }
    return {
      track: Int32Array.from(placed[0]!),
      lat: Int32Array.from(placed[1]!),
      lon: Int32Array.from(placed[2]!),
      heard: Uint8Array.from(placed[3]!),
      cells: byCell,
    };
  };
}

/** The last row at or before a time of `[start, end)`, which begins no later; sought from another row on, in strides that grow. */
function rowAt(time: Uint32Array, start: number, end: number, from: number, at: number): number {
  let low = time[from]! <= at ? from : start;
  let high = time[from]! <= at ? end - 1 : from;
  for (let stride = 1; low + stride <= high; stride *= 2) {
    if (time[low + stride]! > at) {
      high = low + stride - 1;
      break;
    }
    low += stride;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (time[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
