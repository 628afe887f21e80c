import type { Attribution } from '../attribution/attribution.ts';
import { PLAIN_SAYING } from '../lexicon/cue.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { ASSERTED_AFTER } from './asserted-event.ts';

/** Conjunctions that give a fact as a fact; "if", "unless" and "until" give none. */
const FACTUAL = /^(when|after|because|while|as|although|though|since|before|where)$/;

/** Conjunctions behind which whoever reports may go on in words of their own: "said it sought no war, even as the minister swore revenge". */
const OWN_AGAIN = /^(while|as|although|though)$/;

/**
 * Clauses that tell of something beside the main one, with somebody in them and what they did, though by no word of the vocabulary: a second
 * verb of the same sentence ("ran an exchange and paid its couriers"), a clause of time, reason or contrast ("while the yard paid
 * the crew"), a gerund behind a preposition that gives a fact ("after painting the funnel"). `chain`: whose words they are; `cues`: the words that tell whose.
 */
export function tellsBesideMain(
  { clauses, arcs, words, headline, quoted }: ParsedSentence,
  place: number,
  chain: readonly Attribution[],
  cues: ReadonlySet<number>,
): boolean {
  const clause = clauses[place]!;
  if (headline || !isFullAct(clause)) return false;
  // What hangs on a verb as its content is told by a clause of its own.
  if (arcs.children[clause.head]!.some((at) => /^[cx]comp$/.test(arcs.labels[at]!))) return false;
  const first = clauses[clause.joinedTo]!;
  // "the fact that it broke the terms".
  if (clause.relation === 'acl' && clause.form === 'finite')
    return clause.opener === 'that' && words[arcs.heads[clause.head]!]?.lower === 'fact';
  if (clause.form !== 'finite') return first.relation === 'pcomp' && ASSERTED_AFTER.test(first.opener);
  if (first.relation === 'advcl')
    return (
      FACTUAL.test(first.opener) &&
      (chain.length === 0 || quoted[clause.head] === true || !OWN_AGAIN.test(first.opener))
    );
  // "said she worked with many who wanted it, but faced cuts": whoever speaks, or whom they tell of.
  if (cues.has(first.head)) return false;
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
