import { randomInt } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord } from '../../src/record/record.ts';
import { formatFault } from '../../src/record/verification/verification.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { isFullCount } from '../full-count.ts';

const CHANGES = isFullCount ? 500 : 60;
const by = { person: 'A. Analyst' } as const;

let folder: string;
let workspace: string;
let files: string[];

/** A record with everything in it: documents, full and partial tiles, withheld acts, a second key. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-bytes-'));
  workspace = join(folder, 'workspace');
  const record = await openRecord(workspace, { command: 'test' });
  for (let i = 0; i < 4; i++) {
    const { id } = await record.putDocument(Buffer.from(`document ${i} `.repeat(50 * (i + 1))));
    await record.append([{ kind: 'acquired', by, body: { document: id } }]);
  }
  await record.append(
    Array.from({ length: 700 }, (_, i) => ({ kind: 'found', by, body: { i, note: 'éä'.repeat(i % 20) } })),
  );
  await record.redact({ acts: ['a-9', 'a-300'], by, reason: 'Source protection.' });
  await record.replaceKey({ by, reason: 'Yearly change.' });
  await record.append([{ kind: 'found', by, body: { last: true } }]);
  await record.close();
  files = readdirSync(join(workspace, 'record'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(workspace, join(entry.parentPath, entry.name)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Applies a change to a file, gives what verification says, and undoes it. */
async function faultsWith(file: string, change: (bytes: Buffer) => Buffer | null): Promise<string[]> {
  const path = join(workspace, file);
  const before = readFileSync(path);
  const after = change(Buffer.from(before));
  if (after === null) rmSync(path);
  else writeFileSync(path, after);
  const { faults, whole } = await verifyRecord(workspace);
  expect(whole).toBe(faults.length === 0);
  writeFileSync(path, before);
  return faults.map(formatFault);
}

describe('verification', () => {
  it('finds the record whole', async () => {
    expect(await verifyRecord(workspace)).toMatchObject({
      whole: true,
      faults: [],
      withheld: 2,
      documents: 4,
      acts: 708,
    });
  });

  it(`names the file of each of ${CHANGES} random changes of one byte`, async () => {
    const kinds = [...new Set(files.map((file) => file.split('/').slice(0, 4).join('/')))];
    for (let change = 0; change < CHANGES; change++) {
      const kind = kinds[change % kinds.length]!;
      const candidates = files.filter((file) => file.startsWith(kind));
      const file = candidates[randomInt(candidates.length)]!;
      const at = randomInt(statSync(join(workspace, file)).size);
      const flip = randomInt(1, 256);
      const faults = await faultsWith(file, (bytes) => {
        bytes[at]! ^= flip;
        return bytes;
      });
      expect(
        faults.filter((fault) => fault.startsWith(`${file}@`)),
        `${file}@${at} ^ ${flip}: ${faults}`,
      ).not.toEqual([]);
    }
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });

  it('names the act whose leaf was changed to another that checks alone', async () => {
    const segment = 'record/acts/000000.jsonl';
    const bytes = readFileSync(join(workspace, segment));
    for (const from of [3000, 90_000]) {
      const time = bytes.indexOf('"time":"', from) + '"time":"2026-01-01T00:00:00.00'.length;
      const line = bytes.lastIndexOf(10, time) + 1;
      const faults = await faultsWith(segment, (changed) => {
        changed[time] = changed[time] === 0x37 ? 0x38 : 0x37;
        return changed;
      });
      expect(faults).toContainEqual(expect.stringContaining(`${segment}@${line}: bad-line: the leaf of a-`));
    }
  });

  it('reports a changed body as one fault, at its line', async () => {
    const segment = 'record/acts/000000.jsonl';
    const offset = readFileSync(join(workspace, segment)).indexOf('{"body":', 3000);
    const faults = await faultsWith(segment, (bytes) => {
      bytes[offset + 20]! ^= 1;
      return bytes;
    });
    expect(faults).toEqual([expect.stringContaining(`${segment}@${offset}: bad-line: `)]);
  });

  it('names every file that is cut, lengthened, emptied or gone', async () => {
    const sample = [...new Map(files.map((file) => [file.split('/').slice(0, 4).join('/'), file])).values()];
    expect(sample.length).toBeGreaterThan(4);
    for (const file of sample) {
      for (const change of [
        (bytes: Buffer) => bytes.subarray(0, -1),
        (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n')]),
        () => Buffer.alloc(0),
        () => null,
      ]) {
        const faults = await faultsWith(file, change);
        expect(
          faults.filter((fault) => fault.startsWith(`${file}@`)),
          `${file}: ${faults}`,
        ).not.toEqual([]);
      }
    }
  });

  it.each([
    'record/notes.txt',
    'record/lock',
    'record/acts/000001.jsonl.bak',
    'record/acts/999999.jsonl',
    'record/documents/zz',
    `record/documents/00/${'0'.repeat(61)}`,
    'record/log/checkpoint.old',
    'record/log/tile/0/099',
    'record/log/tile/0/002.p/250',
    'record/log/tile/7/000',
    'record/log/tile/extra/000',
  ])('does not pass over %s', async (file) => {
    const made = mkdirSync(join(workspace, file, '..'), { recursive: true });
    writeFileSync(join(workspace, file), 'x');
    const faults = (await verifyRecord(workspace)).faults.map(({ path }) => path);
    rmSync(made ?? join(workspace, file), { recursive: true });
    expect(faults.some((path) => file.startsWith(path))).toBe(true);
  });

  it('does not follow a link out of the record', async () => {
    const name = 'f'.repeat(62);
    mkdirSync(join(workspace, 'record/documents/ff'), { recursive: true });
    symlinkSync('/etc/hostname', join(workspace, 'record/documents/ff', name));
    const { faults } = await verifyRecord(workspace);
    rmSync(join(workspace, 'record/documents/ff'), { recursive: true });
    expect(faults).toMatchObject([{ code: 'unknown-file', path: `record/documents/ff/${name}` }]);
  });

  it('notices lines that change places, and an act that is put back after its redaction', async () => {
    const segment = 'record/acts/000000.jsonl';
    const swapped = await faultsWith(segment, (bytes) => {
      const lines = bytes.toString('latin1').split('\n');
      [lines[20], lines[21]] = [lines[21]!, lines[20]!];
      return Buffer.from(lines.join('\n'), 'latin1');
    });
    expect(swapped.filter((fault) => fault.includes('out-of-order'))).toHaveLength(2);
    const unnamed = await faultsWith(segment, (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"withheld":"a-705"', '"withheld":"a-706"'), 'latin1'),
    );
    expect(unnamed).toContainEqual(expect.stringContaining('bad-redaction'));
  });
});
