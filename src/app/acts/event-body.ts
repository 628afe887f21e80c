import { z } from 'zod';
import { EVENT_KINDS } from '../../tracks/detection/event/event.ts';
import type { AskedList, KeptEvent } from '../../tracks/detection/event/kept-event.ts';

export const EVENT_JUDGEMENTS = ['relevant', 'innocent', 'unsure'] as const;
export type EventJudgement = (typeof EVENT_JUDGEMENTS)[number];

const nullable = z.string().nullable();

/** As much of an event as anything is derived from. */
const eventShape = z.looseObject({
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  vessels: z
    .array(z.looseObject({ mmsi: z.string(), imo: nullable, name: nullable, flag: nullable, track: z.number() }))
    .min(1),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  rule: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
  rows: z.array(z.looseObject({ file: z.string(), document: z.string(), first: z.number(), last: z.number() })),
});

/** An event in tracks, whole, with the lists that it was measured against: what detection finds later changes nothing of it. */
export const keptEvent = z.object({
  event: z.custom<KeptEvent>((value) => eventShape.safeParse(value).success),
  lists: z
    .array(z.object({ name: z.string(), document: nullable, sha256: z.string() }) satisfies z.ZodType<AskedList>)
    .readonly(),
});

/** `event-judged`: whether an event in tracks matters. `key` says what the event is (tracks/detection/event/event.ts). */
export const eventJudgedBody = keptEvent.extend({
  key: z.string(),
  judgement: z.enum(EVENT_JUDGEMENTS),
  reason: z.string(),
});
export type EventJudgedBody = z.infer<typeof eventJudgedBody>;
