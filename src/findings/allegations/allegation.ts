import type { Claim } from '../../claims/model/claim.ts';
import type { GoodsVocabulary } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { type ActRule, actRuleOf } from '../naming/act-rules.ts';
import { makerOf, originOf, partyOf } from '../naming/mentioned-country.ts';
import { goodsNamedIn, thingsOf } from '../naming/named-goods.ts';

/** What one claim alleges, in the terms of a regime; a claim on two kinds of goods alleges two things. */
export type ClaimedAllegation = { readonly claim: Claim; readonly allegation: Allegation };

/**
 * Reads the allegations out of a claim. Sides and goods that the claim does not name stay null: the assessment then names
 * them as missing, and nothing is guessed. A claim that only plans or calls for something alleges nothing.
 */
export function allegationsOf(claim: Claim, vocabulary: GoodsVocabulary): readonly ClaimedAllegation[] {
  const rule = actRuleOf(claim.predicate);
  if (rule === undefined || claim.modality === 'intends' || claim.modality === 'calls-for') return [];
  const things = thingsOf(claim, rule.things);
  const goods = goodsNamedIn(things, vocabulary);
  const { from, to } = sidesOf(claim, rule);
  if (!isTestable(rule, goods, from, to)) return [];
  const period = { from: claim.when.from, to: claim.when.to };
  const inference = rule.infers ?? null;
  const kinds = goods.length === 0 ? [null] : goods;
  return kinds.map((kind) => ({ claim, allegation: { act: rule.act, goods: kind, from, to, period, inference } }));
}

function sidesOf(claim: Claim, rule: ActRule): { from: string | null; to: string | null } {
  const named = (role: ActRule['from']): string | null =>
    role === undefined ? null : partyOf(claim.roles[role] ?? []);
  const things = [...thingsOf(claim, rule.things), ...thingsOf(claim, rule['origin-of'] ?? [])];
  const origin = originOf(things) ?? makerOf(claim.quote, things);
  return {
    from: named(rule.from) ?? (rule.origin === 'from' ? origin : null),
    to: named(rule.to) ?? (rule.origin === 'to' ? origin : null),
  };
}

/**
 * An inference needs both sides and the thing, and two different States: a State that uses its own arms transferred nothing.
 * A stated allegation needs at least one side, and the thing where the act moves things.
 */
function isTestable(rule: ActRule, goods: readonly string[], from: string | null, to: string | null): boolean {
  const namesThing = rule.things.length === 0 || goods.length > 0;
  if (rule.infers !== undefined) return goods.length > 0 && from !== null && to !== null && from !== to;
  return namesThing && (from !== null || to !== null) && from !== to;
}
