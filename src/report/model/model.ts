import type { CalendarDate } from '../../core/time/calendar.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { BallotsInput } from '../../figures/ballots.ts';
import type { IntervalRelation, IntervalRow } from '../../figures/intervals/intervals-input.ts';
import type { MapInput } from '../../figures/maps/map.ts';
import type { OriginsInput } from '../../figures/maps/origins.ts';
import type { NamedParty } from '../../findings/model/claimant-name.ts';
import type { FigureRelation } from '../../findings/model/comparison.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { FindingReply, Hearing, ReplyStance, ReplyState } from '../../findings/model/hearing.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { Reviewed } from '../../findings/model/review.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { MethodStatement } from './method.ts';
import type { ReportRelations, ReportSubject } from './named.ts';
import type { ReportTracks } from './tracks.ts';
import type { ReportTrade } from './trade.ts';

/**
 * Everything that a report says, as plain data. One model gives every format; nothing is added in between but words that
 * follow from it. Claims, documents and provisions are named by id and must be present in their lists.
 */
export type ReportModel = {
  readonly format: 'standing-panel/report/1';
  /** BCP 47 tag of the report's own words. */
  readonly language: string;
  readonly symbol: string;
  readonly title: string;
  readonly subtitle?: string;
  /** The day whose law and mandates the report states. */
  readonly asOf: CalendarDate;
  /** The instant of the clock at which it was made, UTC. */
  readonly generatedAt: string;
  readonly period: DateInterval | null;
  readonly preparedBy: readonly string[];
  /** The standard of proof that the authors chose. */
  readonly standard: { readonly name: string; readonly text: string };
  readonly method: MethodStatement;
  readonly summary: readonly Prose[];
  readonly regimes: readonly RegimeStatus[];
  /** What the program can test against, whatever the documents speak of, and the Council's resolutions that they cite beside it. */
  readonly law: { readonly held: readonly string[]; readonly notHeld: readonly string[] };
  readonly comparisons: readonly ReportComparison[];
  readonly contested: readonly Prose[];
  readonly singleSource: readonly Prose[];
  readonly drift: readonly Prose[];
  /** Claims about decisions, votes and mandates beside what the regime's data say. */
  readonly checks: readonly StatementCheck[];
  /** What a person made or accepted. */
  readonly findings: readonly ReportFinding[];
  /**
   * What the program alone proposes (`review: proposed`), in the shape of findings; and last what a person left out (`left-out`),
   * which stands in the JSON form alone.
   */
  readonly proposed: readonly ReportFinding[];
  /** What falls short of a finding. */
  readonly leads: readonly Lead[];
  /** What was said of findings that are derived no more. */
  readonly unbound: readonly (ReportHearing & { readonly finding: string; readonly title: string })[];
  /** Recommendations beside those of the findings. */
  readonly recommendations: readonly Recommendation[];
  readonly map: ReportMap | null;
  readonly claims: readonly ReportClaim[];
  readonly sources: readonly ReportSource[];
  readonly documents: readonly ReportDocument[];
  /** What the dossier offered and could not be taken in. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  /** Documents of which no claim is read (`whole`), or not from all of them, with the reason. */
  readonly unread: readonly { readonly document: string; readonly whole: boolean; readonly words: string }[];
  /** What the report counts, for every place that says how many. */
  readonly counts: ReportCounts;
  readonly screening: ReportScreening | null;
  readonly record: ReportRecord;
  /** Left out where the claims behind findings and proposals name nobody. */
  readonly named?: readonly ReportSubject[];
  /** Left out where those claims state no relation among them. */
  readonly relations?: ReportRelations;
  /** Left out where no document is a file of trade figures, and no claim states such a figure. */
  readonly trade?: ReportTrade;
  /** Left out where no event in ships' tracks is relevant or stands in a finding, and no claim is laid beside them. */
  readonly tracks?: ReportTracks;
};

export type ReportCounts = {
  readonly documents: number;
  /** Claims that the report prints: those that stand, and rejected ones that a finding was made of. */
  readonly claims: number;
  /** Claims that no person has reviewed. */
  readonly unreviewed: number;
  readonly claimants: number;
  readonly refused: number;
  /** Documents of which no claim is read at all, and those of which some part is not read. */
  readonly unread: number;
  readonly partlyRead: number;
};

/** A paragraph: text with references. A `claim` prints as a footnote to its passage, a `provision` as its paragraph of law. */
export type Prose = string | readonly ProseRun[];
export type ProseRun =
  | string
  | { readonly claim: string }
  | { readonly provision: string }
  | { readonly emphasis: string }
  | { readonly strong: string };

/** A claim with what a footnote needs. The claim of `claims/` fits as it is; `grade` is the latest, if any. */
export type ReportClaim = {
  readonly id: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** What is said, told from who says it where that is certain, in the claim's own words. */
  readonly statement: string;
  readonly claimant: NamedParty;
  readonly relay: readonly NamedParty[];
  readonly polarity: string;
  readonly modality: string;
  readonly speech: string;
  readonly predicate: string;
  readonly quantities: readonly { readonly raw: string }[];
  /** When it is said to have happened. */
  readonly when?: { readonly from: string | null; readonly to: string | null };
  readonly status: string;
  /** `place` is a cell, a part of a mail or a record of a capture, in words. */
  readonly locator?: { readonly page?: number; readonly paragraph?: string; readonly place?: string };
  readonly grade?: { readonly credibility: string; readonly by: string; readonly at: string; readonly reason?: string };
  /** What other organisations have said of it, as their records have it; left out where none has. It is no review of this report. */
  readonly othersReviews?: readonly {
    readonly status: string;
    /** "B. Colleague, as recorded by Y". */
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
    readonly marking?: string;
  }[];
};

export type ReportSource = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Admiralty letter, or null where nobody graded it. */
  readonly reliability: string | null;
  readonly reason?: string;
};

export type ReportDocument = {
  /** `sha256:` and the hash of the bytes. */
  readonly id: string;
  /** `sha256:` and the hash of the text, as UTF-8, that passages were cut out of: another reader may read another text. */
  readonly text: string;
  readonly title: string;
  readonly file: string;
  readonly source: string;
  readonly mediaType: string;
  readonly size: number;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Custody in order of time. */
  readonly custody: readonly { readonly at: string; readonly by: string; readonly what: string }[];
  /** How far it may go on, with who said so: "amber, as recorded by Harbour Watch". Left out where nobody said anything. */
  readonly marking?: string;
};

export type ReportProvision = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly effect: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly inForce: boolean;
  readonly evidence: 'seen' | 'recalled';
  readonly source?: string | null;
};

export type ReportMandate = {
  readonly body: string;
  readonly instrument: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly inForce: boolean;
  readonly outsideUn: boolean;
};

/** A decision or a rejected draft; `ballots` where members voted and their ballots are known. */
export type ReportDecision = {
  readonly symbol: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly adopted: boolean;
  readonly ballots: Pick<BallotsInput, 'members' | 'inFavour' | 'veto' | 'reason'> | null;
};

/** A regime as of the report's day. */
export type RegimeStatus = {
  readonly id: string;
  readonly name: string;
  readonly committee: string | null;
  readonly provisions: readonly ReportProvision[];
  readonly mandates: readonly ReportMandate[];
  readonly decisions: readonly ReportDecision[];
  /** Symbol of the vote that ended the mandate to watch, where one did. */
  readonly endedBy: string | null;
};

/** How two figures stand to each other, with what differs between them and what is not known of either. */
export type ReportRelation = IntervalRelation & Pick<FigureRelation, 'why' | 'nouns'>;

/**
 * Figures of several claims about one matter, with their relations and the origins of what they say. Only one that a person
 * accepted counts as contested; one that was left out stands in the JSON form alone.
 */
export type ReportComparison = Reviewed & {
  readonly id: string;
  readonly title: string;
  readonly introduction: Prose | null;
  readonly rows: readonly (Omit<IntervalRow, 'note'> & { readonly claim: string })[];
  readonly relations: readonly ReportRelation[];
  readonly origins: ReportOrigins | null;
};

/** Where claims have their statements from. */
export type ReportOrigins = Omit<OriginsInput, 'title'> & {
  /** A sentence for each party that counts as one under several names, with whose judgement that is. */
  readonly judged: readonly string[];
};

/** The places of claims, and what the map cannot show: States named as a whole beside places in them, and unknown names. */
export type ReportMap = MapInput & { readonly whole: readonly string[]; readonly unplaced: readonly string[] };

/** A reply with where it stands on the report's day and how it stands to what is alleged. */
export type ReportReply = Omit<FindingReply, 'stance'> & {
  readonly state: ReplyState;
  readonly stance: ReplyStance | null;
};

/** What was said of a finding, as the report prints it: at the finding, and gathered at the end. */
export type ReportHearing = Omit<Hearing, 'replies'> & { readonly replies: readonly ReportReply[] };

export type ReportFinding = Omit<Finding, 'hearing'> & ReportHearing & { readonly discussion: readonly Prose[] };

export type Recommendation = { readonly text: Prose; readonly addressee: string; readonly priority?: string };

export type ReportScreening = {
  readonly lists: readonly { readonly name: string; readonly document: string; readonly version: string | null }[];
  readonly hits: readonly {
    readonly query: string;
    readonly entityId: string;
    readonly caption: string;
    readonly score: number;
    readonly match: boolean;
    readonly reasons: readonly string[];
    /** Set where numbers or dates say that it is another of the name than the entry. */
    readonly another?: true;
    /** The claims that name it. */
    readonly claims: readonly string[];
    /** What a person decided on this hit, and why; null where nobody has. */
    readonly decision: string | null;
    /** Set where the list is more than a year older than the report. */
    readonly listAge: string | null;
  }[];
  /** How many names and numbers were asked for. */
  readonly asked: number;
};

/** The state of the record when the report was made. */
export type ReportRecord = {
  readonly origin: string;
  /** The signed note, as it stands in the checkpoint file. */
  readonly checkpoint: string;
  /** Public key in signed-note form. */
  readonly vkey: string;
  readonly acts: number;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  /** Who has cosigned it; left out where nobody has. */
  readonly witnesses?: ReportWitnesses;
};

/** What others have signed of the record's state, and when. */
export type ReportWitnesses = {
  /** The note with the lines of the log and of all cosigners. */
  readonly note: string;
  /** Acts under it. */
  readonly acts: number;
  /** Whether they are enough for the policy that the record names. */
  readonly isEnough: boolean;
  /** How many witnesses that policy has. */
  readonly of: number;
  /** `time` in UTC to the minute; `kept`: it stores a copy, and has not only seen the log grow. */
  readonly witnesses: readonly {
    readonly name: string;
    readonly key: string;
    readonly time: string;
    readonly kept: boolean;
  }[];
  /** The policy in words. */
  readonly policy: readonly string[];
};
