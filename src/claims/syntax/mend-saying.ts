import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { nounList, predicateWords } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';

/** Heads and labels of a tree while they are put right. */
export type TreeDraft = { readonly heads: number[]; readonly labels: string[] };

/** Verbs of saying that take a clause, and no person or thing, as what is said. */
const TAKES_CLAUSE = /^(say|think|insist|argue|claim|warn|add|allege|complain|concede|maintain|boast)$/;

/** Nouns of those who may close a sentence with what they found. */
const SOURCES = [
  'document',
  'issued',
  'organ',
  'official',
  'unnamed',
  'ngo',
  'company',
  'newsroom',
  'watchers',
  'un',
  'titles',
  'withheld',
];

/** Whether a noun, singular or plural, is of those who may speak. */
export function isSource(word: string): boolean {
  const single = singularOf(word);
  return (
    SOURCES.some((list) => nounList(list).has(single) || nounList(list).has(word)) ||
    predicateWords().classes.people?.includes(single) === true
  );
}

/**
 * "Nine ships carried coal from Nampo, a report by the Observatory found.": after the last comma a source and a verb of saying
 * that closes the sentence; the parser takes the verb for a participle of the source, and the source for an apposition.
 */
export function closingSource(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, verb: number): void {
  const noun = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'acl' || noun < 0 || noun > verb || !/^VB[DN]$/.test(arcs.tags[verb]!)) return;
  if (!cueTables().verbs.has(words[verb]!.lemma) || !/^(appos|conj|npadvmod|dep|dobj)$/.test(arcs.labels[noun]!))
    return;
  const from = phraseStart(words, arcs, noun);
  const mark = words[from - 1]?.text ?? '';
  if (!/^[,"”’]$/.test(mark)) return;
  // After a verb that only says, and after a quotation, hearers and days may follow: "boasted to reporters on Monday".
  const single = singularOf(words[noun]!.lower);
  const cited = words.findIndex(({ lower }, at) => at > verb && /^(citing|quoting)$/.test(lower));
  const rest = words.slice(verb + 1, cited < 0 ? undefined : cited).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const plain = TAKES_CLAUSE.test(words[verb]!.lemma) || mark !== ',' || nounList('newsroom').has(single);
  if (rest.length > 0 && !(plain && rest.every(({ pos }) => /^(ADP|DET|NOUN|PROPN|ADJ|NUM|ADV|PRON)$/.test(pos))))
    return;
  if (!isSource(words[noun]!.lower)) return;
  // A name between commas after the noun is the noun's own; no other comma stands before the verb.
  const named = arcs.children[noun]!.some(
    (child) => child < verb && arcs.labels[child] === 'appos' && words[child]!.pos === 'PROPN',
  );
  const commas = words.slice(from, verb).filter(({ text }) => text === ',').length;
  if (commas !== (named ? 2 : 0)) return;
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
 * "The crew had slept and no anchor was lowered, a director, Raymond Kwok, told the Courier": whoever closes the sentence was taken for an
 * apposition of what is told of before, and their verb for one joined to the first.
 */
export function closingName(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, verb: number): void {
  const first = arcs.heads[verb]!;
  if (arcs.labels[verb] !== 'conj' || first < 0 || first > verb || !PLAIN_SAYING.has(words[verb]!.lemma)) return;
  if (
    arcs.children[verb]!.some(
      (child) => child < verb && (isSubject(arcs.labels[child]!) || /^aux|^cc$/.test(arcs.labels[child]!)),
    )
  )
    return;
  const name = words[verb - 1]?.text === ',' ? verb - 2 : verb - 1;
  let teller = name;
  while (arcs.labels[teller] === 'appos' && arcs.labels[arcs.heads[teller]!] === 'appos') teller = arcs.heads[teller]!;
  if (words[name]?.pos !== 'PROPN' || arcs.labels[teller] !== 'appos') return;
  if (words[phraseStart(words, arcs, teller) - 1]?.text !== ',') return;
  heads[teller] = verb;
  labels[teller] = 'nsubj';
  heads[verb] = arcs.heads[first]!;
  labels[verb] = arcs.labels[first]!;
  heads[first] = verb;
  labels[first] = 'ccomp';
  for (const child of arcs.children[first]!) if (child > verb) heads[child] = verb;
}

/**
 * "Divers had found that the hull broke at two points, Berg said.": a closing clause of saying that the parser took for the verb
 * of what "that" opens, and the verb of it for a participle after its own subject.
 */
export function tagForThat(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, tag: number): void {
  const finding = arcs.heads[tag]!;
  if (arcs.labels[tag] !== 'ccomp' || finding < 0 || finding > tag || !PLAIN_SAYING.has(words[tag]!.lemma)) return;
  const [first, second, ...more] = arcs.children[tag]!.filter((child) => isSubject(arcs.labels[child]!));
  if (first === undefined || second === undefined || more.length > 0 || second > tag) return;
  const mark = arcs.children[tag]!.find((child) => arcs.labels[child] === 'mark' && child < first);
  const stated = arcs.children[first]!.find(
    (child) => arcs.labels[child] === 'acl' && /^VB[DN]$/.test(arcs.tags[child]!),
  );
  const from = phraseStart(words, arcs, second);
  if (mark === undefined || stated === undefined || words[from - 1]?.text !== ',') return;
  const above = arcs.heads[finding]!;
  heads[tag] = above;
  labels[tag] = arcs.labels[finding]!;
  heads[finding] = tag;
  labels[finding] = 'ccomp';
  heads[stated] = finding;
  labels[stated] = 'ccomp';
  heads[first] = stated;
  labels[first] = 'nsubj';
  heads[mark] = stated;
}

/**
 * "The bureau said two men suspected of part of the theft left for Doha": the noun after a verb that takes a clause is the subject
 * of what is said, whose verb the parser took for a participle of the last noun before it.
 */
export function saidOfNoun(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, noun: number): void {
  const verb = arcs.heads[noun]!;
  if (arcs.labels[noun] !== 'dobj' || verb < 0 || noun < verb || !/^(NOUN|PROPN)$/.test(words[noun]!.pos)) return;
  if (words[verb]!.pos !== 'VERB' || !TAKES_CLAUSE.test(words[verb]!.lemma)) return;
  if (arcs.children[verb]!.some((child) => child > verb && /^(ccomp|xcomp)$/.test(arcs.labels[child]!))) return;
  const stated = words.findLastIndex(
    ({ lemma }, at) =>
      at > noun &&
      arcs.labels[at] === 'acl' &&
      /^VB[DN]$/.test(arcs.tags[at]!) &&
      lemma !== 'be' &&
      isBelow(arcs, at, noun) &&
      words[at - 1]?.text !== ',' &&
      !arcs.children[at]!.some((child) => arcs.labels[child] === 'agent'),
  );
  // One participle alone may be one: "said a man arrested on Monday", broken off.
  if (stated < 0 || (arcs.heads[stated] === noun && arcs.tags[stated] === 'VBN')) return;
  heads[stated] = verb;
  labels[stated] = 'ccomp';
  heads[noun] = stated;
  labels[noun] = 'nsubj';
}

const RELATIVE = /^(who|which|that|whom)$/;

/** What is told or given out, and hears nothing: "told a story that she had made up". */
const NO_HEARER = /^(story|tale|lie|truth|joke|secret|version|account|anecdote|thing|news|plan|decision)$/;

/**
 * "told a briefing that trade grew": after a hearer that is no person the parser takes what is told for a relative clause of the hearer.
 */
export function saidToHearer(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, stated: number): void {
  const hearer = arcs.heads[stated]!;
  const verb = hearer < 0 || arcs.labels[hearer] !== 'dobj' ? -1 : arcs.heads[hearer]!;
  if (arcs.labels[stated] !== 'relcl' || verb < 0 || verb > hearer || NO_HEARER.test(words[hearer]!.lemma)) return;
  if (!attributionList('heard').has(words[verb]!.lemma) || childOf(arcs, verb, /^ccomp$/) !== undefined) return;
  const that = arcs.children[stated]!.find((child) => words[child]!.lower === 'that' && child < stated);
  const subject = arcs.children[stated]!.find((child) => isSubject(arcs.labels[child]!) && child !== that);
  // "told local radio his forces had arrested three men": with a subject and an object of its own nothing is told of the hearer.
  const whole = subject !== undefined && childOf(arcs, stated, /^(dobj|attr|acomp)$/) !== undefined;
  const bare = that === undefined && whole && !RELATIVE.test(words[subject]!.lower) && hearer < subject;
  if (subject === undefined || !(bare || (that !== undefined && subject > that && !isSubject(arcs.labels[that]!))))
    return;
  heads[stated] = verb;
  labels[stated] = 'ccomp';
  if (that !== undefined) labels[that] = 'mark';
}

function childOf(arcs: Arcs, head: number, label: RegExp): number | undefined {
  return arcs.children[head]!.find((child) => label.test(arcs.labels[child]!));
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

/** Verbs that say nothing but that something is said, so that they may stand between commas in what is said. */
const PUT_IN =
  /^(say|tell|add|write|explain|claim|note|insist|report|recall|warn|continue|stress|argue|observe|believe)$/;

/**
 * "The attack, said the mayor, killed nine", "The trucks, he told the Courier, carried shells": a clause of saying put between a
 * subject and its verb, which the parser took for the main clause of the subject.
 */
export function putBetween(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, saying: number): void {
  const goesOn = words[saying]!.lemma === 'go' && arcs.children[saying]!.some((child) => arcs.labels[child] === 'prt');
  if (words[saying]!.pos !== 'VERB' || !(PUT_IN.test(words[saying]!.lemma) || goesOn)) return;
  const before = arcs.children[saying]!.find(
    (child) =>
      child < saying &&
      /^(nsubj|dep)$/.test(arcs.labels[child]!) &&
      [child + 1, phraseEnd(arcs, child)].some((end) => words[end]?.text === ','),
  );
  const verb = arcs.children[saying]!.find(
    (child) => child > saying && /^(ccomp|conj)$/.test(arcs.labels[child]!) && /^(VERB|AUX)$/.test(words[child]!.pos),
  );
  if (before === undefined || verb === undefined || arcs.children[verb]!.some((child) => arcs.labels[child] === 'mark'))
    return;
  const first = Math.min(
    verb,
    ...arcs.children[verb]!.filter((child) => /^(aux|auxpass|neg)$/.test(arcs.labels[child]!)),
  );
  if (words[first - 1]?.text !== ',' || arcs.children[saying]!.some((child) => arcs.labels[child] === 'cc')) return;
  const behind = arcs.children[verb]!.find((child) => isSubject(arcs.labels[child]!) && child > saying);
  const own = arcs.children[saying]!.find((child) => arcs.labels[child] === 'nsubj' && child !== before);
  // Either the speaker stands after the verb of saying, and was given to the other verb, or before it.
  if ((behind === undefined) === (own === undefined)) return;
  // Of two subjects before the verb a pronoun between commas is the speaker.
  if (arcs.labels[before] === 'nsubj' && behind === undefined && words[own!]!.pos !== 'PRON') return;
  if (own !== undefined && (own < before || own > saying)) return;
  const passive = arcs.children[verb]!.some((child) => arcs.labels[child] === 'auxpass');
  heads[verb] = arcs.heads[saying]!;
  labels[verb] = arcs.labels[saying]!;
  heads[saying] = verb;
  labels[saying] = 'parataxis';
  heads[before] = verb;
  labels[before] = passive ? 'nsubjpass' : 'nsubj';
  if (behind !== undefined) {
    heads[behind] = saying;
    labels[behind] = 'nsubj';
  }
}

export function phraseStart(words: readonly Word[], arcs: Arcs, noun: number): number {
  const before = arcs.children[noun]!.filter((child) => child < noun && words[child]!.pos !== 'PUNCT');
  return Math.min(noun, ...before.map((child) => phraseStart(words, arcs, child)));
}

/** The word after a phrase with all that hangs on it. */
function phraseEnd(arcs: Arcs, head: number): number {
  return Math.max(head + 1, ...arcs.children[head]!.map((child) => phraseEnd(arcs, child)));
}

/** "In a joint statement, Norway and Sweden said that": who speaks was taken for an apposition of the paper that opens the sentence. */
export function sourceAfterPaper(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, at: number): void {
  if (arcs.labels[at] !== 'appos' || !/^(NOUN|PROPN)$/.test(words[at]!.pos)) return;
  const paper = arcs.heads[at]!;
  const preposition = paper < 0 || arcs.labels[paper] !== 'pobj' ? -1 : arcs.heads[paper]!;
  const verb = preposition < 0 ? -1 : arcs.heads[preposition]!;
  if (verb < at || words[verb]!.pos !== 'VERB' || !cueTables().verbs.has(words[verb]!.lemma)) return;
  if (arcs.children[verb]!.some((child) => isSubject(arcs.labels[child]!) && child < verb)) return;
  if (words[phraseStart(words, arcs, at) - 1]?.text !== ',') return;
  let last = at;
  for (let i = at + 1; i < verb; i++) if (isBelow(arcs, i, at)) last = i;
  if (words.slice(last + 1, verb).some(({ pos }) => !/^(AUX|ADV)$/.test(pos))) return;
  heads[at] = verb;
  labels[at] = 'nsubj';
}

/**
 * "After the accusation, a diplomat, X, was quoted": the noun of a phrase of time that opens the sentence was taken for the subject,
 * and the subject for its apposition.
 */
export function subjectAfterPhrase(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, at: number): void {
  const noun = arcs.heads[at]!;
  if (
    arcs.labels[at] !== 'appos' ||
    noun < 0 ||
    !/^(NOUN|PROPN)$/.test(words[at]!.pos) ||
    !isSubject(arcs.labels[noun]!)
  )
    return;
  const verb = arcs.heads[noun]!;
  const mark = phraseStart(words, arcs, noun) - 1;
  if (verb < at || mark !== 0 || arcs.labels[mark] !== 'mark' || arcs.heads[mark] !== verb) return;
  if (!/^(after|before|since|until|following|despite|amid)$/.test(words[mark]!.lower)) return;
  const others = arcs.children[noun]!.filter((child) => arcs.labels[child] === 'appos');
  if (others[0] !== at || words[phraseStart(words, arcs, at) - 1]?.text !== ',') return;
  heads[at] = verb;
  labels[at] = arcs.labels[noun]!;
  heads[noun] = mark;
  labels[noun] = 'pobj';
  labels[mark] = 'prep';
  for (const other of others.slice(1)) heads[other] = at;
}

function isBelow(arcs: Arcs, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = arcs.heads[i]!) if (i === top) return true;
  return false;
}
