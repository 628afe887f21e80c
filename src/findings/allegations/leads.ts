import { gistOf } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Lead } from '../model/lead.ts';
import { type ClaimedAllegation, isHandedToParty } from './allegation.ts';

/**
 * What claims allege and falls short of a finding, where the passage speaks of the regime's target and of something that the
 * regime knows: one lead for each claim, in the order of the claims. The title says who says what, in the words of the passage.
 */
export function leadsOf(alleged: readonly ClaimedAllegation[], regime: Regime): readonly Lead[] {
  const leadOf = leadsUnder(regime);
  const byClaim = new Map<string, Lead>();
  for (const one of alleged) {
    const lead = byClaim.has(one.claim.id) ? null : leadOf(one);
    if (lead !== null) byClaim.set(one.claim.id, lead);
  }
  return [...byClaim.values()];
}

/** The same lead as long as nobody acts on its claim. */
const leadsUnder = memoized((regime: Regime) =>
  memoized(({ claim, allegation, missing }: ClaimedAllegation): Lead | null => {
    const isNear = allegation.goods !== null || allegation.act !== 'supply';
    if (missing.length === 0 || !isNear || !speaksOf(claim, regime)) return null;
    return deepFreeze({
      id: leadId(regime.id, claim.id),
      regime: regime.id,
      // Nobody is named for words that were handed to a party to what they tell of.
      title: isHandedToParty(claim, allegation) ? quoted(claim) : gistOf(claim),
      claims: [claim.id],
      allegation,
      missing,
    });
  }),
);

/** The id of the lead that a claim gives under a regime. */
export function leadId(regime: string, claim: string): string {
  return `l-${sha256Hex(canonicalJson([regime, claim])).slice(0, 20)}`;
}

function quoted({ quote }: Claim): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  return words.length <= LONGEST ? `“${words}”` : `“${words.slice(0, words.lastIndexOf(' ', LONGEST))} …”`;
}

/** Longest quotation in a title. */
const LONGEST = 140;

function speaksOf({ quote, roles }: Claim, { target }: Regime): boolean {
  return [quote, ...Object.values(roles).flat()].some((text) =>
    countriesIn(text).some(({ country }) => country === target),
  );
}
