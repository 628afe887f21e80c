import type { Finding } from '../../../findings/model/finding.ts';
import type { Lead } from '../../../findings/model/lead.ts';
import type { RegimeStatus } from '../../../report/model/model.ts';
import type { ActLine, Signed } from './act.ts';
import type { ClaimRow } from './claim.ts';

/**
 * `GET /findings?status=&review=&q=` gives a page of these. `made` is null for what the program proposes; `review` tells whether
 * a person made, accepted or left it out.
 */
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

/** `GET /leads`: what falls short of a finding, with its claims in their own words and what is missing. */
export type LeadList = {
  readonly leads: readonly (Pick<Lead, 'id' | 'title' | 'missing'> & {
    readonly claims: readonly { readonly id: string; readonly gist: string }[];
  })[];
};

/** `POST /findings/{id}/review` and `POST /comparisons/{id}/review`: a person's word on what the program proposes. */
export type ProposalReviewRequest = Signed & {
  readonly status: 'accepted' | 'left-out';
  /** How the person words it in the report. */
  readonly words?: string;
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

export type { Finding } from '../../../findings/model/finding.ts';
