export const VERDICTS = [
  'prohibited',
  'cap-exceeded',
  'approval-required',
  'undetermined',
  'notice-required',
  'exempt',
  'within-cap',
  'not-covered',
] as const;
/** The verdicts from the gravest to the lightest; the verdict of an activity is the gravest that a standing ground gives. */
export type Verdict = (typeof VERDICTS)[number];

export type Evidence = 'seen' | 'recalled';

/** One provision and what it says of the activity. */
export type Ground = {
  readonly provision: string;
  readonly effect: Verdict;
  readonly since: string;
  readonly text: string;
  readonly evidence: Evidence;
  readonly source?: string;
  /** Facts without which this provision cannot be applied. */
  readonly missing?: readonly string[];
};

export type ExemptionAnswer = {
  readonly provision: string;
  readonly how: 'automatic' | 'by-notice' | 'by-approval';
  readonly text: string;
  readonly met: boolean;
};

export type Considered = { readonly provision: string; readonly reason: string };

/** Who had the mandate to watch on the day, from the date alone. */
export type Monitor = {
  readonly committee: string | null;
  readonly panel: string | null;
  readonly outsideUn: readonly string[];
};

export type Assessment = {
  readonly verdict: Verdict;
  readonly grounds: readonly Ground[];
  readonly exemptions: readonly ExemptionAnswer[];
  readonly considered: readonly Considered[];
  readonly monitor: Monitor;
  /** The facts that are missing, when the verdict is `undetermined`. */
  readonly missing?: readonly string[];
};
