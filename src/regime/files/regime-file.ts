import { z } from 'zod';
import { address, day, evidence, places, sentence, word } from './file-values.ts';
import { actEntry, circumstanceEntry } from './vocabulary-file.ts';

const named = z.strictObject({ id: word, words: sentence });

/** `regime.yaml`: what the decisions of one regime have in common. */
export const regimeFile = z.strictObject({
  id: word,
  name: sentence,
  target: places,
  committee: z.string().min(2),
  subjects: z.array(named).min(1),
  /** The classes that `goods.yaml` may use and provisions may name. */
  classes: z.array(named).min(1),
  outsideBodies: z
    .array(
      z.strictObject({
        name: z.string().min(2),
        title: sentence,
        from: day,
        to: day.optional(),
        members: z.array(z.string()).default([]),
        source: address,
        evidence,
      }),
    )
    .default([]),
  /** Acts and circumstances of this regime beyond those all regimes share. */
  acts: z.array(actEntry).default([]),
  circumstances: z.array(circumstanceEntry).default([]),
});
export type RegimeFile = z.infer<typeof regimeFile>;
