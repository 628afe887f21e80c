import { expect, it } from 'vitest';
import { hiddenParts } from './hidden-characters.ts';
import { cutAt, spanOf } from './sought-passage.ts';

it('reads a passage from an address, and nothing else', () => {
  expect(spanOf('120-131')).toEqual({ start: 120, end: 131 });
  for (const other of [undefined, '', '5', '9-3', '4-4', '-1-4', '1-2-3', 'a-b', '1e3-2e3'])
    expect(spanOf(other)).toBe(null);
});

it('cuts a run where the passage begins and ends, also over hidden characters and beyond the run', () => {
  const text = 'Coal\u200b from Nampo';
  const cut = (start: number, end: number) => hiddenParts(text).flatMap((part) => cutAt(part, 100, { start, end }));
  for (const [start, end] of [
    [100, 104],
    [102, 108],
    [90, 300],
    [111, 116],
    [0, 5],
  ] as const) {
    const parts = cut(start, end);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    for (const { at, text: own } of parts) expect(text.slice(at, at + own.length)).toBe(own);
    const marked = parts.filter(({ isSought }) => isSought).map((part) => part.text);
    expect(marked.join('')).toBe(text.slice(Math.max(0, start - 100), Math.max(0, end - 100)));
  }
});
