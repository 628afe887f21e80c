import type { Facts } from './facts.ts';

/** The facts about goods to ask for. */

export function longerCode(facts: Facts): string {
  return `goods.hs: a longer code than ${facts.goods.hs}, for the paragraph covers a part of it only`;
}

export function unnamedGoods(facts: Facts): string {
  const { unknownName, nearest } = facts.goods;
  if (unknownName !== null)
    return `goods.hs: the vocabulary does not hold "${unknownName.slice(0, 60)}"${nearest}; give an HS code`;
  return 'goods: an HS code or a name';
}
