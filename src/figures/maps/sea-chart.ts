/**
 * A chart in Mercator's projection, as seafarers have it: courses are straight, and a nautical mile is a minute of latitude. The report's
 * figure and the page's canvas share it. Degrees are WGS 84; longitudes run on over 180 so that nothing is torn there.
 */

const DEGREES = 180 / Math.PI;
/** Mercator's projection has no poles; no ship sails beyond. */
const FURTHEST = 85;
const MINUTES = 60;
/** Metres of a nautical mile, and of a pixel at 96 dots an inch. */
const MILE = 1852;
const PIXEL = 0.0254 / 96;

export type ChartPoint = readonly [longitude: number, latitude: number];

/** What of the world is drawn, and how large: `scale` is pixels a degree of longitude. */
export type ChartFrame = {
  readonly width: number;
  readonly height: number;
  /** The place in the middle. */
  readonly longitude: number;
  readonly latitude: number;
  readonly scale: number;
};

/** Pixels from the left. */
export function chartX({ width, longitude, scale }: ChartFrame, lon: number): number {
  return width / 2 + (lon - longitude) * scale;
}

/** Pixels from the top. */
export function chartY({ height, latitude, scale }: ChartFrame, lat: number): number {
  return height / 2 - (stretched(lat) - stretched(latitude)) * scale;
}

/** The place at a pixel. */
export function placeAt({ width, height, longitude, latitude, scale }: ChartFrame, x: number, y: number): ChartPoint {
  const up = stretched(latitude) - (y - height / 2) / scale;
  return [longitude + (x - width / 2) / scale, (2 * Math.atan(Math.exp(up / DEGREES)) - Math.PI / 2) * DEGREES];
}

/** A latitude in degrees of longitude at the equator, as the projection stretches it. */
export function stretched(latitude: number): number {
  const lat = Math.max(-FURTHEST, Math.min(FURTHEST, latitude)) / DEGREES;
  return Math.log(Math.tan(Math.PI / 4 + lat / 2)) * DEGREES;
}

/** A longitude within half a turn of another, so that places on both sides of the 180th meridian stand together. */
export function near(longitude: number, middle: number): number {
  return middle + ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
}

/** The frame that shows places with room around them, and no less than some miles across. */
export function frameOf(
  places: readonly ChartPoint[],
  width: number,
  height: number,
  leastMiles: number,
  room = 0.14,
): ChartFrame {
  const middle = middleOf(places);
  const lons = places.map(([lon]) => near(lon, middle));
  const ups = places.map(([, lat]) => stretched(lat));
  const [west, east] = [least(lons, middle), most(lons, middle)];
  const [south, north] = [least(ups, 0), most(ups, 0)];
  const longitude = (west + east) / 2;
  const up = (south + north) / 2;
  const latitude = (2 * Math.atan(Math.exp(up / DEGREES)) - Math.PI / 2) * DEGREES;
  const leastDegrees = leastMiles / MINUTES / Math.cos(latitude / DEGREES);
  const scale = Math.min(
    (width * (1 - 2 * room)) / Math.max(east - west, 1e-9),
    (height * (1 - 2 * room)) / Math.max(north - south, 1e-9),
    Math.min(width, height) / leastDegrees,
  );
  return { width, height, longitude, latitude, scale: Math.max(scale, width / 360) };
}

/** The edges of a frame in degrees; `east` may lie beyond 180. */
export function edgesOf(frame: ChartFrame): { west: number; south: number; east: number; north: number } {
  const [west, north] = placeAt(frame, 0, 0);
  const [east, south] = placeAt(frame, frame.width, frame.height);
  return { west, south, east, north };
}

/** Denominator of the scale in the middle of the chart, as on paper at 96 dots an inch: 1 : so many. */
export function scaleOf({ latitude, scale }: ChartFrame): number {
  return (MINUTES * MILE * Math.cos(latitude / DEGREES)) / scale / PIXEL;
}

/** A length of whole miles for the scale bar, at most so many pixels long, in the middle of the chart. */
export function scaleBar(
  { latitude, scale }: ChartFrame,
  longest: number,
): { readonly miles: number; readonly pixels: number } {
  const pixelsPerMile = scale / MINUTES / Math.cos(latitude / DEGREES);
  const miles = ROUND_MILES.findLast((one) => one * pixelsPerMile <= longest) ?? ROUND_MILES[0]!;
  return { miles, pixels: miles * pixelsPerMile };
}

const ROUND_MILES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/** Steps of a graticule in degrees: whole minutes, then degrees. */
const STEPS = [1 / 60, 2 / 60, 5 / 60, 10 / 60, 20 / 60, 0.5, 1, 2, 5, 10, 20, 30] as const;

/** Meridians and parallels that are drawn, so that lines stand some way apart. */
export function graticuleOf(
  frame: ChartFrame,
  apart = 90,
): { readonly lons: readonly number[]; readonly lats: readonly number[] } {
  const { west, south, east, north } = edgesOf(frame);
  const step = STEPS.find((one) => one * frame.scale >= apart) ?? 30;
  return { lons: multiples(west, east, step), lats: multiples(Math.max(south, -80), Math.min(north, 80), step) };
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.max(0, Math.floor(to / step + 1e-9) - first + 1);
  return Array.from({ length: Math.min(count, 60) }, (_, at) => (first + at) * step);
}

/** "124°20′ E": degrees and minutes where the step needs them. */
export function lineLabel(degrees: number, positive: string, negative: string): string {
  const turned = positive === 'E' ? near(degrees, 0) : degrees;
  const minutes = Math.round(Math.abs(turned) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const side = minutes === 0 || minutes === 10_800 ? '' : ` ${turned < 0 ? negative : positive}`;
  return `${whole}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${side}`;
}

/** Great-circle distance in nautical miles. */
export function milesBetween([aLon, aLat]: ChartPoint, [bLon, bLat]: ChartPoint): number {
  const north = Math.sin((bLat - aLat) / DEGREES / 2);
  const east = Math.sin((bLon - aLon) / DEGREES / 2);
  const chord = north * north + Math.cos(aLat / DEGREES) * Math.cos(bLat / DEGREES) * east * east;
  return 2 * Math.asin(Math.min(1, Math.sqrt(chord))) * DEGREES * MINUTES;
}

/** The place some miles away in a direction, by the great circle. */
function sailed([lon, lat]: ChartPoint, miles: number, bearing: number): ChartPoint {
  const [angle, phi, turn] = [miles / MINUTES / DEGREES, lat / DEGREES, bearing / DEGREES];
  const to = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(turn));
  const by = Math.atan2(
    Math.sin(turn) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * Math.sin(to),
  );
  return [lon + by * DEGREES, to * DEGREES];
}

const BEARINGS = 96;

/**
 * The outline of all places that a ship can have been at between two positions when she sailed at most so many miles: those whose ways
 * from the one and to the other add up to it. By the great circle, as if there were no land.
 */
export function reachOutline(from: ChartPoint, to: ChartPoint, miles: number): readonly ChartPoint[] {
  const direct = milesBetween(from, to);
  if (miles < direct) return [from, to];
  return Array.from({ length: BEARINGS }, (_, at) => {
    const bearing = (at * 360) / BEARINGS;
    let [low, high] = [(miles - direct) / 2, (miles + direct) / 2];
    for (let round = 0; round < 30; round++) {
      const way = (low + high) / 2;
      if (way + milesBetween(sailed(from, way, bearing), to) > miles) high = way;
      else low = way;
    }
    const [lon, lat] = sailed(from, low, bearing);
    return [near(lon, from[0]), lat];
  });
}

function middleOf(places: readonly ChartPoint[]): number {
  let [x, y] = [0, 0];
  for (const [lon] of places) {
    x += Math.cos(lon / DEGREES);
    y += Math.sin(lon / DEGREES);
  }
  return x === 0 && y === 0 ? 0 : Math.atan2(y, x) * DEGREES;
}

function least(values: readonly number[], otherwise: number): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity) === Infinity
    ? otherwise
    : values.reduce((a, b) => Math.min(a, b));
}

function most(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((a, b) => Math.max(a, b));
}
