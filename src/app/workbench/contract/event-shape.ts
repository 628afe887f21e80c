import { z } from 'zod';
import { EVENT_KINDS } from '../../../tracks/detection/event/event.ts';
import type { KeptEvent } from '../../../tracks/detection/event/kept-event.ts';
import { list, maybeText, text } from './shape.ts';

export const eventVessel = z.object({
  mmsi: text,
  imo: maybeText,
  name: maybeText,
  /** By the country digits of the MMSI. */
  flag: maybeText,
  /** Which of the ships that use the MMSI. */
  track: z.int(),
});

/** An event in ships' tracks; details beside these follow from its kind (docs/tracks.md). */
export const keptEvent = z
  .looseObject({
    id: text,
    kind: z.enum(EVENT_KINDS),
    vessels: list(eventVessel),
    from: text,
    to: text,
    lat: z.number(),
    lon: z.number(),
    rule: text,
    parameters: z.record(z.string(), z.union([z.number(), text])).readonly(),
    rows: list(z.object({ file: text, document: text, first: z.int(), last: z.int() })),
  })
  .readonly() satisfies z.ZodType<KeptEvent>;
