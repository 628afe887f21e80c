import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { panel } from '../cli/command.ts';
import { PROGRAM } from '../cli/program-arguments.ts';
import { growRecord } from '../exchange/sample-record.ts';
import { sampled } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What somebody puts in the place of a file of a record, so that whoever reads it never comes to an end. */
const OBSTACLES: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => {
    rmSync(path);
    execFileSync('mkfifo', [path]);
  },
  'a device': (path) => {
    rmSync(path);
    symlinkSync('/dev/zero', path);
  },
  // Sparse: it takes no room.
  'a file without end': (path) => truncateSync(path, 3 * 1024 ** 3),
};

const FILES = [
  'record/acts/000000.jsonl',
  'record/log/checkpoint',
  'record/log/keys',
  'record/log/tile/0/000.p/6',
  'record/log/tile/entries/000.p/6',
];

/** In a process of its own, since a reader that is held cannot be ended from inside. */
function panelWithin(seconds: number, ...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--max-old-space-size=1024', ...PROGRAM, ...args],
      { cwd: packageRoot(), timeout: seconds * 1000, killSignal: 'SIGKILL' },
      (error, out, err) => resolve({ code: error === null ? 0 : (error.code as number | null), out: `${out}${err}` }),
    );
  });
}

describe.skipIf(process.platform === 'win32')('a record that came from somebody else', () => {
  let made: string;
  let vkey: string;

  beforeAll(async () => {
    made = join(temporaryFolder(), 'made');
    vkey = await growRecord(made, 5);
  });

  const pairs = FILES.flatMap((file) => Object.keys(OBSTACLES).map((obstacle) => [file, obstacle] as const));
  // Of the sample each obstacle once, before another file each time.
  it.each(sampled(pairs, Object.keys(OBSTACLES).length + 1))(
    'is verified to its end with %s being %s',
    async (file, obstacle) => {
      const workspace = join(temporaryFolder(), 'record');
      cpSync(made, workspace, { recursive: true });
      OBSTACLES[obstacle]?.(join(workspace, file));
      const { code, out } = await panelWithin(60, 'record', 'verify', '--workspace', workspace);
      expect([code, out]).toEqual([1, expect.stringContaining(`${file}@0: `)]);
      expect(out).not.toContain('Whole');
    },
  );

  it('that is kept or published where others write leads no file out of its folder', async () => {
    const victim = join(temporaryFolder(), 'victim');
    await growRecord(victim, 3);
    const acts = readFileSync(join(victim, 'record/acts/000000.jsonl'));
    for (const [args, folder] of [
      [['mirror'], 'record/acts'],
      [['publish', '--with', 'record'], 'record/acts'],
      [['publish'], 'tile'],
    ] as const) {
      const target = join(temporaryFolder(), 'target');
      mkdirSync(join(target, folder, '..'), { recursive: true });
      symlinkSync(join(victim, 'record/acts'), join(target, folder));
      const { code, err } = await panel('record', ...args, target, '--workspace', made);
      expect([args, code, err]).toEqual([args, 1, expect.stringContaining('link')]);
      expect(readFileSync(join(victim, 'record/acts/000000.jsonl')).equals(acts)).toBe(true);
      expect(readdirSync(join(victim, 'record/acts'))).toEqual(['000000.jsonl']);
    }
  });

  it.each(Object.keys(OBSTACLES))('is followed to its end where %s is published', async (obstacle) => {
    const [published, own] = [join(temporaryFolder(), 'published'), join(temporaryFolder(), 'own')];
    cpSync(join(made, 'record', 'log'), published, { recursive: true });
    await growRecord(own, 1);
    const follow = () =>
      panelWithin(60, 'record', 'follow', published, '--name', 'Them', '--key', vkey, '--workspace', own);
    expect((await follow()).code).toBe(0);
    OBSTACLES[obstacle]?.(join(published, 'checkpoint'));
    expect(await follow()).toEqual({ code: 1, out: expect.stringContaining('NO ANSWER') });
  });
});
