import { z } from 'zod';
import { address, day, evidence, sentence, word } from './file-values.ts';

/** Why no term followed. A last term without it may have been renewed since: that is not known here. */
const ended = sentence.optional();

/** `register.yaml`: every sanctions regime of the Council with its committee, its expert body and the mandates of both. */
export const registerFile = z.strictObject({
  regimes: z
    .array(
      z.strictObject({
        id: word,
        name: sentence,
        committee: z.string().nullable(),
        /** Days of the measures themselves; `to` left out: without an end. */
        measures: z.array(
          z.strictObject({
            instrument: z.string(),
            from: day.nullable(),
            to: day.nullable().optional(),
            note: sentence.optional(),
            ended,
            source: address,
            evidence,
          }),
        ),
        mandates: z.array(
          z.strictObject({
            body: z.string().min(2),
            instrument: z.string(),
            from: day.nullable(),
            /** The last day, included; null: without an end. */
            to: day.nullable(),
            note: sentence.optional(),
            ended,
            source: address,
            evidence,
          }),
        ),
        note: sentence.optional(),
      }),
    )
    .min(1),
});
export type RegisterFile = z.infer<typeof registerFile>;
