import type { Continued } from '../attribution/continued-telling.ts';
import type { Antecedent } from '../events/antecedent.ts';
import type { Claimant } from '../model/claim.ts';
import type { Counted } from '../quantities/counted.ts';
import type { PeriodCovered } from './period-covered.ts';

/** What the sentences before leave to a sentence: what was done and counted last, and who spoke in the one right before. */
export type Before = {
  readonly antecedent: Antecedent | undefined;
  readonly counted: Counted | undefined;
  readonly speaker: Claimant | undefined;
  /** Whose words the sentence may go on with, though it names nobody. */
  readonly continued: Continued | undefined;
  readonly published: string | null;
  /** The stretch of time whose figures the text reports. */
  readonly period: PeriodCovered;
  /** Whether the text of the sentence stands under the name of a speaker, whose words it is then. */
  readonly inTurn: boolean;
};
