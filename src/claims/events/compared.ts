import { lexicalVerbs } from '../lexicon/verb-class.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';

/** How far before a word the preposition of a comparison may stand. */
const FAR = 14;

/**
 * "27 bcm, against 21 bcm in 2021", "compared with 4,500 in February", "fell to 371,000 from 455,000 in April": whether a word stands
 * in what a figure is compared with, which has a time of its own and no part in that of the event.
 */
export function isCompared(sentence: ParsedSentence, at: number): boolean {
  const { words, clauses, clauseOf } = sentence;
  let counted = words[at]!.pos === 'NUM' || words[at]!.pos === 'SYM';
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const { lower, pos } = words[i]!;
    const before = words[i - 1]?.lower ?? '';
    if (pos === 'NUM') counted = true;
    if (!counted && !/^(the|about|some|only|around|just|nearly|roughly)$/.test(lower) && i < at - 2) continue;
    if (/^(against|versus)$/.test(lower)) return counted;
    if (/^(with|to)$/.test(lower) && /^(compared|relative|comparison)$/.test(before)) return counted;
    if (lower === 'from' && /^(up|down)$/.test(before)) return counted;
    const clause = clauses[clauseOf[i]!];
    if (lower === 'from' && clause !== undefined && i > clause.head && lexicalVerbs('changes').has(clause.lemma))
      return counted;
    // "fell from the month before to 612 tons": what it came to.
    if (lower === 'to') return false;
    if (/^(VERB|AUX)$/.test(pos) || /^[,;:]$/.test(words[i]!.text)) return false;
  }
  return false;
}
