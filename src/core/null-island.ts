/** Degrees from the origin within which all of it lies. */
const AROUND = 0.1;

/**
 * Whether a ring of longitudes and latitudes is the island that Natural Earth has at 0° N 0° E, where there is only sea: it is put there so that
 * places without coordinates are seen on a map. Receivers that know no place send this one, which is no reason to say that a ship was on land.
 */
export function isNullIsland(ring: readonly (readonly number[])[]): boolean {
  return ring.every(([lon = 0, lat = 0]) => Math.abs(lon) < AROUND && Math.abs(lat) < AROUND);
}
