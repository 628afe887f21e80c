import { areOneKind, mayBeOneThing } from '../../claims/comparison/moved-thing.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { RegimeGoods } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { actRuleOf, isActOfRules } from '../naming/act-rules.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import { sidesOf } from './allegation.ts';

/** What is stated, as far as claims are held against it; `goods` null where they are told by a code alone. */
export type StatedMatter = Pick<Allegation, 'act' | 'goods' | 'from' | 'to'>;

/**
 * How a claim that a person put into a finding stands to what the finding states: it `tells` of it; it tells of `another` matter, such as
 * a delivery to somebody else, another thing, or what is only planned; or it is `silent`, where the program reads no act of the regime in
 * it: an acquittal and a birth date are no words on what took place.
 */
export type BearingOnMatter = 'tells' | 'another' | 'silent';

export function tellingOf(claim: Claim, stated: StatedMatter, vocabulary: RegimeGoods): BearingOnMatter {
  const rule = actRuleOf(claim.predicate);
  if (rule === undefined) return 'silent';
  if (claim.factuality !== undefined || claim.modality === 'intends' || claim.modality === 'calls-for')
    return 'another';
  const acts = [rule.act, ...(rule.workers === undefined ? [] : [rule.workers]), ...(WIDER[rule.act] ?? [])];
  if (!acts.includes(stated.act)) return isActOfRules(stated.act) ? 'another' : 'silent';
  // The person vouches for the reading, so that a part counts however certainly the program read it.
  const { from, to } = sidesOf({ ...claim, status: 'accepted' }, rule);
  if (areOther(from, stated.from) || areOther(to, stated.to)) return 'another';
  const things = rule.things.flatMap((role) => claim.roles[role] ?? []);
  return namesAnother(things, stated.goods, vocabulary) ? 'another' : 'tells';
}

/** Acts that are one of another kind too: what goes from ship to ship is supplied. */
const WIDER: Readonly<Record<string, readonly string[]>> = { 'ship-to-ship-transfer': ['supply'] };

function areOther(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Whether things are named, and none of them may be the goods: "timber" of a ship that is said to have carried shells. */
function namesAnother(things: readonly string[], goods: string | null, vocabulary: RegimeGoods): boolean {
  if (things.length === 0 || goods === null) return false;
  const named = goodsNamedIn(things, vocabulary);
  const asked = [goods, ...goodsNamedIn([goods], vocabulary)];
  if (named.length > 0) return !named.some((name) => asked.some((one) => areOneKind(name, one)));
  return !mayBeOneThing(things, asked);
}
