import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundsOf, soundsOfAbjad } from '../script/sound.ts';
import { soundSimilarity } from './sound-similarity.ts';

const spelt = fc.stringMatching(/^[a-z]{1,14}$/).map((word) => soundsOf(word));
const abjad = fc.stringMatching(/^[bdfgjklmnprstzAIWYEH]{1,8}$/).map((word) => soundsOfAbjad(word));
/** Words that differ in a place or two, so that many similarities lie about the limits. */
const near = fc.stringMatching(/^[a-z]{4,12}$/).chain((word) =>
  fc
    .tuple(fc.nat(word.length - 1), fc.constantFrom('', 'a', 'k', 'sh', 'r'), fc.nat(word.length - 1))
    .map(([at, put, swap]) => {
      const letters = [...word];
      [letters[swap], letters[Math.max(0, swap - 1)]] = [letters[Math.max(0, swap - 1)]!, letters[swap]!];
      letters[at] = put;
      return [soundsOf(word), soundsOf(letters.join('') || 'a')] as const;
    }),
);
const least = fc.constantFrom(0.5, 0.62, 0.7, 0.8, 0.85, 0.88, 0.95);

describe('similarity of sounds', () => {
  const same = (a: Uint8Array, b: Uint8Array, bare: boolean, limit: number): void => {
    const whole = soundSimilarity(a, b, bare, 0);
    const cut = soundSimilarity(a, b, bare, limit);
    if (whole >= limit) expect(cut).toBe(whole);
    else expect(cut).toBeLessThan(limit);
  };

  test('a limit leaves out only what is below it', () => {
    fc.assert(fc.property(near, least, ([a, b], limit) => same(a, b, false, limit)));
    fc.assert(fc.property(spelt, spelt, least, (a, b, limit) => same(a, b, false, limit)));
    fc.assert(fc.property(spelt, abjad, least, (a, b, limit) => same(a, b, true, limit)));
  });

  test('a word is itself, and the order of two words decides nothing', () => {
    fc.assert(
      fc.property(near, ([a, b]) => {
        expect(soundSimilarity(a, a, false)).toBe(1);
        expect(soundSimilarity(a, b, false, 0)).toBeCloseTo(soundSimilarity(b, a, false, 0), 10);
      }),
    );
  });

  test('a word among others is compared as by itself', () => {
    fc.assert(
      fc.property(near, spelt, least, ([a, b], before, limit) => {
        const row = Uint8Array.from([...before, ...b, ...before]);
        expect(soundSimilarity(a, row, false, limit, before.length, b.length)).toBe(
          soundSimilarity(a, b, false, limit),
        );
      }),
    );
  });

  test('a change of convention costs little, another sound much, neighbours in the wrong order less', () => {
    const like = (a: string, b: string): number => soundSimilarity(soundsOf(a), soundsOf(b), false, 0);
    expect(like('chukri', 'shukri')).toBeGreaterThan(0.85);
    expect(like('gadhafi', 'qadhafi')).toBeGreaterThan(like('gadhafi', 'madhafi'));
    expect(like('mohamed', 'mohaemd')).toBeGreaterThan(0.85);
  });
});
