import type { Attribution } from '../attribution/attribution.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, isUnder } from '../syntax/phrase-span.ts';
import { ASSERTED_AFTER } from './asserted-event.ts';

/** Conjunctions that give a fact as a fact; "if", "unless" and "until" give none. */
const FACTUAL = /^(when|after|because|while|as|although|though|since|before|where)$/;

/** Conjunctions behind which whoever reports may go on in words of their own: "said it sought no war, even as the minister swore revenge". */
const OWN_AGAIN = /^(while|as|although|though)$/;

/**
 * Clauses that tell of something beside the main one, with somebody in them and what they did, though by no word of the vocabulary: a second
 * verb of the same sentence ("ran an exchange and paid its couriers"), a clause of time, reason or contrast ("while the yard paid
 * the crew"), a gerund behind a preposition that gives a fact ("after painting the funnel"), what is said of something
 * that the sentence names ("a network that ran an exchange", "rifles handed over by the army"). `chain`: whose words they are; `held`: all
 * attributions of the sentence.
 */
export function tellsBesideMain(
  sentence: ParsedSentence,
  place: number,
  chain: readonly Attribution[],
  held: readonly Attribution[],
): boolean {
  const { clauses, arcs, words, headline, quoted } = sentence;
  const clause = clauses[place]!;
  if (headline || !isFullAct(clause)) return false;
  // What hangs on a verb as its content is told by a clause of its own.
  if (arcs.children[clause.head]!.some((at) => /^[cx]comp$/.test(arcs.labels[at]!))) return false;
  const first = clauses[clause.joinedTo]!;
  // "the fact that it broke the terms".
  if (clause.relation === 'acl' && clause.form === 'finite')
    return clause.opener === 'that' && words[arcs.heads[clause.head]!]?.lower === 'fact';
  if (/^(acl|relcl)$/.test(first.relation)) return tellsOfNoun(sentence, clause, held);
  if (clause.form !== 'finite') return first.relation === 'pcomp' && ASSERTED_AFTER.test(first.opener);
  if (first.relation === 'advcl')
    return (
      FACTUAL.test(first.opener) &&
      (chain.length === 0 || quoted[clause.head] === true || !OWN_AGAIN.test(first.opener))
    );
  // "said she worked with many who wanted it, but faced cuts": whoever speaks, or whom they tell of.
  if (held.some(({ cue }) => cue === first.head)) return false;
  // "called for a halt and to respect and keep the truce": joined to what is asked for, and not to the asking.
  const beside = clauses.find(({ head }) => head === arcs.heads[clause.head]);
  return clause.joinedTo !== place && /^(ROOT|ccomp)$/.test(first.relation) && beside?.form === 'finite';
}

/** Somebody with a verb of doing and with what it was done to, where or how; neither denied nor only possible. */
function isFullAct({ lemma, modifiers, negated, passive, subject, object, complement, obliques }: Clause): boolean {
  if (negated || PLAIN_SAYING.has(lemma) || /^(be|quote|cite)$/.test(lemma)) return false;
  if (modifiers.some((word) => /^(may|might|could|would|can|should|must|will|shall)$/.test(word))) return false;
  if ((passive ? object : subject) === undefined) return false;
  return passive || object !== undefined || complement !== undefined || obliques.length > 0;
}

/** A relative clause or a participle that says who did what, of something of which it is told that there is one. */
function tellsOfNoun(sentence: ParsedSentence, clause: Clause, held: readonly Attribution[]): boolean {
  const { clauses, arcs, words } = sentence;
  const first = clauses[clause.joinedTo]!;
  const isRelative = first.relation === 'relcl' && clause.form === 'finite';
  const isParticiple = first.relation === 'acl' && /^(participle|past-participle)$/.test(clause.form);
  if (!isRelative && !isParticiple) return false;
  if (isParticiple && (clause.passive ? clause.subject : clause.object) === undefined) return false;
  const noun = arcs.heads[first.head]!;
  // "no firm that sold it", "anyone who helps them": none, or whoever there may be.
  if (noun < 0 || arcs.heads[noun]! < 0 || ANYBODY.test(words[noun]!.lower)) return false;
  if (childrenBy(sentence, noun, 'det').some((at) => ANY.test(words[at]!.lower))) return false;
  // "a report seen by AFP", "a ship that called itself Ela": who saw the paper, and what a thing is called.
  const thing = singularOf(words[noun]!.lower);
  if (['document', 'words'].some((list) => nounList(list).has(thing)) || isTelling(thing)) return false;
  if (/^(call|name|dub|know|title|entitle|style|label|identify|describe)$/.test(clause.lemma)) return false;
  // "reported attacks that hit Narva", "would have seen gangs selling it": of what may have been.
  if (childrenBy(sentence, noun, 'amod').some((at) => UNSURE.test(words[at]!.lower))) return false;
  if (clauses[clause.parent]?.modifiers.some((word) => /^(may|might|could|would)$/.test(word)) === true) return false;
  // "reports about the air force hitting a camp": what is reported, and not of whom.
  if (isParticiple && !clause.passive && isReported(sentence, noun)) return false;
  // "Papers obtained by the paper show": of who speaks, told by the way.
  return !held.some(({ source, cue }) => {
    const speaks = clauses.find(({ head }) => head === cue)?.subject?.head;
    return (
      (source !== undefined && noun >= source.from && noun < source.to) ||
      (speaks !== undefined && isUnder(sentence, noun, speaks))
    );
  });
}

/** What stands behind the preposition of a noun of telling. */
function isReported({ arcs, words }: ParsedSentence, noun: number): boolean {
  const holder = arcs.labels[noun] === 'pobj' ? arcs.heads[arcs.heads[noun]!]! : -1;
  return isTelling(singularOf(words[holder]?.lower ?? ''));
}

function isTelling(noun: string): boolean {
  return attributionList('tellings').has(noun) || attributionList('told-contents').has(noun);
}

const UNSURE = /^(reported|alleged|suspected|possible|potential|purported|supposed|apparent|rumoured|rumored|claimed)$/;

const ANYBODY =
  /^(anyone|anybody|anything|those|whoever|someone|somebody|something|nobody|nothing|everyone|everybody|people)$/;

const ANY = /^(no|any|every|each|what|which|whichever)$/;
