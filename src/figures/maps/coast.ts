import { type GeoContext, geoIdentity, geoPath } from 'd3-geo';
import { isNullIsland } from '../../core/null-island.ts';
import { type ChartFrame, chartX, chartY, edgesOf } from './sea-chart.ts';

/** Land as rings in degrees, each with its box. */
export type CoastRing = {
  readonly points: readonly (readonly number[])[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
};

/** What is nearer than this (pixels) to the point before is left out of a coast: it could not be seen. */
const FINEST = 0.4;

/** The smallest scale denominator at which coasts of 1 : 10 million lead nobody astray: larger charts show more than the data know. */
export const LEAST_SCALE = 750_000;

/** Rings of polygons with their boxes, for `coastPath`, without the island that is not there. */
export function coastRings(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): readonly CoastRing[] {
  const rings = polygons.flat().filter((ring) => !isNullIsland(ring));
  return rings.map((points) => {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [lon = 0, lat = 0] of points) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    return { points, west, east, south, north };
  });
}

/** The land within a frame as an SVG path; null where there is none. */
export function coastPath(frame: ChartFrame, rings: readonly CoastRing[]): string | null {
  return geoPath(clipOf(frame)).digits(1)(coastIn(frame, rings));
}

/** Draws the land within a frame into a canvas: the caller fills it. */
export function drawCoast(frame: ChartFrame, rings: readonly CoastRing[], context: GeoContext): void {
  geoPath(clipOf(frame), context)(coastIn(frame, rings));
}

/** A line through places within a frame as an SVG path; null where it lies outside. */
export function clippedPath(frame: ChartFrame, pixels: readonly (readonly [number, number])[]): string | null {
  const coordinates = pixels.map(([x, y]) => [x, y]);
  return geoPath(clipOf(frame)).digits(1)({ type: 'LineString', coordinates });
}

function clipOf({ width, height }: ChartFrame) {
  return geoIdentity().clipExtent([
    [0, 0],
    [width, height],
  ]);
}

function coastIn(frame: ChartFrame, rings: readonly CoastRing[]): GeoJSON.MultiPolygon {
  const { west, south, east, north } = edgesOf(frame);
  const coordinates: number[][][][] = [];
  for (const ring of rings) {
    if (ring.north < south || ring.south > north) continue;
    for (const turn of [-360, 0, 360]) {
      if (ring.east + turn < west || ring.west + turn > east) continue;
      const drawn = ringIn(frame, ring, turn);
      if (drawn.length > 3) coordinates.push([drawn]);
    }
  }
  return { type: 'MultiPolygon', coordinates };
}

function ringIn(frame: ChartFrame, { points }: CoastRing, turn: number): number[][] {
  const drawn: number[][] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (const [lon = 0, lat = 0] of points) {
    const x = chartX(frame, lon + turn);
    const y = chartY(frame, lat);
    if (Math.abs(x - lastX) < FINEST && Math.abs(y - lastY) < FINEST) continue;
    drawn.push([x, y]);
    [lastX, lastY] = [x, y];
  }
  const [first] = drawn;
  if (first !== undefined) drawn.push(first);
  return drawn;
}
