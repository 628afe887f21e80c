import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { readWithoutWriting } from '../../src/app/workspace/read-only.ts';
import { verifyWorkspace } from '../../src/app/workspace/record.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const draft = { kind: 'described', by: { person: 'Ada' }, body: {} } as const;

beforeAll(() => {
  process.env.XDG_STATE_HOME = temporaryFolder();
});

/** Opens a workspace as a command does, logs acts, and gives what was told on the way. */
async function act(workspace: string, acts: number): Promise<string[]> {
  const notes: string[] = [];
  const progress = { ...silentProgress, note: (text: string) => notes.push(text) };
  const held = await holdWorkspace({ workspace, command: 'test', progress });
  if (acts > 0) await held.record.append(Array.from({ length: acts }, () => draft));
  await held.close();
  return notes;
}

describe('a workspace that was put back', () => {
  it('to an older state, or that went another way since, is told of at home until somebody says that it is meant', async () => {
    const folder = temporaryFolder();
    const [workspace, copy] = [join(folder, 'workspace'), join(folder, 'copy')];
    expect(await act(workspace, 3)).toEqual([]);
    cpSync(workspace, copy, { recursive: true });
    expect(await act(workspace, 300)).toEqual([]);
    expect(await act(workspace, 0)).toEqual([]);
    rmSync(workspace, { recursive: true });
    cpSync(copy, workspace, { recursive: true });
    expect(await act(workspace, 0)).toEqual([expect.stringContaining('OLDER')]);
    const verified = await verifyWorkspace({ workspace, progress: silentProgress });
    expect(verified.faults).toEqual([]);
    expect(verified.rollback).toContain('OLDER');
    expect(verified.summary).toContain('OLDER');
    const told: string[] = [];
    await readWithoutWriting(workspace, { ...silentProgress, note: (text) => told.push(text) }, async () => null);
    expect(told).toEqual([expect.stringContaining('OLDER')]);
    expect(await act(workspace, 400)).toEqual([expect.stringContaining('OLDER')]);
    expect(await act(workspace, 1)).toEqual([expect.stringContaining('FORKED')]);
    const seen = join(process.env.XDG_STATE_HOME ?? '', 'standing-panel', 'seen');
    for (const name of readdirSync(seen)) rmSync(join(seen, name));
    expect(await act(workspace, 1)).toEqual([]);
    expect(await act(workspace, 1)).toEqual([]);
  });
});
