import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listClaims } from '../../src/app/commands/review.ts';
import { derivingProgram, hashProgram } from '../../src/app/derivation/reading/reading-program.ts';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { rebuildStore } from '../../src/app/workspace/rebuild.ts';
import { redactInRecord } from '../../src/app/workspace/record.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const TEXT =
  'Japan said that North Korea had fired three missiles on 3 May 2024. The witness lives in Tamworth Lane.\n';

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

/** Claims as a process reads them that finds no projections. */
async function readAnew(workspace: string) {
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  try {
    return (await held.derivation.snapshot(silentProgress)).derived.claims;
  } finally {
    await held.close();
  }
}

function entryOf(workspace: string): string {
  const [name] = readdirSync(join(workspace, 'readings'));
  return join(workspace, 'readings', name ?? expect.fail('nothing is cached'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Files of a workspace in which a text stands, in either form in which JavaScript and databases write it. */
function filesWith(workspace: string, text: string): string[] {
  return filesIn(workspace).filter((path) => {
    const bytes = readFileSync(path);
    return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
  });
}

describe('the program that derived', () => {
  it('is another one once code, a word list or the law has changed, and no other for a test', () => {
    const root = temporaryFolder();
    const hashAfter = (path: string, text: string): string => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      return hashProgram(['claims'], root, ['regimes']);
    };
    const hashes = [
      hashAfter('src/claims/a.ts', '1'),
      hashAfter('src/claims/words.yaml', '1'),
      hashAfter('regimes/un-1718/decisions/1718.yaml', 'evidence: recalled'),
      hashAfter('regimes/un-1718/decisions/1718.yaml', 'evidence: seen'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashAfter('src/claims/a.test.ts', '1')).toBe(hashes.at(-1));
    expect(derivingProgram()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('texts and claims that were read before', () => {
  it('are used where this very program read these very bytes, and nowhere else', async () => {
    const { workspace } = await workspaceWith(TEXT);
    const claims = await readAnew(workspace);
    expect(claims).not.toEqual([]);
    const entry = entryOf(workspace);
    expect(statSync(entry).mode & 0o077).toBe(0);
    const sealed = readFileSync(entry, 'utf8');
    const [head = '', body = ''] = sealed.split('\n');
    const write = (changes: object, content = body): void =>
      writeFileSync(entry, `${JSON.stringify({ ...JSON.parse(head), ...changes })}\n${content}`);
    // What is told apart below is told by what was put here, under the workspace's own seal.
    const sealEmpty = async (): Promise<void> => {
      const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
      try {
        const [document] = (await held.derivation.snapshot(silentProgress)).derived.documents;
        held.readings.keep(document ?? expect.fail('no document'), { claims: [], setAside: null });
      } finally {
        await held.close();
      }
    };
    await sealEmpty();
    expect(await readAnew(workspace)).toEqual([]);
    for (const spoil of [
      () => write({ program: 'another' }),
      () => write({ document: `sha256:${'0'.repeat(64)}` }),
      () => write({ fileName: 'document.pdf' }),
      () => write({ extraction: '[{"name":"Another Paper"},null]' }),
      () => write({ seal: '0'.repeat(64) }),
      () => write({ seal: '' }),
      () => write({}, body.replace('Tamworth', 'Kilburn ')),
      () => write({}, JSON.stringify([JSON.parse(body)[0], []])),
      () => writeFileSync(entry, 'nothing of ours'),
      () => rmSync(entry),
    ]) {
      spoil();
      expect(await readAnew(workspace)).toEqual(claims);
      await sealEmpty();
      expect(await readAnew(workspace)).toEqual([]);
    }
    await rebuildStore({ workspace, progress: silentProgress });
    expect(await readAnew(workspace)).toEqual(claims);
  });

  it('are not needed: where none can be written, documents are read again', async () => {
    const { workspace } = await workspaceWith(TEXT);
    const claims = await readAnew(workspace);
    rmSync(join(workspace, 'readings'), { recursive: true });
    writeFileSync(join(workspace, 'readings'), 'a file where the folder should be');
    expect(await readAnew(workspace)).toEqual(claims);
  });

  it('do not stand in for a document whose bytes have changed', async () => {
    const { workspace, documents } = await workspaceWith(TEXT);
    await readAnew(workspace);
    const [document = ''] = documents;
    const digits = document.slice('sha256:'.length);
    const path = join(workspace, 'record', 'documents', digits.slice(0, 2), digits.slice(2));
    rmSync(path);
    writeFileSync(path, TEXT.replace('three', 'seven'));
    await expect(readAnew(workspace)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('go with a redaction: the withheld text is nowhere in the workspace', async () => {
    const { workspace, documents } = await workspaceWith(TEXT, TEXT.replace('Tamworth', 'Kilburn'));
    await listClaims({ workspace });
    expect(filesWith(workspace, 'Tamworth Lane')).toContainEqual(expect.stringContaining('readings'));
    await redactInRecord({ workspace, ids: [documents[0] ?? ''], by: 'Ann', reason: 'at risk' });
    expect(filesWith(workspace, 'Tamworth Lane')).toEqual([]);
    expect(await listClaims({ workspace })).not.toEqual([]);
    expect(filesWith(workspace, 'Tamworth Lane')).toEqual([]);
    expect(filesWith(workspace, 'Kilburn Lane')).not.toEqual([]);
  });

  it('go also where a server reads for others while it withholds', async () => {
    const { workspace, documents } = await workspaceWith(TEXT);
    const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
    try {
      await Promise.all([
        held.derivation.snapshot(silentProgress),
        redactInRecord({ workspace: held, ids: [documents[0] ?? ''], by: 'Ann', reason: 'at risk' }),
        held.derivation.snapshot(silentProgress),
      ]);
      expect(filesWith(workspace, 'Tamworth Lane')).toEqual([]);
    } finally {
      await held.close();
    }
    expect(filesWith(workspace, 'Tamworth Lane')).toEqual([]);
  });
});
