import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';
import { isDismissal } from './dismissal.ts';

/** Verbs by which a telling is taken back, whoever told it. */
const WITHDRAWS = /^(withdraw|retract|take-back|recant|rescind|unsay)$/;
/** Verbs that take a charge back, and nothing else that is told. */
const DROPS = /^(drop|abandon|revoke)$/;
const CHARGE = /^(charge|accusation|allegation|claim)$/;
const REFERS = /^(this|that|these|those|the|its|his|her|their|our|both)$/;

/**
 * The word of a sentence by which a telling is taken back that stands before it: "We withdraw the statement", "and later retracted it",
 * "that statement was incorrect and is withdrawn". What is taken back is nobody's claim any more. Undefined where nothing is.
 */
export function retractionIn(sentence: ParsedSentence): number | undefined {
  return sentence.clauses.find((clause) => takesBack(sentence, clause))?.head;
}

/** Whether the sentence has itself told before the word what it takes back by it, so that no earlier sentence is meant. */
export function tellsBefore({ clauses }: ParsedSentence, retraction: number): boolean {
  const place = clauses.findIndex(({ head }) => head === retraction);
  const above = new Set<number>();
  for (let at = clauses[place]!.parent; at >= 0 && !above.has(at); at = clauses[at]!.parent) above.add(at);
  return clauses.some(({ head, form }, at) => head < retraction && form === 'finite' && at !== place && !above.has(at));
}

/**
 * Whether a word lies within what the sentence itself says is taken back: "the institute retracts its note, which said that …", "the
 * statement that … was withdrawn". Whoever took it back says it no more, and nobody else says it here.
 */
export function isTakenBackHere(sentence: ParsedSentence, at: number): boolean {
  const { arcs, words } = sentence;
  const under = new Set<number>();
  for (let word = at; word >= 0 && !under.has(word); word = arcs.heads[word] ?? -1) under.add(word);
  return sentence.clauses.some((clause) => {
    const { head, lemma, subject, object, complement, negated, modifiers } = clause;
    const isAdjective =
      lemma === 'be' && /^(withdrawn|retracted|rescinded)$/.test(words[complement ?? -1]?.lower ?? '');
    if (!isAdjective && !WITHDRAWS.test(lemma)) return false;
    const told = isAdjective ? subject : object;
    if (negated || told === undefined || modifiers.some((word) => /^(may|might|could|should|must|would)$/.test(word)))
      return false;
    return at !== told.head && at !== head && under.has(told.head) && isTellingNoun(words[told.head]!.lower);
  });
}

function isTellingNoun(lower: string): boolean {
  const noun = singularOf(lower);
  return attributionList('tellings').has(noun) || attributionList('issued-documents').has(noun);
}

function takesBack(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  if (clause.negated || clause.modifiers.some((word) => /^(may|might|could|should|must|would)$/.test(word)))
    return false;
  // "is hereby withdrawn": the parser takes the participle for an adjective.
  const adjective =
    clause.lemma === 'be' && /^(withdrawn|retracted|rescinded)$/.test(words[clause.complement ?? -1]?.lower ?? '');
  const told = adjective ? clause.subject : clause.object;
  if (adjective || WITHDRAWS.test(clause.lemma))
    // "suggested, and later retracted, that": what it was follows.
    return told === undefined
      ? isJoinedToSaying(sentence, clause) || isOfTelling(sentence, clause)
      : isEarlierTelling(sentence, told.head) || isOfTelling(sentence, clause);
  if (DROPS.test(clause.lemma))
    return (
      told !== undefined && isEarlierTelling(sentence, told.head) && CHARGE.test(singularOf(words[told.head]!.lower))
    );
  // "that statement was incorrect", in the words of whoever tells the rest; what another says of it is that other's denial.
  return (
    isOwn(sentence, clause) &&
    isDismissal(sentence, clause) &&
    clause.subject !== undefined &&
    isStatement(sentence, clause.subject.head)
  );
}

/** "that statement", "the story", "it": a telling that stood before, and not one whose content follows. */
function isEarlierTelling(sentence: ParsedSentence, noun: number): boolean {
  return /^(it|this|that|them|these|those)$/.test(sentence.words[noun]!.lower) || isStatement(sentence, noun);
}

function isStatement(sentence: ParsedSentence, noun: number): boolean {
  const { words } = sentence;
  return (
    attributionList('tellings').has(singularOf(words[noun]!.lower)) &&
    childrenBy(sentence, noun, 'det', 'poss').some((at) => REFERS.test(words[at]!.lower)) &&
    childrenBy(sentence, noun, 'acl', 'ccomp', 'relcl').length === 0
  );
}

/** "information that the State later withdrew". */
function isOfTelling({ arcs, words }: ParsedSentence, { relation, head }: Clause): boolean {
  const noun = words[arcs.heads[head]!];
  return (
    /^(acl|relcl)$/.test(relation) && noun !== undefined && attributionList('tellings').has(singularOf(noun.lower))
  );
}

function isJoinedToSaying({ clauses }: ParsedSentence, clause: Clause): boolean {
  const first = clauses[clause.joinedTo]!;
  return first !== clause && cueTables().verbs.has(first.lemma);
}

/** No verb of saying stands above the clause. */
function isOwn({ clauses }: ParsedSentence, clause: Clause): boolean {
  for (let at = clause.parent, steps = 0; at >= 0 && steps < clauses.length; at = clauses[at]!.parent, steps++)
    if (cueTables().verbs.has(clauses[at]!.lemma)) return false;
  return true;
}
