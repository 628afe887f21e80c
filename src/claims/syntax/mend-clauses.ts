import { cueTables, PLAIN_SAYING } from '../lexicon/cue.ts';
import { isSomebody } from '../lexicon/somebody.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause, Party } from './clause.ts';
import { childBy, childrenBy, nounRun, type Phrases, spanUnder } from './phrase-span.ts';

/** A clause while its parties are looked for. */
export type ClauseDraft = { -readonly [key in keyof Clause]: Clause[key] };

/** Puts right what the parser is known to misread of clauses that have their own parties, before they share them. */
export function mendClauses(phrases: Phrases, clauses: readonly ClauseDraft[]): void {
  for (const clause of clauses) befalls(phrases, clause);
  for (const clause of clauses) befallen(phrases, clause);
  for (const clause of clauses) mend(phrases, clauses, clause);
  for (const clause of clauses) rejoin(phrases, clauses, clause);
  for (const clause of clauses) untangle(phrases, clauses, clause);
  for (const clause of clauses) clause.subject ??= sourceAfter(phrases, clause);
  for (const clause of clauses) clause.parent = resultOf(phrases, clauses, clause) ?? clause.parent;
}

/** "saw four men shot dead": whom it befell, though the parser takes them for those who shot. */
function befalls({ arcs, words }: Phrases, clause: ClauseDraft): void {
  const { head, lemma, subject, object, complement } = clause;
  if (!/^(shoot|stab|beat|burn|strike)$/.test(lemma) || clause.passive || object !== undefined || subject === undefined)
    return;
  const dead = complement ?? arcs.children[head]!.find((at) => at > head && words[at]!.lower === 'dead');
  if (dead === undefined || words[dead]!.lower !== 'dead') return;
  clause.object = subject;
  clause.subject = undefined;
  clause.passive = true;
}

/** "with 227 pills seized – a record –": behind "with" a bare participle tells what befell its noun, though the parser takes that for who did it. */
function befallen({ arcs }: Phrases, clause: ClauseDraft): void {
  const { relation, opener, head, subject, passive, modifiers } = clause;
  if (relation !== 'pcomp' || opener !== 'with' || passive || modifiers.length > 0 || subject?.link !== 'own') return;
  if (!/^VB[DN]$/.test(arcs.tags[head]!)) return;
  clause.object = subject;
  clause.subject = undefined;
  clause.passive = true;
  clause.form = 'past-participle';
}

/**
 * Two readings that the parser is known to miss: a subject of its own parted from its verb by an inserted clause, and a
 * participle after a noun taken for its verb ("sappers posted to Russia are thought to have died").
 */
function mend(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft): void {
  const { arcs, words } = phrases;
  const above = clauses[clause.parent];
  if (above === undefined || arcs.labels[clause.head] !== 'ccomp') return;
  const subjects = childrenBy(phrases, clause.head, 'nsubj', 'nsubjpass').filter((at) => at < clause.head);
  if (
    subjects.length === 2 &&
    above.subject === undefined &&
    above.head > clause.head &&
    words[subjects[0]! + 1]?.text === ','
  )
    above.subject = { head: subjects[0]!, link: 'own' };
  // "The Committee established pursuant to it said that …": a participle before the verb that holds another clause.
  const own = clause.subject;
  const others = childrenBy(phrases, above.head, 'ccomp').some((at) => at > above.head);
  if (
    own?.link === 'own' &&
    above.subject === undefined &&
    clause.head < above.head &&
    others &&
    clause.object === undefined &&
    spanEnd(phrases, own.head) === clause.head &&
    /^VB[DN]$/.test(arcs.tags[clause.head]!) &&
    childBy(phrases, clause.head, 'aux', 'auxpass', 'mark') === undefined
  ) {
    above.subject = own;
    clause.subject = undefined;
    clause.object = { head: own.head, link: 'antecedent' };
    clause.passive = true;
    clause.form = 'past-participle';
    clause.relation = 'acl';
  }
}

/**
 * "184 were killed, the United Nations said, bringing the toll to 5,000": a participle that gives a result in figures, after
 * a clause of saying put after what is said, goes on with what is said; the parser hangs it on the verb of saying.
 */
function resultOf(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft): number | undefined {
  const { arcs, words } = phrases;
  const above = clauses[clause.parent];
  if (above === undefined || clause.relation !== 'advcl' || clause.form !== 'participle' || clause.opener !== '')
    return undefined;
  const said = childrenBy(phrases, above.head, 'ccomp').find((at) => at < above.head);
  if (said === undefined || clause.head < above.head || !lexicalVerbs('results').has(clause.lemma)) return undefined;
  const { from, to } = spanUnder(phrases, clause.head);
  if (!words.slice(from, to).some(({ pos }) => pos === 'NUM') || arcs.heads[clause.head] !== above.head)
    return undefined;
  const place = clauses.findIndex(({ head }) => head === said);
  return place < 0 ? undefined : place;
}

/**
 * "admitted, as it never had before, that it had sold", "told a U.N. committee that it had sold": a clause opened by "that" is
 * what is said by the verb of saying before it that has no other, though the parser hangs it on what stands above or on the hearer.
 */
function rejoin(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft): void {
  if (clause.opener !== 'that' || !/^(advcl|relcl)$/.test(clause.relation)) return;
  const { words, arcs } = phrases;
  // ", an attribution that the embassy dismissed": of the noun between commas.
  if (arcs.labels[arcs.heads[clause.head]!] === 'npadvmod') return;
  const holdsNothing = ({ head }: ClauseDraft) =>
    !childrenBy(phrases, head, 'ccomp').some((at) => childBy(phrases, at, 'mark') !== undefined);
  const cue =
    clause.relation === 'relcl'
      ? clause.parent
      : clauses.findLastIndex(
          (one) =>
            one.head < clause.head &&
            one.parent === clause.parent &&
            one.object === undefined &&
            words[one.head + 1]?.text === ',',
        );
  const verb = clauses[cue];
  if (verb === undefined || verb.head > clause.head || !cueTables().verbs.has(verb.lemma) || !holdsNothing(verb))
    return;
  clause.relation = 'ccomp';
  clause.parent = cue;
}

/**
 * "A freighter tied up at Khokha, but Comoros denied it": two main clauses, read as one with two subjects of which the first has
 * a participle. The participle is the verb of the first.
 */
function untangle(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft): void {
  const { arcs, words } = phrases;
  const [first, second, third] = childrenBy(phrases, clause.head, 'nsubj').filter((at) => at < clause.head);
  if (first === undefined || second === undefined || third !== undefined || clause.relation !== 'ROOT') return;
  const joint = childrenBy(phrases, first, 'cc').find((at) => at > first && at < second);
  const verb = clauses.find(
    (one) => arcs.heads[one.head] === first && one.relation === 'acl' && one.form === 'past-participle',
  );
  if (
    joint === undefined ||
    verb === undefined ||
    verb.head > joint ||
    childBy(phrases, verb.head, 'agent') !== undefined
  )
    return;
  if (!/^(but|and|while|yet)$/.test(words[joint]!.lower)) return;
  verb.relation = 'ROOT';
  verb.form = 'finite';
  verb.passive = false;
  verb.parent = -1;
  verb.subject = { head: first, link: 'own' };
  verb.object = undefined;
}

/**
 * "It gives Chongjin as its goal, figures from two trackers show": a noun phrase between a comma and a verb without a subject is
 * that verb's, though the parser joins it to the clause before.
 */
function sourceAfter(phrases: Phrases, clause: ClauseDraft): Party | undefined {
  const { arcs, words } = phrases;
  if (clause.subject !== undefined || clause.form !== 'finite' || clause.passive) return undefined;
  const joined =
    arcs.labels[clause.head] === 'conj' && cueTables().verbs.has(clause.lemma) ? arcs.heads[clause.head]! : -1;
  const beside = sourceBeside(phrases, clause);
  if (beside !== undefined) return { head: beside, link: 'own' };
  const said =
    childrenBy(phrases, clause.head, 'ccomp').find((at) => at < clause.head) ??
    (joined >= 0 && childBy(phrases, joined, 'cc') === undefined ? joined : undefined);
  if (said === undefined) return undefined;
  const head = words.findIndex(
    ({ pos }, at) =>
      at > said &&
      at < clause.head &&
      /^(NOUN|PROPN)$/.test(pos) &&
      /^(conj|appos|dep|npadvmod)$/.test(arcs.labels[at]!) &&
      isBefore(phrases, at, clause.head) &&
      (words[nounRun(phrases, at).from - 1]?.text === ',' ||
        // "and the agency, citing a clerk, said".
        (arcs.labels[at] === 'conj' && spanEnd(phrases, at) !== clause.head)),
  );
  return head < 0 ? undefined : { head, link: 'own' };
}

/** "announced new measures and firms said that": who stands right before the verb, though the parser joins them to the object before. */
function sourceBeside({ arcs, words }: Phrases, { head, lemma }: ClauseDraft): number | undefined {
  const noun = head - 1;
  if (!PLAIN_SAYING.has(lemma) || arcs.labels[head] !== 'conj' || arcs.labels[noun] !== 'conj') return undefined;
  const object = arcs.heads[noun]!;
  const isOfObject = object > arcs.heads[head]! && /^(dobj|pobj|attr)$/.test(arcs.labels[object]!);
  const isStated = arcs.children[head]!.some((child) => arcs.labels[child] === 'ccomp' && child > head);
  return isOfObject && isStated && isSomebody(singularOf(words[noun]!.lower)) ? noun : undefined;
}

/** A noun phrase right before a verb, or parted from it by whom it cites: "the newspaper, citing a clerk, reported". */
function isBefore(phrases: Phrases, noun: number, verb: number): boolean {
  const end = spanEnd(phrases, noun);
  if (end === verb) return true;
  const { words } = phrases;
  return (
    words[end]?.text === ',' &&
    /^(citing|quoting)$/.test(words[end + 1]?.lower ?? '') &&
    words[verb - 1]?.text === ',' &&
    !words.slice(end + 2, verb - 1).some(({ text }) => /^[,;:]$/.test(text))
  );
}

/** Where a noun phrase with all its prepositional phrases ends. */
function spanEnd(phrases: Phrases, head: number): number {
  return spanUnder(phrases, head).to;
}
