import type { Tree } from '../../syntax/relations/tree.ts';
import { reportingForm } from '../lexicon/cue.ts';
import { once, predicateWords } from '../lexicon/vocabulary.ts';

/** A word read as a noun that may be a verb, with the plain verb that is put in its place to read the sentence again. */
export type DoubtfulVerb = { readonly at: number; readonly plain: 'says' | 'say' | 'sells'; readonly lemma: string };

/** The first verb of a sentence that the parser may have read as a noun. */
export function doubtfulVerb(tree: Tree): DoubtfulVerb | undefined {
  return doubtfulSaying(tree) ?? doubtfulEvent(tree);
}

const eventVerbs = once(
  (): ReadonlySet<string> =>
    new Set(
      Object.values(predicateWords()).flatMap((entry) => (entry !== undefined && 'verbs' in entry ? entry.verbs : [])),
    ),
);

/**
 * "The company exports millions of barrels", "processes and exports gold", "launches it and injects code": where a sentence that a stop ends
 * has no verb at its root, a noun that may be one of the vocabulary's; and whatever is tagged a verb and read as a subject.
 */
function doubtfulEvent({ words, tags, heads, labels, lemmas, pos }: Tree): DoubtfulVerb | undefined {
  const isWhole = /^[.!]$/.test(words[lastMark({ words })] ?? '') && words.length >= LEAST_SENTENCE;
  const lacksVerb = isWhole && heads.every((head, at) => head >= 0 || !/^(VB|MD)/.test(tags[at]!));
  for (let at = 1; at < words.length - 1; at++) {
    if (!/^\p{Ll}.*s$/u.test(words[at]!)) continue;
    const isSubject = tags[at] === 'VBZ' && /^(nsubj|compound|amod)$/.test(labels[at]!);
    const isNoun = lacksVerb && tags[at] === 'NNS' && /^(NOUN|PROPN|CCONJ|ADV)$/.test(pos[at - 1]!);
    const lemma = lemmas[at]!.toLowerCase();
    if (isSubject || (isNoun && eventVerbs().has(lemma))) return { at, plain: 'sells', lemma };
  }
  return undefined;
}

/** Of fewer words a line is a heading or a caption. */
const LEAST_SENTENCE = 6;

function lastMark({ words }: Pick<Tree, 'words'>): number {
  let at = words.length - 1;
  while (at > 0 && /^["'”’)\]]$/.test(words[at]!)) at--;
  return at;
}

/**
 * "A trader estimates that 12 ships came", "…, records kept by the port show": forms such as "estimates", "claims" and "show" are
 * nouns as well. Where one was read as a noun before a clause opened by "that", or closes a sentence after a comma, the
 * sentence may lack its verb.
 */
function doubtfulSaying(tree: Tree): DoubtfulVerb | undefined {
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
export function isConfirmed({ tags, heads, labels }: Tree, { at, plain }: DoubtfulVerb): boolean {
  const has = (label: string) => heads.some((head, child) => head === at && labels[child] === label);
  // Whoever does it stands before, or it is joined to another verb.
  if (plain === 'sells') {
    const joined = labels[at] === 'conj' && tags[heads[at]!]!.startsWith('VB');
    return tags[at] === 'VBZ' && has('dobj') && (joined || has('nsubj'));
  }
  // "an accusation its government rejects": what is said is the noun before.
  return tags[at]!.startsWith('VB') && has('nsubj') && (has('ccomp') || /^(relcl|parataxis)$/.test(labels[at]!));
}
