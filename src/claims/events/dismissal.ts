import { cueTables } from '../lexicon/cue.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy } from '../syntax/phrase-span.ts';

/** What somebody has none of who denies a part in something. */
const PARTS = /^(part|role|hand|involvement|link|tie|connection|knowledge|business|dealing|contact|interest)$/;

/**
 * "The rumours were groundless", "it had nothing to do with it", "they have no links to": a clause that denies by its words, and
 * not by a verb of denying.
 */
export function isDismissal(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  if (clause.lemma === 'be')
    return clause.complement !== undefined && !clause.negated && isDismissive(sentence, clause.complement);
  // "do not accord with the facts".
  if (/^(accord|correspond|conform|tally|agree)$/.test(clause.lemma) && clause.negated)
    return clause.obliques.some(({ head }) => /^(facts?|reality|truth)$/.test(words[head]!.lower));
  if (clause.lemma !== 'have' || clause.object?.link !== 'own' || !clause.negated) return false;
  const { head } = clause.object;
  const next = words.slice(head + 1, head + 4).map(({ lower }) => lower);
  if (words[head]!.lower === 'nothing') return next.join(' ') === 'to do with';
  return PARTS.test(singularOf(words[head]!.lower)) && childrenBy(sentence, head, 'prep', 'acl').length > 0;
}

/** Whether a noun or adjective says that a thing is untrue: "a fabrication", "baseless". */
export function isDismissive({ words }: ParsedSentence, at: number): boolean {
  const { dismissive } = cueTables();
  return dismissive.has(words[at]!.lower) || dismissive.has(singularOf(words[at]!.lower));
}
