import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenParts } from './hidden-characters.ts';

it('sets a character that turns the order of others apart, with its number', () => {
  expect(hiddenParts('40\u202e05 missiles')).toEqual([
    { at: 0, text: '40', code: null },
    { at: 2, text: '\u202e', code: 'U+202E' },
    { at: 3, text: '05 missiles', code: null },
  ]);
});

it('keeps the offsets of tags, which are two units long', () => {
  expect(hiddenParts('a\u{e0041}b').map(({ at }) => at)).toEqual([0, 1, 3]);
});

it('loses no character of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(
        hiddenParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
