import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/app/derivation/derivation.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { subjectsIn } from '../../src/app/subjects/workspace-subjects.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import { type HeldWorkspace, holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const TEXT =
  'Marta Lindqvist told reporters on 3 May 2024 that the tanker Amira Dawn (IMO 9074729) had left the Port of Tarsun.\n';

async function workspaceWith(...texts: readonly string[]): Promise<{ workspace: string; documents: string[] }> {
  const folder = temporaryFolder();
  const targets = texts.map((text, at) => {
    const file = join(folder, `document-${at}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const workspace = join(folder, 'workspace');
  const { added } = await addDocuments({ targets, workspace, source: 'The Paper', progress: silentProgress });
  return { workspace, documents: added.map(({ document }) => document) };
}

async function holding<T>(workspace: string, work: (held: HeldWorkspace) => Promise<T>): Promise<T> {
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    return await work(held);
  } finally {
    await held.close();
  }
}

const placeOf = (held: HeldWorkspace) => ({
  record: held.record,
  mentions: held.mentions,
  acts: async () => (await held.derivation.log()).acts,
  snapshot: (): Promise<Snapshot> => held.derivation.snapshot(silentProgress),
  project: (): never => expect.fail('no table is asked'),
});

/** The names of a workspace's subjects, as a process finds them that held nothing before. */
async function namesIn(workspace: string): Promise<readonly string[]> {
  return await holding(workspace, async (held) => {
    const { partition } = await subjectsIn(placeOf(held), silentProgress);
    return partition.subjects.flatMap(({ names }) => names);
  });
}

function entryOf(workspace: string): string {
  const name = readdirSync(join(workspace, 'readings')).find((one) => one.endsWith('.names.json'));
  return join(workspace, 'readings', name ?? expect.fail('nothing is kept'));
}

describe('names that were found before', () => {
  it('are used where this very program found them in these very bytes by these lists, and nowhere else', async () => {
    const { workspace, documents } = await workspaceWith(TEXT);
    const names = await namesIn(workspace);
    expect(names).toEqual(expect.arrayContaining(['Marta Lindqvist', 'Amira Dawn', 'Port of Tarsun']));
    const entry = entryOf(workspace);
    expect(statSync(entry).mode & 0o077).toBe(0);
    const none = { names: [], identifiers: [], shortForms: [], formerNames: [], alsoCalled: [], described: [] };
    const keep = (changes: object): Promise<void> =>
      holding(workspace, async (held) => {
        const { derived } = await held.derivation.snapshot(silentProgress);
        const [document] = derived.documents;
        const { fileName } = document?.custody.origin ?? expect.fail('no document');
        held.mentions.keep({ document: documents[0] ?? '', fileName, lists: null, ...changes }, none);
      });
    await keep({});
    // What is told apart below is told by what was put here, under the workspace's own seal: who makes a claim is a subject all the same.
    expect(await namesIn(workspace)).toEqual(['Marta Lindqvist']);
    const [head = '', body = ''] = readFileSync(entry, 'utf8').split('\n');
    const write = (changes: object, content = body): void =>
      writeFileSync(entry, `${JSON.stringify({ ...JSON.parse(head), ...changes })}\n${content}`);
    for (const spoil of [
      () => write({ program: 'another' }),
      () => write({ seal: '0'.repeat(64) }),
      () => write({ lists: 'others' }),
      () => write({}, body.replace('[]', '[ ]')),
      () => writeFileSync(entry, 'nothing of ours'),
      () => rmSync(entry),
      () => keep({ lists: 'others' }),
      () => keep({ fileName: 'another.pdf' }),
    ]) {
      await spoil();
      expect(await namesIn(workspace)).toEqual(names);
      await keep({});
      expect(await namesIn(workspace)).not.toEqual(names);
    }
  });

  it('stay beside the readings of the documents that are there', async () => {
    const { workspace } = await workspaceWith(TEXT, TEXT.replace('Amira Dawn', 'Amira Dusk'));
    await namesIn(workspace);
    const files = readdirSync(join(workspace, 'readings'));
    expect(files.filter((name) => name.endsWith('.names.json'))).toHaveLength(2);
    await namesIn(workspace);
    expect(readdirSync(join(workspace, 'readings'))).toEqual(files);
  });

  it('go with a redaction, also where they are being found while it is made', async () => {
    const { workspace, documents } = await workspaceWith(TEXT);
    await holding(workspace, async (held) => {
      const finding = subjectsIn(placeOf(held), silentProgress);
      await redactInRecord({ workspace: held, ids: [documents[0] ?? ''], by: 'Ann', reason: 'at risk' });
      const { partition } = await finding;
      expect(partition.subjects.length).toBeGreaterThan(2);
    });
    const left = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter(
      (one) => one.isFile() && readFileSync(join(one.parentPath, one.name)).includes('Lindqvist'),
    );
    expect(left.map(({ name }) => name)).toEqual([]);
    expect(await namesIn(workspace)).not.toContain('Marta Lindqvist');
  });
});
