import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';

/** What `asking.ts` gets when it asks in this way. */
async function asking(way: string): Promise<unknown> {
  const command = ['--import', 'tsx', 'tests/threads/asking.ts', way];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: packageRoot() });
  return JSON.parse(stdout);
}

const pieces = (...done: readonly number[]) => done.map((answer) => ({ answer }));

it('keeps a thread that has loaded what it needs, and ends one that grows again', async () => {
  expect(await asking('growing')).toEqual(pieces(1, 2, 3, 4, 1));
});

it('gives the memory of a large thread back when nothing comes for it to do', async () => {
  expect(await asking('idle')).toEqual(pieces(1, 2, 3, 1));
});

it('leaves a thread to the next pool of the same limits, unless it is large', async () => {
  expect(await asking('left')).toEqual(pieces(1, 1, 2, 1));
});
