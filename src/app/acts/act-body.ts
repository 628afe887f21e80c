import { z } from 'zod';
import { CLAIM_STATUSES, type Claim } from '../../claims/model/claim.ts';
import { COLUMN_ROLES, type ColumnRole } from '../../claims/tables/column-role.ts';
import { CREDIBILITIES } from '../../core/admiralty.ts';
import type { DocumentId } from '../../core/hash.ts';
import type { Custody } from '../../documents/custody/custody.ts';
import { PROTECTIONS } from '../../documents/custody/protection.ts';
import { PRIORITIES, STANCES } from '../../findings/model/hearing.ts';
import type { Activity } from '../../regime/model/activity.ts';
import { TRACK_FORMS } from '../../tracks/reading/track-form.ts';
import { keptEvent } from './event-body.ts';
import { takenTotal } from './taken-total.ts';

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
    /** Left out where it is open. */
    protection: z.enum(PROTECTIONS).optional(),
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

/**
 * What roles of columns were called when earlier acts were logged. An act is never rewritten, since its bytes are a leaf of the
 * signed tree: the word that it was logged in is read as the word that stands for it now.
 */
const FORMER_COLUMN_ROLES: ReadonlyMap<string, ColumnRole> = new Map([
  ['giver', 'agent'],
  ['receiver', 'recipient'],
]);
const columnRole = z.preprocess(
  (role) => (typeof role === 'string' ? (FORMER_COLUMN_ROLES.get(role) ?? role) : role),
  z.enum(COLUMN_ROLES),
);

/** `described`: what the columns of tables under some headings are, by a person's word. */
export const columnsBody = z.object({
  columns: z.object({
    headings: z.array(z.string()).readonly(),
    roles: z.array(columnRole.nullable()).readonly(),
    units: z.array(z.string()).readonly(),
  }),
});

/** `described`: the policy by which a record has itself cosigned. It says whom its keeper asks, not whom a reader must trust. */
export const policyBody = z.object({ policy: z.object({ text: z.string() }) });

/** As much of the custody as anything is derived from; what else stands there stays as it is. */
const custodyShape = z.looseObject({
  identity: z.looseObject({ document: z.string(), size: z.number(), mediaType: z.string() }),
  origin: z.looseObject({
    place: nullable,
    fileName: z.string(),
    source: nullable,
    publisher: nullable,
    title: nullable,
    published: nullable,
    language: nullable,
  }),
  collection: z.looseObject({ collector: z.string(), started: z.string(), ended: z.string() }),
  handling: z.looseObject({}),
  events: z.array(z.looseObject({ kind: z.string(), at: z.string(), by: z.string() })),
});

/** `acquired`: a document with its custody. */
export const acquiredBody = z.object({
  document: z.custom<DocumentId>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)),
  custody: z.custom<Custody>((value) => custodyShape.safeParse(value).success),
  /** Of a version of a list: which (held-list.ts). */
  list: z.unknown().optional(),
  /** Of a file of ships' positions: its form. It is not read for claims. */
  tracks: z.object({ form: z.enum(TRACK_FORMS) }).optional(),
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

/** `redacted`: what was withheld (record/documents/redaction.ts). */
export const redactedBody = z.object({ documents: z.array(z.string()).readonly() });

/** `refused`: a file that was offered and not taken in; in a dossier, as a list, or added by itself. */
export const refusedBody = z.object({
  name: z.string(),
  code: z.string(),
  message: z.string(),
  offered: z.enum(['dossier', 'list', 'added']).optional(),
});
export type RefusedBody = z.infer<typeof refusedBody>;

/** `extracted`: a run of the extractor. What it found is a projection and is not logged. */
export const extractedBody = z.looseObject({
  documents: z.array(z.unknown()),
  extractor: z.string(),
  claims: z.number(),
});

/** `published`: a report left the workspace, with the hash of each file. */
export const publishedBody = z.looseObject({
  title: z.string(),
  symbol: z.string(),
  findings: z.array(z.unknown()),
  files: z.array(z.looseObject({ name: z.string(), sha256: z.string() })),
});

/** `undone`: an act that is taken back. */
export const undoneBody = z.looseObject({ undoes: z.string(), reason: nullable });

const claimantShape = z.looseObject({ name: z.string(), kind: z.string() });

/** As much of a claim as anything is derived from. */
const claimShape = z.looseObject({
  id: z.string(),
  document: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  claimant: claimantShape,
  relay: z.array(claimantShape),
  polarity: z.string(),
  modality: z.string(),
  speech: z.string(),
  predicate: z.string(),
  roles: z.record(z.string(), z.array(z.string())),
  quantities: z.array(z.looseObject({ counts: z.string(), raw: z.string(), low: nullable, high: nullable })),
  when: z.looseObject({ from: nullable, to: nullable }),
  where: z.array(z.string()),
});

/** `reviewed`: a person's word on a claim. The whole claim is logged, so that no newer extraction can change what was reviewed. */
export const reviewedBody = z.object({
  claim: z.custom<Claim>((value) => claimShape.safeParse(value).success),
  extractor: z.string(),
  status: z.enum(CLAIM_STATUSES),
  reason: nullable,
});
export type ReviewedBody = z.infer<typeof reviewedBody>;

/** `reviewed`, of an edit after which bounds of figures followed that nobody set: the words of those figures. */
export const editedBody = reviewedBody.extend({ followed: z.array(z.string()).readonly() });

/** `graded`: credibility of a claim on the Admiralty scale, as of the act's date and by its person. */
export const gradedBody = z.object({
  claim: reviewedBody.shape.claim,
  extractor: z.string(),
  credibility: z.enum(CREDIBILITIES),
  reason: nullable,
});
export type GradedBody = z.infer<typeof gradedBody>;

/** `linked`: a judgement whether two claims speak of one event. */
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

/** `judged`, of documents instead of claimants: whether one has its text from the other, which the program proposes where texts are alike. */
export const judgedDocumentsBody = z.object({
  documents: z.tuple([acquiredBody.shape.document, acquiredBody.shape.document]),
  judgement: z.enum(['derives', 'independent']),
  reason: z.string(),
});
export type JudgedDocumentsBody = z.infer<typeof judgedDocumentsBody>;

/** `found`: a finding that a person made. The claims are logged whole; verdict and status are never logged, they follow. */
export const foundBody = z.object({
  finding: z.object({
    id: z.string(),
    title: z.string(),
    regime: z.string(),
    activity: z.custom<Activity>(
      (value) => typeof value === 'object' && value !== null && 'date' in value && 'act' in value,
    ),
    claims: z.array(reviewedBody.shape.claim).readonly(),
    adopts: nullable,
    /** Left out where no total was taken from a ledger. */
    total: takenTotal.optional(),
    /** Left out where no event in ships' tracks was taken. */
    events: z.array(keptEvent).readonly().optional(),
  }),
  extractor: z.string(),
  reason: nullable,
});
export type FoundBody = z.infer<typeof foundBody>;

export const REVIEW_TARGETS = ['finding', 'comparison'] as const;

/** `reviewed`, of a proposal instead of a claim: whether it is accepted, and which claims stood under it then. */
export const proposalReviewBody = z.object({
  target: z.enum(REVIEW_TARGETS),
  id: z.string(),
  /** As it was then, for the case that it is derived no more. */
  title: z.string().optional(),
  status: z.enum(['accepted', 'left-out']),
  seen: z.array(z.string()).readonly(),
  /** How the person words it. */
  words: z.string().optional(),
  reason: nullable.optional(),
});
export type ProposalReviewBody = z.infer<typeof proposalReviewBody>;

/** Which finding an act speaks of; the title as it was then, for the case that the finding is derived no more. */
const ofFinding = { finding: z.object({ id: z.string(), title: z.string() }), reason: nullable };

/** `replied`: a letter to a party about a finding, and what came back. */
export const repliedBody = z.object({
  ...ofFinding,
  party: z.string(),
  sent: z.string(),
  deadline: nullable,
  received: nullable,
  text: nullable,
  stance: z.enum(STANCES).nullable(),
});
export type RepliedBody = z.infer<typeof repliedBody>;

/** `challenged`: what somebody holds against a finding, and the assessment of it. */
export const challengedBody = z.object({
  ...ofFinding,
  from: z.string(),
  date: z.string(),
  text: z.string(),
  assessment: nullable,
  credibility: z.enum(CREDIBILITIES).nullable(),
});
export type ChallengedBody = z.infer<typeof challengedBody>;

/** `corrected`, of a finding instead of a document. */
export const correctionBody = z.object({ finding: ofFinding.finding, text: z.string(), reason: z.string() });
export type CorrectionBody = z.infer<typeof correctionBody>;

/** `recommended`: what should be done because of a finding, and by whom. */
export const recommendedBody = z.object({
  ...ofFinding,
  text: z.string(),
  addressee: z.string(),
  priority: z.enum(PRIORITIES).nullable(),
});
export type RecommendedBody = z.infer<typeof recommendedBody>;

/** `screened`, of whom the claims name: which lists, what was asked for which claims, and what was found. */
export const namesScreenedBody = z.object({
  named: z.object({
    lists: z.array(
      z.object({ file: z.string(), document: z.string(), format: z.string(), versionDate: z.string().nullable() }),
    ),
    settings: z.object({ threshold: z.number(), match: z.number(), limit: z.number() }),
    answers: z
      .array(
        z.object({
          /** With what the documents tell beside the name; bearers of one name of whom they tell different things are asked apart. */
          asked: z.object({
            name: z.string(),
            schema: z.string(),
            imoNumber: z.string().optional(),
            imoNumbers: z.array(z.string()).readonly().optional(),
            numbers: z.array(z.string()).readonly().optional(),
            birthDates: z.array(z.string()).readonly().optional(),
          }),
          claims: z.array(z.string()).readonly(),
          hits: z
            .array(
              z.object({
                entityId: z.string(),
                caption: z.string(),
                score: z.number(),
                match: z.boolean(),
                rank: z.number(),
                reasons: z.array(z.string()).readonly(),
                /** Hash of what the list says of the entry, and the versions that say it. */
                facts: z.string(),
                documents: z.array(z.string()).readonly(),
                /** What numbers and dates say of whether it is the entry, in words. */
                telling: z.array(z.string()).readonly().optional(),
                /** Set where they say that it is another of the name. */
                another: z.literal(true).optional(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
});
export type NamesScreenedBody = z.infer<typeof namesScreenedBody>;

export const DECISIONS = ['true', 'false', 'unsure'] as const;

/** `decided`: a person's word on one listed subject as the answer to one question, with what they had before them. */
export const decidedBody = z.object({
  decision: z.enum(DECISIONS),
  reason: z.string(),
  question: z.looseObject({ names: z.array(z.string()) }),
  questionKey: z.string(),
  nameKey: z.string(),
  entity: z.object({ id: z.string(), caption: z.string(), dataset: z.string(), facts: z.string() }),
  /** The list versions that the entry was seen in, by hash. */
  documents: z.array(z.string()),
  /**
   * Of a decision on a subject of the documents: the namings that it was made of then. Somebody else of the same name is not decided
   * on with it. Left out where a name alone was asked for.
   */
  leaves: z.array(z.string()).optional(),
});
export type DecidedBody = z.infer<typeof decidedBody>;
