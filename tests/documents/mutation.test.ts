import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { DocumentError } from '../../src/documents/document-error.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { isFullCount } from '../full-count.ts';
import { expectSound } from './layer-checks.ts';

const folders = ['veto-2024', 'harbour-2023'].map((name) => join(packageRoot(), 'examples', name));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:pdf|docx|html|txt|xlsx|eml|wacz|zip)$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
);
/** What lies in the archives of the examples has kinds of its own. */
for (const { name, bytes } of [...files])
  for (const { path, bytes: inside } of (await unpackDocument(bytes, { name }).catch(() => ({ members: [] }))).members)
    files.push({ name: path, bytes: Buffer.from(inside) });

type Change = { readonly at: number; readonly remove: number; readonly insert: Uint8Array };

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  let result = bytes;
  for (const { at, remove, insert } of changes) {
    const start = Math.floor(at * result.length);
    result = Buffer.concat([result.subarray(0, start), insert, result.subarray(start + remove)]);
  }
  return result;
}

/** What a capture holds is named by its address, mostly without an ending. */
const kindOf = (name: string): string => /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'page';
const kinds = [...new Set(files.map(({ name }) => kindOf(name)))].sort();

it('knows files of the kinds that people send', () => {
  expect(kinds).toEqual(expect.arrayContaining(['docx', 'eml', 'html', 'pdf', 'txt', 'wacz', 'xlsx', 'zip']));
});

it.each(kinds)(
  'reads or refuses a damaged file, and never fails otherwise (%s)',
  async (kind) => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.filter(({ name }) => kindOf(name) === kind)),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async ({ name, bytes }, changes) => {
          const damaged = changed(bytes, changes);
          const limits = { ...READING_LIMITS, zipBytes: 32 * 1_048_576 };
          const read = () => readTextLayer(damaged, { name, limits }).catch((error: unknown) => error);
          const first = await read();
          if (first instanceof DocumentError) {
            expect(first.place).toBe(name);
            expect(first.message).toMatch(/^[^\n]{5,200}$/);
          } else {
            expect(first).not.toBeInstanceOf(Error);
            expectSound(first as Awaited<ReturnType<typeof readTextLayer>>);
            expect(await read()).toEqual(first);
            const unpacked = await unpackDocument(damaged, { name, limits }).catch((error: unknown) => error);
            if (unpacked instanceof Error) expect(unpacked).toBeInstanceOf(DocumentError);
          }
        },
      ),
      { numRuns: isFullCount ? 10_000 : 20 },
    );
  },
  6_000_000,
);
