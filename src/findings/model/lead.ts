import type { Allegation } from './finding.ts';

/**
 * What claims say that falls short of a finding: a part is not said, or was not read with certainty. It is listed apart, with
 * what is missing, and never with a verdict.
 */
export type Lead = {
  readonly id: string;
  readonly regime: string;
  readonly title: string;
  readonly claims: readonly string[];
  /** What was read of it; parts that are not certain are null. */
  readonly allegation: Allegation;
  /** Each thing that a finding would need and that is not there, as words for a reader. */
  readonly missing: readonly string[];
};
