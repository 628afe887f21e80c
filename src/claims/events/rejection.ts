import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { callsUntrue, grantsIt, isDismissive, isGround } from './dismissal.ts';

/**
 * That what is reported is called untrue in the same sentence; `by` is the verb of whom the sentence has calling it so, and `open` says
 * that neither it nor its denial is anybody's: it is taken back, or only blamed.
 */
export type Rejection = { readonly by: string | null; readonly open?: true };
const OPEN: Rejection = { by: null, open: true };

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
    const untrue = rejectionOfClause(sentence, at);
    if (untrue !== undefined) return untrue;
    if (at !== word && isTelling(sentence, at)) {
      const rejection = rejectionOfTelling(sentence, at, word);
      if (rejection !== undefined) return rejection;
    }
    const isVerb = /^(VERB|AUX)$/.test(words[at]!.pos) && !isTelling(sentence, at);
    // What words left out of a quotation ("reports ... about") part from the reports hangs on the verb.
    const clause = at === word ? undefined : sentence.clauses.find(({ head }) => head === at);
    if (clause !== undefined && isGroundless(sentence, clause)) return { by: null };
    if (!NOMINAL.test(label) || (isVerb && at !== word && !/^(acl|relcl|pcomp|csubj)$/.test(label))) return undefined;
  }
  return undefined;
}

/** Words that blame what was done as often as they call it untrue: "it is wrong that ships were sold". */
const BLAMES = /^(wrong|absurd|ridiculous|foolish|nonsense)$/;
/** "It is not right that" blames. */
const TRUE = /^(true|correct|accurate|so|case|fact)$/;
const SIGNS = /^(sign|evidence|proof|indication|trace|hint|suggestion|record)s?$/;

/**
 * "It is untrue, the author said, that …", "there is no truth in the report that …": a clause opened by "that" behind what calls it
 * untrue. Where the word may blame what was done as well, or what is turned is not its truth ("it is not the first time that"), it is nobody's.
 */
function rejectionOfClause(sentence: ParsedSentence, at: number): Rejection | undefined {
  const { arcs, words, clauses, clauseOf } = sentence;
  if (!/^(ccomp|acl|relcl|csubj|advcl)$/.test(arcs.labels[at]!)) return undefined;
  if (!arcs.children[at]!.some((child) => words[child]!.lower === 'that')) return undefined;
  // "It is untrue, the author said, that …": the parser hangs the clause on the one that was put in.
  const hangs = arcs.heads[at]!;
  const first = arcs.children[hangs]!.find((child) => arcs.labels[child] === 'ccomp' && child < hangs && hangs < at);
  const inserted = arcs.labels[hangs] === 'parataxis' && hangs < at ? arcs.heads[hangs] : first;
  const above = clauses[clauseOf[inserted ?? hangs] ?? -1];
  const isApart = inserted !== undefined;
  if (above === undefined || !BEING.test(above.lemma)) return undefined;
  if (grantsIt(sentence, above)) return undefined;
  if (above.complement === undefined) return above.negated ? OPEN : undefined;
  // What hangs on another noun of the clause is told by that noun.
  const subject = arcs.children[above.head]!.find((child) => /^(nsubj|expl)$/.test(arcs.labels[child]!));
  if (subject === undefined || !/^(it|there)$/.test(words[subject]!.lower)) return undefined;
  const word = words[above.complement]!.lower;
  const dismissed = isDismissive(sentence, above.complement);
  // "It is untrue, said the ministry, that …": read without a subject, so that whose denial it is stays open.
  const isLost = first !== undefined && !arcs.children[hangs]!.some((child) => arcs.labels[child] === 'nsubj');
  if (isLost && (dismissed || above.negated)) return OPEN;
  if (!above.negated) return dismissed ? (BLAMES.test(word) ? OPEN : { by: null }) : undefined;
  if (isApart && TRUE.test(word)) return { by: null };
  // Of a clause that hangs on the verb the negation is read with the verb.
  if (isGround(word) && !/^(ccomp|advcl|csubj)$/.test(arcs.labels[at]!)) return { by: null };
  return TRUE.test(word) || isGround(word) || SIGNS.test(word) ? undefined : OPEN;
}

/** A noun of telling, or one that rejects what it tells ("a lie that ships were sold"). The tagger takes "Reports that" for a verb. */
function isTelling(sentence: ParsedSentence, at: number): boolean {
  const { words, arcs } = sentence;
  const isNoun = /^(NOUN|PROPN)$/.test(words[at]!.pos) || /^(nsubj|nsubjpass|dobj|pobj|attr)$/.test(arcs.labels[at]!);
  return isNoun && (cueTables().deniable.has(singularOf(words[at]!.lower)) || isDismissive(sentence, at));
}

function rejectionOfTelling(sentence: ParsedSentence, noun: number, content: number): Rejection | undefined {
  const { words, clauses, clauseOf } = sentence;
  const verb = verbAbove(sentence, noun);
  // "Suggestions that ships were sold have no basis", read as a noun without a verb: what becomes of them is not known.
  if (verb < 0) return OPEN;
  const clause = clauses[clauseOf[verb]!];
  const isSubject = (clause?.passive ? clause.object : clause?.subject)?.head === noun;
  // "withdrew its report that", "the report that … has been withdrawn": nobody says it any more.
  if (clause !== undefined && doesAway(clause) && !clause.negated && clause.object?.head === noun) return OPEN;
  if (clause !== undefined && !isSubject && cueTables().rejecting.has(clause.lemma)) {
    // "dismissed as absurd the claim that", "called the report that … a fabrication": the word stands on either side of it.
    const isNamed = words.some(
      (_, at) => at > verb && at !== noun && isDismissive(sentence, at) && !isOfContent(sentence, at, content),
    );
    const denies = cueTables().verbs.get(clause.lemma) === 'denies';
    return (isNamed || denies) && !clause.negated ? { by: clause.lemma } : undefined;
  }
  if (clause !== undefined && !isSubject && isGroundless(sentence, clause)) return { by: null };
  const isRejected = isSubject && isCalledUntrue(sentence, verb);
  // "A rumour that ships were sold went round": told of as a rumour, and by nobody as untrue.
  const named = attributionList('hearsay').has(singularOf(words[noun]!.lower));
  if (named && !isRejected && !adjectivesOf(sentence, noun).some((at) => isDismissive(sentence, at))) return OPEN;
  if (isDismissive(sentence, noun) || adjectivesOf(sentence, noun).some((at) => isDismissive(sentence, at)))
    return clause !== undefined && !isSubject && BEING.test(clause.lemma) && clause.negated ? undefined : { by: null };
  return isRejected ? { by: null } : undefined;
}

/** "There is no truth to reports of ships being sold", as "no truth in the report that". */
function isGroundless({ words }: ParsedSentence, { negated, lemma, complement }: Clause): boolean {
  return negated && BEING.test(lemma) && complement !== undefined && isGround(words[complement]!.lower);
}

/** "quashed the finding that", "dropped the charge that"; who dismisses or disproves what others say denies it. */
function doesAway({ lemma }: Clause): boolean {
  const { rejecting, verbs } = cueTables();
  return attributionList('does-away').has(lemma) && !rejecting.has(lemma) && verbs.get(lemma) !== 'denies';
}

/** Whether a verb says of its subject that it is untrue. */
function isCalledUntrue(sentence: ParsedSentence, verb: number): boolean {
  const clause = sentence.clauses[sentence.clauseOf[verb] ?? -1];
  return clause !== undefined && clause.head === verb && callsUntrue(sentence, clause);
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
