import { matchScope, matchWhole } from '../goods/goods.ts';
import { type ExemptionAnswer, type Ground, isLighter } from '../model/assessment.ts';
import type { CompiledExemption, Rule } from './compile.ts';
import { conditionsStated, stated } from './conditions.ts';
import type { AskedExemption, EvaluationContext } from './evaluation-context.ts';
import type { Facts } from './facts.ts';
import { concernsOnly } from './listing.ts';
import { longerCode, unnamedGoods } from './missing-goods.ts';

/** The ground as its own exemptions and the regime's general clauses leave it; notes the exemptions looked at. */
export function exemptGround(ground: Ground, rule: Rule, context: EvaluationContext): Ground {
  let effect = ground.effect;
  let missing = ground.missing;
  for (const exemption of rule.exemptions) {
    const unclear = effect === 'prohibited' ? unclearCarveOut(exemption, context.facts) : undefined;
    if (unclear !== undefined) {
      effect = 'undetermined';
      missing = [unclear];
      continue;
    }
    const answer = answerExemption(exemption, context.facts, context.compiled.regime.target);
    if (answer === undefined) continue;
    context.exemptions.push({ words: answer === 'exempt' ? exemption.met : exemption.unmet, ground: ground.provision });
    // Below a cap there is nothing to lift.
    if (effect === 'within-cap' || answer === 'stands') continue;
    if (effect === 'cap-exceeded' && answer !== 'exempt') continue;
    if (isLighter(answer, effect)) effect = answer;
  }
  if (effect !== 'within-cap') {
    for (const clause of context.exempting) {
      if (clause.exempts !== null && !clause.exempts.has(ground.provision)) continue;
      if (!concernsOnly(clause.provision.onlyParties, context.facts)) continue;
      context.usedClauses.set(clause, [...(context.usedClauses.get(clause) ?? []), ground.provision]);
      if (conditionsStated(clause.provision, context.facts)) effect = 'exempt';
    }
  }
  if (effect === ground.effect) return ground;
  const { missing: _missing, practice: _practice, ...rest } = ground;
  return effect === 'undetermined' && missing ? { ...rest, effect, missing } : { ...rest, effect };
}

/** Each exemption once, with all grounds of which it was asked. */
export function answeredExemptions(asked: readonly AskedExemption[]): ExemptionAnswer[] {
  const byWords = new Map<string, { words: AskedExemption['words']; of: string[] }>();
  for (const { words, ground } of asked) {
    const key = JSON.stringify([words.provision, words.how, words.met, words.text]);
    const one = byWords.get(key);
    if (one === undefined) byWords.set(key, { words, of: [ground] });
    else if (!one.of.includes(ground)) one.of.push(ground);
  }
  return [...byWords.values()].map(({ words, of }) => ({ ...words, of }));
}

/** What is missing to say whether a carve-out that is the regular way (small arms on notice) is for these goods. */
function unclearCarveOut(exemption: CompiledExemption, facts: Facts): string | undefined {
  const { date } = facts;
  if (!exemption.regular || !exemption.scope) return undefined;
  if ((exemption.from !== null && date < exemption.from) || (exemption.until !== null && date > exemption.until))
    return undefined;
  const match = matchScope(exemption.scope, facts.goods);
  if (match === 'unnamed') return unnamedGoods(facts);
  return match === 'partly' ? longerCode(facts) : undefined;
}

/** Undefined: the exemption is not for these goods or this day. `stands`: its conditions are not stated. */
function answerExemption(
  exemption: CompiledExemption,
  facts: Facts,
  target: string,
): 'exempt' | 'notice-required' | 'approval-required' | 'stands' | undefined {
  const { date, circumstances, contractDate, origin } = facts;
  if ((exemption.from !== null && date < exemption.from) || (exemption.until !== null && date > exemption.until))
    return undefined;
  if (exemption.scope && !matchWhole(exemption.scope, facts.goods)) return undefined;
  if (exemption.foreignOrigin && origin === target) return 'stands';
  for (const word of exemption.unless) if (circumstances.has(word)) return 'stands';
  const purpose =
    stated(exemption.when, exemption.whenAny, facts) &&
    (exemption.contractBefore === null || (contractDate !== null && contractDate < exemption.contractBefore));
  const conditional =
    exemption.when.length + exemption.whenAny.length > 0 || exemption.contractBefore !== null || exemption.regular;
  if (exemption.how === 'automatic') return purpose ? 'exempt' : 'stands';
  if (exemption.how === 'by-notice') {
    if (!purpose) return 'stands';
    if (circumstances.has('committee-notified')) return 'exempt';
    return conditional ? 'notice-required' : 'stands';
  }
  // An approval says that the Committee found the paragraph's conditions met.
  if (circumstances.has('committee-approved')) return 'exempt';
  return purpose && conditional ? 'approval-required' : 'stands';
}
