import type { Quantity } from '../../claims/model/quantity.ts';
import { findGoods, type RegimeGoods } from '../../regime/goods/goods.ts';

const LONGEST_NAME = 5;

/**
 * The goods of the regime's vocabulary that phrases name, by the longest run of words that the vocabulary holds:
 * "extensive military packages, including ballistic missiles" names ballistic missiles. Of two names side by side the last
 * is the thing: "artillery and rocket ammunition" is ammunition. Each name once, as the vocabulary writes it.
 */
export function goodsNamedIn(phrases: readonly string[], vocabulary: RegimeGoods): readonly string[] {
  const found = new Set<string>();
  for (const phrase of phrases) {
    const tokens = [...phrase.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu)];
    const words = tokens.map(([word]) => word);
    for (let at = 0; at < words.length; ) {
      const match = longestNameAt(words, at, vocabulary);
      const next = at + (match?.length ?? 1);
      if (match !== undefined && !isModifier(tokens, next, vocabulary))
        found.add(turnedName(words, at, match.length, vocabulary) ?? match.name);
      at = next;
    }
  }
  return [...found];
}

function longestNameAt(
  words: readonly string[],
  at: number,
  vocabulary: RegimeGoods,
): { name: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const entry = findGoods(vocabulary, words.slice(at, at + length).join(' '));
    if (entry) return { name: entry.name, length };
  }
  return undefined;
}

/** "Rounds of artillery" are artillery rounds and no artillery, where the vocabulary has the words the other way round. */
function turnedName(words: readonly string[], at: number, length: number, vocabulary: RegimeGoods): string | undefined {
  if (words[at - 1] !== 'of' || words[at - 2] === undefined) return undefined;
  return findGoods(vocabulary, `${words.slice(at, at + length).join(' ')} ${words[at - 2]}`)?.name;
}

/**
 * Whether the name that ends before `next` only tells which kind: a name of goods follows at once, or an "and" with a name
 * that itself is one of two side by side. A plural stands for itself ("missiles and rocket ammunition").
 */
function isModifier(tokens: readonly RegExpMatchArray[], next: number, vocabulary: RegimeGoods): boolean {
  const [last, following] = [tokens[next - 1], tokens[next]];
  if (last === undefined || following === undefined) return false;
  const gap = (following.index ?? 0) - ((last.index ?? 0) + last[0].length);
  const words = tokens.map(([word]) => word);
  if (gap !== 1 || last[0].endsWith('s')) return false;
  if (!/^(?:and|or)$/.test(following[0])) return longestNameAt(words, next, vocabulary) !== undefined;
  const joined = longestNameAt(words, next + 1, vocabulary);
  return joined !== undefined && isModifier(tokens, next + 1 + joined.length, vocabulary);
}

/** The phrase of the source where it names the thing; what it counts where the noun stands elsewhere ("115 were hurt"). */
export function countedThing({ raw, counts }: Quantity): string {
  const noun = counts.split(' ').at(-1) ?? counts;
  return raw.toLowerCase().includes(noun) ? raw : counts;
}
