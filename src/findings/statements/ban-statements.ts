import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import { memoized } from '../../core/memoized.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import { indexGoods } from '../../regime/goods/goods.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import type { StatementRule } from './statement-check.ts';

/** What forbids, then what is forbidden: "bans all exports of coal", "prohibit the supply of …". */
const BAN =
  /\b(?:bans?|banned|banning|prohibits?|prohibited|prohibiting|forbids?|forbade|forbidding|outlaw(?:s|ed)?|embargo(?:es)?\s+on)\s+(?:all\s+|any\s+|the\s+|its\s+|their\s+|North Korea(?:n|['’]s)?\s+)*(export|import|sale|purchase|suppl|transfer|procure|deliver)\p{L}*(?:\s+(?:and|or)\s+\p{L}+)?\s*(?:of|to|from)?\s*([^.;:"”]{2,80})/iu;
/** Whose the ban is: bodies of the Council, and decisions. */
const LAW = /\b(?:resolutions?|sanctions|Security Council|Council|U\.?N\.?|United Nations|measures|embargo)\b/i;

/**
 * "U.N. sanctions ban all exports of coal": a ban that a claim states, held against the paragraphs in force when it was published.
 * It is reported where the data agree. Where they name no such ban they contradict nothing: a paragraph may be wider than its words here.
 */
export const checkBan: StatementRule = (claim, { regime, published, aboutRegime }) => {
  if (published === null || claim.polarity === 'denies' || !LAW.test(claim.quote)) return null;
  const [statement, verb = '', object = ''] = BAN.exec(claim.quote) ?? [];
  if (statement === undefined || !speaksOf(claim, regime, aboutRegime)) return null;
  const [goods, ...more] = goodsNamedIn([object], vocabularyOf(regime));
  if (goods === undefined || more.length > 0) return null;
  const out =
    /^(?:export|sale|procure|purchase|transfer)/i.test(verb) &&
    !/\bto (?:North Korea|the DPRK|Pyongyang)\b/i.test(claim.quote);
  const activity = {
    date: published,
    act: 'supply',
    goods: { name: goods },
    ...(out ? { from: regime.target } : { to: regime.target }),
  };
  const ground = assess(regime, activity).grounds.find(({ effect }) => effect === 'prohibited');
  const provision = regime.provisions.find(({ id }) => id === ground?.provision);
  if (ground === undefined || provision === undefined) return null;
  return {
    claim: claim.id,
    statement: statement.trim(),
    relation: 'agrees',
    fact: `${provision.id} prohibits it, in force on ${published}`,
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
