import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { isNullIsland } from '../../core/null-island.ts';

/** Edges of the land's outlines, by the whole degrees of latitude that they touch: x, y, x, y in degrees. */
type Outlines = readonly (readonly number[])[];

let outlines: Outlines | undefined;

/**
 * Whether a place is on land, by Natural Earth's outlines at 1:10 million (public domain). Lakes count as land, and near a
 * coast the outlines are off by kilometres: this tells of places far inland, not of berths.
 */
export function isOnLand(lat: number, lon: number): boolean {
  outlines ??= loadOutlines();
  const band = outlines[bandOf(lat)] ?? [];
  let inside = false;
  for (let at = 0; at < band.length; at += 4) {
    const x1 = band[at]!;
    const y1 = band[at + 1]!;
    const x2 = band[at + 2]!;
    const y2 = band[at + 3]!;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Longitudes at which the outlines cross a parallel, from west to east: land lies from the first to the second, and so on. */
export function landCrossings(lat: number): readonly number[] {
  outlines ??= loadOutlines();
  const band = outlines[bandOf(lat)] ?? [];
  const crossings: number[] = [];
  for (let at = 0; at < band.length; at += 4) {
    const x1 = band[at]!;
    const y1 = band[at + 1]!;
    const x2 = band[at + 2]!;
    const y2 = band[at + 3]!;
    if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings.sort((a, b) => a - b);
}

function bandOf(lat: number): number {
  return Math.min(179, Math.max(0, Math.floor(lat) + 90));
}

/** The land's polygons by Natural Earth at 1:10 million, in rings of longitude and latitude in degrees. */
export function landPolygons(): readonly GeoJSON.Position[][][] {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land)
    .features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [],
    )
    .filter(([outline = []]) => !isNullIsland(outline));
}

function loadOutlines(): Outlines {
  const bands: number[][] = Array.from({ length: 180 }, () => []);
  for (const polygon of landPolygons()) for (const ring of polygon) addRing(bands, ring);
  return bands;
}

function addRing(bands: readonly number[][], ring: readonly (readonly number[])[]): void {
  for (let at = 1; at < ring.length; at++) {
    const [x1 = 0, y1 = 0] = ring[at - 1]!;
    const [x2 = 0, y2 = 0] = ring[at]!;
    for (let band = bandOf(Math.min(y1, y2)); band <= bandOf(Math.max(y1, y2)); band++)
      bands[band]?.push(x1, y1, x2, y2);
  }
}
