import type { Mention } from '../names/mention.ts';
import type { Word } from '../tokens/word.ts';
import { readCountedNoun } from './counted-noun.ts';

/** The place after "%", "percent" or "per cent" after a number. */
export function percentAt(words: readonly Word[], at: number): number | undefined {
  const lower = words[at]?.lower ?? '';
  if (lower === '%' || lower === 'percent' || lower === 'pct') return at + 1;
  return lower === 'per' && words[at + 1]?.lower === 'cent' ? at + 2 : undefined;
}

/** Of what a percentage or fraction is a part; `excluded` for "percentage points" and the like. */
export function scopeOf(
  text: string,
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): { of: string; to: number } | 'excluded' | undefined {
  if (/^points?$/.test(words[at]?.lower ?? '')) return 'excluded';
  let from = words[at]?.lower === 'of' ? at + 1 : at;
  const skipped = from > at || /^(the|its|their|all)$/.test(words[from]?.lower ?? '');
  if (!skipped) return undefined;
  while (/^(the|its|their|all|that|those|these|his|her|our)$/.test(words[from]?.lower ?? '')) from++;
  const noun = readCountedNoun(words, from, mentions);
  if (noun === undefined || noun === 'excluded') return undefined;
  return { of: text.slice(words[from]!.start, words[noun.to - 1]!.end), to: noun.to };
}
