import { describe, expect, it } from 'vitest';
import { deprojectivise } from './projectivity.ts';

function moved(heads: number[], labels: string[]): readonly [readonly number[], readonly string[]] {
  deprojectivise(heads, labels);
  return [heads, labels];
}

describe('arcs that cross', () => {
  it('hangs a word on the first word below its head with the label', () => {
    expect(moved([1, -1, 1, 2], ['advmod||prep', 'ROOT', 'prep', 'pobj'])).toEqual([
      [2, -1, 1, 2],
      ['advmod', 'ROOT', 'prep', 'pobj'],
    ]);
  });

  it('looks level by level, not into the depth first', () => {
    // Below 1: 2 (dobj) with a prep 3 of its own, and then a prep 4.
    expect(moved([1, -1, 1, 2, 1], ['x||prep', 'ROOT', 'dobj', 'prep', 'prep'])[0]).toEqual([4, -1, 1, 2, 1]);
  });

  it('never hangs a word below itself', () => {
    expect(moved([1, -1, 0], ['prep||pobj', 'ROOT', 'pobj'])[0]).toEqual([1, -1, 0]);
  });

  it('keeps the head where the label is not found', () => {
    expect(moved([1, -1], ['x||conj', 'ROOT'])).toEqual([
      [1, -1],
      ['x', 'ROOT'],
    ]);
  });
});
