import type { Claim } from '../../../claims/model/claim.ts';
import { deepFreeze } from '../../../core/json/json.ts';
import { shared } from '../../../core/memoized.ts';
import type { TextLayer } from '../../../documents/text/text-layer.ts';

/**
 * Claims of a text with the parts that thousands of claims have alike held once: claimants, times, bases, rules. Read from a file or handed
 * over by a thread, each would bring its own, which is most of what an archive of claims takes. A quotation is a view into
 * the text that is held anyway. The claims are filled in where they are, so they must be nobody else's yet.
 */
export function withSharedParts(
  claims: Claim[],
  { document, text }: Pick<TextLayer, 'document' | 'text'>,
): readonly Claim[] {
  for (const claim of claims) {
    const inText = text.slice(claim.start, claim.end);
    for (const quantity of claim.quantities) shareParts(quantity);
    shareParts(Object.assign(claim, { document, quote: inText === claim.quote ? inText : claim.quote }));
  }
  return deepFreeze(claims);
}

/** Longer than that a part is hardly ever said twice, and knowing it would cost more than holding it. */
const LONGEST_SHARED = 240;

const oneOf = shared<object>();

/** Puts in the place of each part the one that says the same. New objects would each have a layout of their own to the engine. */
function shareParts(whole: object): void {
  for (const [name, part] of Object.entries(whole)) {
    if (typeof part !== 'object' || part === null || name === 'quantities') continue;
    const said = JSON.stringify(part);
    if (said.length <= LONGEST_SHARED) Object.assign(whole, { [name]: oneOf(said, () => part) });
  }
}
