import { isOnLand } from '../../places/land.ts';
import type { PortIndex } from '../../places/port-index.ts';
import { DEGREE } from '../../positions/report.ts';
import { metresBetween, placeFrom } from '../../positions/sphere.ts';
import type { Slots } from '../../separation/slots.ts';

/** Places `[first, last]` of a ship in the slots. */
type Stay = { readonly first: number; readonly last: number };

/** What the positions of a ship made fast scatter; at anchor she swings further, and drifting she goes. */
const BERTH_METRES = 50;
/** Land so near makes a berth likely: coastlines at 1:10 million are off by kilometres. */
const LAND_METRES = [1000, 2000, 3000];
const DIRECTIONS = [0, 45, 90, 135, 180, 225, 270, 315];

/**
 * Whether ships lie in a harbour: at a port that is known, or all of them for most of the time without any motion under the land, as at
 * berths of one that is not. Ships that are neighbours in a harbour have not met, and one alone there does
 * not wait for another.
 */
export function isInHarbour(slots: Slots, stays: readonly Stay[], ports: PortIndex): boolean {
  const [{ first, last } = { first: 0, last: 0 }] = stays;
  const middle = (first + last) >> 1;
  const [lat, lon] = [slots.lat[middle]!, slots.lon[middle]!];
  if (ports.nearest(lat, lon) >= 0) return true;
  return stays.every((stay) => isMadeFast(slots, stay)) && isUnderLand(lat, lon);
}

function isMadeFast({ lat, lon }: Slots, { first, last }: Stay): boolean {
  const middle = (first + last) >> 1;
  let still = 0;
  for (let at = first; at <= last; at++)
    if (metresBetween(lat[middle]!, lon[middle]!, lat[at]!, lon[at]!) <= BERTH_METRES) still++;
  return still > (last - first + 1) / 2;
}

function isUnderLand(lat: number, lon: number): boolean {
  if (isOnLand(lat / DEGREE, lon / DEGREE)) return true;
  return LAND_METRES.some((metres) =>
    DIRECTIONS.some((direction) => {
      const place = placeFrom(lat, lon, metres, direction);
      return isOnLand(place.lat / DEGREE, place.lon / DEGREE);
    }),
  );
}
