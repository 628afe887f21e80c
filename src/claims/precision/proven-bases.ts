import type { Basis } from '../model/basis.ts';
import type { Claim, ClaimPart } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import { isProven } from './measured-readings.ts';
import { measuredPart, readingOf, readingOfFigure } from './reading.ts';

/**
 * `explicit` is a measured promise: a part that stands in its clause, read in a way that was not right often enough where it could be
 * counted, is held no better than one that is carried.
 */
export function withProvenBases(claim: Claim): Claim {
  if (claim.basis === undefined) return claim;
  const basis = Object.fromEntries(
    Object.entries(claim.basis).map(([part, how]) => [part, provenBasis(claim, part as ClaimPart, how)]),
  );
  return { ...claim, basis, quantities: claim.quantities.map((quantity) => withProvenThing(claim, quantity)) };
}

function provenBasis(claim: Claim, part: ClaimPart, basis: Basis): Basis {
  return basis === 'explicit' && !isProven(measuredPart(part), readingOf(claim, part)) ? 'carried' : basis;
}

function withProvenThing(claim: Claim, quantity: Quantity): Quantity {
  const { basis } = quantity;
  return basis?.counts !== 'explicit' || isProven('counts', readingOfFigure(claim, quantity))
    ? quantity
    : { ...quantity, basis: { ...basis, counts: 'carried' } };
}
