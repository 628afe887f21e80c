import type { Word } from '../tokens/word.ts';

/** "a month", "per day": a figure for each such period, which is another figure than a total. */
export function rateAt(words: readonly Word[], at: number): { to: number } | undefined {
  const [lead, unit] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? ''];
  if (!/^(day|week|month|year|hour|quarter|night)$/.test(unit)) return undefined;
  if (!/^(a|per|each|every)$/.test(lead)) return undefined;
  // "40,000 tonnes a year later": when it was.
  if (/^(later|earlier|before|after|afterwards?|ago)$/.test(words[at + 2]?.lower ?? '')) return undefined;
  return { to: at + 2 };
}

/** A total over a period: "altogether", "so far", "since March". */
export function isCumulative(words: readonly Word[], from: number, to: number): boolean {
  for (let i = Math.max(0, from - 3); i < from; i++)
    if (/^(total|cumulative|altogether|totalling|totaling|combined|overall)$/.test(words[i]!.lower)) return true;
  for (let i = from; i < Math.min(words.length, to + 6); i++) {
    const [lower, next] = [words[i]!.lower, words[i + 1]?.lower ?? ''];
    if (lower === 'total' || lower === 'altogether' || lower === 'cumulatively') return true;
    if ((lower === 'so' && next === 'far') || (lower === 'to' && next === 'date') || (lower === 'since' && i >= to))
      return true;
  }
  return false;
}
