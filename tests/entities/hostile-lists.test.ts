import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openListBytes } from '../../src/entities/list-file.ts';
import { recogniseList } from '../../src/entities/list-readers.ts';
import { isFullCount } from '../full-count.ts';
import { readLists } from './read-lists.ts';
import { LIST_SAMPLES, UN_SAMPLE } from './sample-lists.ts';

const SAMPLES = Object.values(LIST_SAMPLES).map((text) => Buffer.from(text));
const read = (bytes: Uint8Array) => readLists([openListBytes('fuzz', bytes)]);
const runs = isFullCount ? 10_000 : 150;

test('every format has a sample that is known as its own', () => {
  for (const [format, text] of Object.entries(LIST_SAMPLES))
    expect([format, recogniseList(text)]).toEqual([format, format]);
  expect(SAMPLES.length).toBeGreaterThan(8);
});

describe('hostile lists', () => {
  test('entity expansion is refused, and nothing is expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${UN_SAMPLE.replace(/<\?xml.*?\?>/, '').replace('HONG', '&b;')}`;
    const lists = read(Buffer.from(bomb));
    expect(lists.entities).toEqual([]);
    expect(lists.refused[0]?.code).toBe('list-hostile');
  });

  test('deep nesting and an entry without end are refused', () => {
    const deep = UN_SAMPLE.replace('<COMMENTS1>Invented.', `<COMMENTS1>${'<a>'.repeat(5000)}`);
    expect(read(Buffer.from(deep)).refused[0]?.code).toBe('list-hostile');
    const endless = UN_SAMPLE.replace('Invented.', 'x'.repeat(9_000_000));
    expect(read(Buffer.from(endless)).refused[0]?.code).toBe('list-hostile');
  });

  test('an open quotation mark does not swallow the memory', () => {
    const open = `90001,"A ,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n${'x,'.repeat(1_500_000)}`;
    const lists = readLists([
      openListBytes('sdn.csv', Buffer.from(`90000,"B",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n${open}`)),
    ]);
    expect(lists.entities.map((entity) => entity.id)).toContain('ofac-90000');
    expect(lists.faults.length).toBeGreaterThan(0);
  });

  test('truncated anywhere: what was whole is kept, the break is reported, nothing crashes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
        const lists = read(sample.subarray(0, Math.floor(sample.length * share)));
        expect(lists.refused.every((error) => error.message.length > 0)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('mutated bytes: no crash', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.array(change, { minLength: 1, maxLength: 6 }), (sample, changes) => {
        const bytes = Uint8Array.from(sample);
        for (const { at, bytes: put } of changes)
          bytes.set(put.subarray(0, bytes.length - Math.floor(at * bytes.length)), Math.floor(at * bytes.length));
        const lists = read(bytes);
        for (const entity of lists.entities) expect(entity.id.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });
});
