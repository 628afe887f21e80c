import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, measureText, wrapText } from './text-metrics.ts';

const STYLE = { size: 12 } as const;

describe('text without a DOM', () => {
  it('is cut to any width with an ellipsis, and kept whole where it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), (text, width) => {
        const fitted = fitText(text, width, STYLE);
        expect(measureText(fitted, STYLE)).toBeLessThanOrEqual(Math.max(width, 0));
        if (measureText(text, STYLE) <= width) expect(fitted).toBe(text);
      }),
    );
  });

  it('is broken into lines that fit and lose nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        const lines = wrapText(text, width, STYLE);
        for (const line of lines) expect(measureText(line, STYLE)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('keeps no-break spaces and ends with an ellipsis where lines are left out', () => {
    expect(wrapText('Department of State\u00a0[4]', 110, STYLE).at(-1)).toContain('State\u00a0[4]');
    expect(wrapText('one two three four five six', 40, STYLE, 2)).toHaveLength(2);
    expect(wrapText('one two three four five six', 40, STYLE, 2)[1]).toMatch(/…$/);
  });
});
