import type { Activity } from '../../regime/model/activity.ts';
import type { Assessment, Monitor } from '../../regime/model/assessment.ts';
import type { Hearing } from './hearing.ts';
import type { FindingTotal } from './ledger-total.ts';
import type { Reviewed } from './review.ts';
import type { FindingEvent } from './track-evidence.ts';

export const FINDING_STATUSES = ['alleged', 'single-source', 'corroborated', 'contested', 'withdrawn'] as const;
/** How far a finding carries; given by rules from its claims and their origins, never typed. */
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** One thing that must be shown for the provision to be breached, and which claims speak to it. */
export type FindingElement = {
  readonly text: string;
  /**
   * `open`: no claim speaks to it. `disputed`: a claim or a party denies that it took place, or could not
   * confirm it. `stated`: whoever made the
   * finding states it, and the program reads it in none of the claims.
   */
  readonly state: 'asserted' | 'disputed' | 'open' | 'stated';
  readonly claims: readonly string[];
};

/** What is said to have happened, as the regime's question needs it. Mentions are resolved to ISO 3166-1 codes. */
export type Allegation = {
  readonly act: string;
  /** What moved, as widely as the claims name it; null where the act moves nothing or they do not say. */
  readonly goods: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The first and last day on which it may have happened, as far as the claims say. */
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** Set when the allegation is not stated but follows from a claim: arms of a State's make used by another were transferred. */
  readonly inference: string | null;
};

/** The verdict of one day of the period on which the law or its monitor differs from the day before. */
export type AssessmentChange = { readonly date: string; readonly verdict: string; readonly monitor: Monitor };

/** A doubt or a denial that stands beside the finding; it is printed with it. */
export type Dissent = { readonly by: string; readonly text: string; readonly claim: string };

/** Who made a finding, and by which act. */
export type FindingMaker = {
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  /** Id of the program's proposal that it takes over: what was said of that is said of this. */
  readonly adopts: string | null;
};

/** An allegation tested against the provisions in force on its date. `review` tells whose finding it is. */
export type Finding = Reviewed & {
  readonly id: string;
  /** Id of the regime that it was tested against. */
  readonly regime: string;
  /** Null for what the program proposes. */
  readonly made: FindingMaker | null;
  readonly title: string;
  readonly allegation: Allegation;
  readonly claims: readonly string[];
  readonly elements: readonly FindingElement[];
  readonly activity: Activity;
  readonly assessment: Assessment;
  readonly changes: readonly AssessmentChange[];
  readonly status: FindingStatus;
  /** The rule that gave the status, as a sentence. */
  readonly statusReason: string;
  /** Of a contested finding behind which no two independent origins stand: what does, as a sentence. */
  readonly onOneOrigin?: string;
  readonly dissents: readonly Dissent[];
  readonly hearing: Hearing;
  /** Left out where no total was taken from a ledger. */
  readonly total?: FindingTotal;
  /** Left out where no event in ships' tracks was taken. */
  readonly events?: readonly FindingEvent[];
};
