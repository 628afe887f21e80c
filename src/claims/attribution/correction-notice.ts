import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';
import { isDocumentNoun } from './issued-document.ts';

/** Headings of more words than these tell what stands below, and not what it is. */
const LONGEST = 6;

/** "Corrections", "Correction and clarification": a heading of what takes back or puts right what its paper wrote before. */
export function isCorrectionHeading(heading: string): boolean {
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length <= LONGEST && words.some((word) => attributionList('correction-headings').has(singularOf(word)));
}

/**
 * "The report also said that", "this newspaper reported that", "in our interview he was quoted as saying": under such a heading a
 * sentence that tells again what the paper wrote. It is what is put right, and no claim of anybody any more.
 */
export function recallsOwnText(sentence: ParsedSentence, source: Claimant): boolean {
  return sentence.clauses.some((clause) => {
    if (!cueTables().verbs.has(clause.lemma) && clause.lemma !== 'misquote') return false;
    if (!/^VB[DN]$/.test(sentence.arcs.tags[clause.head]!)) return false;
    const teller = clause.passive ? undefined : clause.subject?.head;
    if (teller !== undefined && isOwnVoice(sentence, teller, source)) return true;
    return clause.obliques.some(
      ({ preposition, head }) => clause.passive && preposition === 'in' && isOwnText(sentence, head),
    );
  });
}

function isOwnVoice(sentence: ParsedSentence, at: number, source: Claimant): boolean {
  const { lower, text } = sentence.words[at]!;
  return (
    /^(we|i)$/.test(lower) ||
    isOwnText(sentence, at) ||
    (source.name.split(' ').at(-1) === text && source.kind !== 'person')
  );
}

/** "a report of 14 August", "the article", "our story", "this newspaper": a text or the paper itself, of which no other owner is named. */
function isOwnText(sentence: ParsedSentence, at: number): boolean {
  const { words, mentions } = sentence;
  const noun = singularOf(words[at]!.lower);
  if (!isDocumentNoun(noun) && !attributionList('own-texts').has(noun) && !nounList('newsroom').has(noun)) return false;
  const before = childrenBy(sentence, at, 'det', 'poss', 'compound', 'amod');
  if (before.some((one) => words[one]!.pos === 'PROPN' || mentions.some(({ from, to }) => one >= from && one < to)))
    return false;
  const by = childrenBy(sentence, at, 'prep', 'acl').some((one) =>
    /^(by|from|published|issued)$/.test(words[one]!.lower),
  );
  return !by && before.some((one) => /^(a|an|the|our|this|that|its)$/.test(words[one]!.lower));
}
