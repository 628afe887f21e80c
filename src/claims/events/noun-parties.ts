import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy } from '../syntax/phrase-span.ts';

/** "pinned the theft on Pyongyang": the object of a verb of blame, whose doer stands after "on". */
export function isBlamed({ arcs, words }: ParsedSentence, noun: number): boolean {
  return arcs.labels[noun] === 'dobj' && /^(pin|blame|attribute|ascribe)$/.test(words[arcs.heads[noun]!]?.lemma ?? '');
}

/** "put the blame on X": the one who is blamed. */
export function takesBlame({ arcs, words, clauses }: ParsedSentence, noun: number): boolean {
  const preposition = arcs.heads[noun]!;
  if (arcs.labels[noun] !== 'pobj' || words[preposition]!.lower !== 'on') return false;
  const at = arcs.heads[preposition]!;
  const holder = words[at]?.lower === 'blame' ? arcs.heads[at]! : at;
  const clause = clauses.find(({ head }) => head === holder);
  return (
    clause?.object !== undefined &&
    /^(put|lay|place|pin)$/.test(clause.lemma) &&
    words[clause.object.head]!.lower === 'blame'
  );
}

/** "responsible", "guilty": what is said of whoever did what stands after it. */
export function isResponsible({ words }: ParsedSentence, at: number): boolean {
  return /^(responsible|accountable|guilty|culpable|liable)$/.test(words[at]?.lower ?? '');
}

/** "X is responsible for the theft of": who is said to have done what a noun tells of. */
export function heldResponsible(sentence: ParsedSentence, noun: number): number | undefined {
  const { arcs, clauses } = sentence;
  const preposition = arcs.labels[noun] === 'pobj' ? arcs.heads[noun]! : -1;
  const adjective = preposition < 0 ? -1 : arcs.heads[preposition]!;
  if (adjective < 0 || !isResponsible(sentence, adjective)) return undefined;
  return clauses.find(({ complement }) => complement === adjective)?.subject?.head;
}

/** Whom the object of a verb of blame is blamed on. */
export function blamedOn(sentence: ParsedSentence, noun: number): number | undefined {
  const { arcs, words } = sentence;
  const before = /^(attribute|ascribe)$/.test(words[arcs.heads[noun]!]!.lemma) ? 'to' : 'on';
  const on = words.findIndex(
    ({ lower }, at) =>
      lower === before &&
      at > noun &&
      arcs.labels[at] === 'prep' &&
      (arcs.heads[at] === arcs.heads[noun] || arcs.heads[at] === noun),
  );
  return on < 0 ? undefined : childBy(sentence, on, 'pobj');
}
