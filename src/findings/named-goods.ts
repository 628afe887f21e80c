import type { Claim } from '../claims/claim.ts';
import { findGoods, type GoodsVocabulary } from '../regime/goods.ts';

const LONGEST_NAME = 5;

/**
 * The goods of the regime's vocabulary that phrases name, by the longest run of words that the vocabulary holds:
 * "extensive military packages, including ballistic missiles" names ballistic missiles. Each name once, as the vocabulary writes it.
 */
export function goodsNamedIn(phrases: readonly string[], vocabulary: GoodsVocabulary): readonly string[] {
  const found = new Set<string>();
  for (const phrase of phrases) {
    const words = phrase.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
    for (let at = 0; at < words.length; ) {
      const match = longestNameAt(words, at, vocabulary);
      if (match !== undefined) found.add(match.name);
      at += match?.length ?? 1;
    }
  }
  return [...found];
}

function longestNameAt(
  words: readonly string[],
  at: number,
  vocabulary: GoodsVocabulary,
): { name: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const entry = findGoods(vocabulary, words.slice(at, at + length).join(' '));
    if (entry) return { name: entry.name, length };
  }
  return undefined;
}

/** What a claim says moved: the mentions of the roles given, and what its figures count or measure. */
export function thingsOf(claim: Claim, roles: readonly (keyof Claim['roles'])[]): readonly string[] {
  const mentions = roles.flatMap((role) => claim.roles[role] ?? []);
  const counted = roles.length === 0 ? [] : claim.quantities.map((quantity) => quantity.counts);
  return [...mentions, ...counted];
}
