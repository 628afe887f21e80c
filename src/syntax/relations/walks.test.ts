import { describe, expect, it } from 'vitest';
import { childrenOf, startsOf, type Tree } from './tree.ts';
import {
  ancestorsOf,
  childrenWith,
  childWith,
  conjunctsOf,
  firstConjunctOf,
  headOf,
  isWithin,
  leftOf,
  rightOf,
  rootsOf,
  spanOf,
  subtreeOf,
  textOf,
} from './walks.ts';

/** A tree of "word/label/head" triples. */
function treeOf(text: string): Tree {
  const parts = text.split(' ').map((part) => part.split('/'));
  const words = parts.map(([word = '']) => word);
  const spaces = words.map(() => true);
  const heads = parts.map(([, , head]) => Number(head));
  const starts = startsOf(words, spaces);
  return {
    words,
    spaces,
    starts,
    ends: starts.map((start, place) => start + words[place]!.length),
    tags: words.map(() => 'NN'),
    pos: words.map(() => 'NOUN'),
    lemmas: words,
    heads,
    labels: parts.map(([, label = '']) => label),
    shares: words.map(() => 1),
    children: childrenOf(heads),
  };
}

// The second conjunct hangs on the first, the third on the second.
const tree = treeOf(
  'coal/nsubj/3 of/prep/0 Nampo/pobj/1 left/ROOT/-1 Dalian/dobj/3 ,/punct/4 Rizhao/conj/4 and/cc/6 Nakhodka/conj/6',
);

describe('walks over a tree', () => {
  it('finds heads and roots', () => {
    expect(rootsOf(tree)).toEqual([3]);
    expect([headOf(tree, 2), headOf(tree, 3)]).toEqual([1, undefined]);
    expect(ancestorsOf(tree, 8)).toEqual([6, 4, 3]);
    expect([isWithin(tree, 8, 4), isWithin(tree, 4, 8), isWithin(tree, 4, 4)]).toEqual([true, false, true]);
  });

  it('finds children by side and label', () => {
    expect([leftOf(tree, 3), rightOf(tree, 3)]).toEqual([[0], [4]]);
    expect(childWith(tree, 3, 'dobj', 'nsubj')).toBe(0);
    expect(childWith(tree, 3, 'dative')).toBeUndefined();
    expect(childrenWith(tree, 4, 'punct', 'conj')).toEqual([5, 6]);
  });

  it('finds a subtree, whole or without some of it', () => {
    expect(subtreeOf(tree, 0)).toEqual([0, 1, 2]);
    expect(spanOf(tree, 4)).toEqual({ start: 4, end: 9 });
    expect(spanOf(tree, 4, (word) => tree.labels[word] !== 'x')).toEqual({ start: 4, end: 5 });
    expect(textOf(tree, spanOf(tree, 0))).toBe('coal of Nampo');
  });

  it('groups conjuncts whether they hang in a chain or side by side', () => {
    expect(conjunctsOf(tree, 6)).toEqual([4, 6, 8]);
    expect(firstConjunctOf(tree, 8)).toBe(4);
    expect(conjunctsOf(treeOf('a/ROOT/-1 b/conj/0 c/conj/0'), 2)).toEqual([0, 1, 2]);
    expect(conjunctsOf(tree, 0)).toEqual([0]);
  });
});
