import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import type { TreeDraft as Draft } from './mend-saying.ts';

/**
 * "stockpiles, which the Panel had put at 450,000 bags", "prisoners, whose number the League puts at 13,000": the figure is that of
 * "at", and who puts it stands between.
 */
export function putOnWhat(words: readonly Word[], arcs: Arcs, { heads, labels }: Draft, verb: number): void {
  if (arcs.labels[verb] !== 'relcl' || !/^(put|place|set|peg)$/.test(words[verb]!.lemma)) return;
  const at = arcs.children[verb]!.find((child) => child > verb && words[child]!.lower === 'at');
  if (at === undefined) return;
  const figure = arcs.children[verb]!.find((child) => child > at && arcs.labels[child] === 'dobj');
  if (figure !== undefined && !arcs.children[at]!.some((child) => arcs.labels[child] === 'pobj')) {
    heads[figure] = at;
    labels[figure] = 'pobj';
  }
  const number = arcs.children[verb]!.find((child) => arcs.labels[child] === 'nsubj');
  const who = number === undefined ? undefined : arcs.children[number]!.find((child) => arcs.labels[child] === 'appos');
  if (number === undefined || who === undefined || who > verb) return;
  if (!arcs.children[number]!.some((child) => words[child]!.lower === 'whose')) return;
  heads[who] = verb;
  labels[who] = 'nsubj';
  labels[number] = 'dobj';
}

/** "put the number of people killed at 118": the figure goes with the verb that gives it, and not with the noun or participle before. */
export function putAt(words: readonly Word[], arcs: Arcs, { heads }: Draft, at: number): void {
  const isFigure = (of: number): boolean =>
    /^(NUM|SYM)$/.test(words[of]!.pos) || arcs.children[of]!.some((child) => arcs.labels[child] === 'nummod');
  if (words[at]!.lower !== 'at' || !arcs.children[at]!.some(isFigure)) return;
  for (let above = arcs.heads[at]!; above >= 0; above = arcs.heads[above]!) {
    const gives = /^(put|place|set|peg|estimate|assess)$/.test(words[above]!.lemma);
    if (gives) heads[at] = above;
    if (gives || (/^(VERB|AUX)$/.test(words[above]!.pos) && !/^(acl|relcl|pobj)$/.test(arcs.labels[above]!))) return;
  }
}
