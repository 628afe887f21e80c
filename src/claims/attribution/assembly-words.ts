import { z } from 'zod';
import { loadWords, once, words } from '../lexicon/vocabulary.ts';

const schema = z.strictObject({ titles: words, ranks: words, addresses: words, openers: words });

/** The words by which reports of assemblies print whose turn it is. */
export const assemblyWords = once(() => loadWords('assemblies', schema));

/** "Earl" of "the Earl of Skerry": a title that is held of a place. */
export function isRank(word: string): boolean {
  return assemblyWords().ranks.includes(word);
}
