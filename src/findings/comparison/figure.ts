import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { writePlural } from '../../core/plural.ts';

/** One figure of one claim; a claim with three figures has three of them. */
export type Figure = { readonly id: string; readonly claim: Claim; readonly quantity: Quantity };

/** What a figure counts and in which unit, in the plural: figures that are laid side by side share it. */
export function axisName({ counts, unit }: Quantity): string {
  return unit === undefined ? writePlural(counts) : `${writePlural(counts)} in ${writePlural(unit)}`;
}
