import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsToCompare } from './pairs-to-compare.ts';

const pairsOf = (keysOf: readonly (readonly number[])[]): string[] =>
  [...pairsToCompare(keysOf)].filter((pair) => pair !== undefined).map((pair) => pair.join(' '));

describe('names that are compared', () => {
  it('are those that share a key, each pair once', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), (keysOf) => {
        const wanted = keysOf.flatMap((own, one) =>
          keysOf.flatMap((others, other) =>
            one < other && own.some((key) => others.includes(key)) ? [`${one} ${other}`] : [],
          ),
        );
        expect(pairsOf(keysOf).sort()).toEqual(wanted.sort());
      }),
    );
  });

  it('grow with the names, also where all share a key', () => {
    const many = (count: number): number =>
      pairsOf(Array.from({ length: count }, (_, at) => [0, 1 + (at >> 1)])).length;
    expect(many(4000)).toBe(2000);
    expect(many(8000)).toBe(4000);
  });

  it('are compared by two keys where each of them is one of many', () => {
    const keysOf = Array.from({ length: 400 }, (_, at) => [at % 2, 10 + (at % 3)]);
    keysOf.push([90, 91], [90, 91]);
    for (let more = 0; more < 150; more++) keysOf.push([90, 200 + more], [91, 500 + more]);
    expect(pairsOf(keysOf)).toContain('400 401');
  });
});
