import { expect, it } from 'vitest';
import { wholeWords } from './passage-selection.ts';

const taken = (text: string, first: number, last: number) => {
  const part = wholeWords(text, { first, last });
  return text.slice(part.first, part.last);
};

it('takes a word whole that was marked in part', () => {
  expect(taken('Today the vote will embolden', 2, 13)).toBe('Today the vote');
});

it('stops at signs and blanks', () => {
  expect(taken('"around 50 times," they said', 1, 9)).toBe('around 50');
  expect(taken('one two', 3, 5)).toBe(' two');
});

it('leaves a marking alone that cuts no word, and one in a script without blanks', () => {
  expect(taken('one two three', 4, 7)).toBe('two');
  expect(taken('\u671d\u9c9c\u5bfc\u5f39', 1, 2)).toBe('\u9c9c');
});
