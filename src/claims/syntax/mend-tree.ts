import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { childrenOf } from '../../syntax/relations/tree.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';

type Draft = { readonly heads: number[]; readonly labels: string[] };

/** Puts right arcs of which the parser is known to be wrong, before clauses are looked for; the words stay as they are. */
export function mendTree(words: readonly Word[], arcs: Arcs): Arcs {
  const draft: Draft = { heads: [...arcs.heads], labels: [...arcs.labels] };
  words.forEach((_, at) => {
    thatBefore(words, arcs, draft, at);
    closingTag(words, arcs, draft, at);
  });
  return draft.heads.every((head, at) => head === arcs.heads[at] && draft.labels[at] === arcs.labels[at])
    ? arcs
    : { ...arcs, ...draft, children: childrenOf(draft.heads) };
}

/**
 * "found that between March and May three ships were sold": before a phrase of time or place the parser takes "that" for the
 * object of the verb of saying, and the clause that it opens for one joined to it.
 */
function thatBefore(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, that: number): void {
  const verb = arcs.heads[that]!;
  if (words[that]!.lower !== 'that' || verb < 0 || verb >= that || !/^(dobj|mark|pobj)$/.test(arcs.labels[that]!)) return;
  if (words[verb]!.pos !== 'VERB' || !cueTables().verbs.has(words[verb]!.lemma)) return;
  if (!/^(ADP|ADV|SCONJ|NUM)$/.test(words[that + 1]?.pos ?? '')) return;
  const told = arcs.children[verb]!.find(
    (child) =>
      child > that &&
      /^(VERB|AUX)$/.test(words[child]!.pos) &&
      /^(conj|ccomp|advcl|dep|relcl|acl)$/.test(arcs.labels[child]!) &&
      arcs.children[child]!.some((own) => isSubject(arcs.labels[own]!) && own > that && own < child),
  );
  if (told === undefined) return;
  labels[told] = 'ccomp';
  heads[that] = told;
  labels[that] = 'mark';
  for (const child of arcs.children[verb]!)
    if (child > that && child < told && /^(prep|advmod|npadvmod|advcl)$/.test(arcs.labels[child]!)) heads[child] = told;
}

/**
 * "A did B, C did D, and E did F, it said in a post": a tag at the end tells of all that is joined before it; the parser joins
 * the tag to the first clause and gives it the last alone.
 */
function closingTag(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  if (arcs.labels[verb] !== 'conj' || !PLAIN_SAYING.has(words[verb]!.lemma)) return;
  const first = arcs.heads[verb]!;
  const said = arcs.children[verb]!.find((child) => child < verb && arcs.labels[child] === 'ccomp');
  const subject = arcs.children[verb]!.find((child) => arcs.labels[child] === 'nsubj' && child < verb);
  if (said === undefined || subject === undefined || subject < said || first >= said) return;
  if (!/^(VERB|AUX)$/.test(words[first]!.pos) || words.slice(first, verb).some(({ text }) => text === ';')) return;
  heads[verb] = heads[first]!;
  labels[verb] = labels[first]!;
  heads[first] = verb;
  labels[first] = 'ccomp';
  heads[said] = first;
  labels[said] = 'conj';
}
