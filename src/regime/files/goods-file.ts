import { z } from 'zod';
import { hsEdition, hsRange, sentence, word, words } from './file-values.ts';

/** `goods.yaml` and `services.yaml`: names of things, with the classes by which the paragraphs cover them. */
export const goodsFile = z.strictObject({
  edition: hsEdition.default('HS2017'),
  /** Words that may stand before a name and leave the thing what it is: "frozen", "women's", "Chinese". */
  qualifiers: z.array(z.string().min(2)).default([]),
  /** Classes of goods whose parts count as the goods themselves: spare parts of arms are related materiel. */
  partsOf: words.default([]),
  /** Classes of goods that stay what they are in whatever form they are traded: "lead pipes" are lead. */
  formsOf: words.default([]),
  /** Classes of goods for which training, advice and upkeep count as the goods do: "tank maintenance" is about tanks. */
  assistanceFor: words.default([]),
  /** Names of things of which every kind is the thing, whatever stands before them: "refrigerated trucks". */
  heads: z.array(z.string().min(2)).default([]),
  /** Words that make another thing of what follows: "toy truck", "leather jacket". */
  notKinds: z.array(z.string().min(2)).default([]),
  goods: z
    .array(
      z.strictObject({
        id: word,
        name: z.string().min(2),
        synonyms: z.array(z.string()).default([]),
        /** Codes of the edition above under which the thing is declared. */
        hs: z.array(hsRange).default([]),
        classes: words,
        note: sentence.optional(),
        /** Where the thing is listed, such as the annex of a resolution. */
        source: z.string().optional(),
        evidence: z.enum(['seen', 'recalled']).optional(),
      }),
    )
    .min(1),
});
export type GoodsFile = z.infer<typeof goodsFile>;

/** How a name may say more than the thing, and still mean it. */
export type GoodsHabits = Pick<GoodsFile, 'partsOf' | 'assistanceFor' | 'formsOf' | 'heads' | 'notKinds'>;
