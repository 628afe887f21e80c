import type { ColumnMapping } from '../../claims/tables/column-mapping.ts';
import type { DocumentId } from '../../core/hash.ts';
import type { Custody } from '../../documents/custody/custody.ts';
import type { TrackForm } from '../../tracks/reading/track-form.ts';
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
  RefusedBody,
  RepliedBody,
  ReviewedBody,
  SourceFacts,
} from './act-body.ts';
import type { EventJudgedBody } from './event-body.ts';
import type { HeldList } from './held-list.ts';
import type { OthersAct } from './others-review.ts';
import type { SubjectJudgedBody } from './subject-body.ts';

/** The act's own facts. */
export type ActStamp = { readonly act: string; readonly at: string; readonly by: string };

/** An act's body with the act's own facts. */
export type Dated<Body> = Body & ActStamp;

export type AcquiredDocument = { readonly act: string; readonly document: DocumentId; readonly custody: Custody };

/** A file of ships' positions. */
export type AcquiredTracks = AcquiredDocument & { readonly form: TrackForm['kind'] };

export type RecordedRefusal = RefusedBody & { readonly act: string };

/** Evidence while the acts are gone through in their order (act-table.ts says what each adds). */
export type Gathering = {
  dossier: DossierFacts | null;
  dossierSince: string | null;
  policy: string | null;
  readonly sources: Map<string, SourceFacts>;
  /** As a dossier or an intake last described them, whatever people said since. */
  readonly statedSources: Map<string, SourceFacts>;
  readonly columns: Map<string, ColumnMapping>;
  readonly documents: Map<string, AcquiredDocument>;
  readonly trackFiles: Map<string, AcquiredTracks>;
  readonly lists: Map<string, HeldList>;
  readonly withheld: Map<string, string>;
  readonly refusals: Map<string, RecordedRefusal>;
  readonly reviews: Dated<ReviewedBody>[];
  /** Acts of other records. */
  readonly othersActs: OthersAct[];
  readonly proposalReviews: Dated<ProposalReviewBody>[];
  readonly grades: Dated<GradedBody>[];
  readonly links: Dated<LinkedBody>[];
  readonly judgements: Dated<JudgedBody>[];
  readonly judgedDocuments: Dated<JudgedDocumentsBody>[];
  readonly subjectJudgements: Dated<SubjectJudgedBody>[];
  /** By what the event is; the later word counts. */
  readonly eventJudgements: Map<string, Dated<EventJudgedBody>>;
  readonly found: Dated<FoundBody>[];
  readonly replies: Dated<RepliedBody>[];
  readonly challenges: Dated<ChallengedBody>[];
  readonly corrections: Dated<CorrectionBody>[];
  readonly recommendations: Dated<RecommendedBody>[];
  readonly namesScreened: Dated<NamesScreenedBody>[];
  readonly decisions: Dated<DecidedBody>[];
};

export function emptyGathering(): Gathering {
  return {
    dossier: null,
    dossierSince: null,
    policy: null,
    sources: new Map(),
    statedSources: new Map(),
    columns: new Map(),
    documents: new Map(),
    trackFiles: new Map(),
    lists: new Map(),
    withheld: new Map(),
    refusals: new Map(),
    reviews: [],
    othersActs: [],
    proposalReviews: [],
    grades: [],
    links: [],
    judgements: [],
    judgedDocuments: [],
    subjectJudgements: [],
    eventJudgements: new Map(),
    found: [],
    replies: [],
    challenges: [],
    corrections: [],
    recommendations: [],
    namesScreened: [],
    decisions: [],
  };
}
