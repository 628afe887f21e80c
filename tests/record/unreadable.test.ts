import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeReadFailure } from '../../src/record/errors.ts';
import { openRecord } from '../../src/record/record.ts';
import { isThere } from '../../src/record/storage/presence.ts';
import { sampled } from '../full-count.ts';
import { acknowledged, startAppender } from './child-process.ts';

const isRoot = process.getuid?.() === 0;
/** Root may read everything, so the tests that need a refusal run as nobody. */
const NOBODY = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"';
const canRefuse =
  !isRoot || spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'true']).status === 0;

let folder: string;
let workspace: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-unreadable-'));
  chmodSync(folder, 0o755);
  workspace = join(folder, 'workspace');
  const record = await openRecord(workspace, { command: 'test' });
  await record.append([{ kind: 'found', by: { person: 'A' }, body: { before: true } }]);
  await record.close();
  if (isRoot) spawnSync('chown', ['-R', '65534:65534', workspace]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openAs(): Promise<readonly string[]> {
  const appender = startAppender(workspace, isRoot ? { limit: 1, shell: NOBODY } : { limit: 1 });
  await appender.ended;
  return [...acknowledged(appender), ...appender.lines().filter((line) => line.startsWith('error'))];
}

describe.skipIf(!canRefuse)('a part of the workspace that this account may not read', () => {
  it.each(
    sampled(
      ['record', 'record/acts', 'record/acts/000000.jsonl', 'record/log/checkpoint', 'keys', 'key file', 'tmp'],
      3,
    ),
  )('%s is named with what to do, and is not taken for missing', async (part) => {
    const name = part === 'key file' ? join('keys', readdirSync(join(workspace, 'keys'))[0] ?? '') : part;
    const path = join(workspace, name);
    const mode = statSync(path).mode & 0o777;
    chmodSync(path, 0o000);
    try {
      const [line, ...more] = await openAs();
      expect(more).toEqual([]);
      expect(line).toMatch(/^error cannot-(read|write) /);
      expect(line).toMatch(/EACCES/);
      expect(line).not.toMatch(/not here|missing|damaged/);
    } finally {
      chmodSync(path, mode);
    }
    expect((await openAs())[0]).toMatch(/^a-\d+$/);
  });
});

describe('a refusal of the operating system', () => {
  it('has words for what else it may be', () => {
    const failure = (code: string) =>
      describeReadFailure(Object.assign(new Error(code), { code, syscall: 'open', path: '/w/record' }));
    expect(failure('EIO')).toMatchObject({
      code: 'cannot-read',
      place: '/w/record',
      message: expect.stringContaining('check the disk'),
    });
    expect(failure('EMFILE').message).toMatch(/ulimit -n/);
    expect(failure('EISDIR').message).toMatch(/cannot be read: EISDIR/);
    expect(isThere(join(folder, 'nothing', 'at', 'all'))).toBe(false);
    expect(isThere(join(workspace, 'record/acts/000000.jsonl/x'))).toBe(false);
  });
});
