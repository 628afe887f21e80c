import type { ShipPositions } from '../../../src/app/workbench/contract/ship.ts';
import { type ChartFrame, type ChartPoint, near, stretched } from '../../../src/figures/maps/sea-chart.ts';

/** One ship's positions, ready to be drawn: seconds, longitudes that run on over 180, and latitudes as the chart stretches them. */
export type ChartTrack = {
  readonly id: string;
  readonly time: Int32Array;
  readonly x: Float64Array;
  readonly up: Float64Array;
};

export type ChartTracks = {
  readonly tracks: readonly ChartTrack[];
  readonly byId: ReadonlyMap<string, ChartTrack>;
  /** Two corners around all positions; empty where there is none. */
  readonly corners: readonly ChartPoint[];
  readonly count: number;
  /** A time without positions that a line must not bridge, in seconds: longer where positions are thinned. */
  readonly hole: number;
  readonly every: number;
};

/** Units of 1e-5 degree, as they are sent. */
const UNITS = 1e5;
const HOLE = 3600;

/** Positions as they were sent, worked out once for every drawing. */
export function chartTracks({ ships, time, lat, lon, every }: ShipPositions): ChartTracks {
  const middle = (lon[0] ?? 0) / UNITS;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  const tracks = ships.map(({ id, start, count }): ChartTrack => {
    const track = { id, time: new Int32Array(count), x: new Float64Array(count), up: new Float64Array(count) };
    let before = middle;
    for (let at = 0; at < count; at++) {
      const x = near((lon[start + at] ?? 0) / UNITS, before);
      const y = (lat[start + at] ?? 0) / UNITS;
      track.time[at] = time[start + at] ?? 0;
      track.x[at] = x;
      track.up[at] = stretched(y);
      before = x;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return track;
  });
  return {
    tracks,
    byId: new Map(tracks.map((track) => [track.id, track])),
    corners:
      time.length === 0
        ? []
        : [
            [west, south],
            [east, north],
          ],
    count: time.length,
    hole: HOLE * every,
    every,
  };
}

/** First position of a track at or after a time. */
export function firstFrom({ time }: ChartTrack, seconds: number): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type Times = { readonly from: number; readonly to: number };

/** What a path is drawn into: a canvas, or what counts in a test. */
export type PathSink = { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void };

/**
 * Draws the line of a track within a time. Positions that fall on one pixel are one point, no line goes over a hole, and what lies
 * outside the chart costs nothing. @returns how many points were drawn
 */
export function tracePath(
  track: ChartTrack,
  frame: ChartFrame,
  { from, to }: Times,
  hole: number,
  sink: PathSink,
): number {
  const { time, x, up } = track;
  const { width, height, longitude, scale } = frame;
  // A chart may be turned past the side of the 180th meridian on which the track was laid out.
  const turn = longitude - near(longitude, x[0] ?? 0);
  const centre = stretched(frame.latitude);
  let drawn = 0;
  let [lastX, lastY, lastSide] = [Number.NaN, Number.NaN, 0];
  let isOpen = false;
  let previous = -1;
  for (let at = firstFrom(track, from); at < time.length && time[at]! <= to; at++) {
    const left = width / 2 + (x[at]! + turn - longitude) * scale;
    const top = height / 2 - (up[at]! - centre) * scale;
    const breaks = previous < 0 || time[at]! - time[previous]! > hole;
    const side = (left < 0 ? 1 : left > width ? 2 : 0) | (top < 0 ? 4 : top > height ? 8 : 0);
    previous = at;
    if (!breaks && Math.abs(left - lastX) < 1 && Math.abs(top - lastY) < 1) continue;
    if (breaks || (side & lastSide) !== 0) isOpen = false;
    else {
      if (!isOpen) sink.moveTo(lastX, lastY);
      sink.lineTo(left, top);
      isOpen = true;
      drawn++;
    }
    [lastX, lastY, lastSide] = [left, top, side];
  }
  return drawn;
}
