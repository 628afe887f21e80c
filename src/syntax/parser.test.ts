import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainKernel } from './network/matrix.ts';
import { LONGEST_SENTENCE, loadParser, makeParser } from './parser.ts';
import { loadRecognizer, makeRecognizer } from './recognizer.ts';
import type { Tree } from './relations/tree.ts';
import { ancestorsOf } from './relations/walks.ts';
import { tokenize } from './tokens/tokenizer.ts';

const plainParser = makeParser(plainKernel);
const plainRecognizer = makeRecognizer(plainKernel);

function read(text: string): Tree {
  const { words, spaces, starts } = tokenize(text);
  return loadParser().parse(words, spaces, starts)!;
}

const word = fc.oneof(
  fc.constantFrom(
    'the',
    'panel',
    'said',
    'that',
    'vessels',
    'which',
    'sold',
    'coal',
    'to',
    'by',
    'and',
    ',',
    '.',
    '"',
    'not',
  ),
  fc.constantFrom(
    '🚢',
    'سفينة',
    '船',
    '\u200f',
    ' ',
    '\u00a0\n',
    '',
    '\ud800',
    'A'.repeat(200),
    '…',
    '12,000',
    "n't",
    'na',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const sentence = fc.array(fc.tuple(word, fc.boolean()), { maxLength: 40 });

describe('reading a sentence', () => {
  it('gives tags, lemmas, parts of speech and the tree', () => {
    const tree = read('The brokers, whom Manila had expelled, weren’t selling it coal.');
    expect(tree.words.join(' ')).toBe('The brokers , whom Manila had expelled , were n’t selling it coal .');
    expect(tree.lemmas.join(' ')).toBe('the broker , whom Manila have expel , be not sell it coal .');
    expect(tree.heads[1]).toBe(10);
    expect(tree.labels[1]).toBe('nsubj');
    expect([tree.heads[6], tree.labels[6]]).toEqual([1, 'relcl']);
    expect(tree.pos[8]).toBe('AUX');
    expect(tree.starts.map((start, place) => tree.ends[place]! - start)).toEqual(
      tree.words.map(({ length }) => length),
    );
  });

  it('reads a curly apostrophe as a straight one, so that a denial stays one', () => {
    const straight = read("Iran didn't supply drones, they've said.");
    const curly = read('Iran didn’t supply drones, they’ve said.');
    expect(curly.words[2]).toBe('n’t');
    expect(curly.labels[2]).toBe('neg');
    expect({ ...curly, words: straight.words }).toEqual(straight);
  });

  it('makes of any words a forest: one head each, no cycle, the same in WebAssembly and without', () => {
    fc.assert(
      fc.property(sentence, (pairs) => {
        const words = pairs.map(([form]) => form);
        const spaces = pairs.map(([, space]) => space);
        const tree = loadParser().parse(words, spaces)!;
        expect(tree.heads).toHaveLength(words.length);
        tree.heads.forEach((head, place) => {
          expect(head >= -1 && head < words.length && head !== place).toBe(true);
          expect(tree.labels[place] === 'ROOT').toBe(head === -1);
          expect(ancestorsOf(tree, place).length).toBeLessThan(words.length);
          expect(tree.shares[place]! > 0 && tree.shares[place]! <= 1).toBe(true);
        });
        expect(plainParser.parse(words, spaces)).toEqual(tree);
      }),
      { numRuns: 40 },
    );
  });

  it('finds names that do not overlap, the same in WebAssembly and without', () => {
    fc.assert(
      fc.property(sentence, (pairs) => {
        const words = pairs.map(([form]) => form);
        const spaces = pairs.map(([, space]) => space);
        const names = loadRecognizer().recognize(words, spaces)!;
        let end = 0;
        for (const name of names) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.end).toBeGreaterThan(name.start);
          end = name.end;
        }
        expect(end).toBeLessThanOrEqual(words.length);
        expect(plainRecognizer.recognize(words, spaces)).toEqual(names);
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 1, 2, 300, LONGEST_SENTENCE])('reads %i words', (count) => {
    const words = Array.from({ length: count }, (_, place) => (place % 2 === 0 ? 'ships' : 'sailed'));
    const spaces = words.map(() => true);
    expect(loadParser().parse(words, spaces)?.heads).toHaveLength(count);
    expect(loadRecognizer().recognize(words, spaces)).toBeDefined();
  });

  it('leaves a longer sentence unread', () => {
    const words = Array.from({ length: LONGEST_SENTENCE + 1 }, () => 'ship');
    const spaces = words.map(() => true);
    expect(loadParser().parse(words, spaces)).toBeUndefined();
    expect(loadRecognizer().recognize(words, spaces)).toBeUndefined();
  });

  it('does not depend on what was read before', () => {
    const before = read('Prosecutors allege that the owner lied.');
    for (let round = 0; round < 20; round++) read('It '.repeat(round * 15));
    expect(read('Prosecutors allege that the owner lied.')).toEqual(before);
  });

  it('gives a tree that nobody can change', () => {
    const tree = read('Ships sailed.');
    expect([tree, ...Object.values(tree), ...tree.children].every(Object.isFrozen)).toBe(true);
  });

  it('names persons, places and bodies', () => {
    const { words, spaces } = tokenize('Angela Merkel met the Security Council in Berlin.');
    const names = loadRecognizer().recognize(words, spaces)!;
    expect(names.map(({ start, end, label }) => `${words.slice(start, end).join(' ')} ${label}`)).toEqual([
      'Angela Merkel PERSON',
      'the Security Council ORG',
      'Berlin GPE',
    ]);
  });
});
