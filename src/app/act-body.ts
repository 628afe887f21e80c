import { z } from 'zod';
import { CLAIM_STATUSES, type Claim } from '../claims/claim.ts';
import type { DocumentId } from '../core/hash.ts';
import type { Custody } from '../documents/custody.ts';

/**
 * The bodies of the acts that the use cases log. A record may have been imported from someone else, so bodies are parsed
 * and never trusted: one that does not fit is passed over, and stays in the record as it is.
 */

const nullable = z.string().nullable();

/** `described`: facts about a source. */
export const sourceBody = z.object({
  source: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    country: nullable,
    reliability: z.object({ grade: z.string(), reason: nullable }).nullable(),
    controls: z.array(z.string()).readonly(),
    parent: nullable,
  }),
});
export type SourceFacts = z.infer<typeof sourceBody>['source'];

/** `described`: what a dossier is about. */
export const dossierBody = z.object({
  dossier: z.object({
    title: z.string(),
    summary: nullable,
    period: z.object({ from: nullable, to: nullable }),
  }),
});
export type DossierFacts = z.infer<typeof dossierBody>['dossier'];

/** `acquired`: a document with its custody. */
export const acquiredBody = z.object({
  document: z.custom<DocumentId>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)),
  custody: z.custom<Custody>(
    (value) => typeof value === 'object' && value !== null && 'identity' in value && 'origin' in value,
  ),
});

/** `corrected`: facts about a document that its dossier states otherwise now. The bytes stay what they are. */
export const correctedBody = z.object({
  document: acquiredBody.shape.document,
  origin: z.object({
    place: nullable,
    source: nullable,
    publisher: nullable,
    title: nullable,
    published: nullable,
    publishedBy: z.enum(['dossier', 'document']).nullable(),
    language: nullable,
  }),
});
export type CorrectedOrigin = z.infer<typeof correctedBody>['origin'];

/** `redacted`: what was withheld (record/redaction.ts). */
export const redactedBody = z.object({ documents: z.array(z.string()).readonly() });

/** `refused`: a file that was offered and not taken in. */
export const refusedBody = z.object({ name: z.string(), code: z.string(), message: z.string() });
export type RefusedBody = z.infer<typeof refusedBody>;

/** `reviewed`: a person's word on a claim. The whole claim is logged, so that no newer extraction can change what was reviewed. */
export const reviewedBody = z.object({
  claim: z.custom<Claim>((value) => typeof value === 'object' && value !== null && 'id' in value && 'quote' in value),
  extractor: z.string(),
  status: z.enum(CLAIM_STATUSES),
  reason: nullable,
});
export type ReviewedBody = z.infer<typeof reviewedBody>;

/** `graded`: credibility of a claim on the Admiralty scale, as of the act's date and by its person. */
export const gradedBody = z.object({
  claim: reviewedBody.shape.claim,
  extractor: z.string(),
  credibility: z.enum(['1', '2', '3', '4', '5', '6']),
  reason: nullable,
});
export type GradedBody = z.infer<typeof gradedBody>;

/** `linked`: a judgement whether two claims speak of one happening. */
export const linkedBody = z.object({
  claims: z.tuple([reviewedBody.shape.claim, reviewedBody.shape.claim]),
  extractor: z.string(),
  judgement: z.enum(['same', 'different', 'unsure']),
  reason: nullable,
});
export type LinkedBody = z.infer<typeof linkedBody>;

/** `judged`: where two origins have their statements from. Only a person's word makes two origins independent. */
export const judgedBody = z.object({
  origins: z.tuple([z.string(), z.string()]),
  judgement: z.enum(['derives', 'common-control', 'independent']),
  reason: z.string(),
});
export type JudgedBody = z.infer<typeof judgedBody>;
