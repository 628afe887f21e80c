import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { EVENT_KINDS, type TrackEvent } from '../detection/event/event.ts';
import { areasAt } from '../places/area.ts';

const redFlagSchema = z.array(
  z.strictObject({
    id: z.string(),
    says: z.string(),
    kinds: z.array(z.enum(EVENT_KINDS)).min(1),
    where: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).optional(),
    flag: z.string().length(2).optional(),
    area: z.literal(true).optional(),
    cites: z.array(z.string()).min(1),
  }),
);
/** A red flag of an advisory as a rule on events, with what it cites. */
export type RedFlag = z.infer<typeof redFlagSchema>[number];

let table: readonly RedFlag[] | undefined;

/** The red flags that events can show. */
export function redFlags(): readonly RedFlag[] {
  table ??= redFlagSchema.parse(resourceYaml('tracks/redflags/red-flags.yaml'));
  return table;
}

/** The red flags that an event shows: reasons to look at it, never findings. */
export function redFlagsOf(event: TrackEvent): readonly RedFlag[] {
  return redFlags().filter(
    ({ kinds, where, flag, area }) =>
      kinds.includes(event.kind) &&
      Object.entries(where ?? {}).every(([name, values]) => values.some((value) => event[name] === value)) &&
      (flag === undefined || event.vessels.some((vessel) => vessel.flag === flag)) &&
      (area === undefined || areasAt(event.lat, event.lon).length > 0),
  );
}
