import { z } from 'zod';
import { COMPARED_PARTS } from '../../../claims/comparison/figure-comparison.ts';
import type { RegimeStatus, ReportComparison, ReportMap } from '../../../report/model/model.ts';
import { reviewed } from './finding-shape.ts';
import { evidence } from './regime/regime-shape.ts';
import { list, maybeText, optional, text, texts } from './shape.ts';

/** A paragraph: text with references to claims and provisions. */
const prose = z.union([
  text,
  list(
    z.union([
      text,
      z.object({ claim: text }),
      z.object({ provision: text }),
      z.object({ emphasis: text }),
      z.object({ strong: text }),
    ]),
  ),
]);

/** One source's one figure; `low` and `high` are inclusive unless open, null where the source gives no bound. */
const intervalRow = z.object({
  id: text,
  claim: text,
  claimant: text,
  counts: text,
  unit: optional(text),
  qualifier: text,
  low: maybeText,
  high: maybeText,
  lowOpen: optional(z.boolean()),
  highOpen: optional(z.boolean()),
  raw: text,
  date: optional(maybeText),
  via: optional(texts),
  polarity: optional(z.enum(['asserts', 'denies'])),
  window: optional(text),
  of: optional(text),
  sight: optional(text),
  estimate: optional(z.enum(['estimated', 'assessed', 'planned', 'capacity'])),
});

const comparedPart = z.enum(COMPARED_PARTS);

const relation = z.object({
  a: text,
  b: text,
  relation: z.enum(['incomparable', 'same', 'narrower', 'compatible', 'contradicts']),
  narrower: z.enum(['a', 'b']).nullable(),
  reason: text,
  drift: z.boolean(),
  why: z.object({ differs: list(comparedPart), unknown: list(comparedPart) }),
  nouns: z.enum(['equal', 'nested']),
});

/** Where claims have their statements from. */
export const origins = z.object({
  origins: list(z.object({ label: text, claimants: texts, pooled: z.boolean() })),
  /** One path a claim: who made it, who passed it on, in which document it stands. */
  paths: list(z.object({ claimant: text, relays: texts, document: text })),
  /** A sentence for each party that counts as one under several names, with whose judgement that is. */
  judged: texts,
});

export const reportComparison = z
  .object({
    ...reviewed,
    id: text,
    title: text,
    introduction: prose.nullable(),
    rows: list(intervalRow),
    relations: list(relation),
    origins: origins.nullable(),
  })
  .meta({ id: 'Comparison' }) satisfies z.ZodType<ReportComparison>;

/** The places of claims, and what a map cannot show: `whole` States and `unplaced` names. */
export const reportMap = z.object({
  title: text,
  places: list(z.object({ name: text, longitude: z.number(), latitude: z.number(), note: optional(text) })),
  routes: optional(list(z.object({ from: z.int(), to: z.int() }))),
  whole: texts,
  unplaced: texts,
}) satisfies z.ZodType<ReportMap>;

export const provision = z.object({
  id: text,
  subject: text,
  text,
  effect: text,
  from: text,
  to: maybeText,
  inForce: z.boolean(),
  evidence,
  source: optional(maybeText),
});

export const ballot = z.object({
  member: text,
  permanent: z.boolean(),
  ballot: z.enum(['yes', 'no', 'abstain', 'absent']),
});

/** A regime as of a day, as a report states it. */
export const regimeStatus = z.object({
  id: text,
  name: text,
  committee: maybeText,
  provisions: list(provision),
  mandates: list(
    z.object({
      body: text,
      instrument: text,
      from: text,
      to: maybeText,
      inForce: z.boolean(),
      outsideUn: z.boolean(),
    }),
  ),
  decisions: list(
    z.object({
      symbol: text,
      title: text,
      date: text,
      adopted: z.boolean(),
      ballots: z.object({ members: list(ballot), inFavour: z.int(), veto: texts, reason: text }).nullable(),
    }),
  ),
  endedBy: maybeText,
}) satisfies z.ZodType<RegimeStatus>;
