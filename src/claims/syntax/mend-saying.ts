import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';

/** Heads and labels of a tree while they are put right. */
export type TreeDraft = { readonly heads: number[]; readonly labels: string[] };

/** Nouns of those who may close a sentence with what they found. */
const SOURCES = ['document', 'issued', 'organ', 'official', 'unnamed', 'ngo', 'company', 'newsroom', 'watchers', 'un'];

/**
 * "Nine ships carried coal from Nampo, a report by the Observatory found.": behind the last comma a source and a verb of saying
 * that closes the sentence; the parser takes the verb for a participle of the source, and the source for an apposition.
 */
export function closingSource(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, verb: number): void {
  const noun = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'acl' || noun < 0 || noun > verb || !/^VB[DN]$/.test(arcs.tags[verb]!)) return;
  if (
    !cueTables().verbs.has(words[verb]!.lemma) ||
    words.slice(verb + 1).some(({ text }) => /[\p{L}\p{N}]/u.test(text))
  )
    return;
  if (!/^(appos|conj|npadvmod|dep)$/.test(arcs.labels[noun]!)) return;
  const from = Math.min(noun, ...arcs.children[noun]!);
  if (words[from - 1]?.text !== ',' || words.slice(from, verb).some(({ text }) => text === ',')) return;
  const single = singularOf(words[noun]!.lower);
  if (!SOURCES.some((list) => nounList(list).has(single) || nounList(list).has(words[noun]!.lower))) return;
  let root = noun;
  while (heads[root]! >= 0) root = heads[root]!;
  if (root > noun || !/^(VERB|AUX)$/.test(words[root]!.pos)) return;
  heads[verb] = -1;
  labels[verb] = 'ROOT';
  heads[noun] = verb;
  labels[noun] = 'nsubj';
  heads[root] = verb;
  labels[root] = 'ccomp';
}

/**
 * "The agency reported on Monday, citing three sources, that A sold B": a clause opened by "that" heads no sentence; the verb of
 * saying before it does, which the parser took for something that the clause itself says.
 */
export function thatBelowSaying(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  saying: number,
): void {
  const told = arcs.heads[saying]!;
  if (arcs.labels[saying] !== 'ccomp' || told <= saying || arcs.labels[told] !== 'ROOT') return;
  if (words[saying]!.pos !== 'VERB' || !cueTables().verbs.has(words[saying]!.lemma)) return;
  const mark = arcs.children[told]!.find((child) => arcs.labels[child] === 'mark' && words[child]!.lower === 'that');
  if (mark === undefined || mark < saying) return;
  if (!arcs.children[saying]!.some((child) => isSubject(arcs.labels[child]!) && child < saying)) return;
  heads[saying] = -1;
  labels[saying] = 'ROOT';
  heads[told] = saying;
  labels[told] = 'ccomp';
  for (const child of arcs.children[told]!) if (child !== saying && child < mark) heads[child] = saying;
}

/**
 * "Divers had found that the hull broke at two points, Berg said.": a closing clause of saying that the parser took for the verb
 * of what "that" opens, and the verb of it for a participle behind its own subject.
 */
export function tagForThat(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, tag: number): void {
  const finding = arcs.heads[tag]!;
  if (arcs.labels[tag] !== 'ccomp' || finding < 0 || finding > tag || !PLAIN_SAYING.has(words[tag]!.lemma)) return;
  const [first, second, ...more] = arcs.children[tag]!.filter((child) => isSubject(arcs.labels[child]!));
  if (first === undefined || second === undefined || more.length > 0 || second > tag) return;
  const mark = arcs.children[tag]!.find((child) => arcs.labels[child] === 'mark' && child < first);
  const told = arcs.children[first]!.find(
    (child) => arcs.labels[child] === 'acl' && /^VB[DN]$/.test(arcs.tags[child]!),
  );
  const from = Math.min(second, ...arcs.children[second]!);
  if (mark === undefined || told === undefined || words[from - 1]?.text !== ',') return;
  const above = arcs.heads[finding]!;
  heads[tag] = above;
  labels[tag] = arcs.labels[finding]!;
  heads[finding] = tag;
  labels[finding] = 'ccomp';
  heads[told] = finding;
  labels[told] = 'ccomp';
  heads[first] = told;
  labels[first] = 'nsubj';
  heads[mark] = told;
}

/** Verbs of saying that take a clause, and no person or thing, as what is said. */
const TAKES_CLAUSE = /^(say|think|insist|argue|claim|warn|add|allege|complain|concede|maintain)$/;

/**
 * "The bureau said two men suspected of part of the theft left for Doha": the noun behind a verb that takes a clause is the subject
 * of what is said, whose verb the parser took for a participle of the last noun before it.
 */
export function saidOfNoun(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, noun: number): void {
  const verb = arcs.heads[noun]!;
  if (arcs.labels[noun] !== 'dobj' || verb < 0 || noun < verb || !/^(NOUN|PROPN)$/.test(words[noun]!.pos)) return;
  if (words[verb]!.pos !== 'VERB' || !TAKES_CLAUSE.test(words[verb]!.lemma)) return;
  if (arcs.children[verb]!.some((child) => child > verb && /^(ccomp|xcomp)$/.test(arcs.labels[child]!))) return;
  const below = (at: number) => {
    for (let i = at; i >= 0; i = arcs.heads[i]!) if (i === noun) return true;
    return false;
  };
  const told = words.findLastIndex(
    ({ lemma }, at) =>
      at > noun &&
      arcs.labels[at] === 'acl' &&
      /^VB[DN]$/.test(arcs.tags[at]!) &&
      lemma !== 'be' &&
      below(at) &&
      words[at - 1]?.text !== ',' &&
      !arcs.children[at]!.some((child) => arcs.labels[child] === 'agent'),
  );
  // One participle alone may be one: "said a man arrested on Monday", broken off.
  if (told < 0 || (arcs.heads[told] === noun && arcs.tags[told] === 'VBN')) return;
  heads[told] = verb;
  labels[told] = 'ccomp';
  heads[noun] = told;
  labels[noun] = 'nsubj';
}

/** "The same State estimated 2018 exports at a million tons": a participle before a noun, with a subject of its own, is the verb. */
export function verbBeforeNoun(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, verb: number): void {
  const noun = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'amod' || noun < verb || !/^VB[DN]$/.test(arcs.tags[verb]!)) return;
  if (!arcs.children[verb]!.some((child) => arcs.labels[child] === 'nsubj' && child < verb)) return;
  heads[verb] = arcs.heads[noun]!;
  labels[verb] = arcs.labels[noun]!;
  heads[noun] = verb;
  labels[noun] = 'dobj';
  for (const child of arcs.children[noun]!)
    if (child > noun && /^(prep|punct|npadvmod|advmod)$/.test(arcs.labels[child]!) && words[child]!.lower !== 'of')
      heads[child] = verb;
}
