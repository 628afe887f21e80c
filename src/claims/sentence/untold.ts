import type { Attribution } from '../attribution/attribution.ts';
import { contentsOf } from '../attribution/constructions/claim-noun.ts';
import { callsTrue } from '../events/dismissal.ts';
import { attributionList } from '../lexicon/attribution-list.ts';
import { cueTables } from '../lexicon/cue.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

/**
 * Whether a word is part of what is told under a noun alone: "the charge that ships were sold", "the theory that …". It is a claim of
 * whoever made the charge; where the sentence does not say who, neither whoever tells of the charge nor the text claims it, whatever
 * is told to have become of it.
 */
export function isUntold(sentence: ParsedSentence, word: number, chain: readonly Attribution[]): boolean {
  const { arcs } = sentence;
  const seen = new Set<number>();
  for (let at = word; at >= 0 && !seen.has(at); at = arcs.heads[at]!) {
    seen.add(at);
    if (chain.some(({ tops, construction }) => construction !== 'adverb' && tops.includes(at))) return false;
    const noun = contentNounOf(sentence, at);
    if (noun !== undefined)
      return !isUpheld(sentence, noun) && !chain.some(({ tops, cue }) => cue === noun || tops.includes(noun));
  }
  return false;
}

/** The noun whose content a clause is: the one on which it hangs, or of a verb between them what that is said of. */
function contentNounOf(sentence: ParsedSentence, at: number): number | undefined {
  const { arcs, words, clauses, clauseOf } = sentence;
  const above = arcs.heads[at]!;
  // "reports of banks having many clients": hung on the preposition.
  const holder = arcs.labels[at] === 'pcomp' && above >= 0 ? arcs.heads[above]! : above;
  if (holder >= 0 && isContent(sentence, holder) && contentsOf(sentence, holder).includes(at)) return holder;
  if (above < 0 || !/^(acl|relcl|ccomp|advcl)$/.test(arcs.labels[at]!)) return undefined;
  // "The allegation was dropped that ships were sold".
  const clause = clauses[clauseOf[above] ?? -1];
  if (clause === undefined || clause.head !== above || cueTables().verbs.has(clause.lemma)) return undefined;
  const noun = (clause.passive ? clause.object : clause.subject)?.head;
  const opened = arcs.children[at]!.some((child) => words[child]!.lower === 'that' && arcs.labels[child] === 'mark');
  return noun !== undefined && noun < above && opened && isContent(sentence, noun) ? noun : undefined;
}

/** "The claim that it was sold is true": told by whoever says so. */
function isUpheld(sentence: ParsedSentence, noun: number): boolean {
  return sentence.clauses.some((clause) => clause.subject?.head === noun && callsTrue(sentence, clause));
}

function isContent({ words }: ParsedSentence, at: number): boolean {
  const noun = singularOf(words[at]!.lower);
  return attributionList('tellings').has(noun) || attributionList('told-contents').has(noun);
}
