import { describe, expect, it } from 'vitest';
import { hashHex, rowsOf, stringHash } from './hash.ts';

describe('hashes', () => {
  it('gives the ids that the weights were trained with', () => {
    expect(hashHex(stringHash('the'))).toBe('670e66a635739a92');
    expect(hashHex(stringHash('panel'))).toBe('78d4b36f6d6d0738');
    expect(hashHex(stringHash('xxxx'))).toBe('b5f04aaa79b5e892');
  });

  it('gives the rows of the tables, repeats and all', () => {
    expect(rowsOf(stringHash('the'), 8, 5000)).toEqual([2498, 2909, 2599, 4364]);
    expect(rowsOf({ high: 0, low: 1 }, 12, 50)).toEqual([6, 13, 20, 22]);
  });

  it('equals the definition over 64-bit integers for every length and seed', () => {
    const mask = (1n << 64n) - 1n;
    const m = 0xc6a4a7935bd1e995n;
    const slow = (text: string): string => {
      const bytes = new TextEncoder().encode(text);
      let h = 1n ^ ((BigInt(bytes.length) * m) & mask);
      let at = 0;
      for (; at + 8 <= bytes.length; at += 8) {
        let k = new DataView(bytes.buffer).getBigUint64(at, true);
        k = (k * m) & mask;
        k = ((k ^ (k >> 47n)) * m) & mask;
        h = ((h ^ k) * m) & mask;
      }
      if (at < bytes.length) {
        for (let rest = at; rest < bytes.length; rest++) h ^= BigInt(bytes[rest]!) << BigInt(8 * (rest - at));
        h = (h * m) & mask;
      }
      h = ((h ^ (h >> 47n)) * m) & mask;
      return (h ^ (h >> 47n)).toString(16).padStart(16, '0');
    };
    for (let length = 0; length < 40; length++)
      for (const sign of ['a', 'é', '船', '🚢', '\ud800']) {
        const text = sign.repeat(length) + String(length);
        expect(hashHex(stringHash(text))).toBe(slow(text));
      }
  });
});
