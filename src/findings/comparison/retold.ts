import { figureOf } from '../../claims/comparison/comparison.ts';
import { exclude } from '../../claims/comparison/same-event.ts';
import type { PartyOf } from '../../claims/model/party.ts';
import { compareDecimals } from '../../core/decimal.ts';
import type { Figure } from '../model/comparison.ts';

/** Up to this a number comes again by itself: "20 launchers" of one source are no retelling of "at least 20" missiles of another. */
const LEAST_RETOLD = '21';

/**
 * Whether one of two figures can be the other as it was told again, so that its number may have drifted: one claimant gives both in
 * two documents, or one of them passes on what the claimant of the other said; and their times do not exclude each other.
 */
export function isRetold(a: Figure, b: Figure, partyOf: PartyOf): boolean {
  const number = figureOf(a.quantity);
  if (number === undefined || compareDecimals(number, LEAST_RETOLD) < 0 || exclude(a.claim.when, b.claim.when))
    return false;
  return isOfOneClaimant(a, b, partyOf) || passesOn(a, b, partyOf) || passesOn(b, a, partyOf);
}

function isOfOneClaimant({ claim: a }: Figure, { claim: b }: Figure, partyOf: PartyOf): boolean {
  return (
    a.document !== b.document &&
    a.claimant.kind !== 'unnamed' &&
    partyOf(a.document, a.claimant.name) === partyOf(b.document, b.claimant.name)
  );
}

/** Whether the first has from the claimant of the second, or from somebody who passes that on, what it tells. */
function passesOn({ claim: a }: Figure, { claim: b }: Figure, partyOf: PartyOf): boolean {
  const teller = partyOf(b.document, b.claimant.name);
  return b.claimant.kind !== 'unnamed' && a.relay.some(({ name }) => partyOf(a.document, name) === teller);
}
