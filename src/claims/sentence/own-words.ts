import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Draft } from './draft.ts';

/** How many words may stand between the mark that parts two tellings and the second: ", a traffic that prosecutors said". */
const LONGEST_LEAD = 6;
/** Of fewer words a passage tells too little to be read alone. */
const LEAST_KEPT = 6;

/**
 * "A court jailed four men, a traffic that prosecutors said was worth 9 million", "They accused it of theft, which it denies": what
 * somebody else says at the end of a sentence, or is said the other way, is no part of the passage of what stands before it.
 */
export function withoutOthersWords(sentence: ParsedSentence, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const ends = drafts.flatMap((other) => endBefore(sentence, draft, other) ?? []);
    return ends.length === 0 ? draft : { ...draft, until: Math.min(...ends) };
  });
}

/** The word before which the passage of a claim ends, where another telling fills the rest of the sentence. */
function endBefore(sentence: ParsedSentence, draft: Draft, other: Draft): number | undefined {
  const isOther = draft.claimant.name !== other.claimant.name || draft.polarity !== other.polarity;
  if (!isOther || draft.apart === true) return undefined;
  const { words, arcs } = sentence;
  const { to: kept } = draft.needs;
  const from = Math.max(other.needs.from, Math.min(kept, other.clause.from));
  const last = words.findLastIndex(({ pos }) => pos !== 'PUNCT');
  if (from < kept || other.clause.from < kept || Math.max(other.clause.to, other.needs.to) <= last) return undefined;
  // "When the arms came to light, Minsk admitted": without its main verb a sentence is none.
  const main = arcs.heads.indexOf(-1);
  if (main >= from) return undefined;
  for (let at = from; at >= Math.max(kept, from - LONGEST_LEAD); at--) {
    const { text, lower } = words[at]!;
    if (/^[,;—–]$/.test(text) || (at > kept && /^(and|but|while|although|though|whereas|yet)$/.test(lower)))
      return at < LEAST_KEPT ? undefined : words[at - 1]!.text === ',' ? at - 1 : at;
  }
  return undefined;
}
