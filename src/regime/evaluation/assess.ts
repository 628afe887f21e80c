import type { Activity, Designation } from '../model/activity.ts';
import { type Assessment, type Considered, type Ground, gravest } from '../model/assessment.ts';
import { isInForce, type Regime } from '../model/regime.ts';
import { type Candidate, type CompiledRegime, candidatesFor, compileRegime, type ExemptingRule } from './compile.ts';
import { conditionsStated } from './conditions.ts';
import { matchDirection } from './direction.ts';
import type { AskedExemption } from './evaluation-context.ts';
import { answeredExemptions } from './exemption.ts';
import { type Facts, resolveActivity } from './facts.ts';
import { judgeRule } from './judgement.ts';
import { considerUnlisted, listingsOf } from './listing.ts';

export type AssessOptions = {
  /** Parties beyond those that come with the regime: an id on any list. Pass the same array again and it is indexed once. */
  readonly designations?: readonly Designation[];
};

/**
 * Holds an activity against every provision of a regime, as of the activity's date.
 *
 * Each provision is judged on its own and stands or is lifted on its own; the verdict is the gravest that is left. A fact
 * that is missing is named and never guessed. An exception helps only when its conditions are stated.
 *
 * @throws RegimeError `activity-invalid`, `act-unknown`, `circumstance-unknown`
 */
export function assess(regime: Regime, activity: Activity, options: AssessOptions = {}): Assessment {
  const compiled = compileRegime(regime);
  return assessFacts(compiled, resolveActivity(activity, compiled.words, compiled.vocabulary, regime.target), options);
}

function assessFacts(compiled: CompiledRegime, facts: Facts, options: AssessOptions): Assessment {
  const listings = listingsOf(compiled, facts, options.designations);
  const grounds: Ground[] = [];
  const asked: AskedExemption[] = [];
  const considered: Considered[] = [];
  const exempting = compiled.exempting.filter((clause) => isInForce(clause.provision, facts.date));
  const usedClauses = new Map<ExemptingRule, string[]>();
  const candidates = candidatesFor(compiled, facts);
  for (const candidate of candidates)
    judgeRule(candidate, { compiled, facts, listings, exempting, usedClauses, grounds, exemptions: asked, considered });
  for (const clause of exempting) {
    const words = conditionsStated(clause.provision, facts) ? clause.met : clause.unmet;
    for (const ground of usedClauses.get(clause) ?? []) asked.push({ words, ground });
  }
  if (facts.goods.unknownName !== null && facts.goods.hs !== null && grounds.length > 0)
    considered.push({
      provision: grounds.at(-1)?.provision ?? '',
      reason: `The goods vocabulary does not hold "${facts.goods.unknownName.slice(0, 60)}"; the HS code alone was used.`,
    });
  if (grounds.length === 0) considerOtherDirection(candidates, compiled.regime.target, facts, considered);
  considerUnlisted(compiled, facts, listings, considered);
  const verdict = gravest(grounds);
  const monitor = compiled.monitorOn(facts.date);
  const answer = { verdict, grounds, exemptions: answeredExemptions(asked), considered, monitor };
  if (verdict !== 'undetermined') return answer;
  const open = grounds.filter(({ effect }) => effect === 'undetermined');
  const practice = [...new Set(open.flatMap((ground) => ground.practice ?? []))];
  return {
    ...answer,
    missing: [...new Set(open.flatMap((ground) => ground.missing ?? []))],
    ...(practice.length === 0 ? {} : { practice }),
  };
}

/** Where nothing applies, names the bans on these very goods that run the other way. */
function considerOtherDirection(
  candidates: readonly Candidate[],
  target: string,
  facts: Facts,
  considered: Considered[],
): void {
  if (facts.from !== target && facts.to !== target && facts.origin !== target) return;
  for (const { rule, match } of candidates) {
    const { provision, scope } = rule;
    if (match !== 'yes' || scope === null || scope.all) continue;
    if (provision.effect === 'requires' || provision.effect === 'calls-upon') continue;
    if (isInForce(provision, facts.date) && matchDirection(provision, facts, target) === 'no')
      considered.push(rule.otherDirection);
  }
}
