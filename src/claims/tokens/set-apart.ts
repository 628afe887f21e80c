import type { Word } from './word.ts';

/** Whether a word is a "not" behind "and", "but" or a comma, which turns what it stands before and no verb; "not only" turns nothing. */
export function setsApart(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.lower === 'not' &&
    /^(and|but|,)$/.test(words[at - 1]?.lower ?? '') &&
    !/^(only|just|merely|least|all|every|one|a|even|yet)$/.test(words[at + 1]?.lower ?? '')
  );
}
