import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

export function isPlace({ mentions, words }: ParsedSentence, at: number): boolean {
  return (
    mentions.some(({ kind, from, to }) => kind === 'place' && at >= from && at < to) ||
    nounList('spot').has(singularOf(words[at]!.lower))
  );
}

/** A place, or the seat of a government, which is one for whoever is brought there. */
export function isCapital(sentence: ParsedSentence, at: number): boolean {
  const isSeat = sentence.mentions.some(({ kind, from, to }) => kind === 'seat' && at >= from && at < to);
  return isSeat || isPlace(sentence, at);
}

/** A place, also one that no list knows. */
export function isWhere(sentence: ParsedSentence, at: number): boolean {
  return isPlace(sentence, at) || isName(sentence, at);
}

/** Who can be given something: a name, or a noun of a body or of people. */
export function isSomebody(sentence: ParsedSentence, at: number): boolean {
  const noun = singularOf(sentence.words[at]!.lower);
  return isName(sentence, at) || ['organ', 'official', 'company', 'unnamed'].some((list) => nounList(list).has(noun));
}

export function isName({ words, mentions }: ParsedSentence, at: number): boolean {
  return words[at]!.pos === 'PROPN' || mentions.some(({ from, to }) => at >= from && at < to);
}
