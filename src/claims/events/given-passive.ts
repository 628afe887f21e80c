import { nounPhraseAt, type Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { isThing } from './role-noun.ts';

const GIVES = /^(give|sell|send|hand|pay|donate)$/;
const SUPPLIES = /^(supply|provide|furnish)$/;

/**
 * "was given 31 tanks", "were supplied with mortars": in this passive the subject gets what stands behind the verb. The run is
 * what it gets; undefined when the subject is what is handed over ("tanks were given to").
 */
export function givenBehind({ words }: ReadSentence, group: VerbGroup): Run | undefined {
  if (!group.passive) return undefined;
  const at = SUPPLIES.test(group.lemma)
    ? words[group.to]?.lower === 'with'
      ? group.to + 1
      : -1
    : GIVES.test(group.lemma)
      ? group.to
      : -1;
  const phrase = at < 0 ? undefined : nounPhraseAt(words, at);
  if (phrase === undefined) return undefined;
  // "tonnes of coal": what the measure is of.
  const of = words[phrase.to]?.lower === 'of' ? nounPhraseAt(words, phrase.to + 1) : undefined;
  return [phrase, of].some((run) => run !== undefined && isThing(words[run.to - 1]!.lower)) ? phrase : undefined;
}
