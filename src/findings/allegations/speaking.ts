import { nounName, widerNouns } from '../../claims/comparison/noun-hierarchy.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import type { RegimeGoods } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import { sidesOf } from './allegation.ts';

/**
 * Whether a claim that a person chose speaks to one side of what they state: the thing, where it came from, or who received it.
 * The person vouches for the reading, so that a part counts however certainly the program read it.
 */
export function speaksTo(
  claim: Claim,
  side: 'goods' | 'from' | 'to',
  stated: Allegation,
  vocabulary: RegimeGoods,
): boolean {
  if (side === 'goods') return stated.goods !== null && namesThing(claim, stated.goods, vocabulary);
  const party = stated[side];
  if (party === null) return false;
  const rule = actRuleOf(claim.predicate);
  const own = { ...claim, status: 'accepted' as const };
  if (rule !== undefined && sidesOf(own, rule)[side] === party) return true;
  const { agent = [], origin = [], recipient = [], destination = [], object = [], instrument = [] } = claim.roles;
  const roles =
    side === 'to' ? [recipient, destination] : [origin, object, instrument, ...(rule?.from === 'agent' ? [agent] : [])];
  return roles.flat().some((phrase) => countriesIn(phrase).some(({ country }) => country === party));
}

function namesThing({ roles, quantities }: Claim, goods: string, vocabulary: RegimeGoods): boolean {
  const phrases = [
    ...(roles.object ?? []),
    ...(roles.instrument ?? []),
    ...quantities.flatMap(({ counts, raw }) => [counts, raw]),
  ];
  const named = goodsNamedIn(phrases, vocabulary);
  const asked = goodsNamedIn([goods], vocabulary);
  return (
    named.some((name) => name === goods || asked.includes(name)) ||
    phrases.some((phrase) => widerNouns(singular(phrase)).has(nounName(goods)))
  );
}

function singular(phrase: string): string {
  return phrase.toLowerCase().replace(/([^su])s$/, '$1');
}
