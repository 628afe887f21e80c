import { matchScope, practiceOf, type ScopeMatch } from '../goods/goods.ts';
import type { Ground, Verdict } from '../model/assessment.ts';
import { isInForce, type Provision } from '../model/regime.ts';
import { evaluateCap } from './cap.ts';
import type { Candidate, Rule } from './compile.ts';
import { anyStated, stated } from './conditions.ts';
import { matchDirection, missingEnd } from './direction.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { exemptGround } from './exemption.ts';
import type { Facts } from './facts.ts';
import { listedUnder } from './listing.ts';
import { longerCode, unnamedGoods } from './missing-goods.ts';
import { notAboveValue } from './value-threshold.ts';

/** Holds one rule against the facts and notes a ground, or why there is none. */
export function judgeRule(candidate: Candidate, context: EvaluationContext): void {
  const { compiled, facts, considered } = context;
  const { rule } = candidate;
  const { provision } = rule;
  // The direction is the cheaper question; most provisions fall away with it.
  const direction = matchDirection(provision, facts, compiled.regime.target);
  if (direction === 'no') return;
  const goods = coverageOf(candidate, facts);
  const listing = provision.parties
    ? context.listings.find((row) => listedUnder(row.designation, provision, facts.date))
    : undefined;
  if (provision.parties && !listing && !anyStated(provision.orWhenAny, facts)) return;
  const missing: string[] = [];
  if (!isInForce(provision, facts.date)) {
    if (goods === 'yes' && direction === 'yes') considered.push(facts.date < provision.from ? rule.notYet : rule.ended);
    return;
  }
  for (const word of provision.unless)
    if (facts.circumstances.has(word)) {
      considered.push({ provision: provision.id, reason: `It does not cover this: ${word}.` });
      return;
    }
  const { contractDate } = facts;
  if (
    provision.contractFrom !== undefined &&
    contractDate !== null &&
    contractDate < provision.contractFrom &&
    !anyStated(provision.contractFromUnless, facts)
  ) {
    considered.push({
      provision: provision.id,
      reason: `It covers what began on ${provision.contractFrom} or later; this began on ${contractDate}.`,
    });
    return;
  }
  if (goods === 'conditional' || !stated(rule.when, rule.whenAny, facts)) {
    if (
      goods === 'conditional' ||
      provision.missing === undefined ||
      isSettled(provision, facts, compiled.regime.target)
    ) {
      // A duty or appeal whose condition is not stated says nothing; only a ban that nearly applies is worth a line.
      const bans = provision.effect === 'prohibits' || provision.effect === 'caps';
      if (bans && goods !== 'partly' && goods !== 'unsettled' && goods !== 'unnamed' && direction === 'yes')
        considered.push(rule.conditionMissing);
      return;
    }
    missing.push(provision.missing);
  }
  if (provision.effect !== 'prohibits' && provision.effect !== 'caps') {
    if (goods === 'yes' && direction === 'yes') considered.push(rule.duty);
    return;
  }
  const below = goods === 'yes' || goods === 'unsettled' ? notAboveValue(provision.goods, facts) : undefined;
  if (below?.otherwise === 'not-covered') {
    considered.push({ provision: provision.id, reason: below.reason });
    return;
  }
  if (direction === 'unknown') missing.push(missingEnd(provision, facts));
  if (goods === 'unnamed') missing.push(unnamedGoods(facts));
  if (goods === 'partly') missing.push(longerCode(facts));
  const unsettled = goods === 'unsettled' || below ? rule.scope : null;
  if (unsettled) missing.push(unsettled.unsettledMissing);
  // Where it is stated that the number was passed, the day of one contract decides nothing.
  const passed = provision.cap?.baseline?.above;
  if (
    provision.contractMissing !== undefined &&
    facts.contractDate === null &&
    !(passed !== undefined && facts.circumstances.has(passed))
  )
    missing.push(`contractDate: ${provision.contractMissing}`);
  const ground =
    missing.length > 0
      ? undeterminedGround(provision, missing, unsettled ? practiceOf(unsettled, facts.goods) : [])
      : groundOf(rule, facts);
  if (!ground) {
    considered.push({ provision: provision.id, reason: 'It sets no limit for this day.' });
    return;
  }
  const since =
    listing && listing.designation.listedFrom > ground.since ? listing.designation.listedFrom : ground.since;
  const text = listing
    ? `${ground.text} ${listing.designation.id} is listed since ${listing.designation.listedFrom}.`
    : ground.text;
  context.grounds.push(exemptGround({ ...ground, since, text }, rule, context));
}

/**
 * Whether what is stated answers the question of a condition with "no": the flag of the other vessel is another State's. Where the
 * goods come from the target State the vessel that brings them may be its own, and the question stays.
 */
function isSettled(provision: Provision, facts: Facts, target: string): boolean {
  if (facts.from === target || facts.origin === target) return false;
  for (const word of facts.circumstances)
    if (provision.settledBy.some((base) => word.startsWith(`${base}:`))) return true;
  return false;
}

function groundOf(rule: Rule, facts: Facts): Ground | undefined {
  const { provision, cap } = rule;
  const covered = cap && (rule.capScope === null || matchScope(rule.capScope, facts.goods) === 'yes');
  if (!cap || !covered) return plainGround(provision, 'prohibited', provision.text);
  const answer = evaluateCap(cap, facts);
  if (!answer) return undefined;
  const ground = plainGround(provision, answer.effect, `${provision.text} ${answer.text}`);
  return answer.missing.length > 0 ? { ...ground, missing: answer.missing } : ground;
}

function plainGround(provision: Provision, effect: Verdict, text: string): Ground {
  return {
    provision: provision.id,
    effect,
    since: provision.from,
    text,
    evidence: provision.evidence,
    source: provision.source,
  };
}

function undeterminedGround(provision: Provision, missing: readonly string[], practice: readonly string[]): Ground {
  const ground = { ...plainGround(provision, 'undetermined', provision.text), missing };
  return practice.length === 0 ? ground : { ...ground, practice };
}

/** `conditional`: covered only in a circumstance that is not stated. */
function coverageOf({ rule, match, conditional }: Candidate, facts: Facts): ScopeMatch | 'conditional' {
  if (!conditional) return match;
  return anyStated(rule.provision.conditionalGoods?.whenAny ?? [], facts) ? 'yes' : 'conditional';
}
