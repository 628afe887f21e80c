import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openListBytes } from '../../src/entities/list-file.ts';
import { isFullCount } from '../full-count.ts';
import { readLists } from './read-lists.ts';

/** The real lists with damage done to them; pieces of them by default, the whole files with PANEL_LONG. */
const folder = process.env.PANEL_TEST_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const lists = join(existsSync(join(folder, 'data')) ? join(folder, 'data') : folder, 'lists');
const PIECE = 60_000;

const FILES = ['un-consolidated-2026-02-27.xml', 'ofac-2019-sdn.csv', 'ofac-2019-alt.csv', 'ofac-2019-add.csv'];

function bytesOf(file: string): Buffer {
  const bytes = readFileSync(join(lists, file));
  return isFullCount ? bytes : bytes.subarray(0, PIECE);
}

/** What can befall a file on its way: each is given the bytes and two places in them, 0 to 1. */
const DAMAGE: Readonly<Record<string, (bytes: Buffer, from: number, to: number) => Buffer>> = {
  'broken off': (bytes, from) => bytes.subarray(0, from),
  'a part lost': (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
  'a part twice': (bytes, from, to) => Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
  'a part of zeroes': (bytes, from, to) =>
    Buffer.concat([bytes.subarray(0, from), Buffer.alloc(to - from), bytes.subarray(to)]),
  'every bit turned in a part': (bytes, from, to) =>
    Buffer.concat([bytes.subarray(0, from), bytes.subarray(from, to).map((byte) => byte ^ 0xff), bytes.subarray(to)]),
  'some bits turned': (bytes, from, to) => {
    const changed = Buffer.from(bytes);
    for (let at = from, step = 97; at < to; at += step, step = (step * 7) % 4093) changed[at]! ^= 1 << (at % 8);
    return changed;
  },
  'quotation marks and brackets strewn in': (bytes, from, to) => {
    const changed = Buffer.from(bytes);
    for (let at = from; at < to; at += 1009) changed[at] = '"<>&,\n'.charCodeAt(at % 6);
    return changed;
  },
};

describe.skipIf(!existsSync(lists))('damaged official lists', () => {
  test.each(FILES)('%s: what is whole is read, what is not is said, nothing crashes', (file) => {
    const bytes = bytesOf(file);
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(DAMAGE)), place, place, (kind, x, y) => {
        const [from, to] = [Math.min(x, y), Math.max(x, y)].map((share) => Math.floor(share * bytes.length)) as [
          number,
          number,
        ];
        const damaged = DAMAGE[kind]?.(bytes, from, to) ?? bytes;
        const { entities, faults, refused } = readLists([openListBytes(file, damaged)]);
        for (const entity of entities) expect(entity.id).toMatch(/^(un|ofac)-./);
        for (const { place: at, message } of faults) expect(at.length * message.length).toBeGreaterThan(0);
        for (const error of refused) expect(error.code).toMatch(/^list-/);
      }),
      { numRuns: isFullCount ? 200 : 12 },
    );
  });

  test('the same list many times over is read once, in the memory of one', () => {
    const piece = bytesOf('ofac-2019-sdn.csv');
    const bytes = piece.subarray(0, piece.lastIndexOf(10) + 1);
    const once = readLists([openListBytes('one', bytes)]).entities.length;
    const often = readLists([openListBytes('many', Buffer.concat(Array.from({ length: 20 }, () => bytes)))]);
    expect(often.entities.length).toBe(once);
  });
});
