/** Distances and directions on the sphere. Positions are in units of 1e-7 degree, distances in metres, directions in degrees. */

/** Mean radius of the earth in metres (IUGG R1). */
export const EARTH_RADIUS = 6_371_008.8;
export const NAUTICAL_MILE = 1852;
/** Metres a second. */
export const KNOT = NAUTICAL_MILE / 3600;
/** Radians a unit measures. */
export const UNIT_RADIANS = Math.PI / 180 / 1e7;
/** A whole turn of longitude in units. */
export const TURN = 3_600_000_000;
const HALF_TURN = TURN / 2;
/** Up to here the plane that touches the sphere is right to a ten-thousandth, away from the poles. */
export const PLANE_UNITS = 1_000_000;
export const POLAR_UNITS = 850_000_000;

/** The shorter way round from one longitude to another, in units: across the 180th meridian where that is shorter. */
export function longitudeBetween(from: number, to: number): number {
  const difference = to - from;
  if (difference > HALF_TURN) return difference - TURN;
  if (difference < -HALF_TURN) return difference + TURN;
  return difference;
}

/** A longitude within 180 degrees. */
export function wrapLongitude(lon: number): number {
  if (lon > HALF_TURN) return lon - TURN;
  if (lon < -HALF_TURN) return lon + TURN;
  return lon;
}

/** Great-circle distance in metres. */
export function metresBetween(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const dLat = bLat - aLat;
  const dLon = longitudeBetween(aLon, bLon);
  if (
    dLat < PLANE_UNITS &&
    dLat > -PLANE_UNITS &&
    dLon < PLANE_UNITS &&
    dLon > -PLANE_UNITS &&
    aLat < POLAR_UNITS &&
    aLat > -POLAR_UNITS
  ) {
    const east = dLon * Math.cos((aLat + bLat) * (UNIT_RADIANS / 2));
    return EARTH_RADIUS * UNIT_RADIANS * Math.sqrt(dLat * dLat + east * east);
  }
  const north = Math.sin((dLat * UNIT_RADIANS) / 2);
  const east = Math.sin((dLon * UNIT_RADIANS) / 2);
  const chord = north * north + Math.cos(aLat * UNIT_RADIANS) * Math.cos(bLat * UNIT_RADIANS) * east * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Direction of the great circle from one place to another, from north, 0 to 360. */
export function bearingBetween(aLat: number, aLon: number, bLat: number, bLon: number): number {
  const dLon = longitudeBetween(aLon, bLon) * UNIT_RADIANS;
  const lat1 = aLat * UNIT_RADIANS;
  const lat2 = bLat * UNIT_RADIANS;
  const east = Math.sin(dLon) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** The angle between two directions, 0 to 180. */
export function angleBetween(a: number, b: number): number {
  const difference = Math.abs(a - b) % 360;
  return difference > 180 ? 360 - difference : difference;
}

/** The place that lies some metres in a direction: in the plane, for short ways. */
export function placeFrom(lat: number, lon: number, metres: number, direction: number): { lat: number; lon: number } {
  const units = metres / (EARTH_RADIUS * UNIT_RADIANS);
  const radians = (direction * Math.PI) / 180;
  const shrink = Math.max(1e-3, Math.cos(lat * UNIT_RADIANS));
  return { lat: lat + units * Math.cos(radians), lon: wrapLongitude(lon + (units * Math.sin(radians)) / shrink) };
}

/** Metres a unit of latitude measures, and of longitude at a latitude. */
export const UNIT_METRES = EARTH_RADIUS * UNIT_RADIANS;
export function longitudeMetres(lat: number): number {
  return UNIT_METRES * Math.cos(lat * UNIT_RADIANS);
}
