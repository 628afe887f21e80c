import { z } from 'zod';
import { sentence, word } from './file-values.ts';

export const actEntry = z.strictObject({
  id: word,
  words: sentence,
  /** Other words under which users may name it. */
  synonyms: z.array(z.string()).default([]),
  /** This act is also that one: a ship-to-ship transfer is a supply too. */
  alsoA: word.optional(),
  /** The goods meant when none are named: a sale of a vessel is of a vessel. */
  impliesGoods: word.optional(),
  /** False: the act has no goods, and none are missed. */
  goods: z.boolean().default(false),
});

export const circumstanceEntry = z.strictObject({
  id: word,
  words: sentence,
  synonyms: z.array(z.string()).default([]),
  /** Written with a State's code after a colon, such as `partner-vessel-flag:CN`. */
  withCountry: z.literal(true).optional(),
  /** Another circumstance that this one includes. */
  includes: z.array(word).default([]),
});

/** `vocabulary.yaml`: the acts and circumstances that all regimes share. */
export const vocabularyFile = z.strictObject({
  permanentMembers: z.array(z.string()).min(1),
  acts: z.array(actEntry).min(1),
  circumstances: z.array(circumstanceEntry).min(1),
});
export type VocabularyFile = z.infer<typeof vocabularyFile>;
export type ActEntry = z.infer<typeof actEntry>;
export type CircumstanceEntry = z.infer<typeof circumstanceEntry>;
