import { z } from 'zod';
import { address, day, evidence, provisionId } from './file-values.ts';

/** `designations.yaml` and `vessels.yaml`: who is listed, from when to when, under which paragraphs. */
export const designationsFile = z.strictObject({
  designations: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+-\S+$/, { error: 'write an id, such as un-KPe.020 or imo-8916293' }),
        names: z.array(z.string().min(1)).min(1),
        kind: z.enum(['person', 'organization', 'vessel']).optional(),
        listed: day,
        amended: z.array(day).default([]),
        /** The day from which the listing no longer holds. */
        delisted: day.nullable().optional(),
        basis: z.array(provisionId).min(1),
        source: address,
        evidence,
      }),
    )
    .min(1),
});
export type DesignationsFile = z.infer<typeof designationsFile>;
