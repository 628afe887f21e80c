import { z } from 'zod';
import { askedClaim, claim, credibility, quantity } from './claim-shape.ts';
import { get, post } from './endpoint.ts';
import { statementCheck } from './finding-shape.ts';
import { page } from './page.ts';
import { box, confidence } from './picture-shape.ts';
import { actLine, actsDone } from './record/act.ts';
import { filter, idParameter, pageQuery, signed } from './request.ts';
import { list, maybeText, text } from './shape.ts';

const TAG = 'Claims';

/** A claim with what a table shows next to it. */
export const claimRow = claim
  .extend({
    /** Who says what, in the claim's own words (claims/gist/), and what is said alone, for where the claimant stands next to it. */
    gist: text,
    statement: text,
    title: text,
    published: maybeText,
    grade: maybeText,
    incident: maybeText,
    /** Statement checks contradict it. */
    contradicted: z.boolean(),
    /** Where it stands in what is no running text: a cell, a part of a mail, a record. */
    place: maybeText,
    /** Of a claim in text that a program read off a picture; nothing rests on it while a person's look is `needed`. */
    sight: z
      .object({ page: z.int(), by: z.enum(['reader', 'file']), box: box.nullable(), confidence, needed: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'ClaimRow' });
export type ClaimRow = z.infer<typeof claimRow>;

const facet = z.object({ value: text, count: z.int() });
export type Facet = z.infer<typeof facet>;

const claimPage = page(claimRow).extend({
  /** Values with counts over what the other filters leave; most frequent first, at most 50 each. */
  facets: z.object({ status: list(facet), claimant: list(facet), predicate: list(facet), counts: list(facet) }),
});
export type ClaimPage = z.infer<typeof claimPage>;

const grade = z.object({ act: text, credibility: text, by: text, at: text, reason: maybeText });

/** A finding as it is named where something rests on it. */
export const findingName = z.object({ id: text, title: text, status: text });
export type FindingName = z.infer<typeof findingName>;

const claimDetail = z.object({
  row: claimRow,
  /** The text before and after the quote, for reading on. */
  before: text,
  after: text,
  grades: list(grade),
  /** What others have said of it, as their records have it: it counts for nothing here. */
  othersReviews: list(z.object({ act: text, status: text, reason: maybeText, by: text, at: text, marking: maybeText })),
  /** Acts on this claim in order, undone ones too. */
  history: list(actLine),
  checks: list(statementCheck),
  findings: list(findingName),
  /** What the extractor reads today where the claim was reviewed in another form; null when the same. */
  newer: claim.nullable(),
});
export type ClaimDetail = z.infer<typeof claimDetail>;

/** The relation of every pair of figures of two claims that can be compared. */
const claimComparison = z.object({
  pairs: list(
    z.object({
      a: quantity,
      b: quantity,
      relation: z.enum(['incomparable', 'same', 'narrower', 'compatible', 'contradicts']),
      narrower: z.enum(['a', 'b']).nullable(),
      reason: text,
      drift: z.boolean(),
    }),
  ),
});
export type ClaimComparison = z.infer<typeof claimComparison>;

/** `document`: as given. A minus before one turns it round. */
export const CLAIM_SORTS = ['document', 'claimant', 'published', 'predicate', 'status'] as const;
const SORTS = [...CLAIM_SORTS, ...CLAIM_SORTS.map((name) => `-${name}` as const)] as const;

const reviewRequest = z.object({
  ...signed,
  ids: z.array(text).min(1).max(1000).readonly(),
  status: z.enum(['accepted', 'rejected']),
});
export type ReviewRequest = z.input<typeof reviewRequest>;

const editRequest = z.object({ ...signed, changes: askedClaim });
export type EditRequest = z.input<typeof editRequest>;

/** Needs `document`, `start`, `end`, `claimant` and `predicate`. */
const addClaimRequest = z.object({ ...signed, claim: askedClaim });
export type AddClaimRequest = z.input<typeof addClaimRequest>;

const gradeRequest = z.object({ ...signed, credibility });
export type GradeRequest = z.input<typeof gradeRequest>;

const linkRequest = z.object({ ...signed, a: text, b: text, judgement: z.enum(['same', 'different', 'unsure']) });
export type LinkRequest = z.input<typeof linkRequest>;

const judgementRequest = z.object({
  ...signed,
  a: text,
  b: text,
  judgement: z.enum(['derives', 'common-control', 'independent']),
});
export type JudgementRequest = z.input<typeof judgementRequest>;

export const claimEndpoints = {
  page: get('/claims', {
    tag: TAG,
    summary: 'Claims that fit, with what the filters would leave otherwise',
    query: z.object({
      status: filter,
      document: filter,
      claimant: filter,
      predicate: filter,
      counts: filter,
      polarity: filter,
      q: filter,
      sort: z.enum(SORTS).optional(),
      ...pageQuery,
    }),
    answer: claimPage,
  }),
  compare: get('/claims/compare', {
    tag: TAG,
    summary: 'The relation of every two figures of two claims',
    query: z.object({ a: text, b: text }),
    answer: claimComparison,
  }),
  detail: get('/claims/{id}', {
    tag: TAG,
    summary: 'One claim with all that was said of it',
    parameters: idParameter,
    answer: claimDetail,
  }),
  add: post('/claims', {
    tag: TAG,
    summary: 'Adds a claim by hand, with its passage',
    body: addClaimRequest,
    answer: actsDone,
  }),
  review: post('/claims/reviews', {
    tag: TAG,
    summary: 'Accepts or rejects claims',
    body: reviewRequest,
    answer: actsDone,
  }),
  edit: post('/claims/{id}/edits', {
    tag: TAG,
    summary: 'Corrects a claim; the old form stays in the record',
    parameters: idParameter,
    body: editRequest,
    answer: actsDone,
  }),
  grade: post('/claims/{id}/grades', {
    tag: TAG,
    summary: 'Grades the credibility of a claim on the Admiralty scale',
    parameters: idParameter,
    body: gradeRequest,
    answer: actsDone,
  }),
  link: post('/links', {
    tag: 'Incidents',
    summary: 'Judges whether two claims speak of one event',
    body: linkRequest,
    answer: actsDone,
  }),
  judge: post('/judgements', {
    tag: 'Incidents',
    summary: 'Judges where two claimants have their statements from; the reason is required',
    body: judgementRequest,
    answer: actsDone,
  }),
};

export type { Claim, ClaimStatus, Role } from '../../../claims/model/claim.ts';
export type { Quantity } from '../../../claims/model/quantity.ts';
export type { Credibility } from '../../../core/admiralty.ts';
