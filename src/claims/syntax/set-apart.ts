import type { Word } from '../tokens/word.ts';
import { nounRun, type Phrases } from './phrase-span.ts';

/**
 * "sold to the South, and not, as the paper has it, to the North", "a rival, and not the firm": whether a party or its preposition is
 * named only to say that it was another.
 */
export function isSetApart(phrases: Phrases, at: number): boolean {
  const { words } = phrases;
  const from = words[at]!.pos === 'ADP' ? at : nounRun(phrases, at).from;
  if (setsApart(words, from)) return true;
  if (setsApart(words, from - 1)) return true;
  if (words[from - 1]?.text !== ',') return false;
  // Between "not" and what it turns somebody's words may be put in.
  const opened = words.findLastIndex(({ text }, i) => text === ',' && i < from - 1);
  return opened > 0 && setsApart(words, opened - 1);
}

/** Whether a word is a "not" behind "and", "but" or a comma, which turns what it stands before and no verb; "not only" turns nothing. */
export function setsApart(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.lower === 'not' &&
    /^(and|but|,)$/.test(words[at - 1]?.lower ?? '') &&
    !/^(only|just|merely|least|all|every|one|a|even|yet)$/.test(words[at + 1]?.lower ?? '')
  );
}
