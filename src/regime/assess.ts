import type { Activity, Designation } from './activity.ts';
import {
  type Assessment,
  type Considered,
  type ExemptionAnswer,
  type Ground,
  VERDICTS,
  type Verdict,
} from './assessment.ts';
import { evaluateCap } from './cap.ts';
import {
  type Candidate,
  type CompiledExemption,
  type CompiledRegime,
  candidatesFor,
  compileRegime,
  indexDesignations,
  type LiftingRule,
  type Rule,
} from './compile.ts';
import { matchDirection, missingEnd } from './direction.ts';
import { type Facts, resolveActivity } from './facts.ts';
import { matchScope, type ScopeMatch } from './goods.ts';
import { isInForce, type Provision, type Regime } from './regime.ts';

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

const indexed = new WeakMap<readonly Designation[], ReadonlyMap<string, readonly Designation[]>>();

function assessFacts(compiled: CompiledRegime, facts: Facts, options: AssessOptions): Assessment {
  const listings = listingsOf(compiled, facts, options);
  const grounds: Ground[] = [];
  const exemptions: ExemptionAnswer[] = [];
  const considered: Considered[] = [];
  const lifting = compiled.lifting.filter((clause) => isInForce(clause.provision, facts.date));
  const usedClauses = new Set<LiftingRule>();
  const candidates = candidatesFor(compiled, facts);
  for (const candidate of candidates)
    judgeRule(candidate, { compiled, facts, listings, lifting, usedClauses, grounds, exemptions, considered });
  for (const clause of lifting) {
    if (!usedClauses.has(clause)) continue;
    exemptions.push(conditionsStated(clause.provision, facts) ? clause.met : clause.unmet);
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
  const answer = { verdict, grounds, exemptions, considered, monitor };
  if (verdict !== 'undetermined') return answer;
  return {
    ...answer,
    missing: [
      ...new Set(grounds.flatMap((ground) => (ground.effect === 'undetermined' ? (ground.missing ?? []) : []))),
    ],
  };
}

type Listing = { readonly party: string; readonly designation: Designation };

type Judging = {
  readonly compiled: CompiledRegime;
  readonly facts: Facts;
  readonly listings: readonly Listing[];
  readonly lifting: readonly LiftingRule[];
  readonly usedClauses: Set<LiftingRule>;
  readonly grounds: Ground[];
  readonly exemptions: ExemptionAnswer[];
  readonly considered: Considered[];
};

function judgeRule(candidate: Candidate, judging: Judging): void {
  const { compiled, facts, considered } = judging;
  const { rule } = candidate;
  const { provision } = rule;
  // The direction is the cheaper question; most provisions fall away with it.
  const direction = matchDirection(provision, facts, compiled.regime.target);
  if (direction === 'no') return;
  const goods = coverageOf(candidate, facts);
  const listing = provision.parties
    ? judging.listings.find((row) => listedUnder(row.designation, provision, facts.date))
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
    if (goods === 'conditional' || provision.missing === undefined) {
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
  if (direction === 'unknown') missing.push(missingEnd(provision, facts));
  if (goods === 'unnamed') missing.push(unnamedGoods(facts));
  if (goods === 'partly') missing.push(longerCode(facts));
  if (goods === 'unsettled' && rule.scope) missing.push(rule.scope.unsettledMissing);
  if (provision.contractMissing !== undefined && facts.contractDate === null)
    missing.push(`contractDate: ${provision.contractMissing}`);
  const ground = missing.length > 0 ? undeterminedGround(provision, missing) : groundOf(rule, facts);
  if (!ground) {
    considered.push({ provision: provision.id, reason: 'It sets no limit for this day.' });
    return;
  }
  const since =
    listing && listing.designation.listedFrom > ground.since ? listing.designation.listedFrom : ground.since;
  const text = listing
    ? `${ground.text} ${listing.party} is listed since ${listing.designation.listedFrom}.`
    : ground.text;
  judging.grounds.push(liftGround({ ...ground, since, text }, rule, judging));
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

function undeterminedGround(provision: Provision, missing: readonly string[]): Ground {
  return { ...plainGround(provision, 'undetermined', provision.text), missing };
}

/** The ground as its own exemptions and the regime's general clauses leave it; notes the exemptions looked at. */
function liftGround(ground: Ground, rule: Rule, judging: Judging): Ground {
  let effect = ground.effect;
  let missing = ground.missing;
  for (const exemption of rule.exemptions) {
    const unclear = effect === 'prohibited' ? unclearCarveOut(exemption, judging.facts) : undefined;
    if (unclear !== undefined) {
      effect = 'undetermined';
      missing = [unclear];
      continue;
    }
    const answer = answerExemption(exemption, judging.facts, judging.compiled.regime.target);
    if (answer === undefined) continue;
    judging.exemptions.push(answer === 'exempt' ? exemption.met : exemption.unmet);
    // Below a cap there is nothing to lift.
    if (effect === 'within-cap' || answer === 'stands') continue;
    if (effect === 'cap-exceeded' && answer !== 'exempt') continue;
    if (isLighter(answer, effect)) effect = answer;
  }
  if (effect !== 'within-cap') {
    for (const clause of judging.lifting) {
      if (clause.lifts !== null && !clause.lifts.has(ground.provision)) continue;
      if (!concernsOnly(clause.provision.onlyParties, judging.facts)) continue;
      judging.usedClauses.add(clause);
      if (conditionsStated(clause.provision, judging.facts)) effect = 'exempt';
    }
  }
  if (effect === ground.effect) return ground;
  const { missing: _, ...rest } = ground;
  return effect === 'undetermined' && missing ? { ...rest, effect, missing } : { ...rest, effect };
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
  if (exemption.scope && matchScope(exemption.scope, facts.goods) !== 'yes') return undefined;
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

function stated(when: readonly string[], whenAny: readonly string[], facts: Facts): boolean {
  for (const word of when) if (!facts.circumstances.has(word)) return false;
  if (whenAny.length === 0) return true;
  for (const word of whenAny) if (facts.circumstances.has(word)) return true;
  return false;
}

/** Whether every party of the activity is among those a clause is for; a clause for all parties names none. */
function concernsOnly(parties: readonly string[], facts: Facts): boolean {
  return (
    parties.length === 0 ||
    facts.parties.every((party) => parties.some((id) => id.toLowerCase() === party.toLowerCase()))
  );
}

function anyStated(words: readonly string[], facts: Facts): boolean {
  for (const word of words) if (facts.circumstances.has(word)) return true;
  return false;
}

/** `conditional`: covered only in a circumstance that is not stated. */
function coverageOf({ rule, match, conditional }: Candidate, facts: Facts): ScopeMatch | 'conditional' {
  if (!conditional) return match;
  return anyStated(rule.provision.conditionalGoods?.whenAny ?? [], facts) ? 'yes' : 'conditional';
}

function conditionsStated(provision: Provision, facts: Facts): boolean {
  return stated(provision.when, provision.whenAny, facts);
}

const GRAVITY: ReadonlyMap<Verdict, number> = new Map(VERDICTS.map((verdict, index) => [verdict, index]));

function isLighter(a: Verdict, b: Verdict): boolean {
  return (GRAVITY.get(a) ?? 0) > (GRAVITY.get(b) ?? 0);
}

function gravest(grounds: readonly Ground[]): Verdict {
  let verdict: Verdict = 'not-covered';
  for (const ground of grounds) if (isLighter(verdict, ground.effect)) verdict = ground.effect;
  return verdict;
}

function listingsOf(compiled: CompiledRegime, facts: Facts, options: AssessOptions): readonly Listing[] {
  if (facts.parties.length === 0) return [];
  const maps = [compiled.designations];
  if (options.designations) {
    let index = indexed.get(options.designations);
    if (!index) {
      index = indexDesignations(options.designations);
      indexed.set(options.designations, index);
    }
    maps.push(index);
  }
  return facts.parties.flatMap((party) =>
    maps.flatMap((map) => (map.get(party.toLowerCase()) ?? []).map((designation) => ({ party, designation }))),
  );
}

function listedUnder(designation: Designation, provision: Provision, date: string): boolean {
  if (date < designation.listedFrom || (designation.listedTo !== null && date > designation.listedTo)) return false;
  return provision.parties?.listedUnder.some((id) => designation.basis.includes(id)) === true;
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

/** Says of each party why its name adds nothing: listed on other days only, or on no list known here. */
function considerUnlisted(
  compiled: CompiledRegime,
  facts: Facts,
  listings: readonly Listing[],
  considered: Considered[],
): void {
  const { date } = facts;
  for (const party of facts.parties) {
    const own = listings.filter((row) => row.party === party).map((row) => row.designation);
    const holding = own.some((row) => row.listedFrom <= date && (row.listedTo === null || date <= row.listedTo));
    if (holding) continue;
    const provision = own[0]?.basis[0] ?? compiled.freezeProvision;
    if (provision === null) continue;
    const days = own
      .map((row) => (date < row.listedFrom ? `from ${row.listedFrom} on` : `until ${row.listedTo}`))
      .join(', ');
    considered.push({
      provision,
      reason:
        own.length > 0 ? `${party} was not listed on ${date}: listed ${days}.` : `${party} is on no list known here.`,
    });
  }
}

function longerCode(facts: Facts): string {
  return `goods.hs: a longer code than ${facts.goods.hs}, for the paragraph covers a part of it only`;
}

function unnamedGoods(facts: Facts): string {
  const { unknownName, nearest } = facts.goods;
  if (unknownName !== null)
    return `goods.hs: the vocabulary does not hold "${unknownName.slice(0, 60)}"${nearest}; give an HS code`;
  return 'goods: an HS code or a name';
}
