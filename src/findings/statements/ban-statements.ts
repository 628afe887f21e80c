import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import { memoized } from '../../core/memoized.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { indexGoods } from '../../regime/goods/goods.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import type { StatementRule } from './statement-check.ts';
import { resolutionsIn } from './statement-matter.ts';

/** What forbids, then what is forbidden: "bans all exports of coal", "prohibit the supply of …". */
const BAN =
  /\b(?:bans?|banned|banning|prohibits?|prohibited|prohibiting|forbids?|forbade|forbidding|outlaw(?:s|ed)?|embargo(?:es)?\s+on)\s+(?:all\s+|any\s+|the\s+|its\s+|their\s+|North Korea(?:n|['’]s)?\s+)*(export|import|sale|purchase|suppl|transfer|procure|deliver)\p{L}*(?:\s+(?:and|or)\s+\p{L}+)?\s*(?:of|to|from)?\s*([^.,;:()"“”]{2,80})(?![\p{L}\p{N}])/iu;
/**
 * What undoes or bounds a ban: "did not forbid", "no longer banned", "hardly banned", "wrongly said that it bans", "before", "except". The statement
 * is then not the one that its words from the verb on make.
 */
const NOT_PLAIN =
  /\b(?:not|never|no|none|nor|neither|hardly|barely|scarcely|without|stopp\p{L}*|ceas\p{L}*|lift\p{L}*|end(?:s|ed)|eas(?:es|ed)|suspend\p{L}*|instead|rather|only|except|unless|until|before|wrong\p{L}*|false\p{L}*|mistaken\p{L}*|misread\p{L}*|untrue|myth|error|fail\p{L}*|refus\p{L}*|declin\p{L}*|if|whether|would|could|should|might|may)\b|n['’]t\b/iu;
/** Whose the ban is: bodies of the Council, and decisions. */
const LAW = /\b(?:resolutions?|sanctions|Security Council|Council|U\.?N\.?|United Nations|measures|embargo)\b/i;

/**
 * "U.N. sanctions ban all exports of coal": a ban that a claim states, held against the paragraphs in force when it was published.
 * It is reported where the data agree. Where they name no such ban they contradict nothing: a paragraph may be wider than its words here.
 */
export const checkBan: StatementRule = (claim, { regime, published, aboutRegime }) => {
  if (published === null || claim.polarity === 'denies' || !LAW.test(claim.quote) || NOT_PLAIN.test(claim.quote))
    return null;
  const [statement, verb = '', object = ''] = BAN.exec(claim.quote) ?? [];
  // "Resolution 1718 bans coal": of that resolution, and of its day, it is said.
  const named = resolutionsIn(claim.quote);
  if (statement === undefined || !speaksOf(claim, regime, aboutRegime)) return null;
  const [goods, ...more] = goodsNamedIn([object], vocabularyOf(regime));
  if (goods === undefined || more.length > 0) return null;
  const out =
    /^(?:export|sale|procure|purchase|transfer)/i.test(verb) &&
    !/\bto (?:North Korea|the DPRK|Pyongyang)\b/i.test(claim.quote);
  // A statement about a day of its own is held against the law of that day.
  const date = claim.when.to ?? claim.when.from ?? published;
  const activity = {
    date,
    act: 'supply',
    goods: { name: goods },
    ...(out ? { from: regime.target } : { to: regime.target }),
  };
  const ground = assess(regime, activity).grounds.find(({ effect }) => effect === 'prohibited');
  const provision = regime.provisions.find(({ id }) => id === ground?.provision);
  if (ground === undefined || provision === undefined) return null;
  if (named.length > 0 && !named.some((number) => provision.id.startsWith(`S/RES/${number}(`))) return null;
  return {
    claim: claim.id,
    statement: statement.trim(),
    relation: 'agrees',
    fact: `${provision.id} prohibits it, in force on ${date}`,
    reference: provision.id,
    source: provision.source,
    evidence: provision.evidence,
  };
};

function speaksOf({ quote }: Claim, { target }: Regime, aboutRegime: () => boolean): boolean {
  const named = countriesIn(quote).map(({ country }) => country);
  return named.includes(target) || (named.length === 0 && aboutRegime());
}

const vocabularyOf = memoized(({ goods, goodsQualifiers }: Regime) => indexGoods(goods, goodsQualifiers));
