import type { Claim } from '../../claims/model/claim.ts';
import { assertionBlocks, type ClaimBlock } from '../../findings/allegations/claim-blocks.ts';
import type { Regime } from '../../regime/model/regime.ts';

/** The blocks in which the claims of each document stand: those that were gathered among all claims, and those that follow from a claim alone. */
export function blocksByDocument(
  resting: readonly {
    readonly document: { readonly document: string } | undefined;
    readonly grounds: readonly Claim[];
  }[],
  gathered: readonly ClaimBlock[],
  regimes: readonly Regime[],
): ReadonlyMap<string, readonly ClaimBlock[]> {
  const byClaim = new Map<string, ClaimBlock[]>();
  for (const one of gathered) {
    const known = byClaim.get(one.claim);
    if (known === undefined) byClaim.set(one.claim, [one]);
    else known.push(one);
  }
  return new Map(
    resting.map(({ document, grounds }) => [
      document?.document ?? '',
      grounds.flatMap((claim) => [
        ...(byClaim.get(claim.id) ?? []).sort(inOneOrder),
        ...assertionBlocks(claim, regimes),
      ]),
    ]),
  );
}

/** In whatever order blocks were gathered. */
function inOneOrder(a: ClaimBlock, b: ClaimBlock): number {
  return wordsOf(a) < wordsOf(b) ? -1 : 1;
}

function wordsOf({ kind, item, block }: ClaimBlock): string {
  return `${kind} ${item} ${block}`;
}
