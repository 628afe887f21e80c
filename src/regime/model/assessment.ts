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

export type SourceEvidence = 'seen' | 'recalled';

/** One provision and what it says of the activity. */
export type Ground = {
  readonly provision: string;
  readonly effect: Verdict;
  readonly since: string;
  readonly text: string;
  readonly evidence: SourceEvidence;
  readonly source?: string;
  /** Facts without which this provision cannot be applied. */
  readonly missing?: readonly string[];
  /** How States or the expert body counted such goods before; it settles nothing, and is no fact that is missing. */
  readonly practice?: readonly string[];
};

/** What an exemption says of the activity, and of which grounds it was asked. */
export type ExemptionAnswer = {
  readonly provision: string;
  readonly how: 'automatic' | 'by-notice' | 'by-approval';
  readonly text: string;
  readonly met: boolean;
  /** The provisions among the grounds that it would lift. */
  readonly of: readonly string[];
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
  /** The practice that is known of the goods, when the verdict is `undetermined`. */
  readonly practice?: readonly string[];
};

const GRAVITY: ReadonlyMap<Verdict, number> = new Map(VERDICTS.map((verdict, index) => [verdict, index]));

export function isLighter(a: Verdict, b: Verdict): boolean {
  return (GRAVITY.get(a) ?? 0) > (GRAVITY.get(b) ?? 0);
}

/** The verdict of an activity: the gravest that a ground gives. */
export function gravest(grounds: readonly Ground[]): Verdict {
  let verdict: Verdict = 'not-covered';
  for (const ground of grounds) if (isLighter(verdict, ground.effect)) verdict = ground.effect;
  return verdict;
}
