import { cueTables } from '../lexicon/cue.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { isDismissive } from './dismissal.ts';

/** That what is reported is called untrue in the same sentence; `by` is the verb of whom the sentence has calling it so. */
export type Rejection = { readonly by: string | null };

/** Links by which a clause or a noun hangs on a noun before it, from the inside out. */
const NOMINAL = /^(acl|relcl|pobj|prep|pcomp|appos|agent|compound|poss|conj|dobj|attr|nsubj|nsubjpass|ccomp|csubj)$/;
const BEING = /^(be|remain|amount|appear|seem|prove)$/;

/**
 * Whether the telling on which a word hangs ("the report that …", "the tale of …") is rejected as untrue: in the words of whoever
 * says the sentence ("is a fabrication", "the false report that …"), or by somebody whom it names ("called it a lie", "dismissed as
 * absurd"). Undefined where it is not. What a speaker calls false is the last thing that may be printed as theirs.
 */
export function rejectionOf(sentence: ParsedSentence, word: number): Rejection | undefined {
  const { words, arcs } = sentence;
  const seen = new Set<number>();
  for (let at = word; at >= 0 && !seen.has(at); at = arcs.heads[at]!) {
    seen.add(at);
    const label = arcs.labels[at]!;
    if (label === 'csubj' && isCalledUntrue(sentence, arcs.heads[at]!)) return { by: null };
    if (at !== word && isTelling(sentence, at)) {
      const rejection = rejectionOfTelling(sentence, at, word);
      if (rejection !== undefined) return rejection;
    }
    const isVerb = /^(VERB|AUX)$/.test(words[at]!.pos) && !isTelling(sentence, at);
    if (!NOMINAL.test(label) || (isVerb && at !== word && !/^(acl|relcl|pcomp|csubj)$/.test(label))) return undefined;
  }
  return undefined;
}

/** A noun of telling, or one that rejects what it tells ("a lie that ships were sold"). The tagger takes "Reports that" for a verb. */
function isTelling(sentence: ParsedSentence, at: number): boolean {
  const { words, arcs } = sentence;
  const isNoun = /^(NOUN|PROPN)$/.test(words[at]!.pos) || /^(nsubj|nsubjpass|dobj|pobj|attr)$/.test(arcs.labels[at]!);
  return isNoun && (cueTables().deniable.has(words[at]!.lemma) || isDismissive(sentence, at));
}

function rejectionOfTelling(sentence: ParsedSentence, noun: number, content: number): Rejection | undefined {
  const { words, clauses, clauseOf } = sentence;
  const verb = verbAbove(sentence, noun);
  const clause = verb < 0 ? undefined : clauses[clauseOf[verb]!];
  const isSubject = clause?.subject?.head === noun;
  if (clause !== undefined && !isSubject && cueTables().rejecting.has(clause.lemma)) {
    // "dismissed as absurd the claim that", "called the report that … a fabrication": the word stands on either side of it.
    const isNamed = words.some(
      (_, at) => at > verb && at !== noun && isDismissive(sentence, at) && !isOfContent(sentence, at, content),
    );
    const denies = cueTables().verbs.get(clause.lemma) === 'denies';
    return (isNamed || denies) && !clause.negated ? { by: clause.lemma } : undefined;
  }
  if (isDismissive(sentence, noun) || adjectivesOf(sentence, noun).some((at) => isDismissive(sentence, at)))
    return clause !== undefined && !isSubject && BEING.test(clause.lemma) && clause.negated ? undefined : { by: null };
  return isSubject && isCalledUntrue(sentence, verb) ? { by: null } : undefined;
}

/** "is a fabrication", "was nonsense". */
function isCalledUntrue(sentence: ParsedSentence, verb: number): boolean {
  const clause = sentence.clauses[sentence.clauseOf[verb] ?? -1];
  if (clause === undefined || clause.head !== verb || !BEING.test(clause.lemma) || clause.negated) return false;
  return clause.complement !== undefined && isDismissive(sentence, clause.complement);
}

function adjectivesOf({ arcs }: ParsedSentence, noun: number): readonly number[] {
  return arcs.children[noun]!.filter((child) => /^(amod|compound)$/.test(arcs.labels[child]!));
}

function verbAbove({ words, arcs }: ParsedSentence, noun: number): number {
  let at = arcs.heads[noun]!;
  while (at >= 0 && !/^(VERB|AUX)$/.test(words[at]!.pos)) at = arcs.heads[at]!;
  return at;
}

/** Whether a word tells of the things of the content itself ("sold false papers"). */
function isOfContent({ arcs }: ParsedSentence, word: number, content: number): boolean {
  const head = arcs.heads[word]!;
  return /^(amod|dobj)$/.test(arcs.labels[word]!) && (head === content || arcs.heads[head] === content);
}
