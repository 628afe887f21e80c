import { EARTH_RADIUS, PLANE_UNITS, POLAR_UNITS, TURN, UNIT_RADIANS } from '../positions/sphere.ts';

/** A place as two SQL expressions in units of 1e-7 degree. */
export type PlaceSql = { readonly lat: string; readonly lon: string };

/** The shorter way round from one longitude to another (`longitudeBetween`). */
export function longitudeBetweenSql(from: string, to: string): string {
  const way = `(${to} - ${from})`;
  return `(case when ${way} > ${TURN / 2} then ${way} - ${TURN} when ${way} < ${-TURN / 2} then ${way} + ${TURN} else ${way} end)`;
}

/** A longitude within 180 degrees (`wrapLongitude`). */
export function wrapLongitudeSql(lon: string): string {
  return `(case when ${lon} > ${TURN / 2} then ${lon} - ${TURN} when ${lon} < ${-TURN / 2} then ${lon} + ${TURN} else ${lon} end)`;
}

/** Metres between two places (`metresBetween`). */
export function metresSql(a: PlaceSql, b: PlaceSql): string {
  const north = `(${b.lat} - ${a.lat})`;
  const east = longitudeBetweenSql(a.lon, b.lon);
  const plane = `${EARTH_RADIUS * UNIT_RADIANS} * sqrt(pow(${north}, 2) + pow(${east} * cos((${a.lat} + ${b.lat}) * ${UNIT_RADIANS / 2}), 2))`;
  const chord = `pow(sin(${north} * ${UNIT_RADIANS / 2}), 2) + cos(${a.lat} * ${UNIT_RADIANS}) * cos(${b.lat} * ${UNIT_RADIANS}) * pow(sin(${east} * ${UNIT_RADIANS / 2}), 2)`;
  return `(case when abs(${north}) < ${PLANE_UNITS} and abs(${east}) < ${PLANE_UNITS} and abs(${a.lat}) < ${POLAR_UNITS} then ${plane} else ${2 * EARTH_RADIUS} * asin(least(1.0, sqrt(${chord}))) end)`;
}
