import type { output, ZodSafeParseResult, ZodType } from 'zod';
import type { ColumnMapping } from '../../claims/tables/column-mapping.ts';
import type { Act } from '../../record/log/act.ts';
import type {
  ChallengedBody,
  CorrectionBody,
  DecidedBody,
  DossierFacts,
  FoundBody,
  GradedBody,
  JudgedBody,
  JudgedDocumentsBody,
  LinkedBody,
  NamesScreenedBody,
  ProposalReviewBody,
  RecommendedBody,
  RepliedBody,
  ReviewedBody,
  SourceFacts,
} from './act-body.ts';
import { rowOf } from './act-table.ts';
import { actorName } from './actor-name.ts';
import type { EventJudgedBody } from './event-body.ts';
import {
  type AcquiredDocument,
  type AcquiredTracks,
  type Dated,
  emptyGathering,
  type RecordedRefusal,
} from './gathering.ts';
import type { HeldList } from './held-list.ts';
import { type OthersReview, standingReviews } from './others-review.ts';
import type { SubjectJudgedBody } from './subject-body.ts';
import { supersededActs } from './superseded-acts.ts';

/** What the acts of a record say, in their order, later acts having superseded earlier ones. */
export type Evidence = {
  readonly dossier: DossierFacts | null;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** Sources as a dossier last described them: what people said since stands in `sources`. */
  readonly statedSources: ReadonlyMap<string, SourceFacts>;
  /** What the columns of tables are by people's word, by the key of their layout; the later word counts. */
  readonly columns: ReadonlyMap<string, ColumnMapping>;
  /** Text of the policy by which the record is cosigned; null where none was named. */
  readonly policy: string | null;
  /** Act by which the dossier of this title was first described: what was acquired since belongs to it. */
  readonly dossierSince: string | null;
  /** Each document once, as it was first acquired, with what was corrected since. */
  readonly documents: readonly AcquiredDocument[];
  /** Files of ships' positions, each once. They are read for what ships did, and not for claims. */
  readonly trackFiles: readonly AcquiredTracks[];
  /** Versions of official lists, each once. They are screened against, and not read for claims. */
  readonly lists: readonly HeldList[];
  /** Documents whose bytes were withheld, with the act that says so. */
  readonly withheld: ReadonlyMap<string, string>;
  /** Files that were offered and not taken in, and were not taken in later either. */
  readonly refusals: readonly RecordedRefusal[];
  readonly reviews: readonly Dated<ReviewedBody>[];
  /** What others have said of claims, as their records have it. Nothing is derived from it. */
  readonly othersReviews: readonly OthersReview[];
  /** What people said of findings and comparisons that the program proposes. */
  readonly proposalReviews: readonly Dated<ProposalReviewBody>[];
  readonly grades: readonly Dated<GradedBody>[];
  readonly links: readonly Dated<LinkedBody>[];
  readonly judgements: readonly Dated<JudgedBody>[];
  /** Whether documents whose texts are alike have them from each other; of two on one pair the later counts. */
  readonly judgedDocuments: readonly Dated<JudgedDocumentsBody>[];
  /** Whether namings in documents are one subject, in the order in which people said so. */
  readonly subjectJudgements: readonly Dated<SubjectJudgedBody>[];
  /** What people said of events in tracks, by what the event is; the later word counts. */
  readonly eventJudgements: ReadonlyMap<string, Dated<EventJudgedBody>>;
  /** Findings that people made, in the order of their acts; of two acts on one id the later one counts. */
  readonly found: readonly Dated<FoundBody>[];
  readonly replies: readonly Dated<RepliedBody>[];
  readonly challenges: readonly Dated<ChallengedBody>[];
  /** Corrections of findings. */
  readonly corrections: readonly Dated<CorrectionBody>[];
  readonly recommendations: readonly Dated<RecommendedBody>[];
  /** The last screening of whom the claims name. */
  readonly namesScreened: Dated<NamesScreenedBody> | null;
  /** Decisions on hits of screenings. */
  readonly decisions: readonly Dated<DecidedBody>[];
};

/** Reads the evidence out of acts, as `ACT_TABLE` says for each kind. Acts that were undone or superseded no longer speak. */
export function gatherEvidence(acts: readonly Act[]): Evidence {
  const superseded = supersededActs(acts);
  const into = emptyGathering();
  for (const act of acts) {
    if (superseded.has(act.id)) continue;
    const stamp = { act: act.id, at: act.at, by: actorName(act.by) };
    for (const { schema, fold } of rowOf(act.kind)?.forms ?? []) {
      const parsed = parsedAs(schema, act.body);
      if (parsed.success) fold(into, parsed.data, stamp, act.by);
    }
  }
  return {
    ...into,
    documents: [...into.documents.values()],
    trackFiles: [...into.trackFiles.values()],
    lists: [...into.lists.values()],
    refusals: [...into.refusals.values()],
    othersReviews: standingReviews(into.othersActs),
    found: lastOfEach(into.found),
    namesScreened: into.namesScreened.at(-1) ?? null,
  };
}

function lastOfEach(found: Evidence['found']): Evidence['found'] {
  const last = new Map(found.map((one) => [one.finding.id, one]));
  return found.filter((one) => last.get(one.finding.id) === one);
}

/**
 * A body as one schema reads it. Acts never change, so that each is read once, however often a record that goes on being held
 * is gathered again.
 */
function parsedAs<Schema extends ZodType>(schema: Schema, body: Act['body']): ZodSafeParseResult<output<Schema>> {
  const known = readings.get(body) ?? new Map<ZodType, ZodSafeParseResult<unknown>>();
  readings.set(body, known);
  const parsed = known.get(schema) ?? schema.safeParse(body);
  known.set(schema, parsed);
  return parsed as ZodSafeParseResult<output<Schema>>;
}

const readings = new WeakMap<Act['body'], Map<ZodType, ZodSafeParseResult<unknown>>>();
