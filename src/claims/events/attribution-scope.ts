import type { Run } from '../names/phrase.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { PredicateHit } from './predicate.ts';

/** One attribution of a sentence with the acts and figures that it holds, or what none holds. */
export type Slot = {
  readonly frame: Frame | undefined;
  readonly outer: readonly Frame[];
  readonly hits: PredicateHit[];
  readonly quantities: FoundQuantity[];
};

/** "Governments should share", "must stop", "It is recommended that": what is said demands something. */
export function isDemand(sentence: ReadSentence, slot: Slot): boolean {
  const span = spanOf(sentence, slot.frame);
  const group = sentence.groups.find(
    (other) => other.from >= span.from && other.to <= span.to && other.form === 'finite',
  );
  if (group === undefined || slot.outer.length > 0) return false;
  if (group.passive && group.lemma === 'recommend') return true;
  if (/^(should|must)$/.test(sentence.words[group.from]!.lower) && sentence.words[group.from + 1]?.lower !== 'have')
    return true;
  return (
    slot.frame !== undefined &&
    /^(we|i)$/.test(sentence.words[group.from - 1]?.lower ?? '') &&
    (group.lemma === 'call-for' || group.lemma === 'urge' || group.lemma === 'demand' || group.lemma === 'recommend')
  );
}

/** The words a slot is about: what its attribution hands over, else the sentence. */
export function spanOf(sentence: ReadSentence, frame: Frame | undefined): Run {
  if (frame === undefined) return { from: 0, to: sentence.words.length };
  const first = frame.content[0]!;
  return { from: first.from, to: Math.max(first.to, frame.content[frame.content.length - 1]!.to) };
}
