import type { Activity } from '../regime/activity.ts';
import type { Assessment, Monitor } from '../regime/assessment.ts';

export const FINDING_STATUSES = ['alleged', 'single-source', 'corroborated', 'contested', 'withdrawn'] as const;
/** How far a finding carries; given by rules from its claims and their origins, never typed. */
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** One thing that must be shown for the provision to be breached, and which claims speak to it. */
export type FindingElement = {
  readonly text: string;
  /** `open`: no claim speaks to it. `disputed`: a claim denies or could not confirm it. */
  readonly state: 'asserted' | 'disputed' | 'open';
  readonly claims: readonly string[];
};

/** What is said to have happened, as the regime's question needs it. Mentions are resolved to ISO 3166-1 codes. */
export type Allegation = {
  readonly act: string;
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

/** An allegation tested against the provisions in force on its date. */
export type Finding = {
  readonly id: string;
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
  readonly dissents: readonly Dissent[];
};
