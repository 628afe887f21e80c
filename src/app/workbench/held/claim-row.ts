import type { DetailedClaim } from '../../../store/details.ts';
import type { ClaimRow } from '../contract/claim.ts';

/** A claim as a table shows it. */
export function claimRowOf({ claim, beside }: Pick<DetailedClaim, 'claim' | 'beside'>): ClaimRow {
  return { ...claim, ...beside } as ClaimRow;
}
