import type { Basis } from './basis.ts';
import type { Claim, ClaimPart } from './claim.ts';
import type { Quantity, QuantityPart } from './quantity.ts';

/** How a part of a claim was read, a person's acceptance counted. What nobody judged is open. */
export function basisOfPart(claim: Pick<Claim, 'status' | 'basis'>, part: ClaimPart): Basis {
  return claim.status === 'accepted' ? 'explicit' : (claim.basis?.[part] ?? 'open');
}

/** How a part of a figure was read, a person's acceptance of its claim counted. */
export function basisOfFigure(
  claim: Pick<Claim, 'status'>,
  quantity: Pick<Quantity, 'basis'>,
  part: QuantityPart,
): Basis {
  return claim.status === 'accepted' ? 'explicit' : (quantity.basis?.[part] ?? 'open');
}
