import { judgeClaimant } from './claimant-name.ts';
import type { AnnotatedText } from './corpus.ts';
import { extractText } from './extract-text.ts';
import { matchClaims } from './match.ts';
import { accepted, sameQuantity } from './scorer.ts';

/**
 * What the extractor gets right in a text, as keys that stay the same in a changed copy: the claim, its claimant, its
 * polarity, each of its figures.
 */
export async function rightIn(text: AnnotatedText): Promise<ReadonlySet<string>> {
  const right = new Set<string>();
  for (const { gold, extracted } of matchClaims(text.claims, await extractText(text)).pairs) {
    const index = text.claims.indexOf(gold);
    right.add(`${index} claim`);
    if (judgeClaimant(gold.claimant, extracted.claimant) === 'right') right.add(`${index} claimant`);
    if (accepted(gold, 'polarity', extracted.polarity)) right.add(`${index} polarity`);
    gold.quantities.forEach((quantity, place) => {
      if (extracted.quantities.some((found) => sameQuantity(quantity, found))) right.add(`${index} figure ${place}`);
    });
  }
  return right;
}

export type Kept = { readonly before: number; readonly kept: number; readonly lost: readonly string[] };

/** How much of what was right in the text is right in the changed copy, where the right answer has changed with it. */
export function compareRight(before: ReadonlySet<string>, after: ReadonlySet<string>): Kept {
  const lost = [...before].filter((key) => !after.has(key));
  return { before: before.size, kept: before.size - lost.length, lost };
}
