import { eventOfNoun } from '../events/event.ts';
import type { PlacedFigure } from '../events/figures.ts';
import { timeOfNoun } from '../events/time-owner.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, isUnder } from '../syntax/phrase-span.ts';

/** Prepositions behind which an event stands as one that took place; "before the delivery", "until the strike" tell of none that did. */
const TOOK_PLACE = /^(after|following|since|despite)$/;

/** "in the wake of the raid". */
const LATER_ON = /^(wake|aftermath)$/;

/**
 * Nouns that tell beside a clause of an event that took place at a time of its own or with a figure of its own: "following the seizure of 40
 * rifles in April", "since the attack of 3 May on the depot".
 */
export function occurredNouns(sentence: ParsedSentence, figures: readonly PlacedFigure[]): readonly number[] {
  const { words, arcs } = sentence;
  return words.flatMap((_, at) => {
    if (arcs.labels[at] !== 'pobj' || eventOfNoun(sentence, at) === undefined) return [];
    const preposition = arcs.heads[at]!;
    const holder = arcs.heads[preposition]!;
    const isLater = words[preposition]!.lower === 'of' && holder >= 0 && LATER_ON.test(words[holder]!.lower);
    if (!isLater && !TOOK_PLACE.test(words[preposition]!.lower)) return [];
    const time = timeOfNoun(sentence, at);
    const isDated = time.basis === 'explicit' && (time.when.from !== null || time.when.to !== null);
    const isNamed = childrenBy(sentence, at, 'prep', 'poss', 'compound').length > 0;
    return isNamed && (isDated || figures.some((figure) => hangsOnNoun(sentence, figure, at))) ? [at] : [];
  });
}

/** A figure that hangs on such a noun and on no verb below it. */
export function hangsOnNoun(sentence: ParsedSentence, { top, clause }: PlacedFigure, noun: number): boolean {
  const verb = sentence.clauses[clause]?.head;
  return isUnder(sentence, top, noun) && (verb === undefined || !isUnder(sentence, verb, noun));
}
