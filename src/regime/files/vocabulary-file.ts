import { z } from 'zod';
import { number, sentence, word } from './file-values.ts';

export const actEntry = z.strictObject({
  id: word,
  words: sentence,
  /** Other words under which users may name it. */
  synonyms: z.array(z.string()).default([]),
  /** This act is also that one: a ship-to-ship transfer is a supply too. */
  alsoA: word.optional(),
  /** The goods meant when none are named: a sale of a vessel is of a vessel. */
  impliesGoods: word.optional(),
  /** What a name stands for that the goods files do not hold: an occupation that nobody wrote down is still of workers. */
  otherGoods: word.optional(),
  /** True: the act is about goods, a field or a subject, which is asked for when it is not named. */
  goods: z.boolean().default(false),
});

export const circumstanceEntry = z.strictObject({
  id: word,
  words: sentence,
  synonyms: z.array(z.string()).default([]),
  /** Written with a State's code after a colon, such as `partner-vessel-flag:CN`. */
  withCountry: z.literal(true).optional(),
  /** Stating it (with the target State's code, if it takes one) says that the target State takes part. */
  involvesTarget: z.literal(true).optional(),
  /** A first word of `goods.name` that says the same, as in "new cargo ship". */
  goodsWord: word.optional(),
  /** Another circumstance that this one includes. */
  includes: z.array(word).default([]),
});

export const unitEntry = z.strictObject({
  id: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
  /** Another unit of this file in which it is counted: a kilogram is a tonne times 0.001, a gallon a barrel divided by 42. */
  equals: z
    .strictObject({ unit: z.string().min(1), times: number.optional(), dividedBy: number.optional() })
    .optional(),
  /** Capitals count: "Mt" is a million tonnes, "mt" and "MT" are tonnes. */
  asWritten: z.literal(true).optional(),
});

/** `vocabulary.yaml`: the acts and circumstances that all regimes share. */
export const vocabularyFile = z.strictObject({
  permanentMembers: z.array(z.string()).min(1),
  units: z.array(unitEntry).min(1),
  acts: z.array(actEntry).min(1),
  circumstances: z.array(circumstanceEntry).min(1),
});
export type VocabularyFile = z.infer<typeof vocabularyFile>;
export type ActEntry = z.infer<typeof actEntry>;
export type CircumstanceEntry = z.infer<typeof circumstanceEntry>;
