import type { Tree } from '../../syntax/relations/tree.ts';
import { reportingForm } from '../lexicon/cue.ts';

/** A word read as a noun that may be a verb of saying, with the plain verb that is put in its place to read the sentence again. */
export type DoubtfulVerb = { readonly at: number; readonly plain: 'says' | 'say'; readonly lemma: string };

/**
 * "A trader estimates that 12 ships came", "…, records kept by the port show": forms such as "estimates", "claims" and "show" are
 * nouns as well. Where one was read as a noun before a clause opened by "that", or closes a sentence after a comma, the
 * sentence may lack its verb.
 */
export function doubtfulVerb(tree: Tree): DoubtfulVerb | undefined {
  const last = lastWord(tree);
  for (let at = 1; at < tree.words.length; at++) {
    if (!/^NNS?$/.test(tree.tags[at]!) || !/^(NOUN|PROPN)$/.test(tree.pos[at - 1]!)) continue;
    const form = reportingForm(tree.words[at]!);
    if (form === undefined) continue;
    const before = tree.words[at + 1]?.toLowerCase() === 'that' && tree.labels[at] === 'ROOT';
    // "…, according to a Courier report": a paper of whoever stands before it.
    const behind = tree.words.slice(tree.words.lastIndexOf(',', at) + 1, at);
    const closing =
      at === last && behind.length < at && (form.third || !/^(according|citing|per)$/i.test(behind[0] ?? ''));
    // "Since March, the paper reckons, 2.7 tonnes": between commas, behind nothing but a name or noun with its article.
    const comma = tree.words.lastIndexOf(',', at);
    const inserted =
      form.third &&
      tree.words[at + 1] === ',' &&
      comma > 0 &&
      tree.pos
        .slice(comma + 1, at)
        .every((pos, i) => /^(DET|ADJ|NOUN|PROPN|ADP)$/.test(pos) || tree.words[comma + 1 + i] === '&');
    if (before || closing || inserted) return { at, plain: form.third ? 'says' : 'say', lemma: form.lemma };
  }
  return undefined;
}

function lastWord({ words }: Tree): number {
  let at = words.length - 1;
  while (at > 0 && /^\p{P}+$/u.test(words[at]!)) at--;
  return at;
}

/** Whether the sentence read again with a plain verb has it as the verb of somebody and of what they say. */
export function isConfirmed({ tags, heads, labels }: Tree, { at }: DoubtfulVerb): boolean {
  const has = (label: string) => heads.some((head, child) => head === at && labels[child] === label);
  // "an accusation its government rejects": what is said is the noun before.
  return tags[at]!.startsWith('VB') && has('nsubj') && (has('ccomp') || /^(relcl|parataxis)$/.test(labels[at]!));
}
