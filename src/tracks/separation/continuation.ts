import { type Positions, UNKNOWN } from '../positions/positions.ts';
import { bearingBetween, KNOT, metresBetween, NAUTICAL_MILE, placeFrom } from '../positions/sphere.ts';

/**
 * Speed in knots by which ships get away from where they are expected, as a standard deviation: they lie in port for most of their
 * time. Ships of one number are distinguished about equally well by 3 to 5.
 */
const DRIFT_KNOTS = 3;
/** Reports within less time are no surer for it (the buffer of GFW's gpsdio-segment). */
const BUFFER_HOURS = 0.25;
/** After so long a course kept says no more than the place itself. */
const COURSE_HOURS = 2;
const STILL_KNOTS = 0.5;
/** The last way of a ship is taken over at least so long, so that noise of places makes no speed, and not over longer. */
const WAY_SECONDS = 120;
const LONGEST_WAY_SECONDS = 6 * 3600;

/** How a ship moved last. */
export type Motion = { readonly knots: number; readonly direction: number };

/**
 * How improbable it is that a ship that sent one report, and moved so, sent another one: the negative logarithm of the density of her way since,
 * by the distance from where she is expected (where she was, or on the course kept) and the time. A ship heard lately is likelier
 * than one silent for long that could be there too, and one in the place than one that would have to hurry.
 */
export function improbability(positions: Positions, from: number, { knots, direction }: Motion, to: number): number {
  const { time, lat, lon } = positions;
  const seconds = time[to]! - time[from]!;
  const hours = seconds / 3600;
  let metres = metresBetween(lat[from]!, lon[from]!, lat[to]!, lon[to]!);
  if (knots >= STILL_KNOTS && hours < COURSE_HOURS) {
    const kept = placeFrom(lat[from]!, lon[from]!, knots * KNOT * seconds, direction);
    metres = Math.min(metres, metresBetween(kept.lat, kept.lon, lat[to]!, lon[to]!));
  }
  const padded = Math.hypot(hours, BUFFER_HOURS);
  return (metres / (DRIFT_KNOTS * NAUTICAL_MILE * padded)) ** 2 + Math.log(padded);
}

/**
 * How a ship moved last: by her places, and where she has only one, as she reports.
 * @param before the report of hers before another, -1 for none
 */
export function motionAt(
  { time, lat, lon, sog, cog }: Positions,
  from: number,
  before: (row: number) => number,
): Motion {
  for (let row = before(from); row >= 0; row = before(row)) {
    const seconds = time[from]! - time[row]!;
    if (seconds > LONGEST_WAY_SECONDS) break;
    if (seconds < WAY_SECONDS) continue;
    return {
      knots: metresBetween(lat[row]!, lon[row]!, lat[from]!, lon[from]!) / seconds / KNOT,
      direction: bearingBetween(lat[row]!, lon[row]!, lat[from]!, lon[from]!),
    };
  }
  if (sog[from] === UNKNOWN || cog[from] === UNKNOWN) return { knots: 0, direction: 0 };
  return { knots: sog[from]! / 10, direction: cog[from]! / 10 };
}
