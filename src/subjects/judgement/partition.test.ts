import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectLeaf } from '../model/leaf.ts';
import { type JudgedPair, SUBJECT_JUDGEMENTS } from '../model/subject.ts';
import { pairKey, partitionLeaves } from './partition.ts';

const leaf = (id: string): SubjectLeaf => ({
  id,
  document: 'sha256:0',
  kind: 'person',
  name: id,
  mentions: [],
  identifiers: [],
  claims: [],
  accountOf: null,
});
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const leaves = IDS.map(leaf);

const judged = (words: readonly (readonly [string, string, JudgedPair['judgement']])[]): JudgedPair[] =>
  words.map(([a, b, judgement], at) => ({
    a,
    b,
    judgement,
    act: `a-${at}`,
    by: 'Somebody',
    at: '2024-01-01T00:00:00.000Z',
    why: null,
  }));

const groupsOf = (acts: readonly JudgedPair[]): string[] =>
  partitionLeaves(leaves, acts).subjects.map((subject) => subject.leaves.map(({ id }) => id).join(''));

describe('subjects by judgement', () => {
  it('makes one of what is judged the same, also by way of a third', () => {
    expect(
      groupsOf(
        judged([
          ['a', 'b', 'same'],
          ['b', 'c', 'same'],
        ]),
      ),
    ).toEqual(['abc', 'd', 'e', 'f']);
  });

  it('takes a wrong merge apart again when the act is taken back, and nothing is lost', () => {
    const acts = judged([
      ['a', 'b', 'same'],
      ['b', 'c', 'same'],
    ]);
    expect(groupsOf(acts.slice(0, 1))).toEqual(['ab', 'c', 'd', 'e', 'f']);
    expect(groupsOf([])).toEqual(IDS);
  });

  it('counts the latest judgement on a pair', () => {
    expect(
      groupsOf(
        judged([
          ['a', 'b', 'same'],
          ['b', 'a', 'different'],
        ]),
      ),
    ).toEqual(IDS);
    expect(
      groupsOf(
        judged([
          ['a', 'b', 'different'],
          ['a', 'b', 'same'],
        ]),
      ),
    ).toEqual(['ab', 'c', 'd', 'e', 'f']);
  });

  it('never joins what was judged different by way of a third, and says so', () => {
    const acts = judged([
      ['a', 'c', 'different'],
      ['a', 'b', 'same'],
      ['b', 'c', 'same'],
    ]);
    expect(groupsOf(acts)).toEqual(['ab', 'c', 'd', 'e', 'f']);
    expect(partitionLeaves(leaves, acts).conflicts).toMatchObject([
      { judged: { a: 'b', b: 'c' }, against: { a: 'a', b: 'c' } },
    ]);
  });

  const acts = fc
    .array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constantFrom(...SUBJECT_JUDGEMENTS)), {
      maxLength: 20,
    })
    .map((words) => judged(words.filter(([a, b]) => a !== b)));

  it('holds every leaf once, and joins two only where judgements of "same" lead from one to the other', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { subjects, ofLeaf } = partitionLeaves(leaves, given);
        expect(subjects.flatMap((subject) => subject.leaves.map(({ id }) => id)).sort()).toEqual(IDS);
        const latest = new Map(given.map((one) => [pairKey(one.a, one.b), one]));
        const same = [...latest.values()].filter(({ judgement }) => judgement === 'same');
        for (const subject of subjects) {
          const reached = new Set([subject.leaves[0]!.id]);
          for (let size = 0; size !== reached.size; ) {
            size = reached.size;
            for (const { a, b } of same) if (reached.has(a) || reached.has(b)) for (const id of [a, b]) reached.add(id);
          }
          for (const { id } of subject.leaves) expect(reached).toContain(id);
        }
        for (const { a, b, judgement } of latest.values())
          if (judgement === 'different') expect(ofLeaf.get(a)).not.toBe(ofLeaf.get(b));
      }),
    );
  });

  it('splits any part off any subject, loses nothing by it, and joins it again when somebody says so', () => {
    fc.assert(
      fc.property(acts, fc.nat(), (given, pick) => {
        const before = partitionLeaves(leaves, given);
        const merged = before.subjects.filter((subject) => subject.leaves.length > 1);
        fc.pre(merged.length > 0);
        const subject = merged[pick % merged.length]!;
        const part = subject.leaves[pick % subject.leaves.length]!.id;
        const others = subject.leaves.map(({ id }) => id).filter((id) => id !== part);
        const split = judged(others.map((id) => [id, part, 'different'] as const));
        const after = partitionLeaves(leaves, [...given, ...split]);
        expect(after.subjects.flatMap((one) => one.leaves.map(({ id }) => id)).sort()).toEqual(IDS);
        for (const id of others) expect(after.ofLeaf.get(id)).not.toBe(after.ofLeaf.get(part));
        // Whoever finds that the split was wrong says so, and nothing of the subject is missing.
        const rejoined = partitionLeaves(leaves, [
          ...given,
          ...split,
          ...judged(others.map((id) => [part, id, 'same'] as const)),
        ]);
        if (!given.some(({ judgement }) => judgement === 'different'))
          for (const id of others) expect(rejoined.ofLeaf.get(id)).toBe(rejoined.ofLeaf.get(part));
      }),
    );
  });

  it('joins nothing without an act that says so', () => {
    fc.assert(
      fc.property(acts, (given) => {
        expect(groupsOf(given.filter(({ judgement }) => judgement !== 'same'))).toEqual(IDS);
      }),
    );
  });
});
