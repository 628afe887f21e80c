import type { Claim, ClaimStatus } from '../../claims/claim.ts';
import type { Quantity } from '../../claims/quantity.ts';
import type { Custody } from '../../documents/custody.ts';
import type { BlockKind, MediaKind } from '../../documents/text-layer.ts';
import type { TimelineInput } from '../../figures/timeline-input.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Incident } from '../../findings/incident.ts';
import type { StatementCheck } from '../../findings/statement-check.ts';
import type { RegimeAnswer } from '../../regime/answer.ts';
import type { Assessment } from '../../regime/assessment.ts';
import type { RegisterAnswer } from '../../regime/register.ts';
import type { ScenarioAnswer } from '../../regime/scenario.ts';
import type { RegimeStatus, ReportComparison, ReportMap } from '../../report/model.ts';

/**
 * What the workbench's HTTP interface answers and takes, as types that `web/` and `server/` share. Everything is plain JSON.
 * Paths stand under `/api/v1`. Reads carry an ETag that changes with the record; errors are `application/problem+json`.
 */

/** One page of a list. `next` is given back as `?cursor=`; null on the last page. `total` counts all that fit the filters. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number };

/** RFC 9457, with the code of the room that refused and the file, field or id that it speaks of. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly place?: string;
};

/** Work that takes longer than a request: read documents, screen a file, verify, write reports. */
export type Job = {
  readonly id: string;
  readonly what: 'add-documents' | 'screen-file' | 'verify' | 'write-report' | 'add-lists' | 'sync-lists';
  readonly state: 'running' | 'done' | 'failed';
  readonly step: string;
  readonly done: number;
  /** 0 when it cannot be told. */
  readonly total: number;
  readonly result: unknown;
  readonly problem: Problem | null;
  /** What the user must know whatever the result: a record recovered, a document not read. */
  readonly notes: readonly string[];
};

/** `GET /jobs`, newest first, and `GET /jobs/{id}`. A POST that answers a Job does so with status 202. */
export type JobList = { readonly jobs: readonly Job[] };

/** `GET /events` (server-sent events): `changed` after acts were logged, `job` whenever a job moves on. */
export type ChangedEvent = { readonly version: string; readonly acts: number; readonly kinds: readonly string[] };

// ---- Overview: GET /overview ----
export type Overview = {
  readonly workspace: { readonly name: string; readonly title: string | null; readonly origin: string };
  readonly asOf: string;
  readonly regimes: readonly {
    readonly id: string;
    readonly name: string;
    readonly inForce: number;
    readonly committee: string | null;
    /** Bodies with a mandate to watch today, and outside bodies. */
    readonly watchedBy: readonly {
      readonly body: string;
      readonly since: string;
      readonly to: string | null;
      readonly outsideUn: boolean;
    }[];
    /** The last expert mandate and how long it has been over; null while one is held. */
    readonly lapsed: {
      readonly body: string;
      readonly instrument: string;
      readonly ended: string;
      readonly days: number;
      readonly endedBy: string | null;
    } | null;
  }[];
  readonly counts: {
    readonly documents: number;
    readonly claims: number;
    readonly toReview: number;
    readonly incidents: number;
    readonly findings: number;
    readonly contested: number;
    readonly refused: number;
    readonly lists: number;
    readonly acts: number;
  };
  /** Newest first, at most ten. */
  readonly cameIn: readonly DocumentSummary[];
  /** At most a hundred; `counts.contested` counts all. */
  readonly contested: readonly ContestedPoint[];
  readonly checks: readonly (StatementCheck & { readonly claimant: string; readonly quote: string })[];
  readonly awaitedReplies: readonly AwaitedReply[];
};

export type ContestedPoint = {
  readonly kind: 'figures' | 'finding' | 'incident';
  readonly id: string;
  readonly title: string;
  readonly reason: string;
};

export type AwaitedReply = {
  readonly finding: string;
  readonly title: string;
  readonly party: string;
  readonly deadline: string | null;
  readonly overdue: boolean;
};

// ---- Regime ----
/** `GET /regimes` */
export type RegimeList = { readonly regimes: readonly { readonly id: string; readonly name: string }[] };

/** `GET /regimes/{id}?asOf=DATE` */
export type RegimeView = {
  readonly answer: RegimeAnswer;
  readonly status: RegimeStatus;
  /** The days on which law or mandates change, in order: where a slider stops. */
  readonly boundaries: readonly string[];
  /** All that is known by today, with the day asked for marked in it; null where nothing was decided yet. */
  readonly timeline: TimelineInput | null;
};

/** `GET /regimes/{id}/vocabulary`: what the form for an activity offers. */
export type RegimeVocabulary = {
  readonly acts: readonly { readonly id: string; readonly words: string }[];
  /** `withCountry`: written with a State's code after a colon, as in `vessel-flag:CN`. */
  readonly circumstances: readonly { readonly id: string; readonly words: string; readonly withCountry?: boolean }[];
  readonly goods: readonly string[];
  readonly units: readonly string[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
};

/** `POST /regimes/{id}/assessments` takes an activity (DESIGN section 5) and answers this. */
export type AssessmentAnswer = { readonly assessment: Assessment; readonly lines: readonly string[] };

/** `GET /bodies?asOf=DATE`: every U.N. body with a mandate on a day, in all regimes, and those that end next. */
export type BodiesView = RegisterAnswer;

/** `GET /regimes/{id}/scenarios` and `GET /regimes/{id}/scenarios/{name}?asOf=DATE` */
export type ScenarioList = { readonly scenarios: readonly { readonly name: string; readonly title: string }[] };
export type ScenarioView = { readonly difference: ScenarioAnswer; readonly lines: readonly string[] };

// ---- Documents ----
/** `GET /documents?q=&cursor=&limit=` gives a page of these. */
export type DocumentSummary = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly kind: MediaKind;
  readonly source: string;
  readonly published: string | null;
  readonly acquired: string;
  readonly size: number;
  readonly claims: number;
  readonly toReview: number;
};

/** `GET /documents/{id}`: the text as blocks, never as markup of its own. Offsets are UTF-16 code units of the text layer. */
export type DocumentDetail = {
  readonly summary: DocumentSummary;
  readonly custody: Custody;
  readonly act: string;
  readonly reader: string;
  readonly notes: readonly string[];
  readonly withheld: string | null;
  readonly blocks: readonly {
    readonly kind: BlockKind;
    readonly start: number;
    readonly end: number;
    readonly page: number | null;
    readonly paragraph: string | null;
    /** True for a table cell that begins a row. */
    readonly beginsRow: boolean;
    readonly text: string;
  }[];
  readonly claims: readonly ClaimRow[];
};

/** `POST /documents`: multipart form, `file` (many) with `source`, `published`, `url`, `by`; answers a Job with this result. */
export type DocumentsAdded = {
  readonly added: readonly { readonly file: string; readonly document: string; readonly known: boolean }[];
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: string }[];
};

/** `GET /refusals` */
export type RefusalList = {
  readonly refusals: readonly { readonly name: string; readonly code: string; readonly message: string }[];
};

/** `GET /sources`: what `source` may name, with those that documents brought. */
export type SourceList = {
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly reliability: string | null;
  }[];
};

// ---- Claims ----
/**
 * `GET /claims?status=&document=&claimant=&predicate=&counts=&polarity=&q=&sort=&cursor=&limit=` gives a ClaimPage.
 * `sort`: document (as given), claimant, published, predicate, status; a minus before it turns it round.
 */
export type ClaimRow = Claim & {
  readonly title: string;
  readonly published: string | null;
  readonly grade: string | null;
  readonly incident: string | null;
  /** Statement checks that contradict it. */
  readonly contradicted: boolean;
};

export type ClaimPage = Page<ClaimRow> & {
  /** Values with counts over what the other filters leave; most frequent first, at most 50 each. */
  readonly facets: {
    readonly status: readonly Facet[];
    readonly claimant: readonly Facet[];
    readonly predicate: readonly Facet[];
    readonly counts: readonly Facet[];
  };
};
export type Facet = { readonly value: string; readonly count: number };

/** `GET /claims/{id}` */
export type ClaimDetail = {
  readonly row: ClaimRow;
  /** The text before and behind the quote, for reading on. */
  readonly before: string;
  readonly after: string;
  readonly grades: readonly {
    readonly act: string;
    readonly credibility: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string | null;
  }[];
  /** Acts on this claim in order, undone ones too. */
  readonly history: readonly ActLine[];
  readonly checks: readonly StatementCheck[];
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
  /** What the extractor reads today where the claim was reviewed in another form; null when the same. */
  readonly newer: Claim | null;
};

/** Every act by a person: who and why. */
export type Signed = { readonly by: string; readonly reason?: string | null };
/** `POST /claims/reviews`: many at once; answers ActsDone. */
export type ReviewRequest = Signed & { readonly ids: readonly string[]; readonly status: 'accepted' | 'rejected' };
/** `POST /claims/{id}/edits`: fields of a claim as `panel claims edit --set` takes them. */
export type EditRequest = Signed & { readonly changes: Readonly<Record<string, unknown>> };
/** `POST /claims`: a claim by hand; needs `document`, `start`, `end`, `claimant`, `predicate`. */
export type AddClaimRequest = Signed & { readonly claim: Readonly<Record<string, unknown>> };
/** `POST /claims/{id}/grades` */
export type GradeRequest = Signed & { readonly credibility: '1' | '2' | '3' | '4' | '5' | '6' };
/** `POST /links` */
export type LinkRequest = Signed & {
  readonly a: string;
  readonly b: string;
  readonly judgement: 'same' | 'different' | 'unsure';
};
/** `POST /judgements`: where two claimants have their statements from. A reason is required. */
export type JudgementRequest = Signed & {
  readonly a: string;
  readonly b: string;
  readonly judgement: 'derives' | 'common-control' | 'independent';
};
/** `POST /acts/{id}/undo` takes Signed. */
export type ActsDone = { readonly acts: readonly ActLine[]; readonly version: string };

/** `GET /claims/compare?a=ID&b=ID`: the relation of every pair of figures of two claims that can be compared. */
export type ClaimComparison = {
  readonly pairs: readonly {
    readonly a: Quantity;
    readonly b: Quantity;
    readonly relation: 'incomparable' | 'same' | 'narrower' | 'compatible' | 'contradicts';
    readonly narrower: 'a' | 'b' | null;
    readonly reason: string;
    readonly drift: boolean;
  }[];
};

// ---- Incidents and comparisons ----
/** `GET /incidents?status=&q=&cursor=` gives a page of these. */
export type IncidentSummary = Incident & {
  readonly title: string;
  readonly claimants: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly where: readonly string[];
};

/** `GET /incidents/{id}` */
export type IncidentDetail = {
  readonly summary: IncidentSummary;
  readonly claims: readonly ClaimRow[];
  readonly comparisons: readonly ReportComparison[];
  readonly origins: NonNullable<ReportComparison['origins']> | null;
  /** Where its claims say that it happened; beside the marks, what is not marked: `whole` and `unplaced`. */
  readonly map: ReportMap | null;
  readonly judgements: readonly ActLine[];
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
};

/**
 * `GET /comparisons` and `GET /comparisons/{id}`: figures of several claims about one matter side by side. Of a matter with
 * more than 500 figures those that are compared come, and then others up to that number; its introduction says so.
 */
export type ComparisonList = { readonly comparisons: readonly ReportComparison[] };

// ---- Findings ----
/** `GET /findings?status=&q=` gives a page of these. `made` is null for what the program proposes. */
export type FindingSummary = Finding & {
  readonly made: { readonly act: string; readonly by: string; readonly at: string } | null;
  readonly replies: number;
  readonly awaited: number;
  readonly challenges: number;
  readonly corrections: number;
};

/** `GET /findings/{id}` */
export type FindingDetail = {
  readonly summary: FindingSummary;
  /** Whose provisions it was tested against. */
  readonly regime: string;
  readonly claims: readonly ClaimRow[];
  readonly provisions: RegimeStatus['provisions'];
  readonly replies: readonly Reply[];
  readonly challenges: readonly Challenge[];
  readonly corrections: readonly Correction[];
  readonly recommendations: readonly FindingRecommendation[];
  readonly history: readonly ActLine[];
};

/** A party was shown what is said of it, and had until `deadline` to answer (S/2006/997 para. 28). */
export type Reply = {
  readonly act: string;
  readonly party: string;
  readonly sent: string;
  readonly deadline: string | null;
  readonly received: string | null;
  readonly text: string | null;
  /** How it stands to what is alleged, as whoever logged it read it; null: read out of its text. A denial contests the finding. */
  readonly stance: 'denies' | 'accepts' | 'neither' | null;
  /** How it counts: the stance as logged, else as its words were read; null while nothing came. */
  readonly reads: 'denies' | 'accepts' | 'neither' | null;
  readonly by: string;
  readonly at: string;
  readonly state: 'awaited' | 'overdue' | 'received';
};
/** Somebody challenges a finding; the panel weighs how credible that is. */
export type Challenge = {
  readonly act: string;
  readonly from: string;
  readonly date: string;
  readonly text: string;
  readonly assessment: string | null;
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6' | null;
  readonly by: string;
  readonly at: string;
};
export type Correction = {
  readonly act: string;
  readonly text: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};
export type FindingRecommendation = {
  readonly act: string;
  readonly text: string;
  readonly addressee: string;
  readonly priority: 'high' | 'medium' | 'low' | null;
  readonly by: string;
  readonly at: string;
};

/** `POST /findings`: a finding that a person makes from claims; verdict and status still follow by rule. Answers ActsDone. */
export type MakeFindingRequest = Signed & {
  readonly title: string;
  readonly claims: readonly string[];
  readonly regime: string;
  /** An activity in the form of `POST /regimes/{id}/assessments`. */
  readonly activity: Readonly<Record<string, unknown>>;
  /** The act of a made finding that this one takes the place of: its title, claims or activity change, its id stays. */
  readonly replaces?: string;
};
/** `POST /findings/{id}/replies`; with `replaces` an earlier act it records what came in on a letter already sent. */
export type ReplyRequest = Signed & {
  readonly party: string;
  readonly sent: string;
  readonly deadline?: string | null;
  readonly received?: string | null;
  readonly text?: string | null;
  readonly stance?: Reply['stance'];
  readonly replaces?: string;
};
/** `POST /findings/{id}/challenges` */
export type ChallengeRequest = Signed & {
  readonly from: string;
  readonly date: string;
  readonly text: string;
  readonly assessment?: string | null;
  readonly credibility?: Challenge['credibility'];
  readonly replaces?: string;
};
/** `POST /findings/{id}/corrections`; the reason is required. */
export type CorrectionRequest = Signed & { readonly text: string };
/** `POST /findings/{id}/recommendations` */
export type RecommendationRequest = Signed & {
  readonly text: string;
  readonly addressee: string;
  readonly priority?: FindingRecommendation['priority'];
};

// ---- Screening ----
/** `GET /screening?name=&schema=&birthDate=&country=&idNumber=&imoNumber=&threshold=&limit=&asOf=`; looked at only, not logged. */
export type ScreeningAnswer = {
  readonly hits: readonly ScreeningHit[];
  readonly lists: readonly ListSummary[];
  readonly milliseconds: number;
};
export type ScreeningHit = {
  readonly entityId: string;
  readonly dataset: string;
  readonly schema: string;
  readonly caption: string;
  readonly rank: number;
  readonly score: number;
  readonly support: number;
  readonly match: boolean;
  readonly reasons: readonly string[];
  /** Asked and listed name laid side by side, part by part; null where one has none. */
  readonly aligned: readonly { readonly asked: string | null; readonly listed: string | null; readonly how: string }[];
  readonly names: readonly string[];
  readonly birthDates: readonly string[];
  readonly countries: readonly string[];
  readonly numbers: readonly string[];
  readonly listedOn: string | null;
  readonly program: string | null;
  readonly decision: ScreeningDecision | null;
};
export type ScreeningDecision = {
  readonly act: string;
  readonly decision: 'true' | 'false' | 'unsure';
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
  readonly name: string;
  readonly entityId: string;
  readonly caption: string;
};
/** `POST /screening/decisions`; `question` as the query of `GET /screening`. The screening is logged with it. */
export type DecisionRequest = {
  readonly by: string;
  readonly reason: string;
  readonly decision: ScreeningDecision['decision'];
  readonly entityId: string;
  readonly question: {
    readonly name?: string;
    readonly schema?: string;
    readonly birthDate?: string;
    readonly country?: string;
    readonly idNumber?: string;
    readonly imoNumber?: string;
  };
};
/** `GET /screening/decisions` */
export type DecisionList = { readonly decisions: readonly ScreeningDecision[] };
/** `POST /screening/files` (multipart: `file` CSV, `threshold`, `limit`) answers a Job; the CSV is at `GET /screening/files/{job}`. */
export type ScreenedFile = {
  readonly rows: number;
  readonly withHits: number;
  readonly hits: number;
  readonly faults: readonly string[];
};
/** `GET /lists`, newest version first in each list. */
export type HeldListsView = { readonly lists: readonly ListSummary[] };
export type ListSummary = {
  readonly document: string;
  readonly list: string;
  readonly format: string;
  readonly file: string;
  readonly versionDate: string | null;
  readonly acquired: string;
  readonly entities: number | null;
  readonly newest: boolean;
};
/**
 * `GET /lists/difference?before=DOCUMENT&after=DOCUMENT`. `POST /lists` (multipart `file`) and `POST /lists/sync` answer a Job;
 * that of a sync fails with what to do when no address answers.
 */
export type ListDifferenceView = {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly rows: readonly {
    readonly change: 'added' | 'removed' | 'changed';
    readonly entityId: string;
    readonly caption: string;
    readonly fields: readonly {
      readonly field: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }[];
  }[];
};

// ---- Report ----
/** `GET /report`: what can be printed and what was printed before. */
export type ReportDesk = {
  readonly title: string;
  readonly findings: readonly { readonly id: string; readonly title: string; readonly status: string }[];
  readonly written: readonly WrittenReportFile[];
  /** Scripts of what may be printed for which no font is installed: a note stands for them in the PDF until the package is added. */
  readonly missingScripts: readonly { readonly script: string; readonly package: string | null }[];
};
export type WrittenReportFile = {
  readonly name: string;
  readonly format: string;
  readonly size: number;
  readonly at: string;
};
/**
 * `POST /report/preview` answers the report as one HTML page; `GET /report/preview?title=&findings=ID,ID` gives the same at an
 * address, for a sandboxed frame: a page written into a frame would inherit the workbench's policy, which forbids its styles.
 * `POST /reports` writes it and answers a Job with WrittenReportFile[]; files are at `GET /reports/{name}`.
 */
export type ReportRequest = {
  readonly title?: string;
  /** Findings to print, in this order; left out: all. */
  readonly findings?: readonly string[];
};
export type WriteReportRequest = Signed & ReportRequest & { readonly formats: readonly string[] };

// ---- Record ----
/** `GET /record` */
export type RecordView = {
  readonly origin: string;
  readonly acts: number;
  readonly documents: number;
  readonly withheld: number;
  readonly checkpoint: string | null;
  readonly checkpointAt: string | null;
  /** How many acts the checkpoint covers: it follows the acts a second later. */
  readonly covered: number;
  readonly vkey: string;
};
/** `GET /record/acts?kind=&by=&q=&cursor=&limit=` gives a page of these, newest first. */
export type ActLine = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  /** The act in one sentence. */
  readonly summary: string;
  readonly supersedes: string | null;
  /** True when a later act took it back or replaced it. */
  readonly silenced: boolean;
  readonly withheld: boolean;
};
/** `GET /record/acts/{id}` */
export type ActDetail = ActLine & { readonly body: unknown; readonly leaf: unknown; readonly index: number };
/** `POST /record/verifications` answers a Job with this result; `POST /record/checkpoint` signs anew and answers RecordView. */
export type VerificationResult = {
  readonly whole: boolean;
  readonly summary: string;
  readonly faults: readonly {
    readonly path: string;
    readonly offset: number | null;
    readonly code: string;
    readonly message: string;
  }[];
};
/** `GET /record/proofs/{id}` (act, claim or document) gives the proof as text, to be kept beside what it proves. */
export type ProofText = string;

export type { Claim, ClaimStatus, Finding, Incident, Quantity, RegimeAnswer, ReportComparison };
