import { z } from 'zod';
import type { TakenTotal } from '../../findings/model/ledger-total.ts';

const nullable = z.string().nullable();

/** Read as exactly as it was added up. */
const amount = z.string().regex(/^\d{1,40}(\.\d{1,40})?$/);
const ledgerSum = z.object({
  source: z.string(),
  document: nullable,
  sha256: z.string(),
  authority: nullable,
  factor: z
    .object({
      factor: amount,
      basis: z.enum(['committee', 'convention', 'given']),
      name: z.string(),
      source: nullable,
    })
    .nullable(),
  amounts: z
    .array(
      z.object({
        unit: z.string(),
        low: amount,
        high: amount,
        stated: z.object({ row: z.number(), low: amount, high: amount }).nullable(),
      }),
    )
    .readonly(),
  isLeast: z.boolean(),
  isEstimate: z.literal(true).exactOptional(),
  calls: z
    .object({
      counted: z.number(),
      beyond: z.number().exactOptional(),
      shares: z.object({ low: amount, high: amount }),
      notCounted: z.array(z.string()).readonly(),
      documents: z.array(z.string()).readonly(),
    })
    .exactOptional(),
});

/** The total of a cap's period that a finding takes from a ledger, as the source gave it then, and what the others at hand gave. */
export const takenTotal = z.object({
  provision: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  asOf: nullable,
  flow: z.enum(['import', 'export']).nullable(),
  taken: ledgerSum,
  others: z.array(ledgerSum).readonly(),
}) satisfies z.ZodType<TakenTotal>;
