import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentOf, keepContent } from '../../src/app/acts/document-content.ts';
import { listClaims } from '../../src/app/commands/review.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { type DocumentId, documentIdOf } from '../../src/core/hash.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { documentPath, layoutOf } from '../../src/record/storage/layout.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const missiles = (count: string): string => `Japan said that North Korea had fired ${count} missiles on 3 May 2024.\n`;

async function workspaceWith(text: string): Promise<{ workspace: string; document: string }> {
  const folder = temporaryFolder();
  const [file, workspace] = [join(folder, 'document.txt'), join(folder, 'workspace')];
  writeFileSync(file, text);
  const request = { targets: [file], workspace, source: 'The Paper', kind: 'newsroom', progress: silentProgress };
  return { workspace, document: (await addDocuments(request)).added[0]?.document ?? expect.fail('not added') };
}

it('answers with nothing that is older than the record, also after a document could not be read', async () => {
  const { workspace } = await workspaceWith(missiles('three'));
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    const { acts } = await held.derivation.snapshot(silentProgress);
    const { id } = await held.record.putDocument(Buffer.from(missiles('five')));
    const { by, body } = acts.find(({ kind }) => kind === 'acquired') ?? expect.fail('no document');
    const other = JSON.parse(JSON.stringify(body).replaceAll(String(body.document), id));
    await held.record.append([{ kind: 'acquired', by, body: other }]);
    rmSync(held.record.read.documentPath(id));
    writeFileSync(held.record.read.documentPath(id), 'other bytes');
    for (const _ of ['first', 'again'])
      await expect(held.derivation.snapshot(silentProgress)).rejects.toMatchObject({ code: 'damaged' });
    expect((await held.derivation.log()).evidence.documents).toHaveLength(2);
  } finally {
    await held.close();
  }
});

it('reads a document by the size of its file, whatever the size is that its custody states', async () => {
  const { workspace, document } = await workspaceWith(missiles('three'));
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    const { documents } = (await held.derivation.log()).evidence;
    const acquired = documents.find((one) => one.document === document) ?? expect.fail('no document');
    const identity = { ...acquired.custody.identity, size: 3_000_000_000 };
    const claimed = { ...acquired, custody: { ...acquired.custody, identity } };
    const { read } = held.record;
    expect(await contentOf(read, claimed)).toEqual(Buffer.from(missiles('three')));
    // A hole costs no room on the disk.
    truncateSync(read.documentPath(acquired.document), READING_LIMITS.fileBytes + 1);
    expect(await contentOf(read, acquired)).toMatchObject({ size: READING_LIMITS.fileBytes + 1 });
    rmSync(read.documentPath(acquired.document));
    await expect(contentOf(read, claimed)).rejects.toMatchObject({ code: 'document-missing' });
  } finally {
    await held.close();
  }
});

it('keeps no bytes of a file that is another one than was read, and refuses it', async () => {
  const { workspace } = await workspaceWith(missiles('three'));
  const path = join(temporaryFolder(), 'large.csv');
  writeFileSync(path, 'state;tonnes\n');
  const [read, size] = [documentIdOf(readFileSync(path)), 13];
  const taken = { name: 'large.csv', document: read, content: { path, document: read, size } };
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    writeFileSync(path, 'state;barrel\n');
    const later = readFileSync(path);
    const refused = { name: 'large.csv', code: 'changed-while-read', message: expect.stringContaining('changed') };
    expect(await keepContent(held.record, taken)).toEqual(refused);
    expect(await keepContent(held.record, { ...taken, content: later })).toEqual(refused);
    expect(held.record.read.hasDocument(documentIdOf(later))).toBe(false);
    expect(held.record.read.documentCount()).toBe(1);
    writeFileSync(path, 'state;tonnes\n');
    expect(await keepContent(held.record, taken)).toBeNull();
    expect(held.record.read.hasDocument(read)).toBe(true);
  } finally {
    await held.close();
  }
});

it('leaves no projection of what is withheld, also when the redaction is interrupted', async () => {
  const { workspace, document } = await workspaceWith(missiles('three'));
  const store = join(workspace, 'store');
  mkdirSync(store);
  writeFileSync(join(store, 'rows'), missiles('three'));
  // What lies here cannot be removed as a document is.
  const path = documentPath(layoutOf(workspace), document as DocumentId);
  rmSync(path);
  mkdirSync(path);
  await expect(redactInRecord({ workspace, ids: [document], by: 'Ann', reason: 'at risk' })).rejects.toThrow();
  expect(existsSync(store)).toBe(false);
});

it('tells a record that was restored from a copy and went on otherwise from the one before', async () => {
  const { workspace } = await workspaceWith(missiles('three'));
  const [record, copy] = [join(workspace, 'record'), join(workspace, 'copy')];
  cpSync(record, copy, { recursive: true });
  const figuresWith = async (count: string): Promise<readonly string[]> => {
    const file = join(workspace, `${count}.txt`);
    writeFileSync(file, missiles(count));
    await addDocuments({
      targets: [file],
      workspace,
      source: 'The Paper',
      clock: '2024-06-01',
      progress: silentProgress,
    });
    return (await listClaims({ workspace })).flatMap(({ quantities }) => quantities.map(({ raw }) => raw));
  };
  expect(await figuresWith('six')).toEqual(['three missiles', 'six missiles']);
  rmSync(record, { recursive: true });
  cpSync(copy, record, { recursive: true });
  expect(await figuresWith('nine')).toEqual(['three missiles', 'nine missiles']);
});

it('takes a document in once that two send at the same moment', async () => {
  const { workspace } = await workspaceWith(missiles('three'));
  const file = join(workspace, 'five.txt');
  writeFileSync(file, missiles('five'));
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    const request = { targets: [file], workspace: held, source: 'The Paper', progress: silentProgress };
    const results = await Promise.all([addDocuments(request), addDocuments(request)]);
    expect(results.map(({ added, unchanged }) => [added.length, unchanged.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  } finally {
    await held.close();
  }
});
