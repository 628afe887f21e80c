import type { Claim } from '../../claims/model/claim.ts';
import { tellsOfGivingUp } from '../../findings/naming/set-aside.ts';
import type { StatedShip } from '../../tracks/detection/statements/stated-call.ts';

/**
 * Tells of which claims the record says that a statement about the same ships, by their numbers, was given up. Whose statement is meant is not
 * worked out: what may be given up is laid beside no track, where it would be printed as borne out or refuted.
 */
export function takenBackIn(claims: readonly Claim[]): (claim: Claim, ships: readonly StatedShip[]) => boolean {
  const words = claims.filter(({ quote }) => tellsOfGivingUp(quote));
  return (claim, ships) =>
    words.some(
      ({ id, quote }) =>
        id !== claim.id &&
        ships.every(({ imo, mmsi }) => [imo, mmsi].some((number) => number !== null && quote.includes(number))),
    );
}
