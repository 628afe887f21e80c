import { followingVerb } from '../syntax/coordination.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Assertion } from './assertion.ts';

/** Verbs that only say what a thing consists of or how much it comes to. */
const CONTAINS = /^(comprise|include|contain|total|number|weigh|measure|consist|amount|exceed|value)$/;

/** Assertions that tell one event or figure in two places of the sentence, made one, with the figures of both. */
export function mergeAssertions(sentence: ParsedSentence, found: readonly Assertion[]): Assertion[] {
  const kept = [...found];
  for (const one of found) {
    const whole = kept.find((other) => other !== one && isPartOf(sentence, one, other));
    if (whole === undefined || !kept.includes(one)) continue;
    const figures = [...whole.figures, ...one.figures].sort((a, b) => a.from - b.from);
    // What is quoted is the figure in marks, and not the noun of which it is reported.
    const noun = whole.noun !== undefined && one.figures.length > 0 ? one.noun : whole.noun;
    kept[kept.indexOf(whole)] = { ...whole, noun, figures };
    kept.splice(kept.indexOf(one), 1);
  }
  return kept;
}

function isPartOf(sentence: ParsedSentence, part: Assertion, whole: Assertion): boolean {
  if (part.chain.length !== whole.chain.length || part.chain.some((one, i) => one !== whole.chain[i])) return false;
  const { clauses } = sentence;
  const [inner, outer] = [clauses[part.place], clauses[whole.place]];
  // "put the toll at “more than 40”": the noun and its figure in marks.
  if (inner === undefined || outer === undefined) {
    const last = part.chain.at(-1);
    return (
      inner === outer &&
      part.noun !== undefined &&
      whole.noun !== undefined &&
      whole.event === part.event &&
      whole.figures.length === 0 &&
      last?.construction === 'quotation-tag' &&
      last.tops.includes(part.noun) &&
      last.tops[0] === whole.noun
    );
  }
  // "a consignment, comprising 1,200 rifles, was delivered": what was delivered.
  if (part.event === undefined && CONTAINS.test(inner.lemma) && inner.relation === 'acl')
    return whole.event !== undefined && inner.parent === whole.place;
  // "were killed or wounded": one event of the same people.
  return (
    whole.event !== undefined &&
    part.event?.predicate === whole.event.predicate &&
    followingVerb(sentence, whole.place) === part.place
  );
}
