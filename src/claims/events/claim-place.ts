import { inTime, type Run } from '../names/phrase.ts';
import type { ReadSentence } from '../syntax/parsed-sentence.ts';
import type { PredicateHit } from './predicate.ts';

/** Places named in what is said: names of places, and States behind a preposition of place or as what was attacked. */
export function placesOf(sentence: ReadSentence, span: Run, hit: PredicateHit | undefined, several: boolean): string[] {
  const places: string[] = [];
  for (const mention of sentence.mentions) {
    if (mention.from < span.from || mention.to > span.to || inTime(sentence.times, mention.from)) continue;
    let at = mention.from - 1;
    while (at >= 0 && /^(the|eastern|western|northern|southern|central|nearby|and|,)$/.test(sentence.words[at]!.lower))
      at--;
    const before = sentence.words[at]?.lower ?? '';
    const located =
      /^(in|near|at|off|into|over|inside|outside|around|across|within|throughout|toward|towards|from|via)$/.test(
        before,
      );
    const attacked =
      hit?.predicate === 'attacked' &&
      mention.kind === 'country' &&
      (mention.from === hit.group.to || (hit.group.passive && mention.to === hit.group.from));
    if (several && hit !== undefined && !attacked && Math.abs(mention.from - hit.group.head) > 14) continue;
    if (
      (mention.kind === 'place' && before !== "'s") ||
      ((mention.kind === 'country' || mention.kind === 'seat') &&
        (located || attacked) &&
        sentence.words[mention.to]?.text !== "'s")
    )
      places.push(mention.text.replace(/^the /, ''));
  }
  return [...new Set(places)];
}
