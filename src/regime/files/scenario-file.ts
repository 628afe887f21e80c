import { z } from 'zod';
import { decisionFile } from './decision-file.ts';
import { day, provisionId, sentence, symbol, word } from './file-values.ts';

const names = z.array(z.string().min(2)).default([]);

/** A scenario: what would hold if the Council had decided otherwise. */
export const scenarioFile = z.strictObject({
  scenario: word,
  title: sentence,
  regime: word,
  /** What is assumed, in words, for the reader. */
  assumes: z.array(sentence).min(1),
  /** Other ballots on decisions of the regime or of `decisions` below. */
  ballots: z
    .array(z.strictObject({ decision: symbol, yes: names, no: names, abstain: names, absent: names }))
    .default([]),
  /** Decisions that were never put to the vote. */
  decisions: z.array(decisionFile).default([]),
  /** Measures that lapse unless the Council renews them. */
  expiry: z
    .strictObject({
      measures: z.union([z.literal('all'), z.array(provisionId).min(1)]),
      /** The last day of the measures without a renewal. */
      firstExpiry: day,
      months: z.number().int().positive(),
      /** Decisions that would renew them, in order; each counts only if adopted before the measures lapse. */
      renewedBy: z.array(symbol).default([]),
    })
    .optional(),
});
export type ScenarioFile = z.infer<typeof scenarioFile>;
