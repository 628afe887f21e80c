import { attributionList } from '../../lexicon/attribution-list.ts';
import { cueTables, type ReportingClass } from '../../lexicon/cue.ts';
import { lexicalVerbs } from '../../lexicon/verb-class.ts';
import { nounList, quantityWords } from '../../lexicon/vocabulary.ts';
import { singularOf } from '../../quantities/counted-noun.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { childBy, childrenBy, isUnder } from '../../syntax/phrase-span.ts';
import { givesEvidence, hasFigure, holdsAs, identifiesWay, tellsAmount } from './reporting-verb.ts';

/** Whether the object of a reporting verb is what is said, and not a thing that the verb acts upon. */
export function statesObject(
  sentence: ParsedSentence,
  clause: Clause,
  object: number,
  reporting: ReportingClass,
): boolean {
  const { words } = sentence;
  if (words[object]!.pos === 'PRON' && !/^(that|this|it|them|any|those)$/.test(words[object]!.lower)) return false;
  const noun = singularOf(words[object]!.lower);
  // "rejected the request", "dismissed ten workers": only what can be true or false is denied.
  if (reporting === 'denies' && attributionList('refused').has(noun)) return false;
  // "did not dispute the amount": what somebody leaves standing is not what they assert.
  if (reporting === 'denies' && clause.negated && attributionList('disputes').has(clause.lemma)) return false;
  if (reporting === 'denies')
    return (
      cueTables().deniable.has(noun) ||
      // "rejected any part in it": what nobody claims to have, and somebody was said to have.
      childrenBy(sentence, object, 'det').some((at) => words[at]!.lower === 'any') ||
      attributionList('disputes').has(clause.lemma) ||
      (sentence.quoted.some(Boolean) && !attributionList('turned-down').has(noun)) ||
      childrenBy(sentence, object, 'acl', 'ccomp').some((at) =>
        childrenBy(sentence, at, 'mark').some((mark) => words[mark]!.lower === 'that'),
      )
    );
  // "The court confirmed the verdict": what it did.
  if (clause.lemma === 'confirm' && attributionList('confirmed').has(noun)) return false;
  if (clause.negated && !/^(confirm|verify|corroborate|substantiate)$/.test(clause.lemma)) return false;
  // "called his brother" says nothing of him.
  const isNamed = childBy(sentence, clause.head, 'oprd', 'attr', 'acomp', 'ccomp') !== undefined;
  if (clause.lemma === 'call' && !isNamed && !cueTables().deniable.has(noun)) return false;
  // "was still assessing the matter": what somebody is busy with, and nothing that they say.
  if (/^(assess|evaluate|examine|review|consider|study)$/.test(clause.lemma) && isGoingOn(sentence, clause))
    return false;
  if (holdsAs(clause)) return true;
  // "is considering more measures": what may be done.
  if (clause.lemma === 'consider' && !isNamed) return false;
  if (lexicalVerbs('condemns').has(clause.lemma) || lexicalVerbs('names').has(clause.lemma)) return true;
  if (/^(blame|accuse)$/.test(clause.lemma) || givesEvidence(sentence, clause)) return true;
  if (/^(put|place|set|peg)$/.test(clause.lemma)) return true;
  // "figures showed a decline of 186,000": what somebody shows to others is a thing.
  if (clause.lemma === 'show') return showsFigureOrEvent(sentence, clause, object);
  // "expects exports of 13 million tonnes".
  if (/^(expect|anticipate|project|foresee|reckon)$/.test(clause.lemma) && tellsAmount(sentence, object)) return true;
  if (/^(voice|express|share)$/.test(clause.lemma)) return attributionList('voiced').has(noun);
  if (cueTables().evidential.has(clause.lemma) && tellsAmount(sentence, object)) return true;
  // "The inspectors identified new ways of evading the ban, including": how it is done, as whoever looked into it tells.
  if (identifiesWay(sentence, clause)) return true;
  // "admitted 262 patients", "admits fishing vessels": whoever or whatever can be counted is let in.
  const isOwned = cueTables().deniable.has(noun) || Object.hasOwn(quantityWords().units, noun);
  if (clause.lemma === 'admit' && !isOwned) return false;
  return lexicalVerbs('states-object').has(clause.lemma) && !nounList('document').has(noun);
}

/** "data showed a fall of 186,000", "documents showed a cargo sold by Norway": what papers tell by an amount or by what befell a thing. */
export function showsFigureOrEvent(sentence: ParsedSentence, { subject }: Clause, object: number): boolean {
  const shown = subject === undefined ? '' : singularOf(sentence.words[subject.head]!.lower);
  if (!/^(data|figure|record|register|statistic|document|filing|table|count)$/.test(shown)) return false;
  const befell = sentence.clauses.some(
    ({ head, relation, passive, subject: by }) =>
      relation === 'acl' && passive && by?.link === 'own' && isUnder(sentence, head, object),
  );
  return befell || tellsAmount(sentence, object);
}

/** "notified the Committee of 67,000 barrels": the preposition and its noun, where it carries a figure. */
export function notifiedOf(
  sentence: ParsedSentence,
  clause: Clause,
): { readonly at: number; readonly head: number } | undefined {
  if (!attributionList('notifies-of').has(clause.lemma) || clause.object?.link !== 'own') return undefined;
  const at = [...childrenBy(sentence, clause.head, 'prep'), ...childrenBy(sentence, clause.object.head, 'prep')].find(
    (preposition) => sentence.words[preposition]!.lower === 'of',
  );
  const head = at === undefined ? undefined : childBy(sentence, at, 'pobj');
  return at === undefined || head === undefined || !hasFigure(sentence, head) ? undefined : { at, head };
}

/** What goes on after the object of a verb of saying and belongs to what is said: neither when nor where it was said. */
export function restAfter(sentence: ParsedSentence, { head }: Clause, object: number): number[] {
  const { arcs, times, clauses } = sentence;
  return arcs.children[head]!.filter(
    (child) =>
      child > head &&
      child !== object &&
      !/^(conj|cc|punct|nsubj|aux|neg|prt)$/.test(arcs.labels[child]!) &&
      !isSayingPlace(sentence, child) &&
      !times.some(({ firstWord, lastWord }) => child >= firstWord && child <= lastWord) &&
      !clauses.some((one) => one.head === child && one.form === 'participle'),
  );
}

/** "said in a statement", "announced at a meeting": where it was said. */
function isSayingPlace(sentence: ParsedSentence, at: number): boolean {
  const object = childBy(sentence, at, 'pobj');
  if (object === undefined) return false;
  const noun = singularOf(sentence.words[object]!.lower);
  return (
    sentence.times.some(({ firstWord, lastWord }) => object >= firstWord && object <= lastWord) ||
    (/^(in|at|on|during|via|through)$/.test(sentence.words[at]!.lower) &&
      (nounList('document').has(noun) || attributionList('occasions').has(noun)))
  );
}

/** "was assessing it": still going on. */
function isGoingOn({ arcs }: ParsedSentence, { head, modifiers }: Clause): boolean {
  return arcs.tags[head] === 'VBG' && modifiers.some((word) => /^(is|are|was|were|be|been|'s|'re)$/.test(word));
}
