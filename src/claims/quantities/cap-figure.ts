import type { Word } from '../tokens/word.ts';
import type { FoundQuantity } from './found-quantity.ts';

/** How far before its figure a verb of capping may stand ("capped refined petroleum exports to the country at N"). */
const REACH = 16;

/** "the annual cap is 500,000 barrels", "capped exports at 500,000 barrels": a figure that is a ceiling. */
export function isCeiling(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (/^(cap|ceiling|limit|maximum|capped|quota)$/.test(words[i]!.lower))
      return (
        !words.slice(i, at).some((word) => /^(than|exceed|exceeded|with|by)$/.test(word.lower)) &&
        (words[at - 1]!.lower !== 'at' || words[i]!.lower === 'capped')
      );
  const link = words[at - 1]?.lower;
  if (link !== 'at' && link !== 'to') return false;
  for (let i = at - 2; i >= Math.max(0, at - REACH); i--) {
    const word = words[i]!;
    if (/^[.;:"]$/.test(word.text) || word.pos === 'NUM' || /^(from|that|and|but)$/.test(word.lower)) return false;
    if (/^(caps?|capped|capping|limits?|limited|limiting|restricts?|restricted|restricting)$/.test(word.lower))
      return word.pos === 'VERB' || !/^(the|a|an|its|their|his|her|of|no)$/.test(words[i - 1]?.lower ?? '');
  }
  return false;
}

/** "capped imports at 4 million barrels of crude and 500,000 barrels of products": the second is a ceiling like the first. */
export function withCeilings(words: readonly Word[], found: readonly FoundQuantity[]): FoundQuantity[] {
  const read = [...found];
  for (let i = 1; i < read.length; i++) {
    const [first, second] = [read[i - 1]!, read[i]!];
    if (first.quantity.qualifier !== 'at-most' || second.quantity.qualifier !== 'exactly') continue;
    if (
      second.from - first.to !== 1 ||
      words[first.to]!.lower !== 'and' ||
      first.quantity.unit !== second.quantity.unit
    )
      continue;
    read[i] = { ...second, quantity: { ...second.quantity, qualifier: 'at-most', low: null } };
  }
  return read;
}
