import { expect, it } from 'vitest';
import type { PdfLine } from '../../src/documents/pdf/pdf-lines.ts';
import { paragraphsOf } from '../../src/documents/pdf/pdf-paragraphs.ts';

const line = (text: string, x: number, y: number, height = 10): PdfLine => ({
  text,
  x,
  y,
  right: x + 200,
  height,
  page: 1,
  marked: false,
});

it('keeps a sentence whole that runs from one column into the next, with the notes of the column after it', () => {
  const lines = [
    line('The envoy said on Monday that the vessel had left', 70, 700),
    line('the port without papers, and that nobody at the', 70, 687),
    line('1Interview with a harbour official, May 2024.', 70, 100, 8),
    line('2Interview with the owner, June 2024.', 70, 88, 8),
    line('harbour office had asked for them. He gave no date.', 310, 700),
    line('The owner denied all of it, and did so again later.', 310, 660),
  ];
  const paragraphs = paragraphsOf([{ number: 1, height: 842, lines }]);
  expect(paragraphs.map(({ kind, lines: own }) => [kind, own.map(({ text }) => text.slice(0, 12))])).toEqual([
    ['paragraph', ['The envoy sa', 'the port wit', 'harbour offi']],
    ['footnote', ['1Interview w']],
    ['footnote', ['2Interview w']],
    ['paragraph', ['The owner de']],
  ]);
});
