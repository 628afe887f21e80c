import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import type { TreeDraft } from './mend-saying.ts';

/**
 * "rose from 25 tonnes seized in 1990 to 55 tonnes": what something came to goes with the verb of the change, and not with what is told
 * of the figure before.
 */
export function cameTo(words: readonly Word[], arcs: Arcs, { heads }: TreeDraft, to: number): void {
  const participle = arcs.heads[to]!;
  if (words[to]!.lower !== 'to' || arcs.labels[to] !== 'prep' || arcs.labels[participle] !== 'acl') return;
  const isFigure = (at: number) => arcs.children[at]!.some((child) => arcs.labels[child] === 'nummod');
  if (!arcs.children[to]!.some((child) => arcs.labels[child] === 'pobj' && isFigure(child))) return;
  for (let above = arcs.heads[participle]!; above >= 0; above = arcs.heads[above]!) {
    if (words[above]!.pos !== 'VERB') continue;
    const from = arcs.children[above]!.some((child) => words[child]!.lower === 'from' && child < participle);
    if (from && lexicalVerbs('changes').has(words[above]!.lemma)) heads[to] = above;
    return;
  }
}

/**
 * "denounced the shelling on 9 May that wrecked a clinic": what stands between a noun and its relative clause is told of the noun,
 * though the parser hangs it on the verb.
 */
export function beforeRelative(words: readonly Word[], arcs: Arcs, { heads }: TreeDraft, verb: number): void {
  const noun = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'relcl' || noun < 0 || words[noun]!.pos !== 'NOUN') return;
  const pronoun = arcs.children[verb]!.find((child) => /^(that|which|who)$/.test(words[child]!.lower));
  const above = arcs.heads[noun]!;
  if (pronoun === undefined || above < 0 || above > noun || words[above]!.pos !== 'VERB') return;
  for (const child of arcs.children[above]!)
    if (arcs.labels[child] === 'prep' && child > noun && child < pronoun) heads[child] = noun;
}

/**
 * "denounced the raid, which killed six, hurt several and burned nine lorries": a list without "and" before its second verb goes on
 * with the relative clause that it follows; the parser joins it to the verb above.
 */
export function listedInRelative(words: readonly Word[], arcs: Arcs, { heads }: TreeDraft, second: number): void {
  const above = arcs.heads[second]!;
  if (arcs.labels[second] !== 'conj' || above < 0 || words[second - 1]?.text !== ',') return;
  if (!/^VB[DN]?$/.test(arcs.tags[second]!)) return;
  const own = arcs.children[second]!;
  if (own.some((child) => /^(nsubj|aux)/.test(arcs.labels[child]!))) return;
  const first = words.findLastIndex(
    (_, at) => at > above && at < second && arcs.labels[at] === 'relcl' && arcs.tags[at] === 'VBD',
  );
  const which = first < 0 ? undefined : arcs.children[first]!.find((child) => words[child]!.lower === 'which');
  if (which === undefined || words[which - 1]?.text !== ',') return;
  // Nothing else ends between the two, and the list goes on to an "and".
  if (words.slice(which, second - 1).some(({ text }) => text === ',')) return;
  if (own.some((child) => arcs.labels[child] === 'conj')) heads[second] = first;
}
