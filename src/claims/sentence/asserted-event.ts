import type { Attribution } from '../attribution/attribution.ts';
import { eventOfClause } from '../events/event.ts';
import { isResponsible } from '../events/noun-parties.ts';
import { isInverted, leavesToCome, stanceOf } from '../events/stance.ts';
import { timesOf } from '../events/time-owner.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { PLAIN_SAYING } from '../lexicon/cue.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Predicate } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, spanUnder } from '../syntax/phrase-span.ts';

/** Gerunds after these tell of what was done; after others they only name it. */
export const ASSERTED_AFTER = /^(by|after|including|before|while|since|when|in|through|as)$/;

const FORBIDS = /^(ban|forbid|prohibit|outlaw)$/;

/** Events that a participle after a noun tells of as done. */
const ASSERTED_IN_PASSING: ReadonlySet<Predicate> = new Set<Predicate>([
  'transferred',
  'procured',
  'attacked',
  'stole',
  'employed',
  'fired',
  'launched',
  'ship-to-ship-transferred',
]);

/** Whether a clause tells of its event, rather than naming a purpose, a condition or a kind of thing. */
export function isAsserted(sentence: ParsedSentence, place: number, held: readonly Attribution[]): boolean {
  const clause = sentence.clauses[place]!;
  const first = sentence.clauses[clause.joinedTo]!;
  if (held.some(({ tops }) => tops.includes(clause.head) || tops.includes(first.head))) return true;
  if (/^(if|unless|whether|lest)$/.test(first.opener)) return false;
  if (first.relation === 'advcl' && isInverted(sentence, first)) return false;
  if (isOfUnknown(sentence, place)) return false;
  const { relation } = clause;
  // "have stopped carrying crude": what ended is reported by the verb of ending, and nobody denies that it went on.
  if (relation === 'xcomp' && /^(stop|cease|quit|end)$/.test(sentence.clauses[clause.parent]?.lemma ?? ''))
    return false;
  // "bans it from exporting coal", "nobody was forbidden to buy": a rule tells neither that it was done nor that it was not.
  if (/^(pcomp|xcomp)$/.test(relation) && FORBIDS.test(sentence.clauses[clause.parent]?.lemma ?? '')) return false;
  if (first.form === 'infinitive') {
    const above = sentence.clauses[clause.parent];
    if (relation === 'advcl' || relation === 'ROOT' || above === undefined) return false;
    if (relation === 'acl') return true;
    if (
      lexicalVerbs('implies').has(above.lemma) ||
      lexicalVerbs('plans').has(above.lemma) ||
      lexicalVerbs('refuses').has(above.lemma) ||
      lexicalVerbs('seems').has(above.lemma) ||
      lexicalVerbs('moves').has(above.lemma) ||
      leavesToCome(above) ||
      above.passive
    )
      return true;
    return above.complement !== undefined;
  }
  if (relation === 'pcomp') {
    // "hides its cooperation in obtaining arms": after a noun it may say of what kind the cooperation is, and not what was done.
    const preposition = sentence.arcs.heads[first.head]!;
    const behindNoun = sentence.clauses[clause.parent]?.object?.link === 'own' || !isVerb(sentence, preposition);
    if (first.opener === 'in' && behindNoun) return false;
    // "which the envoy slammed as stealing", "want to be seen as arming them": what it is in the eyes of somebody.
    if (first.opener === 'as' && isTakenFor(sentence.clauses[clause.parent]?.lemma ?? '')) return false;
    if (first.opener === 'for' && isResponsible(sentence, sentence.arcs.heads[preposition]!)) return true;
    return (
      ASSERTED_AFTER.test(first.opener) || lexicalVerbs('prevents').has(sentence.clauses[clause.parent]?.lemma ?? '')
    );
  }
  if (relation === 'acl' && clause.form !== 'finite') {
    // "Of those killed, 87 were soldiers": who they are, told before.
    if (/^(those|anyone|anybody|everyone)$/.test(sentence.words[sentence.arcs.heads[first.head]!]?.lower ?? ''))
      return false;
    const event = eventOfClause(sentence, clause);
    return (
      event !== undefined &&
      ASSERTED_IN_PASSING.has(event.predicate) &&
      ((clause.object !== undefined && clause.subject !== undefined) ||
        sentence.words[clause.head - 1]?.text === ',' ||
        clause.form === 'past-participle')
    );
  }
  return true;
}

/**
 * "not in a position to say who fired", "no evidence that any part exported by them was delivered": under what is not known or not so, a
 * question and a participle that says which things are meant tell neither that it was done nor that it was not.
 */
function isOfUnknown(sentence: ParsedSentence, place: number): boolean {
  const { clauses, words, arcs } = sentence;
  const { relation, form, subject, parent } = clauses[place]!;
  const above = clauses[parent];
  // "in a position to say": the infinitive hangs on a noun, and is negated with its clause.
  const isTurned = above?.form === 'infinitive' && clauses[above.parent]?.negated === true;
  if (above === undefined || !(isTurned || stanceOf(sentence, parent, []).negated)) return false;
  if (relation === 'ccomp')
    return subject?.link === 'own' && /^(who|what|which|whose)$/.test(words[subject.head]!.lower);
  const noun = arcs.heads[clauses[clauses[place]!.joinedTo]!.head]!;
  return (
    relation === 'acl' &&
    form !== 'finite' &&
    words[noun]?.pos === 'NOUN' &&
    !arcs.children[noun]!.some(
      (child) => arcs.labels[child] === 'poss' || /^(the|these|those|this|that)$/.test(words[child]!.lower),
    )
  );
}

function isTakenFor(lemma: string): boolean {
  return lexicalVerbs('condemns').has(lemma) || attributionList('holds-as').has(lemma);
}

/** Whether a preposition hangs on a verb. */
function isVerb({ arcs, words }: ParsedSentence, preposition: number): boolean {
  return /^(VERB|AUX)$/.test(words[arcs.heads[preposition]!]?.pos ?? '');
}

/** An imperative, or a question that it puts: "Join the readers", "Say first who counted the containers". */
export function isCalledFor(sentence: ParsedSentence, place: number): boolean {
  const { parent, relation, subject, opener } = sentence.clauses[place]!;
  if (isCall(sentence, place)) return true;
  const asks =
    /^(how|when|where|why|whether)$/.test(opener) ||
    (subject?.link === 'own' && /^(who|what|which)$/.test(sentence.words[subject.head]!.lower));
  return relation === 'ccomp' && asks && parent >= 0 && isCall(sentence, parent);
}

/** An imperative. */
function isCall(sentence: ParsedSentence, place: number): boolean {
  const first = sentence.clauses[sentence.clauses[place]!.joinedTo]!;
  return (
    first.relation === 'ROOT' &&
    first.subject === undefined &&
    first.object?.link !== 'conjunct' &&
    sentence.arcs.tags[first.head] === 'VB' &&
    childrenBy(sentence, first.head, 'aux').length === 0
  );
}

/** "…, which is wholly owned by the ministry", "…, who flew the cargo to Oslo": told of by a relative clause behind a comma, with somebody named. */
function isAside(sentence: ParsedSentence, place: number): boolean {
  const clause = sentence.clauses[place]!;
  if (
    clause.relation !== 'relcl' ||
    clause.form !== 'finite' ||
    clause.modifiers.some((word) => /^(may|might|could|would)$/.test(word))
  )
    return false;
  const { from } = spanUnder(sentence, clause.head);
  if (!/^[,–—-]$/.test(sentence.words[from - 1]?.text ?? '')) return false;
  if (clause.object === undefined && clause.obliques.length === 0 && clause.complement === undefined) return false;
  return sentence.words.some(({ pos }, at) => pos === 'PROPN' && sentence.clauseOf[at] === place);
}

/**
 * "from where it had been trucked in August", "…, which was frozen under an order of 3 May": a clause beside the main one that tells
 * with a time of its own of what was done, though by no word of the vocabulary and with no figure.
 */
export function tellsOfItself(sentence: ParsedSentence, place: number): boolean {
  const clause = sentence.clauses[place]!;
  if (sentence.headline || /^(be|quote|cite)$/.test(clause.lemma)) return false;
  // "…, arriving in Narva on 6 May", "…, being joined by a second ship on 12 May": a participle behind a comma that ends the sentence.
  const goesOn =
    clause.relation === 'advcl' &&
    clause.opener === '' &&
    clause.form !== 'infinitive' &&
    sentence.words.slice(clause.head - 2, clause.head).some(({ text }) => text === ',');
  if (clause.form !== 'finite' && !goesOn) return false;
  if (PLAIN_SAYING.has(clause.lemma)) return false;
  // "from where it was trucked": a relative clause that hangs on a preposition.
  const isRelative = clause.relation === 'relcl' || (clause.relation === 'pcomp' && clause.opener === 'where');
  if (!(isRelative || /^(advcl|ROOT)$/.test(clause.relation)) || /^(if|unless|whether|until|as)$/.test(clause.opener))
    return false;
  if (clause.subject === undefined && clause.object === undefined) return false;
  // "2 February – Pirates board the ship and kidnap five": under a day all that is told in the main has one.
  if (sentence.day !== undefined && clause.relation === 'ROOT') return true;
  if (isAside(sentence, place)) return true;
  return timesOf(sentence, place).some(({ from, to }) => from !== null || to !== null);
}
