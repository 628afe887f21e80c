import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import {
  BODY_OPENING,
  commitmentOf,
  formatLeaf,
  LEAF_OPENING,
  LINE_CLOSING,
  parseLine,
  SALT_OPENING,
} from './act-line.ts';
import { hasCommittedForm } from './committed-form.ts';

const salt = Buffer.alloc(32, 7).toString('base64');

/** A line whose leaf commits to exactly this body, whether the body is good or not. */
function lineOf(body: Buffer): Buffer {
  const leaf = formatLeaf({
    kind: 'reviewed',
    id: 'a-3',
    commitment: commitmentOf(salt, body, 0, body.length),
    key: '0a1b2c3d',
    time: '2024-03-28T15:04:05.000Z',
  });
  return Buffer.concat([
    Buffer.from(BODY_OPENING),
    body,
    Buffer.from(LEAF_OPENING + leaf + SALT_OPENING + salt + LINE_CLOSING),
  ]);
}

/** The same line read with its body and without: both must find it whole, or both at fault. */
function bothWays(body: Buffer): [boolean, boolean] {
  const line = lineOf(body);
  const read = (wanted: boolean) => !('fault' in parseLine(line, 0, line.length - 1, () => wanted));
  return [read(true), read(false)];
}

const body = fc.record(
  {
    at: fc.constantFrom('2024-03-28T15:04:05.000Z', '2024-02-30T15:04:05.000Z', '2024-03-28'),
    body: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
    by: fc.constantFrom<unknown>(
      { person: 'A. Analyst' },
      { person: 'Öl é' },
      { person: ' ' },
      { program: 'p', version: '1' },
      { program: 'p' },
      'x',
      { person: 'a', version: '1' },
    ),
    supersedes: fc.constantFrom('a-2', 'a-0', 'a-02', 'a-9007199254740993', 'b-1', 3),
  },
  { requiredKeys: ['at', 'body', 'by'] },
);

describe('the form of a body', () => {
  test('a good body is recognised without being read', () => {
    for (const good of [
      {
        at: '2024-03-28T15:04:05.000Z',
        body: { note: 'é "quoted" \u0001', n: [1, -2.5] },
        by: { person: 'A. Analyst' },
      },
      { at: '2024-03-28T15:04:05.000Z', body: {}, by: { program: 'panel', version: '1.0.0' }, supersedes: 'a-12' },
    ]) {
      const bytes = Buffer.from(canonicalJson(good));
      expect(hasCommittedForm(bytes, 0, bytes.length)).toBe(true);
    }
  });

  test('bytes that are not UTF-8 are not recognised', () => {
    const bytes = Buffer.from(
      canonicalJson({ at: '2024-03-28T15:04:05.000Z', body: { a: 'xx' }, by: { person: 'A' } }),
    );
    bytes[bytes.indexOf('xx')] = 0xff;
    expect(hasCommittedForm(bytes, 0, bytes.length)).toBe(false);
    expect(bothWays(bytes)).toEqual([false, false]);
  });

  test('a line is at fault without its body exactly when it is with it', () => {
    fc.assert(
      fc.property(body, (value) => {
        const [read, scanned] = bothWays(Buffer.from(canonicalJson(value)));
        expect(scanned).toBe(read);
      }),
      { numRuns: 800 },
    );
  });

  test('so is a body of which one byte was changed before it was committed to', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(255), (value, place, byte) => {
        const bytes = Buffer.from(canonicalJson(value));
        bytes[place % bytes.length] = byte;
        const [read, scanned] = bothWays(bytes);
        expect(scanned).toBe(read);
      }),
      { numRuns: 800 },
    );
  });
});
