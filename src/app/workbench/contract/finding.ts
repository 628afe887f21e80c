import { z } from 'zod';
import { claimRow } from './claim.ts';
import { get, post } from './endpoint.ts';
import {
  finding,
  findingChallenge,
  findingCorrection,
  findingRecommendation,
  findingReply,
  lead,
} from './finding-shape.ts';
import { page } from './page.ts';
import { actLine, actsDone } from './record/act.ts';
import { activity } from './regime/regime-shape.ts';
import { provision } from './report-shape.ts';
import { filter, idParameter, pageQuery, signed } from './request.ts';
import { describedAs, list, text } from './shape.ts';

const TAG = 'Findings';

/** `made` is null for what the program proposes; `review` tells whether a person made, accepted or left it out. */
const findingSummary = finding
  .extend({ replies: z.int(), awaited: z.int(), challenges: z.int(), corrections: z.int() })
  .meta({ id: 'FindingSummary' });
export type FindingSummary = z.infer<typeof findingSummary>;

/** What falls short of a finding, with its claims in their own words and what is missing. */
const leadList = z.object({
  leads: list(lead.extend({ claims: list(z.object({ id: text, gist: text })) })),
});
export type LeadList = z.infer<typeof leadList>;

/** A person's word on what the program proposes. */
export const proposalReviewRequest = z.object({
  ...signed,
  status: z.enum(['accepted', 'left-out']),
  /** How the person words it in the report. */
  words: z.string().max(20_000).optional(),
});
export type ProposalReviewRequest = z.input<typeof proposalReviewRequest>;

const reply = findingReply.extend({
  /** How it counts: the stance as logged, else as its words were read; null while nothing came. */
  reads: findingReply.shape.stance,
  state: z.enum(['awaited', 'overdue', 'received']),
});
export type Reply = z.infer<typeof reply>;
export type Challenge = z.infer<typeof findingChallenge>;
export type Correction = z.infer<typeof findingCorrection>;
export type FindingRecommendation = z.infer<typeof findingRecommendation>;

const findingDetail = z.object({
  summary: findingSummary,
  /** Whose provisions it was tested against. */
  regime: text,
  claims: list(claimRow),
  provisions: list(provision),
  replies: list(reply),
  challenges: list(findingChallenge),
  corrections: list(findingCorrection),
  recommendations: list(findingRecommendation),
  history: list(actLine),
});
export type FindingDetail = z.infer<typeof findingDetail>;

/** What a letter or an assessment may hold at most; the act builder says the rest. */
const long = z.string().max(20_000);
/** The act of a made finding, or of what was said of one, that this one takes the place of. */
const replaces = z.string().max(40).optional();

/** A finding that a person makes from claims; verdict and status still follow by rule. */
const makeFindingRequest = z.object({
  ...signed,
  title: long,
  claims: z.array(z.string().max(200)).min(1).max(1000).readonly(),
  regime: z.string().max(200),
  activity: describedAs(z.looseObject({}), activity),
  /** The ledger from which the total of the cap's period is taken; the program reads it. */
  total: z
    .object({
      /** `notified:petroleum`, or the id of a document. */
      source: z.string().max(200),
      provision: z.string().max(100).optional(),
      factor: z.string().max(20).optional(),
      /** One number for all rows, also where the paragraph has numbers for products beside it. */
      given: z.boolean().optional(),
      /** The cap's period that is meant, as `2019-01-01/2019-12-31`. */
      period: z.string().max(40).optional(),
      asOf: text.optional(),
      flow: z.enum(['import', 'export']).optional(),
    })
    .optional(),
  /** Ids of events in ships' tracks that stand beside the claims. */
  events: z.array(z.string().max(40)).max(100).readonly().optional(),
  replaces,
});
export type MakeFindingRequest = z.input<typeof makeFindingRequest>;

/** With `replaces` an earlier act it records what came in on a letter already sent. */
const replyRequest = z.object({
  ...signed,
  party: long.optional(),
  sent: text.optional(),
  deadline: text.nullish(),
  received: text.nullish(),
  text: long.nullish(),
  stance: text.nullish(),
  replaces,
});
export type ReplyRequest = z.input<typeof replyRequest>;

const challengeRequest = z.object({
  ...signed,
  from: long.optional(),
  date: text.optional(),
  text: long.optional(),
  assessment: long.nullish(),
  credibility: text.nullish(),
  replaces,
});
export type ChallengeRequest = z.input<typeof challengeRequest>;

/** The reason is required. */
const correctionRequest = z.object({ ...signed, text: long });
export type CorrectionRequest = z.input<typeof correctionRequest>;

const recommendationRequest = z.object({ ...signed, text: long, addressee: long, priority: text.nullish() });
export type RecommendationRequest = z.input<typeof recommendationRequest>;

export const findingEndpoints = {
  page: get('/findings', {
    tag: TAG,
    summary: 'Findings: those that people made, then what the program proposes',
    query: z.object({ status: filter, review: filter, q: filter, ...pageQuery }),
    answer: page(findingSummary),
  }),
  detail: get('/findings/{id}', {
    tag: TAG,
    summary: 'One finding with its claims, paragraphs, replies, challenges and corrections',
    parameters: idParameter,
    answer: findingDetail,
  }),
  leads: get('/leads', { tag: TAG, summary: 'What falls short of a finding', answer: leadList }),
  review: post('/findings/{id}/review', {
    tag: TAG,
    summary: 'Accepts a finding that the program proposes, or leaves it out',
    parameters: idParameter,
    body: proposalReviewRequest,
    answer: actsDone,
  }),
  make: post('/findings', {
    tag: TAG,
    summary: 'Makes a finding from claims; verdict and status follow by rule',
    body: makeFindingRequest,
    answer: actsDone,
  }),
  reply: post('/findings/{id}/replies', {
    tag: TAG,
    summary: 'Records a letter to a party, or what came back on one',
    parameters: idParameter,
    body: replyRequest,
    answer: actsDone,
  }),
  challenge: post('/findings/{id}/challenges', {
    tag: TAG,
    summary: 'Records a challenge, weighed or not yet',
    parameters: idParameter,
    body: challengeRequest,
    answer: actsDone,
  }),
  correct: post('/findings/{id}/corrections', {
    tag: TAG,
    summary: 'Corrects a finding; the reason is printed',
    parameters: idParameter,
    body: correctionRequest,
    answer: actsDone,
  }),
  recommend: post('/findings/{id}/recommendations', {
    tag: TAG,
    summary: 'Recommends what should be done because of a finding',
    parameters: idParameter,
    body: recommendationRequest,
    answer: actsDone,
  }),
};

export type { Finding } from '../../../findings/model/finding.ts';
