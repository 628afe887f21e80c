import { expect, it } from 'vitest';
import { sha256Hex } from '../../core/hash.ts';
import { readTextLayer } from '../read.ts';
import { locatorText, passageAt } from './passage.ts';

const layer = await readTextLayer(
  Buffer.from('Title\n\n45. The Panel said 화성-11 fell.\n\n• an item\n\nFree text stands here.'),
  { name: 'a.txt' },
);

it('quotes exactly, with the hash and the paragraph', () => {
  const start = layer.text.indexOf('화성');
  const passage = passageAt(layer, start, start + 5);
  expect(passage).toEqual({
    quote: '화성-11',
    start,
    end: start + 5,
    page: null,
    paragraph: '45',
    hash: sha256Hex('화성-11'),
  });
  expect(locatorText(passage)).toBe('para. 45');
});

it('counts a list item to the numbered paragraph before it, and free text to none', () => {
  const placeOf = (phrase: string) => {
    const start = layer.text.indexOf(phrase);
    return locatorText(passageAt(layer, start, start + phrase.length));
  };
  expect(placeOf('an item')).toBe('para. 45');
  expect(placeOf('Free text')).toMatch(/^characters \d+–\d+$/);
});

it.each([
  [-1, 3],
  [3, 3],
  [5, 2],
  [0, 10_000],
  [0.5, 2],
])('refuses the span %d to %d', (start, end) => {
  expect(() => passageAt(layer, start, end)).toThrow(
    expect.objectContaining({ code: 'no-such-passage', place: layer.document }),
  );
});
