import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

const areaSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    box: z.strictObject({
      south: z.number().min(-90).max(90),
      north: z.number().min(-90).max(90),
      west: z.number().min(-180).max(180),
      east: z.number().min(-180).max(180),
    }),
    source: z.string(),
  }),
);
/** An area as a box in degrees; one whose west lies east of its east goes over the 180th meridian. */
export type Area = z.infer<typeof areaSchema>[number];

let areas: readonly Area[] | undefined;

/** The areas that the advisories and the Panel name. */
export function knownAreas(): readonly Area[] {
  areas ??= areaSchema.parse(resourceYaml('tracks/places/areas.yaml'));
  return areas;
}

/** The areas in which a place in degrees lies. */
export function areasAt(lat: number, lon: number, among: readonly Area[] = knownAreas()): readonly Area[] {
  return among.filter(({ box: { south, north, west, east } }) => {
    const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
    return lat >= south && lat <= north && isBetween;
  });
}
