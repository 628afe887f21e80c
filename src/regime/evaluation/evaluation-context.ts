import type { Considered, ExemptionAnswer, Ground } from '../model/assessment.ts';
import type { CompiledRegime, ExemptingRule } from './compile.ts';
import type { Facts } from './facts.ts';
import type { PartyListing } from './listing.ts';

/** One activity held against the rules of a regime, and what came of it so far. */
export type EvaluationContext = {
  readonly compiled: CompiledRegime;
  readonly facts: Facts;
  readonly listings: readonly PartyListing[];
  readonly exempting: readonly ExemptingRule[];
  readonly usedClauses: Set<ExemptingRule>;
  readonly grounds: Ground[];
  readonly exemptions: ExemptionAnswer[];
  readonly considered: Considered[];
};
