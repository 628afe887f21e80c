import type { Word } from '../tokens/word.ts';

/** A run of words; `to` is exclusive. */
export type Run = { readonly from: number; readonly to: number };

/** Parts of speech of which noun phrases are made. */
export const CONTENT = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM']);
export const POSSESSIVE = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose']);

/** A noun phrase without its prepositional phrases that begins at a word; undefined when none does. */
export function nounPhraseAt(words: readonly Word[], at: number): Run | undefined {
  let i = at;
  let noun = -1;
  if (words[i]?.pos === 'PRON' && !POSSESSIVE.has(words[i]!.lower)) return { from: at, to: at + 1 };
  for (; i < words.length; i++) {
    const word = words[i]!;
    if (CONTENT.has(word.pos) || POSSESSIVE.has(word.lower)) {
      // A determiner or pronoun opens a new phrase once a noun has been seen.
      if (noun >= 0 && (word.pos === 'DET' || POSSESSIVE.has(word.lower)) && words[i - 1]!.text !== "'s") break;
      if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM' || word.pos === 'SYM') noun = i;
      continue;
    }
    if ((word.text === "'s" || word.text === "'") && noun >= 0 && word.pos === 'PART') continue;
    if (word.pos === 'ADV' && noun < 0 && /^(ADJ|NUM|ADV)$/.test(words[i + 1]?.pos ?? '')) continue;
    if (/^(least|as|than|more)$/.test(word.lower) && noun < 0) continue;
    break;
  }
  return noun < 0 ? undefined : { from: at, to: noun + 1 };
}
