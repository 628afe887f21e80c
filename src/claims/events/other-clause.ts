import { nounPhraseAt, type Run } from '../names/phrase.ts';
import type { FoundQuantity } from '../quantities/found-quantity.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import type { Slot } from './attribution-scope.ts';
import { NO_DEED } from './clause-roles.ts';
import { subjectOf } from './event-subject.ts';

/** A clause behind a deed that tells something else with figures of its own. */
export type OtherClause = { readonly run: Run; readonly negated: boolean; readonly quantities: FoundQuantity[] };

/**
 * "stole $40 million, and exchanges froze $2 million", "sent tanks, but it repaired 30 trucks": figures of a clause with a
 * subject of its own, whose verb tells none of the deeds. Who was killed or hurt in an attack is counted with it.
 */
export function otherClauses(sentence: ReadSentence, slot: Slot, frame: Frame | undefined, span: Run): OtherClause[] {
  if (slot.hits.some(({ predicate }) => predicate === 'attacked')) return [];
  const first = slot.hits[0]!.group;
  const clauses = sentence.groups.flatMap((group): OtherClause[] => {
    if (group.form !== 'finite' || group.head < first.head || group.to > span.to || group.head === frame?.cue)
      return [];
    if (slot.hits.some((hit) => hit.group.head === group.head)) return [];
    // "and it was worth $2 million": what is told of a deed or its things, and no other deed.
    if (NO_DEED.test(group.lemma)) return [];
    const from = jointBefore(sentence, group);
    if (from === undefined || from < first.to) return [];
    const run = { from, to: Math.min(endOf(sentence, slot, group), span.to) };
    const quantities = slot.quantities.filter((found) => found.from >= run.from && found.from < run.to);
    return quantities.length === 0 ? [] : [{ run, negated: group.negated, quantities }];
  });
  return [...clausesBefore(sentence, slot, frame, span), ...clauses];
}

/** "paid $2 million to a firm that sold rifles": what the main verb tells before whoever does the deed of a relative clause. */
function clausesBefore(sentence: ReadSentence, slot: Slot, frame: Frame | undefined, span: Run): OtherClause[] {
  const { words, groups } = sentence;
  const { group } = slot.hits[0]!;
  const verb = groups.findLast(({ form, head }) => form === 'finite' && head < group.head);
  if (group.form !== 'finite' || !/^(who|which|that)$/.test(words[group.from - 1]?.lower ?? '')) return [];
  if (verb === undefined || verb.from < span.from || verb.head === frame?.cue) return [];
  if (NO_DEED.test(verb.lemma) || verb.passive) return [];
  const subject = subjectOf(sentence, group);
  if (subject === undefined || subject.from < verb.to) return [];
  let to = subject.from;
  const quantities = slot.quantities.filter((found) => found.from >= verb.to && found.from < to);
  const from = Math.max(span.from, subjectOf(sentence, verb)?.from ?? verb.from);
  while (to > verb.to && /^(ADP|CCONJ|DET)$/.test(words[to - 1]!.pos)) to--;
  return quantities.length === 0 ? [] : [{ run: { from, to }, negated: verb.negated, quantities }];
}

/** "Latvia sent 14 tanks and Malta 18", "Latvia gave Chad 14 tanks and Togo 18": whose verb is left out is another's figure. */
export function isElided({ words, mentions }: ReadSentence, slot: Slot, quantity: FoundQuantity): boolean {
  const end = /^'s?$/.test(words[quantity.from - 1]?.text ?? '') ? quantity.from - 1 : quantity.from;
  const name = mentions.find((mention) => mention.to === end && !/^(place|demonym)$/.test(mention.kind));
  if (name === undefined || !/^(and|while|,)$/.test(words[name.from - 1]?.lower ?? '')) return false;
  return slot.quantities.some(
    (other) => other.from < name.from && slot.hits.some(({ group }) => group.head < other.from),
  );
}

/**
 * Where the subject of a clause begins, when a conjunction joins the clause to the one before. Behind a bare "and" a past form
 * may as well say what a noun is ("firms and banks based in"), so a comma or pronoun has to part the clauses there.
 */
function jointBefore(sentence: ReadSentence, group: VerbGroup): number | undefined {
  const { words } = sentence;
  const pronoun = /^(it|they|he|she|we|i)$/.test(words[group.from - 1]?.lower ?? '');
  const subject = pronoun ? { from: group.from - 1, to: group.from } : subjectOf(sentence, group);
  if (subject === undefined || subject.to !== group.from) return undefined;
  if (nounPhraseAt(words, subject.from)?.to !== subject.to) return undefined;
  let at = subject.from;
  while (at > 0 && words[at - 1]!.pos === 'DET') at--;
  const joint = words[at - 1]?.lower ?? '';
  const parted = /^(but|while|whereas|although|though|;)$/.test(joint);
  return parted || (joint === 'and' && (pronoun || words[at - 2]?.text === ',')) ? at : undefined;
}

/** The next verb that tells a deed, or has a subject of its own, ends the clause. */
function endOf(sentence: ReadSentence, slot: Slot, group: VerbGroup): number {
  const next = sentence.groups.find(
    (other) =>
      other.head > group.head &&
      other.form === 'finite' &&
      (slot.hits.some((hit) => hit.group.head === other.head) || jointBefore(sentence, other) !== undefined),
  );
  if (next === undefined) return sentence.words.length;
  return jointBefore(sentence, next) ?? next.from;
}
