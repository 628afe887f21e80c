import { pairReason, textOf } from './name-reasons.ts';
import type { NameFound } from './name-search.ts';

/** A part of the name asked beside the part of the listed name that it was taken for; null where one has none. */
export type AlignedPart = { readonly asked: string | null; readonly listed: string | null; readonly how: string };

/** The name asked and the name found, laid side by side. */
export function alignedParts({ comparison, across }: NameFound): readonly AlignedPart[] {
  const { asked, listed, pairs, whole, score } = comparison;
  if (whole !== '') {
    const how = whole === 'equal' ? whole : `${whole} (${score.toFixed(2)})`;
    return [{ asked: asked.raw, listed: listed.raw, how }];
  }
  const inAnother = across.length > 0;
  return [
    ...pairs.map((pair) => {
      const how = pairReason(comparison, pair);
      return {
        asked: textOf(asked, pair.asked),
        listed: textOf(listed, pair.listed),
        how: how === 'equal' ? how : `${how} (${pair.similarity.toFixed(2)})`,
      };
    }),
    ...wordsOf(
      asked.tokens.map(({ text }) => text),
      comparison.usedAsked,
    ).map((word) => ({
      asked: word,
      listed: null,
      how: inAnother ? 'in another name' : 'only asked',
    })),
    ...(inAnother
      ? []
      : wordsOf(
          listed.tokens.map(({ text }) => text),
          comparison.usedListed,
        )
    ).map((word) => ({
      asked: null,
      listed: word,
      how: 'only listed',
    })),
  ];
}

/** The words without a counterpart. */
function wordsOf(words: readonly string[], used: number): string[] {
  return words.filter((_, i) => ((used >> i) & 1) === 0);
}
