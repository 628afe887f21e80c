import { childrenOf } from '../../syntax/relations/tree.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { isSomebody } from '../lexicon/somebody.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { predicateWords } from '../lexicon/vocabulary.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';

type Read = { readonly words: readonly Word[]; readonly arcs: Arcs };

/**
 * "accused China of smuggling oil to the North": after a verb of accusing, a gerund before a noun is what somebody is accused of
 * doing; the parser takes it for a part of the noun, and who gets the oil is lost with it.
 */
export function mendGerunds(words: readonly Word[], arcs: Arcs): Read {
  let read: Read = { words, arcs };
  for (let at = 2; at < words.length; at++) {
    const lemma = gerundOf(read, at);
    if (lemma !== undefined) read = asVerb(read, at, lemma);
  }
  return read;
}

/** "said spokesperson Lorena Castells at a briefing": a name that its last word closes and the tagger took for a verb; who says it. And "Sanderling said". */
export function mendNames(words: readonly Word[], arcs: Arcs): Read {
  const misread = (at: number): boolean =>
    words[at]!.pos === 'VERB' &&
    /^\p{Lu}\p{Ll}+$/u.test(words[at]!.text) &&
    words[at - 1]?.pos === 'PROPN' &&
    arcs.labels[at - 1] === 'compound' &&
    arcs.heads[at - 1] === at &&
    !arcs.children[at]!.some((child) => /^(nsubj|nsubjpass|dobj|aux|auxpass|ccomp)$/.test(arcs.labels[child]!));
  const names = words.flatMap((_, at) => (misread(at) || opensSaying({ words, arcs }, at) ? [at] : []));
  if (names.length === 0) return { words, arcs };
  const saidBy = (at: number): boolean => {
    const verb = arcs.heads[at]!;
    return (
      /^(ccomp|xcomp|dobj)$/.test(arcs.labels[at]!) &&
      verb >= 0 &&
      verb < at &&
      PLAIN_SAYING.has(words[verb]!.lemma) &&
      !arcs.children[verb]!.some((child) => arcs.labels[child] === 'nsubj')
    );
  };
  return {
    words: words.map((word, at) => (names.includes(at) ? { ...word, pos: 'PROPN', lemma: word.text } : word)),
    arcs: {
      ...arcs,
      tags: arcs.tags.map((tag, at) => (names.includes(at) ? 'NNP' : tag)),
      labels: arcs.labels.map((label, at) => (names.includes(at) && saidBy(at) ? 'nsubj' : label)),
    },
  };
}

/**
 * "Sanderling said", "Fleming believes": a bare noun or gerund at the head of a sentence that says or thinks something is somebody's name,
 * which has its capital there as any word would. What speaks without an article otherwise stands in the lists.
 */
function opensSaying({ words, arcs }: Read, at: number): boolean {
  const [word, verb] = [words[at]!, words[arcs.heads[at]!]];
  return (
    verb !== undefined &&
    words.slice(0, at).every(({ pos }) => pos === 'PUNCT') &&
    /^\p{Lu}\p{Ll}+$/u.test(word.text) &&
    /^(NN|VBG)$/.test(arcs.tags[at]!) &&
    arcs.labels[at] === 'nsubj' &&
    arcs.children[at]!.length === 0 &&
    (PLAIN_SAYING.has(verb.lemma) || attributionList('thinks').has(verb.lemma)) &&
    arcs.children[arcs.heads[at]!]!.some((child) => arcs.labels[child] === 'ccomp') &&
    !isSomebody(word.lower) &&
    !attributionList('no-speakers').has(word.lower) &&
    !cueTables().claimNouns.has(word.lower)
  );
}

/** The base form of a word that is the doing of which somebody is accused. */
function gerundOf({ words, arcs }: Read, at: number): string | undefined {
  const word = words[at]!;
  if (!/^(NN|VBG|JJ)$/.test(arcs.tags[at]!) || !/\p{Ll}ing$/u.test(word.text) || word.text !== word.lower)
    return undefined;
  if (!/^(compound|amod|nmod)$/.test(arcs.labels[at]!)) return undefined;
  const noun = arcs.heads[at]!;
  const preposition = noun < at || arcs.labels[noun] !== 'pobj' ? -1 : arcs.heads[noun]!;
  if (preposition !== at - 1 || !/^(of|for|with)$/.test(words[preposition]!.lower)) return undefined;
  const above = arcs.heads[preposition]!;
  const verb = above >= 0 && arcs.labels[above] === 'dobj' ? arcs.heads[above]! : above;
  if (verb < 0 || words[verb]!.pos !== 'VERB' || !lexicalVerbs('accuses').has(words[verb]!.lemma)) return undefined;
  return baseOf(word.lower);
}

function asVerb({ words, arcs }: Read, at: number, lemma: string): Read {
  const noun = arcs.heads[at]!;
  const heads = [...arcs.heads];
  const labels = [...arcs.labels];
  heads[at] = heads[noun]!;
  labels[at] = 'pcomp';
  heads[noun] = at;
  labels[noun] = 'dobj';
  for (const child of arcs.children[noun]!)
    if (child > noun && arcs.labels[child] === 'prep' && words[child]!.lower !== 'of') heads[child] = at;
  // "accused China of smuggling oil to the North": who gets it hangs on the accusing as well.
  words.forEach(({ lower }, child) => {
    if (child > noun && /^(to|into|from)$/.test(lower) && /^(prep|dative)$/.test(labels[child]!) && heads[child]! < at)
      heads[child] = at;
  });
  const tags = arcs.tags.map((tag, i) => (i === at ? 'VBG' : tag));
  return {
    words: words.map((word, i) => (i === at ? { ...word, pos: 'VERB', lemma } : word)),
    arcs: { ...arcs, heads, labels, tags, children: childrenOf(heads) },
  };
}

/** "smuggling" of "smuggle", "shipping" of "ship": the verb that our lists know. */
function baseOf(gerund: string): string | undefined {
  known ??= new Set([
    ...Object.values(predicateWords()).flatMap((entry) => ('verbs' in entry ? entry.verbs : [])),
    ...cueTables().verbs.keys(),
    ...ALSO,
  ]);
  const stem = gerund.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((verb) => known!.has(verb));
}
let known: ReadonlySet<string> | undefined;

/** Doings that people are accused of and that are no event of the vocabulary. */
const ALSO = [
  'violate',
  'breach',
  'evade',
  'break',
  'hide',
  'produce',
  'use',
  'trade',
  'build',
  'hold',
  'keep',
  'mine',
  'loot',
  'develop',
  'run',
  'train',
];
