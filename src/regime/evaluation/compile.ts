import {
  type CompiledScope,
  compileScope,
  indexGoods,
  matchScope,
  type RegimeGoods,
  type ScopeMatch,
} from '../goods/goods.ts';
import type { Considered, ExemptionAnswer, Monitor } from '../model/assessment.ts';
import type { Exemption, Provision, Regime } from '../model/regime.ts';
import { indexWords, type Words } from '../model/words.ts';
import { type CompiledCap, compileCap } from './cap.ts';
import type { Facts } from './facts.ts';
import { monitorOn } from './monitor.ts';
import { type DesignationIndex, indexDesignations, indexNames } from './party.ts';

/** An exemption or a wind-down, ready to be held against an activity. */
export type CompiledExemption = {
  readonly id: string;
  readonly how: ExemptionWords['how'];
  readonly text: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly when: readonly string[];
  readonly whenAny: readonly string[];
  readonly unless: readonly string[];
  readonly contractBefore: string | null;
  readonly scope: CompiledScope | null;
  readonly foreignOrigin: boolean;
  readonly regular: boolean;
  readonly met: ExemptionWords;
  readonly unmet: ExemptionWords;
};

/** An exemption in words; of which grounds it is asked, only the activity tells. */
export type ExemptionWords = Omit<ExemptionAnswer, 'of'>;

/** A provision, ready to be held against an activity. */
export type Rule = {
  readonly provision: Provision;
  readonly scope: CompiledScope | null;
  readonly conditionalScope: CompiledScope | null;
  readonly capScope: CompiledScope | null;
  readonly cap: CompiledCap | null;
  readonly when: readonly string[];
  readonly whenAny: readonly string[];
  readonly exemptions: readonly CompiledExemption[];
  readonly notYet: Considered;
  readonly ended: Considered;
  readonly otherDirection: Considered;
  readonly conditionMissing: Considered;
  readonly duty: Considered;
};

/** A rule that may cover an act and goods, before date, direction and circumstances are looked at. */
export type Candidate = {
  readonly rule: Rule;
  readonly match: ScopeMatch;
  /** The goods are covered only in a circumstance of the rule's `conditionalGoods`. */
  readonly conditional: boolean;
};

/** A clause that lifts other paragraphs. */
export type ExemptingRule = {
  readonly provision: Provision;
  readonly exempts: ReadonlySet<string> | null;
  readonly met: ExemptionWords;
  readonly unmet: ExemptionWords;
};

export type CompiledRegime = {
  readonly regime: Regime;
  readonly words: Words;
  readonly vocabulary: RegimeGoods;
  readonly rulesByAct: ReadonlyMap<string, readonly Rule[]>;
  readonly exempting: readonly ExemptingRule[];
  /** What was found for an act and goods: the rules that may cover them. Bounded; see `candidatesFor`. */
  readonly candidates: Map<string, readonly Candidate[]>;
  readonly designations: DesignationIndex;
  readonly partyNames: ReadonlyMap<string, string>;
  /** The paragraph under which parties are listed; named when a party is on no list. */
  readonly freezeProvision: string | null;
  readonly monitorOn: (date: string) => Monitor;
};

const compiled = new WeakMap<Regime, CompiledRegime>();

/** The index of a regime, built once for each. */
export function compileRegime(regime: Regime): CompiledRegime {
  const known = compiled.get(regime);
  if (known) return known;
  const rules = regime.provisions
    .filter((provision) => provision.effect !== 'exempts')
    .map((provision) => ruleOf(provision, regime.target));
  const words = indexWords(regime);
  const rulesByAct = new Map<string, Rule[]>();
  for (const { id, acts } of new Set(words.acts.values()))
    rulesByAct.set(
      id,
      rules.filter(({ provision }) => provision.acts.some((act) => acts.includes(act))),
    );
  const result: CompiledRegime = {
    regime,
    words,
    vocabulary: indexGoods([...regime.goods, ...regime.everydayGoods], regime.goodsQualifiers, regime.goodsHabits),
    rulesByAct,
    candidates: new Map(),
    exempting: regime.provisions.filter((provision) => provision.effect === 'exempts').map(exemptingRuleOf),
    designations: indexDesignations(regime.designations),
    partyNames: indexNames(regime.designations),
    freezeProvision: regime.provisions.find((provision) => provision.parties)?.parties?.listedUnder[0] ?? null,
    monitorOn: memoizedMonitor(regime),
  };
  compiled.set(regime, result);
  return result;
}

/** More pairs of act and goods than a batch usually has; beyond it the memory is started over. */
const MOST_CANDIDATES = 20_000;

/** The rules that may cover the act and the goods of an activity; asked about again, they are found again. */
export function candidatesFor(compiled: CompiledRegime, facts: Facts): readonly Candidate[] {
  const { hs, entry, none } = facts.goods;
  const key = `${facts.act}|${hs ?? ''}|${entry?.name ?? (none ? '' : '?')}${entry?.open ? '…' : ''}`;
  const known = compiled.candidates.get(key);
  if (known) return known;
  const found = (compiled.rulesByAct.get(facts.act) ?? []).flatMap((rule) => candidateOf(rule, facts));
  if (compiled.candidates.size >= MOST_CANDIDATES) compiled.candidates.clear();
  compiled.candidates.set(key, found);
  return found;
}

function candidateOf(rule: Rule, facts: Facts): Candidate[] {
  if (!rule.scope) return [{ rule, match: 'yes', conditional: false }];
  const match = matchScope(rule.scope, facts.goods);
  // A service or a duty without a subject is no service of the special kind that the paragraph names.
  if (match === 'unnamed' && facts.goods.none && !facts.goodsExpected)
    return rule.scope.all ? [{ rule, match: 'yes', conditional: false }] : [];
  const conditional =
    match !== 'yes' && rule.conditionalScope !== null && matchScope(rule.conditionalScope, facts.goods) === 'yes';
  return match === 'no' && !conditional ? [] : [{ rule, match, conditional }];
}

function ruleOf(provision: Provision, target: string): Rule {
  const named = (words: readonly string[]) => words.map((word) => word.replace(/:target$/, `:${target}`));
  const considered = (reason: string): Considered => ({ provision: provision.id, reason });
  const conditions = named([
    ...provision.when,
    ...provision.whenAny,
    ...(provision.conditionalGoods?.whenAny ?? []),
  ]).join(' or ');
  const replaced = provision.replacedBy ? `, replaced by ${provision.replacedBy}` : '';
  return {
    provision,
    scope: provision.goods ? compileScope(provision.goods) : null,
    conditionalScope: provision.conditionalGoods
      ? compileScope({
          classes: provision.conditionalGoods.classes,
          hs: provision.conditionalGoods.hs,
          edition: 'HS2017',
        })
      : null,
    capScope: provision.cap?.goods ? compileScope(provision.cap.goods) : null,
    cap: provision.cap ? compileCap(provision.cap) : null,
    when: named(provision.when),
    whenAny: named(provision.whenAny),
    exemptions: exemptionsOf(provision),
    notYet: considered(`Not yet: it applies from ${provision.from} on.`),
    ended: considered(`No longer: it ended on ${provision.to}${replaced}.`),
    otherDirection: considered(
      `It is about the other direction (${provision.direction.replace('-', ' the ')} State). ${provision.text}`,
    ),
    conditionMissing: considered(
      `It applies only in a circumstance that is not stated (${conditions}). ${provision.text}`,
    ),
    duty: considered(
      provision.effect === 'requires'
        ? `It puts a duty on States and forbids nothing by itself: ${provision.text}`
        : provision.effect === 'calls-upon'
          ? `It calls upon States and does not bind them: ${provision.text}`
          : provision.text,
    ),
  };
}

function exemptionsOf(provision: Provision): CompiledExemption[] {
  const list = provision.exemptions.map((exemption) => exemptionOf(provision, exemption));
  const { windDown } = provision;
  if (!windDown) return list;
  const text = `Wind-down until ${windDown.until}: ${windDown.text}`;
  const winding = exemptionOf(provision, {
    how: 'automatic',
    when: [],
    whenAny: [],
    unless: [],
    until: windDown.until,
    contractBefore: windDown.contractBefore,
    goods: windDown.goods,
    text,
  });
  return [winding, ...list];
}

function exemptionOf(provision: Provision, exemption: Exemption): CompiledExemption {
  const id = exemption.paragraph ? `${provision.decision} ${exemption.paragraph}` : provision.id;
  const answer = (met: boolean): ExemptionWords => ({ provision: id, how: exemption.how, text: exemption.text, met });
  return {
    id,
    how: exemption.how,
    text: exemption.text,
    from: exemption.from ?? null,
    until: exemption.until ?? null,
    when: exemption.when,
    whenAny: exemption.whenAny,
    unless: exemption.unless,
    contractBefore: exemption.contractBefore ?? null,
    scope: exemption.goods ? compileScope(exemption.goods) : null,
    foreignOrigin: exemption.foreignOrigin === true,
    regular: exemption.regular === true,
    met: answer(true),
    unmet: answer(false),
  };
}

function exemptingRuleOf(provision: Provision): ExemptingRule {
  const answer = (met: boolean): ExemptionWords => ({
    provision: provision.id,
    how: provision.how ?? 'by-approval',
    text: provision.text,
    met,
  });
  return {
    provision,
    exempts: provision.lifts === 'all' || provision.lifts === undefined ? null : new Set(provision.lifts),
    met: answer(true),
    unmet: answer(false),
  };
}

/** Monitors change on few days; the answers of the last days asked about are kept. */
function memoizedMonitor(regime: Regime): (date: string) => Monitor {
  const known = new Map<string, Monitor>();
  return (date) => {
    let monitor = known.get(date);
    if (!monitor) {
      if (known.size > 20_000) known.clear();
      monitor = monitorOn(regime, date);
      known.set(date, monitor);
    }
    return monitor;
  };
}
