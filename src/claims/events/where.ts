import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isUnder } from '../syntax/phrase-span.ts';
import { isTime } from './party-name.ts';

const PLACED =
  /^(in|near|at|off|into|over|inside|outside|around|across|within|throughout|toward|towards|from|via|along|through)$/;

/** Places named in a clause: names of places, and States after a preposition of place or as what was attacked. */
export function placesOfClause(sentence: ParsedSentence, place: number, attacked: boolean): string[] {
  const { arcs, words, clauseOf } = sentence;
  const clause: Clause = sentence.clauses[place]!;
  const places: string[] = [];
  for (const mention of sentence.mentions) {
    const at = mention.to - 1;
    if (clauseOf[at] !== place || isTime(sentence, at)) continue;
    // "A cook in Vladivostok sold two cars": where whoever did it lives or has a seat is not where it was done.
    const head = arcs.heads[at]!;
    const doer = clause.subject?.link === 'own' ? clause.subject.head : undefined;
    // "A raid in Goma killed 40", but no raid by men from Goma.
    const isEvent =
      doer !== undefined &&
      nounList('event').has(singularOf(words[doer]!.lower)) &&
      arcs.heads[head] === doer &&
      /^(in|at|near|on|off|over|outside|inside|around|across)$/.test(words[head]!.lower);
    if (doer !== undefined && !isEvent && isUnder(sentence, at, doer)) continue;
    const placed = arcs.labels[at] === 'pobj' && head >= 0 && PLACED.test(words[head]!.lower);
    const hit =
      attacked &&
      clause.object !== undefined &&
      isUnder(sentence, at, clause.object.head) &&
      mention.kind === 'country';
    if (
      (mention.kind === 'place' && arcs.labels[at] !== 'poss') ||
      ((mention.kind === 'country' || mention.kind === 'seat') && (placed || hit))
    )
      places.push(mention.text.replace(/^the /, ''));
  }
  return [...new Set(places)];
}
