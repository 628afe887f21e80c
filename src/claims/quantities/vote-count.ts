import { type NumberPhrase, readNumber } from '../tokens/number.ts';
import type { Word } from '../tokens/word.ts';

/** A count of votes in the words of a ballot; `to` is exclusive. */
export type VoteCount = { readonly counts: string; readonly value: string; readonly from: number; readonly to: number };

/**
 * Counts of a ballot: "13 votes in favour, one against and one abstention", "by a vote of 13-1-1", "13 members voted
 * in favour". Only in a sentence that speaks of a vote, since "2 against" means other things elsewhere.
 */
export function findVoteCounts(words: readonly Word[]): VoteCount[] {
  if (!words.some((word) => /^(vot|abst|ballot|favou?r)/.test(word.lower))) return [];
  const found: VoteCount[] = [];
  for (let i = 0; i < words.length; i++) {
    const number = readNumber(words, i);
    if (number === undefined || number.value === null || number.fraction) continue;
    const tally = tallyAt(words, number);
    if (tally.length > 0) {
      found.push(...tally);
      i = tally[tally.length - 1]!.to - 1;
      continue;
    }
    const kind = kindAfter(words, number.to);
    if (kind) {
      found.push({ counts: kind.counts, value: number.value, from: number.from, to: kind.to });
      i = kind.to - 1;
    } else i = number.to - 1;
  }
  return found;
}

function kindAfter(words: readonly Word[], at: number): { counts: string; to: number } | undefined {
  const limit = Math.min(at + 6, words.length);
  for (let i = at; i < limit; i++) {
    const lower = words[i]!.lower;
    if (/^abst(entions?|ained|aining|ain)$/.test(lower)) return { counts: 'abstention', to: i + 1 };
    if (lower === 'in' && /^favou?r$/.test(words[i + 1]?.lower ?? '')) return { counts: 'vote in favour', to: i + 2 };
    if (lower === 'for' && /^votes?$|^voted$|^voting$/.test(words[i - 1]?.lower ?? ''))
      return { counts: 'vote in favour', to: i + 1 };
    if (lower === 'against') return { counts: 'vote against', to: i + 1 };
    if (lower === 'yes' || lower === 'affirmative')
      return { counts: 'vote in favour', to: /^votes?$/.test(words[i + 1]?.lower ?? '') ? i + 2 : i + 1 };
    if (
      !/^(votes?|voted|voting|members?|member|states?|countries|nations|delegations|council|of|the|other|its|cast|were|was)$/.test(
        lower,
      )
    )
      return undefined;
  }
  return undefined;
}

/** "13-1-1", "13 to 1", "13-1 with one abstention", "12 votes to zero". */
function tallyAt(words: readonly Word[], first: NumberPhrase): VoteCount[] {
  // "The vote in the 15-member Council was 13-2": the figures may stand far after the noun when a verb joins them.
  const dashed =
    /^[-–—]$/.test(words[first.to]?.text ?? '') && /^(was|is|were)$/.test(words[first.from - 1]?.lower ?? '');
  const before = words.slice(Math.max(0, first.from - (dashed ? 14 : 4)), first.from).map((word) => word.lower);
  const noun = /^votes?$/.test(words[first.to]?.lower ?? '') && words[first.to + 1]?.lower === 'to' ? 1 : 0;
  if (noun === 0 && !before.some((lower) => /^(vot|ballot|margin)/.test(lower))) return [];
  const counts = ['vote in favour', 'vote against', 'abstention'];
  const tally: VoteCount[] = [{ counts: counts[0]!, value: first.value!, from: first.from, to: first.to }];
  let at = first.to + noun;
  while (tally.length < 3 && /^(-|–|—|to)$/.test(words[at]?.text ?? '')) {
    const next = readNumber(words, at + 1);
    if (next === undefined || next.value === null) break;
    tally.push({ counts: counts[tally.length]!, value: next.value, from: next.from, to: next.to });
    at = next.to;
  }
  return tally.length > 1 ? tally : [];
}
