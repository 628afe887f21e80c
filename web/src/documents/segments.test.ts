import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextClaim, type ShownPassage, segmentBlock } from './segments.ts';

const passage = (id: string, start: number, end: number): ShownPassage => ({ id, start, end, status: 'proposed' });

describe('segmentBlock', () => {
  it('cuts overlapping passages into runs that name all their claims', () => {
    const runs = segmentBlock({ start: 100, text: 'one two three' }, [passage('a', 100, 107), passage('b', 104, 113)]);
    expect(runs).toEqual([
      { start: 100, text: 'one ', claims: ['a'] },
      { start: 104, text: 'two', claims: ['a', 'b'] },
      { start: 107, text: ' three', claims: ['b'] },
    ]);
  });

  it('takes the part of a passage that lies in the block', () => {
    expect(segmentBlock({ start: 10, text: 'abc' }, [passage('a', 0, 12), passage('b', 13, 20)])).toEqual([
      { start: 10, text: 'ab', claims: ['a'] },
      { start: 12, text: 'c', claims: [] },
    ]);
  });

  it('neither loses nor changes a character, and covers each by the claims that hold it', () => {
    const place = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        place,
        fc.array(fc.tuple(place, place), { maxLength: 6 }),
        (text, start, pairs) => {
          const passages = pairs.map(([a, b], at) => passage(`c${at}`, Math.min(a, b), Math.max(a, b)));
          const runs = segmentBlock({ start, text }, passages);
          expect(runs.map((run) => run.text).join('')).toBe(text);
          for (const run of runs) {
            for (let offset = run.start; offset < run.start + run.text.length; offset++) {
              const holding = passages.filter((one) => one.start <= offset && offset < one.end).map(({ id }) => id);
              expect(run.claims).toEqual(holding);
            }
          }
        },
      ),
    );
  });
});

describe('nextClaim', () => {
  it('goes round through the claims of a run', () => {
    expect(nextClaim(['a', 'b'], null)).toBe('a');
    expect(nextClaim(['a', 'b'], 'a')).toBe('b');
    expect(nextClaim(['a', 'b'], 'b')).toBe('a');
    expect(nextClaim(['a', 'b'], 'other')).toBe('a');
    expect(nextClaim([], null)).toBeUndefined();
  });
});
