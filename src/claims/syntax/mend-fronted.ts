import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';
import { phraseStart, type TreeDraft } from './mend-saying.ts';

/**
 * "In Tula, the head of the region, Sergei Malyshev, said", "To move rifles into Chad, Petersen and others forged papers": behind a phrase
 * that opens the sentence the parser takes the subject for more about its last noun, and leaves the verb without one.
 */
export function subjectAfterFronted(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  verb: number,
): void {
  if (!lacksSubject(words, arcs, verb)) return;
  const subject = words.findIndex((_, at) => at < verb && isSwallowed(words, arcs, at, verb));
  if (subject < 0) return;
  const noun = arcs.heads[subject]!;
  const passive = arcs.children[verb]!.some((child) => arcs.labels[child] === 'auxpass');
  heads[subject] = verb;
  labels[subject] = passive ? 'nsubjpass' : 'nsubj';
  // What stands beside the noun behind it tells of the subject.
  for (const other of arcs.children[noun]!)
    if (other > subject && /^(appos|conj|cc)$/.test(arcs.labels[other]!)) heads[other] = subject;
}

/**
 * "The branch, with police posted at the crossings, has gone on": a participle after a noun that the parser takes for a verb with the
 * subject of the sentence.
 */
export function subjectBeforeParticiple(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  verb: number,
): void {
  if (!lacksSubject(words, arcs, verb)) return;
  const participle = arcs.children[verb]!.find(
    (child) =>
      child < verb &&
      arcs.labels[child] === 'advcl' &&
      /^VB[DN]$/.test(arcs.tags[child]!) &&
      /^(NOUN|PROPN)$/.test(words[child - 1]?.pos ?? '') &&
      !arcs.children[child]!.some((one) => /^(mark|aux|auxpass|advmod|dobj)$/.test(arcs.labels[one]!)),
  );
  const subject =
    participle === undefined ? undefined : arcs.children[participle]!.find((child) => isSubject(arcs.labels[child]!));
  if (participle === undefined || subject === undefined || words[subject + 1]?.text !== ',') return;
  for (const child of arcs.children[participle]!) if (child < participle) heads[child] = verb;
  heads[participle] = participle - 1;
  labels[participle] = 'acl';
}

/** A main verb that somebody must have done of which the tree names nobody. */
function lacksSubject(words: readonly Word[], { heads, tags, labels, children }: Arcs, verb: number): boolean {
  if (heads[verb] !== -1 || words[verb]!.pos !== 'VERB') return false;
  const isTensed = /^VB[DPZ]$/.test(tags[verb]!) || children[verb]!.some((child) => /^aux/.test(labels[child]!));
  return isTensed && !children[verb]!.some((child) => isSubject(labels[child]!) || labels[child] === 'expl');
}

/** A noun behind a comma that hangs on the last noun of a phrase before the verb, as its apposition or as joined to it without "and". */
function isSwallowed(words: readonly Word[], arcs: Arcs, at: number, verb: number): boolean {
  const noun = arcs.heads[at]!;
  if (noun < 0 || noun > at || !/^(appos|conj)$/.test(arcs.labels[at]!) || !/^(NOUN|PROPN)$/.test(words[at]!.pos))
    return false;
  if (words[phraseStart(words, arcs, at) - 1]?.text !== ',') return false;
  if (arcs.children[noun]!.some((child) => arcs.labels[child] === 'cc' && child < at)) return false;
  if (!/^(pobj|dobj)$/.test(arcs.labels[noun]!)) return false;
  let top = noun;
  while (arcs.heads[top]! >= 0 && arcs.heads[top] !== verb) top = arcs.heads[top]!;
  return arcs.heads[top] === verb && top < verb && /^(prep|advcl|pcomp)$/.test(arcs.labels[top]!);
}

/** "The North last test-launched a missile": a name before a finite verb that has no subject, hung on it as if it were part of its name. */
export function nameBeforeVerb(words: readonly Word[], arcs: Arcs, { labels }: TreeDraft, name: number): void {
  const verb = arcs.heads[name]!;
  if (!/^(nmod|compound|amod)$/.test(arcs.labels[name]!) || words[name]!.pos !== 'PROPN' || verb < name) return;
  if (words[verb]!.pos !== 'VERB' || !/^VB[DZ]$/.test(arcs.tags[verb]!)) return;
  if (!arcs.children[verb]!.some((child) => isSubject(labels[child]!))) labels[name] = 'nsubj';
}
