import type { Considered, Ground } from '../model/assessment.ts';
import type { CompiledRegime, ExemptingRule, ExemptionWords } from './compile.ts';
import type { Facts } from './facts.ts';
import type { PartyListing } from './listing.ts';

/** An exemption that was asked of one ground. */
export type AskedExemption = { readonly words: ExemptionWords; readonly ground: string };

/** One activity held against the rules of a regime, and what came of it so far. */
export type EvaluationContext = {
  readonly compiled: CompiledRegime;
  readonly facts: Facts;
  readonly listings: readonly PartyListing[];
  readonly exempting: readonly ExemptingRule[];
  /** The clauses that were asked, each with the grounds that it would lift. */
  readonly usedClauses: Map<ExemptingRule, string[]>;
  readonly grounds: Ground[];
  readonly exemptions: AskedExemption[];
  readonly considered: Considered[];
};
