import { isUndisputed } from '../attribution/constructions/withheld.ts';
import { isDocumentNoun } from '../attribution/issued-document.ts';
import { isDismissive } from '../events/dismissal.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import { wholeAfterThat } from '../syntax/mend-content.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, spanUnder } from '../syntax/phrase-span.ts';

/**
 * Whether a word is part of what a clause with "that" only names, under a verb or noun by which nobody says that it is so: "agreed to
 * delete from the minutes that", "the line that", "a broker invents that". Whoever writes vouches for such a clause only under the few
 * words that grant it ("it turned out that", "the fact that"); who else says it would have been read as an attribution.
 */
export function isUnvouched(sentence: ParsedSentence, word: number): boolean {
  const { arcs } = sentence;
  const seen = new Set<number>();
  for (let at = word; at >= 0 && !seen.has(at); at = arcs.heads[at]!) {
    seen.add(at);
    if (isNamedOnly(sentence, at) || isInPaper(sentence, at)) return true;
  }
  return false;
}

function isNamedOnly(sentence: ParsedSentence, at: number): boolean {
  const { arcs, words, clauses, clauseOf } = sentence;
  const above = arcs.heads[at]!;
  if (above < 0 || !/^(ccomp|acl|relcl|csubj|csubjpass)$/.test(arcs.labels[at]!)) return false;
  // "That it was sold is the whole of the charge".
  if (/^csubj/.test(arcs.labels[at]!) && words[spanUnder(sentence, at).from]!.lower === 'that') {
    const complement = clauses[clauseOf[above] ?? -1]?.complement;
    return complement !== undefined && !attributionList('vouching').has(words[complement]!.lower);
  }
  const that = wholeAfterThat(words, arcs, at);
  if (that === undefined) return false;
  // "at the fair that Norway opened" lacks what it opened, and is told of the fair.
  const isWhole = childBy(sentence, at, 'dobj', 'attr', 'acomp', 'nsubjpass') !== undefined;
  if (!isWhole && /^(NOUN|PROPN)$/.test(words[that - 1]?.pos ?? '')) return false;
  const clause = clauses[clauseOf[above] ?? -1];
  if (clause?.head !== above)
    return (
      /^(NOUN|PROPN)$/.test(words[above]!.pos) && !attributionList('vouching').has(singularOf(words[above]!.lower))
    );
  // "Nobody denies that it sold them".
  if (isUndisputed(sentence, clause)) return false;
  if (clause.lemma !== 'be' || arcs.labels[at] !== 'ccomp') return !attributionList('vouches').has(clause.lemma);
  // "What is wrong is that it was sold": said of what is not so, or of what should not have been.
  const subject = arcs.children[above]!.filter(
    (child) => child < above && /^(csubj|nsubj|ccomp)$/.test(arcs.labels[child]!),
  );
  return subject.some((head) => [head, ...arcs.children[head]!].some((one) => isDismissive(sentence, one)));
}

/** "a telegram in which it sold rifles": what stands in a paper, whatever is told of that. */
function isInPaper(sentence: ParsedSentence, at: number): boolean {
  const { arcs, words } = sentence;
  const above = arcs.heads[at]!;
  if (above < 0 || arcs.labels[at] !== 'relcl') return false;
  const noun = singularOf(words[above]!.lower);
  const holds = isDocumentNoun(noun) || attributionList('papers').has(noun) || attributionList('tales').has(noun);
  return (
    holds &&
    arcs.children[at]!.some(
      (child) =>
        words[child]!.lower === 'where' ||
        (words[child]!.lower === 'in' && arcs.children[child]!.some((one) => words[one]!.lower === 'which')),
    )
  );
}
