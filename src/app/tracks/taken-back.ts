import type { Claim } from '../../claims/model/claim.ts';
import type { StatedShip } from '../../tracks/detection/stated-call.ts';

/** Words by which somebody gives a statement up, or corrects it. */
const TAKES_BACK =
  /\b(?:withdr[ae]wn?|withdrew|withdraws|retract(?:s|ed|ing|ion)|rescind(?:s|ed)|corrects?|corrected|correction|earlier version|takes? back|took back|taken back|regrets? the error|in error)\b/iu;

/**
 * Tells of which claims the record says that a statement about the same ships, by their numbers, was given up. Whose statement is meant is not
 * worked out: what may be given up is laid beside no track, where it would be printed as borne out or refuted.
 */
export function takenBackIn(claims: readonly Claim[]): (claim: Claim, ships: readonly StatedShip[]) => boolean {
  const words = claims.filter(({ quote }) => TAKES_BACK.test(quote));
  return (claim, ships) =>
    words.some(
      ({ id, quote }) =>
        id !== claim.id &&
        ships.every(({ imo, mmsi }) => [imo, mmsi].some((number) => number !== null && quote.includes(number))),
    );
}
