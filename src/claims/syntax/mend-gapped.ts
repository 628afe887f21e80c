import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import type { TreeDraft } from './mend-saying.ts';

/**
 * "Ten rifles were seized, and 14 men arrested in Riga", "20 depots were searched, 12 men held and 300 rifles seized": the passive
 * auxiliary is told once, and the parser takes what follows for more of what the first befell, with a participle of its own.
 */
export function sharedAuxiliary(words: readonly Word[], arcs: Arcs, draft: TreeDraft, verb: number): void {
  const { heads, labels } = draft;
  // "were arrested, and the networks that fed them dismantled": read as if the networks did it.
  if (arcs.tags[verb] !== 'VBN' && !(arcs.tags[verb] === 'VBD' && lexicalVerbs('befalls').has(words[verb]!.lemma)))
    return;
  swappedPassives(words, arcs, draft, verb);
  const noun = arcs.heads[verb]!;
  // "400 were killed and 7,000 displaced".
  if (
    labels[verb] === 'conj' &&
    !arcs.children[verb]!.some((child) => /^(aux|auxpass|dobj)$/.test(arcs.labels[child]!))
  )
    for (const child of arcs.children[verb]!)
      if (labels[child] === 'nsubj' && isPassive(arcs, draft, heads[verb]!)) labels[child] = 'nsubjpass';
  if (arcs.labels[verb] !== 'acl' || noun < 0 || noun > verb || !/^(NOUN|PROPN|NUM)$/.test(words[noun]!.pos)) return;
  // "were sold, among them 30 held in store": no verb has it for its subject.
  if (arcs.children[verb]!.some((child) => /^(aux|dobj)$/.test(arcs.labels[child]!))) return;
  const above = heads[noun]!;
  const first = passiveBefore(words, arcs, draft, noun);
  if (first === undefined) return;
  heads[verb] = first;
  labels[verb] = 'conj';
  heads[noun] = verb;
  labels[noun] = 'nsubjpass';
  // "30 men arrested and 700 rifles seized, including 50 carbines": what stands behind the last is of the last.
  for (const child of arcs.children[above]!)
    if (child > verb && arcs.labels[child] === 'prep' && words[above]!.pos !== 'VERB') heads[child] = noun;
}

function isPassive({ children }: Arcs, { labels }: TreeDraft, verb: number): boolean {
  return verb >= 0 && children[verb]!.some((child) => /^(auxpass|nsubjpass)$/.test(labels[child]!));
}

/** The passive verb before a noun to which the noun is joined, or to whose subject it is joined across the verb. */
function passiveBefore(words: readonly Word[], arcs: Arcs, draft: TreeDraft, noun: number): number | undefined {
  const { heads, labels } = draft;
  const above = heads[noun]!;
  if (above < 0 || above > noun) return undefined;
  if (labels[noun] === 'conj' && words[above]!.pos === 'VERB') return isPassive(arcs, draft, above) ? above : undefined;
  if (!/^(conj|appos)$/.test(labels[noun]!) || labels[above] !== 'nsubjpass') return undefined;
  const verb = heads[above]!;
  return verb > above && verb < noun ? verb : undefined;
}

/** "20 depots were searched, 12 men held and 300 rifles seized", read with the last for the main verb and the middle for its subject. */
function swappedPassives(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, last: number): void {
  if (arcs.children[last]!.some((child) => /^(aux|auxpass|dobj)$/.test(arcs.labels[child]!))) return;
  const first = arcs.children[last]!.find(
    (child) =>
      child < last &&
      /^(ccomp|conj)$/.test(arcs.labels[child]!) &&
      arcs.children[child]!.some((own) => arcs.labels[own] === 'auxpass'),
  );
  const subject = arcs.children[last]!.find(
    (child) => arcs.labels[child] === 'nsubj' && first !== undefined && child > first && child < last,
  );
  if (first === undefined || subject === undefined) return;
  const middle = arcs.children[subject]!.find(
    (child) => arcs.labels[child] === 'acl' && arcs.tags[child] === 'VBN' && child < last,
  );
  const joined = arcs.children[subject]!.find((child) => arcs.labels[child] === 'conj' && child > (middle ?? last));
  if (middle === undefined || joined === undefined || words[middle + 1]?.lower !== 'and') return;
  heads[first] = arcs.heads[last]!;
  labels[first] = arcs.labels[last]!;
  for (const verb of [middle, last]) {
    heads[verb] = first;
    labels[verb] = 'conj';
  }
  heads[subject] = middle;
  heads[joined] = last;
  for (const one of [subject, joined]) labels[one] = 'nsubjpass';
}
