import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { Claim } from './claim.ts';

/** A claim's name in the form `c-` and 20 hexadecimal digits over what makes it this claim and no other. */
export function claimIdOf(
  claim: Pick<Claim, 'document' | 'start' | 'end' | 'claimant' | 'predicate' | 'polarity' | 'quantities'>,
): string {
  const named = {
    document: claim.document,
    start: claim.start,
    end: claim.end,
    claimant: claim.claimant.name,
    predicate: claim.predicate,
    polarity: claim.polarity,
    raws: claim.quantities.map((quantity) => quantity.raw),
  };
  return `c-${sha256Hex(canonicalJson(named)).slice(0, 20)}`;
}
