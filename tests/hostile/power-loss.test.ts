import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { actIndex } from '../../src/record/log/act.ts';
import { openRecord } from '../../src/record/record.ts';
import { verifyRecord } from '../../src/record/verification/verify-record.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Each record lives through some power cuts, one after the other: what was recovered is cut again. */
const RECORDS = isFullCount ? 8 : 1;
const ROUNDS = isFullCount ? 25 : 3;

/** A folder as a disk holds it after a power cut (forgetful-fs.mjs). */
function restore(image: string, target: string, path = './'): void {
  mkdirSync(join(target, path), { recursive: true });
  const listing = join(image, 'folders', encodeURIComponent(path));
  if (!existsSync(listing)) return;
  for (const [name, key] of JSON.parse(readFileSync(listing, 'utf8')) as [string, string | null][]) {
    if (key === null) restore(image, target, path === './' ? `./${name}` : `${path}/${name}`);
    else {
      const kept = join(image, 'files', key);
      // A name that lasted of a file that was never synced is an empty file.
      writeFileSync(join(target, path, name), existsSync(kept) ? readFileSync(kept) : '');
    }
  }
}

it.skipIf(process.platform !== 'linux').each(Array.from({ length: RECORDS }, (_, record) => record + 1))(
  `a power cut loses no act that was acknowledged, in ${ROUNDS} rounds on a disk that keeps only what was synced (record %i)`,
  async () => {
    let workspace = join(temporaryFolder(), 'workspace');
    await (await openRecord(workspace, { command: 'test' })).close();
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const image = temporaryFolder();
      const child = spawn(
        process.execPath,
        [
          '--import',
          join(packageRoot(), 'tests', 'hostile', 'forgetful-fs.mjs'),
          '--import',
          'tsx',
          join(packageRoot(), 'tests', 'hostile', 'power-loss-appender.ts'),
          workspace,
        ],
        { cwd: packageRoot(), env: { ...process.env, FORGETFUL_FOLDER: workspace, FORGETFUL_IMAGE: image } },
      );
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        err += String(chunk);
      });
      const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
      while (out.split('\n').length < 12 && child.exitCode === null) await sleep(10);
      await sleep(randomInt(400));
      child.kill('SIGKILL');
      await ended;
      const lines = out.split('\n').slice(1, -1);
      expect(lines.length, err).toBeGreaterThan(5);
      const last = actIndex(lines.at(-1)?.split(' ')[0] ?? '') ?? expect.fail(err);

      workspace = join(temporaryFolder(), 'workspace');
      restore(image, workspace);
      const record = await openRecord(workspace, { command: 'test' });
      expect(record.size).toBeGreaterThan(last);
      for (const line of lines) expect(record.read.hasDocument(line.split(' ')[1] ?? '')).toBe(true);
      await record.close();
      acknowledged += lines.length;
      expect((await verifyRecord(workspace)).faults).toEqual([]);
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS * 5);
  },
);
