import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { acknowledged, startAppender } from './child-process.ts';

let folder: string;
let disk: string;
let mounted = false;

function sh(command: string): boolean {
  return spawnSync(command, { shell: true }).status === 0;
}

/** A file system of two megabytes, which only root may mount. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-full-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
  if (process.getuid?.() === 0) mounted = sh(`mount -t tmpfs -o size=2m tmpfs '${disk}'`);
});
afterAll(() => {
  if (mounted) sh(`umount '${disk}'`);
  rmSync(folder, { recursive: true, force: true });
});

async function expectIntact(workspace: string, safe: readonly string[]): Promise<void> {
  const record = await openRecord(workspace, { command: 'test' });
  await record.append([{ kind: 'found', by: { person: 'A' }, body: { after: true } }]);
  await record.close();
  const ids = new Set<string>();
  for await (const { id } of readRecord(workspace).acts()) ids.add(id);
  expect(safe.filter((id) => !ids.has(id))).toEqual([]);
  expect((await verifyRecord(workspace)).faults).toEqual([]);
}

describe('a disk that is full', () => {
  it('is said in words, and the record stays whole (a limit on the size of files)', async () => {
    const workspace = join(folder, 'limited');
    const appender = startAppender(workspace, { shell: 'ulimit -f 64; exec "$@"' });
    expect(await appender.ended).toBe(1);
    expect(appender.lines().at(-1)).toMatch(/^error disk-full .*raise the limit/);
    expect(acknowledged(appender).length).toBeGreaterThan(10);
    await expectIntact(workspace, acknowledged(appender));
  });

  it('is said in words, and the record takes acts again when there is room (a small file system)', async (context) => {
    if (!mounted) context.skip('needs root, to mount a small tmpfs');
    const workspace = join(disk, 'workspace');
    const ballast = join(disk, 'ballast');
    const record = await openRecord(workspace, { command: 'test' });
    writeFileSync(ballast, Buffer.alloc(1_200_000));
    const draft = { kind: 'found', by: { person: 'A' }, body: { text: 'x'.repeat(3000) } } as const;
    const safe: string[] = [];
    const fill = async () => {
      for (;;) for (const { id } of await record.append([draft, draft])) safe.push(id);
    };
    await expect(fill()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('free some space'),
    });
    const segment = readFileSync(join(workspace, 'record/acts/000000.jsonl'));
    expect(segment.at(-1), 'nothing of the failed act is left').toBe(0x0a);
    await expect(record.putDocument(Buffer.alloc(500_000))).rejects.toMatchObject({ code: 'disk-full' });
    rmSync(ballast);
    safe.push(...(await record.append([draft])).map(({ id }) => id));
    await record.close();
    expect(statSync(join(workspace, 'record/acts/000000.jsonl')).size).toBeGreaterThan(segment.length);
    await expectIntact(workspace, safe);
  });
});
