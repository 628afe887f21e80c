import { z } from 'zod';
import {
  address,
  day,
  evidence,
  hsEdition,
  hsRange,
  number,
  provisionId,
  sentence,
  symbol,
  word,
  words,
} from './file-values.ts';

/** What a paragraph covers, in the terms of the goods vocabulary and of the Harmonized System. */
export const goodsScope = z.strictObject({
  /** Every item, such as "any goods" of a ship-to-ship transfer. */
  all: z.literal(true).optional(),
  classes: words.default([]),
  hs: z.array(hsRange).default([]),
  edition: hsEdition.default('HS2017'),
  except: z.strictObject({ classes: words.default([]), hs: z.array(hsRange).default([]) }).optional(),
  /** Goods that are covered only above a value: worth no more in all, they are not covered, or are as open as the `unsettled` ones. */
  aboveValue: z
    .array(
      z.strictObject({
        hs: z.array(hsRange).min(1),
        value: number,
        unit: z.literal('USD'),
        otherwise: z.enum(['not-covered', 'unsettled']).default('not-covered'),
      }),
    )
    .optional(),
  /** Goods of which the paragraph's own words do not decide whether they are covered (open definitions, national lists). */
  unsettled: z
    .strictObject({
      classes: words.default([]),
      hs: z.array(hsRange).default([]),
      missing: sentence,
      /** How States or the expert body counted such goods; it settles nothing and is told with the question. */
      practice: z
        .array(z.strictObject({ hs: z.array(hsRange).min(1), text: sentence, source: address, evidence }))
        .default([]),
    })
    .optional(),
});

const windDown = z.strictObject({
  /** The last day on which the old contracts may still be performed. */
  until: day,
  /** Only contracts (permits, foundings) made before this day benefit; left out: everyone does. */
  contractBefore: day.optional(),
  /** Only for these of the paragraph's goods. */
  goods: goodsScope.optional(),
  text: sentence,
});

const exemption = z.strictObject({
  /** The sub-item that carries the exemption, such as OP29(b); left out: the paragraph itself. */
  paragraph: z
    .string()
    .regex(/^OP\d+(\([a-z0-9]+\))*$/, { error: 'write a paragraph, such as OP29(b)' })
    .optional(),
  how: z.enum(['automatic', 'by-notice', 'by-approval'], { error: 'write automatic, by-notice or by-approval' }),
  /** Circumstances of which each must be stated. */
  when: words.default([]),
  /** Circumstances of which one must be stated. */
  whenAny: words.default([]),
  /** Circumstances under which it does not help. */
  unless: words.default([]),
  /** Only for contracts (permits, foundings) made before this day. */
  contractBefore: day.optional(),
  /** Only for these of the paragraph's goods. */
  goods: goodsScope.optional(),
  /** The item must come from outside the target State. */
  foreignOrigin: z.literal(true).optional(),
  /**
   * The paragraph makes the notice or the approval the regular way (small arms on five days' notice; statues "unless the
   * Committee approves"): without it the answer is notice-required or approval-required instead of prohibited.
   */
  regular: z.literal(true).optional(),
  from: day.optional(),
  until: day.optional(),
  text: sentence,
});

const amount = z.strictObject({ value: number, unit: word.or(z.literal('USD')) });

const conversion = z.strictObject({
  from: word,
  to: word,
  factor: number,
  /** Goods of the vocabulary (an id) that a figure must name; left out: figures that name no product. */
  product: word.optional(),
  /** `committee`: the Committee's own factor or basket; `convention`: what others multiply with. */
  basis: z.enum(['committee', 'convention'], { error: 'write committee or convention' }),
  name: sentence,
  source: address,
  evidence,
});

const cap = z.strictObject({
  /** The amounts by period, first to last. Two limits mean "whichever is lower". */
  periods: z
    .array(
      z.strictObject({
        from: day,
        until: day.optional(),
        /** Length of a recurring period, counted from `from`; left out: one period, from `from` to `until`. */
        everyMonths: z.number().int().positive().optional(),
        limits: z.array(amount).min(1),
      }),
    )
    .default([]),
  /** Only for these of the paragraph's goods; the others stay forbidden. */
  goods: goodsScope.optional(),
  /** Percentages at which the Committee warns. */
  alerts: z.array(z.number().positive().max(100)).default([]),
  /** Percentage at which supply must stop. */
  stopAt: z.number().positive().max(100).optional(),
  /** Factors between units. Those without a product are tried on totals; where two are in use, both must lead to the same answer. */
  conversions: z.array(conversion).default([]),
  /** Where the limit is what was supplied before: the fact that is missing, and the circumstances that settle it. */
  baseline: z.strictObject({ missing: sentence, within: word, above: word }).optional(),
});

export const provisionFile = z.strictObject({
  paragraph: z
    .string({ error: 'write a paragraph, such as OP8(a)(iii)' })
    .regex(/^OP\d+(\([a-z0-9]+\))*$/, { error: 'write a paragraph, such as OP8(a)(iii)' }),
  subject: word,
  effect: z.enum(['prohibits', 'caps', 'requires', 'calls-upon', 'exempts', 'establishes', 'reaffirms'], {
    error: 'write prohibits, caps, requires, calls-upon, exempts, establishes or reaffirms',
  }),
  acts: words.default([]),
  direction: z
    .enum(['into-target', 'from-target', 'either', 'any'], {
      error: 'write into-target, from-target, either or any (any: no State need be named)',
    })
    .default('any'),
  /** Goods that only pass through the target State are covered too. */
  transit: z.literal(true).optional(),
  goods: goodsScope.optional(),
  /** Only for parties listed under one of these paragraphs; "itself" is this paragraph. */
  parties: z.strictObject({ listedUnder: z.array(provisionId).min(1) }).optional(),
  /** Circumstances of which each must be stated for the paragraph to apply; `:target` at the end stands for the target State's code. */
  when: z.array(z.string()).default([]),
  /** Circumstances of which one must be stated. */
  whenAny: z.array(z.string()).default([]),
  /** With `parties`: one of these circumstances does as well as a listed party. */
  orWhenAny: words.default([]),
  /** Goods that count only in one of these circumstances, besides those of `goods`. */
  conditionalGoods: z
    .strictObject({ classes: words.default([]), hs: z.array(hsRange).default([]), whenAny: words })
    .optional(),
  /** Circumstances under which the paragraph does not apply. */
  unless: words.default([]),
  /** What to ask for when `when` is not stated; left out: silence means that it is not so. */
  missing: sentence.optional(),
  /** Circumstances with a State's code that answer that question: the flag of the other vessel. */
  settledBy: words.default([]),
  /** Only contracts (permits, foundings) of this day or later are covered; without a contract date the activity's own day counts. */
  contractFrom: day.optional(),
  /** Circumstances in which an older contract is covered all the same. */
  contractFromUnless: words.default([]),
  /** What to ask for when the contract date is not stated; left out: silence means that the contract is of the day itself. */
  contractMissing: sentence.optional(),
  from: day.optional(),
  until: day.optional(),
  replaces: z.array(provisionId).default([]),
  tightens: z.array(provisionId).default([]),
  windDown: windDown.optional(),
  cap: cap.optional(),
  exemptions: z.array(exemption).default([]),
  /** For `exempts`: the paragraphs it lifts; `all` is every paragraph of the regime. */
  lifts: z.union([z.literal('all'), z.array(provisionId).min(1)]).optional(),
  how: z.enum(['automatic', 'by-notice', 'by-approval']).optional(),
  /** For `exempts`: only when every party is one of these. */
  onlyParties: z.array(z.string().min(2)).default([]),
  text: sentence,
  source: address,
  evidence,
});

const mandate = z.strictObject({
  paragraph: z.string().regex(/^OP\d+(\([a-z0-9]+\))*$/),
  body: z.string().min(2),
  kind: z.enum(['committee', 'panel'], { error: 'write committee or panel' }),
  from: day.optional(),
  /** The last day, included; left out: without an end. */
  to: day.optional(),
  text: sentence,
  source: address,
  evidence,
});

const members = z.array(z.string().min(2), { error: 'write a list of members, such as [China, Russia]' }).default([]);

const vote = z.union([
  z.strictObject({ withoutVote: z.literal(true), source: address, evidence }),
  z.strictObject({
    /** In words, when the members are not known one by one; never used to compute more than the totals. */
    tally: z.strictObject({ yes: z.number().int(), no: z.number().int(), abstain: z.number().int() }),
    source: address,
    evidence,
  }),
  z.strictObject({
    yes: members,
    no: members,
    abstain: members,
    absent: members,
    procedural: z.literal(true).optional(),
    source: address,
    evidence,
  }),
]);

/** One decision of the Council, or a draft that was put to the vote and not adopted. */
export const decisionFile = z.strictObject({
  decision: symbol,
  title: sentence,
  date: day,
  meeting: z.number().int().positive().optional(),
  occasion: sentence.optional(),
  vote,
  provisions: z.array(provisionFile).default([]),
  mandates: z.array(mandate).default([]),
  source: address,
  evidence,
});

export type DecisionFile = z.infer<typeof decisionFile>;
export type ProvisionFile = z.infer<typeof provisionFile>;
export type GoodsScopeFile = z.infer<typeof goodsScope>;
