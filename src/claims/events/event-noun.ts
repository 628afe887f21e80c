import { lightVerbs } from '../lexicon/vocabulary.ts';
import type { Predicate } from '../model/claim.ts';
import { headOf } from '../names/speaker-phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import { subjectBefore } from '../syntax/subject.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';

/**
 * "A ship-to-ship transfer took place", "the launch occurred": the subject names the deed. A transfer between two vessels is from
 * ship to ship, told so or not.
 */
export function happening(sentence: ReadSentence, group: VerbGroup): Predicate | undefined {
  const { words } = sentence;
  const takesPlace = group.lemma === 'take' && words[group.to]?.lower === 'place';
  if ((!takesPlace && !/^(occur|happen)$/.test(group.lemma)) || group.passive || group.negated) return undefined;
  const subject = subjectBefore(words, group.from, sentence.times, 0);
  if (subject === undefined) return undefined;
  const noun = singularOf(words[headOf(words, subject)]!.text);
  const near = words.slice(subject.from, group.to + 14).map((word) => singularOf(word.text));
  if (noun === 'transfer' && sentence.vessels.filter(({ from }) => from >= subject.from).length >= 2)
    return 'ship-to-ship-transferred';
  for (const [predicate, { nouns, with: beside }] of Object.entries(lightVerbs()))
    if (nouns.includes(noun) && (beside === undefined || beside.some((word) => near.includes(word))))
      return predicate as Predicate;
  return undefined;
}
