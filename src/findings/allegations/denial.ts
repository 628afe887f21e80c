import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import { findGoods, type GoodsVocabulary } from '../../regime/goods/goods.ts';
import type { Allegation } from '../model/finding.ts';
import { type ActRule, actRuleOf } from '../naming/act-rules.ts';
import { partyOf } from '../naming/mentioned-country.ts';
import { goodsNamedIn, thingsOf } from '../naming/named-goods.ts';

/** Words of a denial that speak of a transfer without a verb of the vocabulary: "denied the arms trade". */
const TRANSFER_WORDS = /\b(transfer|suppl|deliver|shipment|export|sale|sell|sold|arms (deal|trade)|provid|send|sent)/i;

/**
 * The denials among claims that speak of an allegation, in the order of the claims. They are found by the parties that they
 * name: a large matter holds thousands of denials and thousands of allegations, of which few meet.
 */
export const denialsIn = memoized((claims: readonly Claim[]) => {
  const byParties = new Map<string, { readonly claim: Claim; readonly at: number }[]>();
  for (const [at, claim] of claims.entries()) {
    if (claim.polarity !== 'denies' || claim.status === 'rejected') continue;
    const key = partiesKey(claim);
    const known = byParties.get(key);
    if (known === undefined) byParties.set(key, [{ claim, at }]);
    else known.push({ claim, at });
  }
  return (allegation: Allegation, vocabulary: GoodsVocabulary): readonly Claim[] =>
    [...new Set(keysOfSides(allegation))]
      .flatMap((key) => byParties.get(key) ?? [])
      .filter(({ claim }) => denies(claim, allegation, vocabulary))
      .sort((a, b) => a.at - b.at)
      .map(({ claim }) => claim);
});

/** The giver and receiver that a denial names; of one that names neither, who speaks. */
function partiesKey(claim: Claim): string {
  const { speaker, named } = partiesOf(claim);
  const parties = [...new Set(named.filter((party) => party !== null))].sort();
  return parties.length > 0 ? parties.join(' ') : `speaker ${speaker ?? ''}`;
}

/** Whom a denial of an allegation may name, as `denies` asks it: no other than its sides, or nobody while a side speaks. */
function keysOfSides({ from, to }: Allegation): readonly string[] {
  const sides = [from, to].filter((side) => side !== null);
  return [...sides, [...sides].sort().join(' '), ...sides.map((side) => `speaker ${side}`)];
}

/**
 * Whether a claim denies an allegation: it denies the same act (or a transfer in so many words), and no side, time or thing
 * that it names is another one. The denial of a party counts for all it was accused of; a denial that names nothing of the matter
 * counts for nothing.
 */
function denies(claim: Claim, allegation: Allegation, vocabulary: GoodsVocabulary): boolean {
  if (claim.polarity !== 'denies') return false;
  const rule = actRuleOf(claim.predicate);
  const sameAct =
    rule === undefined ? allegation.act === 'supply' && TRANSFER_WORDS.test(claim.quote) : rule.act === allegation.act;
  if (!sameAct) return false;
  const sides = [allegation.from, allegation.to].filter((side) => side !== null);
  const { speaker, named } = partiesOf(claim);
  const concerns = [speaker, ...named].some((party) => party !== null && sides.includes(party));
  const namesOther = named.some((party) => party !== null && !sides.includes(party));
  if (
    !concerns ||
    namesOther ||
    isOtherTime(claim, allegation) ||
    (rule !== undefined && isOtherWay(claim, rule, speaker, allegation))
  )
    return false;
  const goods = deniedGoods(vocabulary)(claim);
  return (
    goods.length === 0 ||
    allegation.goods === null ||
    goods.some((name) => sharesClass(name, allegation.goods ?? '', vocabulary))
  );
}

/** Whether all of what is denied lies before or after all of what is alleged: who denies a shipment of 2023 says nothing of 2024. */
function isOtherTime({ when }: Claim, { period }: Allegation): boolean {
  const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;
  return isBefore(when.to, period.from) || isBefore(period.to, when.from);
}

/**
 * Whether what is denied went the other way: "Russia denies that it received any weapons" does not speak of what Russia is
 * said to have given. Whoever denies a receipt and names no other receiver speaks of itself.
 */
function isOtherWay(claim: Claim, rule: ActRule, speaker: string | null, { from, to }: Allegation): boolean {
  const { giver, receiver: named } = waysOf(rule)(claim);
  const receiver = named ?? (rule.to === 'agent' && claim.roles.agent === undefined ? speaker : null);
  const differs = (denied: string | null, alleged: string | null): boolean =>
    denied !== null && alleged !== null && denied !== alleged;
  return differs(giver, from) || differs(receiver, to);
}

/** From whom to whom a claim says that it went, by the rule of its predicate: one denial is held against many allegations. */
const waysOf = memoized((rule: ActRule) =>
  memoized(({ roles }: Claim) => {
    const named = (role: ActRule['from']): string | null => (role === undefined ? null : partyOf(roles[role] ?? []));
    return { giver: named(rule.from), receiver: named(rule.to) };
  }),
);

/** Who denies, and whom the denial names as giver and receiver: one denial is held against every allegation. */
const partiesOf = memoized(({ claimant, roles }: Claim) => ({
  speaker: claimant.country ?? partyOf([claimant.name]),
  named: [roles.agent, roles.recipient].map((names) => (names === undefined ? null : partyOf(names))),
}));

const deniedGoods = memoized((vocabulary: GoodsVocabulary) =>
  memoized((claim: Claim): readonly string[] =>
    goodsNamedIn([...thingsOf(claim, ['object', 'instrument']), claim.quote], vocabulary),
  ),
);

function sharesClass(a: string, b: string, vocabulary: GoodsVocabulary): boolean {
  const classesOf = (name: string): ReadonlySet<string> => findGoods(vocabulary, name)?.classes ?? new Set();
  return a === b || [...classesOf(a)].some((one) => classesOf(b).has(one));
}
