import { z } from 'zod';
import { INCIDENT_STATUSES } from '../../../claims/comparison/incident.ts';
import type { Incident } from '../../../findings/comparison/incident.ts';
import { FINDING_STATUSES, type Finding } from '../../../findings/model/finding.ts';
import { PRIORITIES, STANCES } from '../../../findings/model/hearing.ts';
import type { FindingTotal } from '../../../findings/model/ledger-total.ts';
import { REVIEW_STATES } from '../../../findings/model/review.ts';
import type { FindingEvent } from '../../../findings/model/track-evidence.ts';
import type { StatementCheck } from '../../../findings/statements/statement-check.ts';
import { credibility } from './claim-shape.ts';
import { keptEvent } from './event-shape.ts';
import { activity, assessment, monitor } from './regime/regime-shape.ts';
import { list, maybeText, optional, text, texts } from './shape.ts';

/** A claim's statement about the regime held against the regime data. */
export const statementCheck = z
  .object({
    claim: text,
    statement: text,
    relation: z.enum(['agrees', 'contradicts']),
    fact: text,
    reference: text,
    source: text,
    evidence: z.enum(['seen', 'recalled']),
  })
  .meta({ id: 'StatementCheck' }) satisfies z.ZodType<StatementCheck>;

export const incident = z.object({
  id: text,
  claims: texts,
  reason: text,
  by: texts,
  status: z.enum(INCIDENT_STATUSES),
}) satisfies z.ZodType<Incident>;

const made = { act: text, by: text, at: text };

/** A letter to a party and what came back on it; the party had until `deadline` to answer (S/2006/997 para. 28). */
export const findingReply = z.object({
  ...made,
  party: text,
  sent: text,
  deadline: maybeText,
  received: maybeText,
  text: maybeText,
  /** As whoever logged it read it; null: read out of its text. A denial contests the finding. */
  stance: z.enum(STANCES).nullable(),
});

/** Somebody challenges a finding; the panel weighs how credible that is. */
export const findingChallenge = z.object({
  ...made,
  from: text,
  date: text,
  text,
  assessment: maybeText,
  credibility: credibility.nullable(),
});

export const findingCorrection = z.object({ ...made, text, reason: text });

export const findingRecommendation = z.object({
  ...made,
  text,
  addressee: text,
  priority: z.enum(PRIORITIES).nullable(),
});

/** Whose word stands behind what the program proposes, and what came under it since. */
export const reviewed = {
  review: z.enum(REVIEW_STATES),
  reviewedBy: z.object({ ...made, reason: maybeText, words: optional(text) }).nullable(),
  unseen: texts,
  gone: optional(z.int()),
};

const allegation = z.object({
  act: text,
  goods: maybeText,
  from: maybeText,
  to: maybeText,
  period: z.object({ from: maybeText, to: maybeText }),
  inference: maybeText,
});

/** What falls short of a finding, as it is listed. */
export const lead = z.object({ id: text, title: text, missing: texts });

const verdict = assessment.shape.verdict;
const ledgerSum = z.object({
  /** `notified:petroleum` for figures that ship with the regime, or the name of the document. */
  source: text,
  document: maybeText,
  sha256: text,
  /** Who stands behind the figures. */
  authority: maybeText,
  factor: z
    .object({ factor: text, basis: z.enum(['committee', 'convention', 'given']), name: text, source: maybeText })
    .nullable(),
  amounts: list(
    z.object({
      unit: text,
      low: text,
      high: text,
      /** A greater sum that the source itself states in one row. */
      stated: z.object({ row: z.int(), low: text, high: text }).nullable(),
    }),
  ),
  /** Rows are missing, unread or without a figure: there was at least as much. */
  isLeast: z.boolean(),
  /** Its rows are estimates, such as what ships could have carried. */
  isEstimate: optional(z.literal(true)),
  /** Present for calls in tracks: the shares of deadweight, and the calls that do not count, with the reason. */
  calls: optional(
    z.object({
      counted: z.int(),
      beyond: optional(z.int()),
      shares: z.object({ low: text, high: text }),
      notCounted: texts,
      documents: texts,
    }),
  ),
  /** What the cap's paragraph says if this is the total. */
  effect: verdict,
});

/** The total of a cap's period that a person took from the ledger of one source; other ledgers and factors stand beside it. */
export const findingTotal = z.object({
  provision: text,
  period: z.object({ from: text, to: text }),
  asOf: maybeText,
  flow: z.enum(['import', 'export']).nullable(),
  taken: ledgerSum,
  others: list(ledgerSum),
  /** What the source, or a later release of it, gives by now, where that differs: the finding is out of date. */
  later: ledgerSum.nullable(),
  /** The source is not at hand any more. */
  isGone: z.boolean(),
}) satisfies z.ZodType<FindingTotal>;

/** An event in ships' tracks on which a finding rests beside its claims: what positions show, and no more. */
const findingEvent = z.object({
  event: keptEvent,
  lists: list(z.object({ name: text, document: maybeText, sha256: text })),
  words: texts,
  law: list(
    z.object({
      supposing: text,
      paragraphs: list(z.object({ provision: text, effect: z.union([verdict, z.literal('duty')]), text })),
    }),
  ),
  /** A file that it rests on was withheld since. */
  isGone: z.boolean(),
}) satisfies z.ZodType<FindingEvent>;

export const finding = z.object({
  ...reviewed,
  id: text,
  regime: text,
  made: z.object({ ...made, reason: maybeText, adopts: maybeText }).nullable(),
  title: text,
  allegation,
  claims: texts,
  elements: list(z.object({ text, state: z.enum(['asserted', 'disputed', 'open', 'stated']), claims: texts })),
  activity,
  assessment,
  changes: list(z.object({ date: text, verdict: text, monitor })),
  status: z.enum(FINDING_STATUSES),
  statusReason: text,
  onOneOrigin: optional(text),
  dissents: list(z.object({ by: text, text, claim: text })),
  hearing: z.object({
    replies: list(findingReply),
    challenges: list(findingChallenge),
    corrections: list(findingCorrection),
    recommendations: list(findingRecommendation),
  }),
  total: optional(findingTotal),
  events: optional(list(findingEvent)),
}) satisfies z.ZodType<Finding>;
