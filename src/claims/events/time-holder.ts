import { nounList } from '../lexicon/vocabulary.ts';
import { nounPhraseAt } from '../names/phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { isPastForm, type VerbGroup } from '../syntax/verb-group.ts';
import type { TimeExpression } from '../times/time-expression.ts';
import type { PredicateHit } from './predicate.ts';

/**
 * "as a December 2017 resolution requires", "in a letter dated 5 March", "under the deal signed in June": the time dates a paper
 * or a measure beside what is told. Of a sentence about that paper it is the time, and so it is where the verb is the claim's.
 */
export function datesPaper(sentence: ReadSentence, time: TimeExpression, hit: PredicateHit | undefined): boolean {
  const { words, groups } = sentence;
  const main = hit?.group ?? groups.find(({ form }) => form === 'finite');
  const behind = nounPhraseAt(words, time.lastWord + 1);
  const named = behind === undefined ? -1 : behind.to - 1;
  if (
    named > 0 &&
    /^(DET|ADJ)$|^\d/.test(words[time.firstWord]!.pos === 'DET' ? 'DET' : (words[time.firstWord - 1]?.pos ?? '')) &&
    isPaper(sentence, named)
  )
    return !isSubject(sentence, named, main);
  const dating = groups.find((group) => group.to === time.firstWord && group.head === group.from);
  const noun =
    dating !== undefined && dating !== hit?.group && isPastForm(words[dating.head]!)
      ? nounBefore(sentence, dating.from)
      : words[time.firstWord]!.lower === 'of'
        ? time.firstWord - 1
        : -1;
  if (noun < 0 || !isPaper(sentence, noun)) return false;
  // "The letter arrived on Monday": the only verb is the claim's own.
  if (dating?.form === 'finite' && !groups.some((other) => other.form === 'finite' && other.head !== dating.head))
    return false;
  return !isSubject(sentence, noun, dating === main ? groups.find((other) => other.head > dating!.head) : main);
}

function isPaper({ words }: ReadSentence, at: number): boolean {
  return /^(NOUN|PROPN)$/.test(words[at]!.pos) && nounList('dated').has(singularOf(words[at]!.lower));
}

/** The noun right before a participle, a comma between them or not. */
function nounBefore({ words }: ReadSentence, at: number): number {
  return words[at - 1]?.text === ',' ? at - 2 : at - 1;
}

/** "The resolution, adopted in 2017, bans coal": nothing but what belongs to the noun stands before the verb. */
function isSubject({ words, groups }: ReadSentence, noun: number, main: VerbGroup | undefined): boolean {
  if (main === undefined || main.head < noun) return false;
  const lead = words.slice(0, noun).findLast((word) => word.pos === 'ADP' || word.pos === 'PUNCT');
  return lead === undefined && !groups.some((group) => group.head < noun);
}

/** "renewed the embargo until May 2025": how long the measure is to last, and not when it was decided. */
export function isTerm({ words }: ReadSentence, time: TimeExpression, hit: PredicateHit | undefined): boolean {
  return (
    hit !== undefined &&
    /^(renewed|adopted|vetoed|voted)$/.test(hit.predicate) &&
    time.firstWord > hit.group.head &&
    /^(until|till|through|to)$/.test(words[time.firstWord]!.lower)
  );
}

/** "After the deal collapsed in 2018, Iran bought": the time of a clause that tells what had happened before, or came after. */
export function isOfClauseBefore({ words, groups }: ReadSentence, time: TimeExpression, head: number): boolean {
  if (time.lastWord > head) return false;
  const verb = groups.findLast((group) => group.form === 'finite' && group.head < time.firstWord);
  if (verb === undefined || verb.head === head) return false;
  const comma = words.findIndex(({ text }, i) => i > time.lastWord && i < head && text === ',');
  if (comma < 0) return false;
  for (let i = verb.from - 1; i >= 0 && verb.from - i <= 12; i--) {
    if (/^[,;:]$/.test(words[i]!.text)) return false;
    if (/^(after|before|until|because|although|though|since)$/.test(words[i]!.lower)) return true;
  }
  return false;
}
