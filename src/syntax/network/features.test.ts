import { describe, expect, it } from 'vitest';
import { readSpellings } from '../tokens/spellings.ts';
import { isBlank, normOf, prefixOf, shapeOf, suffixOf } from './features.ts';

describe('features of a word', () => {
  it.each([
    ['Tankers', 'Xxxxx'],
    ['12,000', 'dd,ddd'],
    ['1234567', 'dddd'],
    ['U.S.', 'X.X.'],
    ['İstanbul', 'Xxxxx'],
    ['x²', 'xd'],
    ['船', 'x'],
    ['🚢🚢🚢🚢🚢', '🚢🚢🚢🚢'],
    ['a'.repeat(100), 'LONG'],
    ['', ''],
  ])('sees the shape of %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });

  it('counts characters, not units of UTF-16', () => {
    expect(prefixOf('🚢x')).toBe('🚢');
    expect(suffixOf('a🚢🚢🚢')).toBe('🚢🚢🚢');
    expect(suffixOf('ab🚢')).toBe('ab🚢');
    expect(suffixOf('vessel')).toBe('sel');
  });

  it('brings spellings together, by the exact form', () => {
    const spellings = readSpellings();
    expect(normOf('“', spellings)).toBe('"');
    expect(normOf('US$', spellings)).toBe('$');
    expect(normOf('Harbour', spellings)).toBe('harbor');
    expect(normOf('constructor', spellings)).toBe('constructor');
    expect(normOf('Pyongyang', spellings)).toBe('pyongyang');
  });

  it('knows white space', () => {
    expect([' ', '\u00a0\n', '\u3000'].map(isBlank)).toEqual([true, true, true]);
    expect(['', '\u200b', 'a '].map(isBlank)).toEqual([false, false, false]);
  });
});
