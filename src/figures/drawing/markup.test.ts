import { describe, expect, it } from 'vitest';
import { element, escapeMarkup, formatCoordinate, printableText } from './markup.ts';

describe('escaping', () => {
  it('leaves no character that could end text or an attribute', () => {
    expect(escapeMarkup(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });

  it('shows what cannot be printed, and what would deceive', () => {
    expect(printableText('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
    expect(printableText('a\u202eb\u200bc\u{e0041}')).toBe('a[U+202E]b[U+200B]c[U+E0041]');
    expect(printableText('क्‍ष line\tend\n')).toBe('क्‍ष line\tend\n');
  });

  it('leaves out attributes without a value and rounds numbers', () => {
    expect(element('a', { x: 1.23456, y: null, z: undefined, w: false, v: true }, escapeMarkup('<'))).toBe(
      '<a x="1.23" v>&lt;</a>',
    );
    expect(formatCoordinate(-0.001)).toBe('0');
    expect(() => formatCoordinate(Number.NaN)).toThrow(RangeError);
  });
});
