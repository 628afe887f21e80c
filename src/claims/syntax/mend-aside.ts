import { cueTables } from '../lexicon/cue.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';
import { isSubject } from './clause.ts';
import type { TreeDraft } from './mend-saying.ts';

/** Words that tell how many of those before it were of a kind: "killed 31 people, most of them women". */
const SHARE = /^(most|some|many|half|several|all|none|both|few|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)$/;

/**
 * "It killed 31 people, most of them women, a network of doctors said": the parser takes the share of those told of for who speaks,
 * and who speaks for an apposition of it.
 */
export function sourceAfterShare(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, at: number): void {
  const share = arcs.heads[at]!;
  if (arcs.labels[at] !== 'appos' || share < 0 || share > at || arcs.labels[share] !== 'nsubj') return;
  const verb = arcs.heads[share]!;
  if (verb < at || !cueTables().verbs.has(words[verb]!.lemma)) return;
  // "most of them" heads the phrase, or stands before what they were as its subject.
  const counted = SHARE.test(words[share]!.lower)
    ? share
    : arcs.children[share]!.find((child) => isSubject(arcs.labels[child]!) && SHARE.test(words[child]!.lower));
  const of = counted === undefined ? undefined : arcs.children[counted]!.find((child) => words[child]!.lower === 'of');
  const whole = of === undefined ? undefined : arcs.children[of]!.find((child) => arcs.labels[child] === 'pobj');
  if (whole === undefined || !/^(them|whom|which)$/.test(words[whole]!.lower)) return;
  const told = arcs.children[verb]!.findLast(
    (child) =>
      child < share && /^(VERB|AUX)$/.test(words[child]!.pos) && /^(advcl|ccomp|dep)$/.test(arcs.labels[child]!),
  );
  if (told === undefined) return;
  heads[at] = verb;
  labels[at] = 'nsubj';
  heads[share] = told;
  labels[share] = 'dep';
  labels[told] = 'ccomp';
  // A subject stands before a verb that is no passive, whatever the parser made of it.
  const passive = arcs.children[told]!.some((child) => arcs.labels[child] === 'auxpass');
  for (const child of arcs.children[told]!) if (arcs.labels[child] === 'nsubjpass' && !passive) labels[child] = 'nsubj';
}

/**
 * "Palmgate, which brokers say paid 24 million", read with the verb of saying for an auxiliary: what a relative clause tells, told by
 * whoever stands within it.
 */
export function sayingInRelative(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  saying: number,
): void {
  const verb = arcs.heads[saying]!;
  if (arcs.labels[saying] !== 'aux' || verb < saying || arcs.labels[verb] !== 'relcl') return;
  if (!cueTables().verbs.has(words[saying]!.lemma)) return;
  const source = arcs.children[saying]!.find((child) => isSubject(arcs.labels[child]!) && child < saying);
  if (source === undefined) return;
  heads[saying] = arcs.heads[verb]!;
  labels[saying] = 'relcl';
  heads[verb] = saying;
  labels[verb] = 'ccomp';
}

/**
 * "a dhow which, EU Navfor believes, served the pirates": a clause of saying between commas in a relative clause, whose verb the
 * parser joins to the clause above.
 */
export function putInRelative(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, saying: number): void {
  if (arcs.labels[saying] !== 'relcl' || words[saying + 1]?.text !== ',') return;
  if (!cueTables().verbs.has(words[saying]!.lemma)) return;
  const [which, source] = arcs.children[saying]!.filter((child) => child < saying && isSubject(arcs.labels[child]!));
  if (which === undefined || source === undefined || !/^(which|who|that)$/.test(words[which]!.lower)) return;
  if (words[which + 1]?.text !== ',') return;
  const verb = words.findIndex(
    ({ pos }, at) => at > saying + 1 && /^(VERB|AUX)$/.test(pos) && !/^(aux|auxpass)$/.test(arcs.labels[at]!),
  );
  if (verb < 0 || !/^(conj|ccomp|dep|advcl)$/.test(arcs.labels[verb]!)) return;
  if (words.slice(saying + 2, verb).some(({ pos }) => !/^(AUX|ADV|PART)$/.test(pos))) return;
  heads[verb] = arcs.heads[saying]!;
  labels[verb] = 'relcl';
  heads[which] = verb;
  labels[which] = arcs.children[verb]!.some((child) => arcs.labels[child] === 'auxpass') ? 'nsubjpass' : 'nsubj';
  heads[saying] = verb;
  labels[saying] = 'parataxis';
}

/**
 * "A panel, whose mandate was ended in April, estimated that": a sentence of which the parser found no verb, and gave it to the
 * relative clause behind the noun that is its subject, or to that noun as a participle.
 */
export function verbAfterAside(words: readonly Word[], arcs: Arcs, { heads, labels }: TreeDraft, noun: number): void {
  if (arcs.heads[noun] !== -1 || !/^(NOUN|PROPN)$/.test(words[noun]!.pos)) return;
  const aside = arcs.children[noun]!.find((child) => child > noun && arcs.labels[child] === 'relcl');
  const verb =
    aside === undefined
      ? undefined
      : [...arcs.children[aside]!, ...arcs.children[noun]!].find(
          (child) =>
            child > aside &&
            words[child - 1]?.text === ',' &&
            /^VB[DNZP]$/.test(arcs.tags[child]!) &&
            (arcs.heads[child] === noun
              ? arcs.labels[child] === 'acl' && arcs.tags[child] !== 'VBN'
              : /^(advcl|conj|ccomp|dep)$/.test(arcs.labels[child]!)) &&
            !arcs.children[child]!.some((own) => isSubject(arcs.labels[own]!) || arcs.labels[own] === 'mark'),
        );
  if (verb === undefined) return;
  heads[verb] = -1;
  labels[verb] = 'ROOT';
  heads[noun] = verb;
  labels[noun] = 'nsubj';
}

/**
 * "In Skerry—which the minister mentioned—officers made five seizures": a relative clause between dashes that the parser takes for the
 * verb of the sentence, and the sentence for what it tells.
 */
export function relativeBetweenDashes(
  words: readonly Word[],
  arcs: Arcs,
  { heads, labels }: TreeDraft,
  verb: number,
): void {
  if (arcs.heads[verb] !== -1 || !isDash(words[verb + 1])) return;
  const which = arcs.children[verb]!.find((child) => child < verb && /^(which|whom)$/.test(words[child]!.lower));
  const told = arcs.children[verb]!.find(
    (child) => child > verb && /^(ccomp|conj|parataxis)$/.test(arcs.labels[child]!),
  );
  if (which === undefined || told === undefined || !isDash(words[which - 1])) return;
  const noun = words.findLastIndex(({ pos }, at) => at < which && /^(NOUN|PROPN)$/.test(pos));
  if (noun < 0) return;
  const hasSubject = arcs.children[told]!.some((child) => isSubject(arcs.labels[child]!));
  for (const child of arcs.children[verb]!)
    if (child < which || child > verb) {
      heads[child] = told;
      if (child > verb && child < told && arcs.labels[child] === 'dobj' && !hasSubject) labels[child] = 'nsubj';
    }
  heads[told] = -1;
  labels[told] = 'ROOT';
  heads[verb] = noun;
  labels[verb] = 'relcl';
}

function isDash(word: Word | undefined): boolean {
  return /^[–—]$/.test(word?.text ?? '');
}
