import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../core/time/clock.ts';
import { exportRecord, importRecord } from './archive/archive.ts';
import type { ActDraft } from './log/act.ts';
import { parseCheckpoint } from './log/checkpoint.ts';
import { verifyConsistency } from './log/merkle.ts';
import { parseVerifierKey } from './log/note.ts';
import { readRecord } from './read-record.ts';
import { type ActRecord, openRecord } from './record.ts';
import { verifyInclusionProofFile } from './verification/inclusion-proof-file.ts';
import { proveConsistency, proveLine } from './verification/prove.ts';
import { verifyRecord } from './verification/verify-record.ts';

const by = { person: 'A. Analyst' } as const;
const found = (n: number): ActDraft => ({ kind: 'found', by, body: { n, note: 'é漢字 \u{1f6a2}' } });

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-record-'));
  workspace = join(folder, 'workspace');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withRecord<T>(
  work: (record: ActRecord) => Promise<T>,
  options: Partial<Parameters<typeof openRecord>[1]> = {},
): Promise<T> {
  const record = await openRecord(workspace, { command: 'test', ...options });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

async function actsOf(dir = workspace) {
  const acts = [];
  for await (const act of readRecord(dir).acts()) acts.push(act);
  return acts;
}

describe('a record', () => {
  it('gives back the acts in order, with the ids it gave them', async () => {
    const logged = await withRecord(async (record) => [
      ...(await record.append([found(1), { ...found(2), at: '2024-03-28T15:00:00.000Z' }])),
      ...(await record.append([
        { kind: 'undone', by: { program: 'panel', version: '0.1.0' }, body: {}, supersedes: 'a-1' },
      ])),
    ]);
    expect(logged.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3']);
    expect((await actsOf()).slice(1)).toEqual(logged);
    expect(await readRecord(workspace).act('a-2')).toEqual(logged[1]);
    expect(await verifyRecord(workspace)).toMatchObject({ whole: true, acts: 4, consistentWith: 'itself', notes: [] });
  });

  it('grows over segments, tiles and openings, and stays whole', async () => {
    for (const size of [1, 254, 1, 700, 7400]) {
      await withRecord((record) => record.append(Array.from({ length: size }, (_, i) => found(i))));
      const verification = await verifyRecord(workspace);
      expect(verification.faults).toEqual([]);
      expect(verification.checkpoint?.size).toBe(verification.acts);
    }
    const tiles = new Set(readdirSync(join(workspace, 'record/log/tile'), { recursive: true }).map(String));
    const places = new Set(
      [...tiles].filter((name) => /\.p\/\d+$/.test(name)).map((name) => name.replace(/\.p.*/, '')),
    );
    expect([...places].sort()).toEqual(['0/032', '1/000', 'entries/032']);
    for (const place of places) expect(tiles).not.toContain(place);
  });

  it('signs a checkpoint within a second, and within 4,096 acts', async () => {
    await withRecord(async (record) => {
      await record.append([found(1)]);
      expect(readRecord(workspace).checkpoint()?.size).toBe(1);
      await expect.poll(() => readRecord(workspace).checkpoint()?.size, { timeout: 2000 }).toBe(2);
      await record.append(Array.from({ length: 4096 }, (_, i) => found(i)));
      await expect.poll(() => readRecord(workspace).checkpoint()?.size, { timeout: 500 }).toBe(4098);
      expect((await verifyRecord(workspace)).faults).toEqual([]);
    });
  });

  it('takes many appends at once, in the order of the calls', async () => {
    await withRecord(async (record) => {
      const batches = await Promise.all(Array.from({ length: 200 }, (_, i) => record.append([found(i)])));
      expect(batches.map(([act]) => act!.id)).toEqual(Array.from({ length: 200 }, (_, i) => `a-${i + 1}`));
    });
    expect((await actsOf()).slice(1).map(({ body }) => body.n)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it('refuses acts that cannot be logged, and logs the others', async () => {
    await withRecord(async (record) => {
      const bad: unknown[] = [
        { kind: 'invented', by, body: {} },
        { kind: 'found', by: {}, body: {} },
        { kind: 'found', by: { person: ' ' }, body: {} },
        { kind: 'found', by, body: [] },
        { kind: 'found', by, body: { x: undefined } },
        { kind: 'found', by, body: { x: '\ud800' } },
        { kind: 'found', by, at: '2024-02-30T00:00:00.000Z', body: {} },
        { kind: 'found', by, body: {}, supersedes: 'a-9' },
        { kind: 'acquired', by, body: {} },
        { kind: 'redacted', by, body: {} },
        { kind: 'found', by, body: { x: 'x'.repeat(9 * 1024 * 1024) } },
      ];
      const results = await Promise.allSettled([
        ...bad.map((draft) => record.append([draft as ActDraft])),
        record.append([found(1)]),
      ]);
      for (const result of results.slice(0, -1))
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'bad-act' } });
      expect(results.at(-1)).toMatchObject({ status: 'fulfilled', value: [{ id: 'a-1' }] });
      const absent = record.append([{ kind: 'acquired', by, body: { document: `sha256:${'0'.repeat(64)}` } }]);
      await expect(absent).rejects.toMatchObject({ code: 'document-missing' });
    });
    expect(await actsOf()).toHaveLength(2);
  });

  it('differs between two workspaces by salts and key alone', async () => {
    const clock = fixedClock('2024-03-29');
    const lines = async (dir: string) => {
      const record = await openRecord(dir, { command: 'test', clock });
      await record.append([found(1), found(2)]);
      await record.close();
      const key = parseVerifierKey(record.verifierKey).id;
      const texts = [];
      for await (const { line } of readRecord(dir).lines(1))
        texts.push([line.bodyText, line.leaf.id, line.leaf.time, line.leaf.key === key]);
      return texts;
    };
    expect(await lines(join(folder, 'a'))).toEqual(await lines(join(folder, 'b')));
  });

  it('does not start where none is asked for', async () => {
    await expect(openRecord(workspace, { command: 'test', create: false })).rejects.toMatchObject({
      code: 'not-a-workspace',
    });
    expect(existsSync(workspace)).toBe(false);
    expect(() => readRecord(workspace)).toThrow(expect.objectContaining({ code: 'not-a-workspace' }));
  });
});

describe('documents', () => {
  it('are kept once under their hash, from bytes and from files', async () => {
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'The same words.');
    await withRecord(async (record) => {
      const first = await record.putDocument(Buffer.from('The same words.'));
      expect(await record.putDocument(file)).toEqual({ ...first, added: false });
      await record.append([{ kind: 'acquired', by, body: { document: first.id } }]);
      expect((await record.read.document(first.id)).toString()).toBe('The same words.');
    });
    expect(await verifyRecord(workspace)).toMatchObject({ whole: true, documents: 1 });
    expect(existsSync(join(workspace, 'tmp')) ? readdirSync(join(workspace, 'tmp')) : []).toEqual([]);
  });

  it('are refused when they are no regular file, or not there', async () => {
    await withRecord(async (record) => {
      await expect(record.putDocument(folder)).rejects.toMatchObject({ code: 'cannot-read' });
      await expect(record.putDocument(join(folder, 'absent'))).rejects.toMatchObject({ code: 'cannot-read' });
      await expect(record.read.document('sha256:x')).rejects.toMatchObject({ code: 'unknown-id' });
      await expect(record.read.document(`sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({
        code: 'document-missing',
      });
    });
  });
});

describe('redaction', () => {
  it('removes body, salt and bytes, and leaves every proof valid', async () => {
    const secret = 'The name of the source';
    const vkey = await withRecord(async (record) => {
      const { id } = await record.putDocument(Buffer.from(secret));
      await record.append([
        { kind: 'acquired', by, body: { document: id, origin: { obtainedFrom: secret } } },
        ...Array.from({ length: 20 }, (_, i) => found(i)),
      ]);
      await record.checkpoint();
      return record.verifierKey;
    });
    const trusted = [parseVerifierKey(vkey)];
    const proofs = await Promise.all(Array.from({ length: 22 }, (_, i) => proveLine(workspace, `a-${i}`)));
    const heldBefore = readRecord(workspace).checkpoint()!;
    const document = (await actsOf())[1]?.body.document as `sha256:${string}`;
    const act = await withRecord((record) =>
      record.redact({ acts: ['a-1', 'a-5'], documents: [document], by, reason: 'Source protection.' }),
    );
    const bytes = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of bytes)
      expect(readFileSync(join(entry.parentPath, entry.name)).includes(secret), entry.name).toBe(false);
    for (const { proof, leaf } of proofs) expect(verifyInclusionProofFile(proof, trusted).toString()).toBe(leaf);
    for (const index of proofs.keys()) {
      const { proof, leaf } = await proveLine(workspace, `a-${index}`);
      expect(leaf).toBe(proofs[index]!.leaf);
      verifyInclusionProofFile(proof, trusted);
    }
    expect((await verifyRecord(workspace, { checkpoint: heldBefore, vkey: trusted[0]! })).faults).toEqual([]);
    expect(await verifyRecord(workspace)).toMatchObject({ whole: true, withheld: 2, documents: 0 });
    await expect(readRecord(workspace).act('a-1')).rejects.toMatchObject({ code: 'withheld' });
    expect((await actsOf()).map(({ id }) => id)).not.toContain('a-5');
    expect(act.body).toEqual({ acts: ['a-1', 'a-5'], documents: [document], reason: 'Source protection.' });
  });

  it('is refused for what is not there, already withheld, or part of the record’s own history', async () => {
    await withRecord(async (record) => {
      await record.append([found(1)]);
      await record.redact({ acts: ['a-1'], by, reason: 'r' });
      const attempt = (acts: `a-${number}`[], reason = 'r') => record.redact({ acts, by, reason });
      await expect(attempt(['a-1'])).rejects.toMatchObject({ code: 'withheld' });
      await expect(attempt(['a-0'])).rejects.toMatchObject({ code: 'bad-act' });
      await expect(attempt(['a-2'])).rejects.toMatchObject({ code: 'bad-act' });
      await expect(attempt(['a-9'])).rejects.toMatchObject({ code: 'unknown-id' });
      await expect(attempt([])).rejects.toMatchObject({ code: 'bad-act' });
      await expect(attempt(['a-1'], ' ')).rejects.toMatchObject({ code: 'bad-act' });
      await record.append([found(2)]);
    });
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });
});

describe('keys', () => {
  it('lie outside the record, for the owner alone, sealed under a passphrase when given one', async () => {
    await withRecord(async () => {}, { passphrase: 'correct horse' });
    const [name] = readdirSync(join(workspace, 'keys'));
    expect(statSync(join(workspace, 'keys', name!)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(workspace, 'keys', name!), 'utf8')).not.toContain('"seed"');
    const reopen = (passphrase?: string) =>
      openRecord(workspace, { command: 'test', ...(passphrase === undefined ? {} : { passphrase }) });
    await expect(reopen()).rejects.toMatchObject({ code: 'key-passphrase' });
    await expect(reopen('wrong')).rejects.toMatchObject({ code: 'key-passphrase' });
    await (await reopen('correct horse')).close();
  });

  it('are replaced by an act, and the old key vouches for the new', async () => {
    const [before, after] = await withRecord(async (record) => {
      const old = record.verifierKey;
      await record.replaceKey({ by, reason: 'Yearly change.' });
      await record.append([found(1)]);
      return [old, record.verifierKey];
    });
    expect(after).not.toBe(before);
    for (const vkey of [before, after])
      expect((await verifyRecord(workspace, { vkey: parseVerifierKey(vkey) })).faults).toEqual([]);
    const stranger = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    expect((await verifyRecord(workspace, { vkey: stranger })).faults).toMatchObject([{ code: 'not-your-key' }]);
  });

  it('that are lost stop the record from taking acts, until an act names another; who holds the old one is told', async () => {
    const old = await withRecord(async (record) => record.verifierKey);
    rmSync(join(workspace, 'keys'), { recursive: true });
    await expect(openRecord(workspace, { command: 'test' })).rejects.toMatchObject({ code: 'key-missing' });
    await withRecord((record) => record.append([found(1)]), { replaceLostKey: { by, reason: 'The disk died.' } });
    expect((await verifyRecord(workspace)).faults).toEqual([]);
    expect((await verifyRecord(workspace, { vkey: parseVerifierKey(old) })).faults).toMatchObject([
      { code: 'not-your-key' },
    ]);
  });
});

describe('proofs', () => {
  it('are made for acts, documents and claims', async () => {
    const { id, vkey } = await withRecord(async (record) => {
      const put = await record.putDocument(Buffer.from('text'));
      await record.append([{ kind: 'acquired', by, body: { document: put.id } }]);
      await record.append([
        { kind: 'reviewed', by, body: { claim: { id: 'c-0123', quote: 'q' }, verdict: 'accepted' } },
      ]);
      return { id: put.id, vkey: parseVerifierKey(record.verifierKey) };
    });
    for (const [what, index] of [
      ['a-0', 0],
      [id, 1],
      ['c-0123', 2],
    ] as const) {
      const made = await proveLine(workspace, what);
      expect(made.index).toBe(index);
      expect(JSON.parse(verifyInclusionProofFile(made.proof, [vkey]).toString())).toMatchObject({
        v: 1,
        id: `a-${index}`,
      });
      expect(made.line).toContain(made.leaf);
    }
    for (const what of ['a-3', 'c-9', `sha256:${'0'.repeat(64)}`, 'nonsense'])
      await expect(proveLine(workspace, what)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('show that a later checkpoint continues an earlier one', async () => {
    await withRecord((record) => record.append(Array.from({ length: 299 }, (_, i) => found(i))));
    const old = readRecord(workspace).checkpoint()!;
    await withRecord((record) => record.append(Array.from({ length: 511 }, (_, i) => found(i))));
    const { path, checkpoint } = proveConsistency(workspace, old.size);
    expect(verifyConsistency(old.size, old.root, checkpoint.size, checkpoint.root, path)).toBe(true);
  });
});

describe('one who holds a checkpoint', () => {
  it('sees that the past was rewritten, or that acts were dropped', async () => {
    await withRecord((record) => record.append([found(1), found(2)]));
    const held = parseCheckpoint(readFileSync(join(workspace, 'record/log/checkpoint')));
    const keys = readdirSync(join(workspace, 'keys')).map(
      (name) => [name, readFileSync(join(workspace, 'keys', name))] as const,
    );
    rmSync(join(workspace, 'record'), { recursive: true });
    for (const [name, bytes] of keys) writeFileSync(join(workspace, 'keys', name), bytes);
    await withRecord((record) => record.append([found(1)]));
    expect((await verifyRecord(workspace)).whole).toBe(true);
    expect((await verifyRecord(workspace, { checkpoint: held })).faults).toMatchObject([
      { code: 'not-consistent', message: expect.stringMatching('dropped') },
    ]);
    await withRecord((record) => record.append([found(2)]));
    expect((await verifyRecord(workspace, { checkpoint: held })).faults).toMatchObject([
      { code: 'not-consistent', message: expect.stringMatching('rewritten') },
    ]);
  });
});

describe('an exported record', () => {
  it('is the same bytes each time, and comes in whole elsewhere', async () => {
    await withRecord(async (record) => {
      const { id } = await record.putDocument(Buffer.from('a document'));
      await record.append([
        { kind: 'acquired', by, body: { document: id } },
        ...Array.from({ length: 300 }, (_, i) => found(i)),
      ]);
      await record.checkpoint();
      await record.append([found(301)]);
      await exportRecord(workspace, join(folder, 'live.tar'));
    });
    await exportRecord(workspace, join(folder, 'a.tar'));
    await exportRecord(workspace, join(folder, 'b.tar'));
    expect(readFileSync(join(folder, 'a.tar')).equals(readFileSync(join(folder, 'b.tar')))).toBe(true);
    await expect(exportRecord(workspace, join(folder, 'a.tar'))).rejects.toMatchObject({ code: 'cannot-write' });
    for (const name of ['live', 'a']) {
      await importRecord(join(folder, `${name}.tar`), join(folder, name));
      expect(await actsOf(join(folder, name))).toEqual(await actsOf());
    }
    await expect(importRecord(join(folder, 'a.tar'), join(folder, 'a'))).rejects.toMatchObject({
      code: 'cannot-write',
    });
    await expect(openRecord(join(folder, 'a'), { command: 'test' })).rejects.toMatchObject({ code: 'key-missing' });
  });

  it('is not accepted with any byte changed, and then leaves nothing behind', async () => {
    await withRecord((record) => record.append([found(1)]));
    const file = join(folder, 'record.tar');
    await exportRecord(workspace, file);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 0x20;
      writeFileSync(file, changed);
      await expect(importRecord(file, join(folder, 'copy')), `byte ${at}`).rejects.toThrow();
    }
    writeFileSync(file, bytes.subarray(0, bytes.length - 512));
    await expect(importRecord(file, join(folder, 'copy'))).rejects.toMatchObject({ code: 'archive-refused' });
    expect(readdirSync(folder).sort()).toEqual(['record.tar', 'workspace']);
  });
});

describe.skipIf(process.getuid?.() === 0)('a folder that cannot be written', () => {
  it('is refused in words', async () => {
    chmodSync(folder, 0o500);
    await expect(openRecord(workspace, { command: 'test' })).rejects.toMatchObject({ code: 'cannot-write' });
    chmodSync(folder, 0o700);
  });
});
