import { geoArea, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { findCountry } from '../../src/core/countries/countries.ts';

/** A point in degrees (WGS 84). */
export type GeoPoint = { readonly longitude: number; readonly latitude: number };

const centres = new Map<string, GeoPoint | null>();
let shapes: readonly GeoJSON.Feature<GeoJSON.Geometry, { name: string }>[] | undefined;

/**
 * The middle of a country's largest piece of land, to 0.01 degree: where a mark for the country as a whole stands. Null for a
 * territory that the 1:50 million atlas does not draw.
 */
export function countryCentre(alpha2: string): GeoPoint | null {
  const known = centres.get(alpha2);
  if (known !== undefined) return known;
  const centre = computeCentre(alpha2);
  centres.set(alpha2, centre);
  return centre;
}

function computeCentre(alpha2: string): GeoPoint | null {
  const country = findCountry(alpha2);
  if (country === undefined) return null;
  shapes ??= readShapes();
  const shape = shapes.find(({ id, properties }) =>
    country.numeric === '' ? properties.name === country.name : id === country.numeric,
  );
  if (shape === undefined) return null;
  const { geometry } = shape;
  const pieces =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  const polygons = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const largest = polygons.sort((a, b) => geoArea(b) - geoArea(a))[0];
  if (largest === undefined) return null;
  const [longitude, latitude] = geoCentroid(largest);
  return { longitude: toHundredth(longitude), latitude: toHundredth(latitude) };
}

function readShapes(): readonly GeoJSON.Feature<GeoJSON.Geometry, { name: string }>[] {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features;
}

function toHundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
