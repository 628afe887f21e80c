import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRecord, importRecord } from './archive/archive.ts';
import { cosignedName, joinSignatures, newestCosigned, parseCosignedName } from './cosigned.ts';
import { generateSigningKey, loadSigningKey } from './keys/signing-key.ts';
import type { Actor } from './log/act.ts';
import { signCheckpoint } from './log/checkpoint.ts';
import { EMPTY_ROOT } from './log/merkle.ts';
import {
  formatNote,
  formatSignature,
  formatVerifierKey,
  KEY_TYPE,
  parseNote,
  parseVerifierKey,
  verifierKeyOf,
} from './log/note.ts';
import { type ActRecord, openRecord } from './record.ts';
import { layoutOf } from './storage/layout.ts';
import { verifyInclusionProofFile } from './verification/inclusion-proof-file.ts';
import { proveLine } from './verification/prove.ts';
import { verifyRecord } from './verification/verify-record.ts';

const by: Actor = { person: 'A. Analyst' };
let folder: string;
let workspace: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-cosigned-'));
  workspace = join(folder, 'workspace');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const found = (n: number) => ({ kind: 'found' as const, by, body: { n } });
const foundMany = (count: number) => Array.from({ length: count }, (_, n) => found(n));

async function withRecord<T>(work: (record: ActRecord) => Promise<T>, options = {}): Promise<T> {
  const record = await openRecord(workspace, { command: 'test', ...options });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

const witness = verifierKeyOf('w.example/w', Buffer.alloc(32, 7), KEY_TYPE.cosignature);
const line = (fill = 1) => formatSignature({ ...witness, signature: Buffer.alloc(72, fill) });
const checkpointPath = () => join(workspace, 'record/log/checkpoint');
const cosignedFolder = () => join(workspace, 'record/cosigned');

describe('partial tiles of earlier checkpoints', () => {
  it('stay until the full tile is there, so that an earlier checkpoint can still be walked', async () => {
    await withRecord((record) => record.append(foundMany(23)));
    await withRecord((record) => record.append(foundMany(4)));
    const partials = () => readdirSync(join(workspace, 'record/log/tile/entries/000.p')).map(Number);
    expect(partials()).toEqual(expect.arrayContaining([24, 28]));
    expect((await verifyRecord(workspace)).faults).toEqual([]);
    await withRecord((record) => record.append(foundMany(300)));
    expect(readdirSync(join(workspace, 'record/log/tile/entries')).sort()).toEqual(['000', '001.p']);
    expect((await verifyRecord(workspace)).faults).toEqual([]);
  });

  it('are checked like all others', async () => {
    await withRecord((record) => record.append(foundMany(23)));
    await withRecord((record) => record.append(foundMany(4)));
    const old = join(workspace, 'record/log/tile/0/000.p/24');
    const bytes = readFileSync(old);
    bytes[40]! ^= 1;
    writeFileSync(old, bytes);
    expect((await verifyRecord(workspace)).faults).toMatchObject([{ code: 'bad-tile' }]);
  });
});

describe('a checkpoint that others have cosigned', () => {
  it('is whole, and its lines are kept when the log moves on', async () => {
    await withRecord((record) => record.append(foundMany(2)));
    appendFileSync(checkpointPath(), line());
    expect((await verifyRecord(workspace)).faults).toEqual([]);
    await withRecord(async () => {});
    expect(readFileSync(checkpointPath(), 'utf8')).toContain(line());
    await withRecord((record) => record.append([found(3)]));
    expect(readFileSync(join(cosignedFolder(), '3'), 'utf8')).toContain(line());
    const verified = await verifyRecord(workspace);
    expect(verified.faults).toEqual([]);
    expect(verified.cosigned).toEqual([3]);
  });

  it('only gains lines, goes into proofs and comes along with an export', async () => {
    const vkey = await withRecord(async (record) => {
      await record.append(foundMany(2));
      await record.checkpoint();
      const note = parseNote(readFileSync(checkpointPath()));
      for (const fill of [1, 2, 1])
        await record.keepCosigned({
          ...note,
          signatures: [...note.signatures, { ...witness, signature: Buffer.alloc(72, fill) }],
        });
      await record.append([found(3)]);
      return parseVerifierKey(record.verifierKey);
    });
    const kept = newestCosigned(layoutOf(workspace))!;
    expect(kept.size).toBe(3);
    expect(kept.note.signatures).toHaveLength(3);
    const { proof } = await proveLine(workspace, 'a-1');
    expect(proof).toContain(line(2));
    expect(verifyInclusionProofFile(proof, [vkey]).length).toBeGreaterThan(0);
    expect((await proveLine(workspace, 'a-3')).proof).not.toContain(line(2));
    await exportRecord(workspace, join(folder, 'record.tar'));
    await importRecord(join(folder, 'record.tar'), join(folder, 'copy'));
    expect(formatNote(newestCosigned(layoutOf(join(folder, 'copy')))!.note)).toBe(formatNote(kept.note));
  });

  it('is no note of another record, nor of another root', async () => {
    await withRecord(async (record) => {
      await record.append(foundMany(2));
      await record.checkpoint();
      const stranger = generateSigningKey(null);
      const foreign = parseNote(signCheckpoint({ origin: stranger.key.name, size: 1, root: EMPTY_ROOT }, stranger));
      await expect(record.keepCosigned(foreign)).rejects.toMatchObject({ code: 'bad-format' });
      const own = loadSigningKey(layoutOf(workspace), parseVerifierKey(record.verifierKey));
      const forked = parseNote(signCheckpoint({ origin: record.origin, size: 2, root: EMPTY_ROOT }, own));
      await expect(record.keepCosigned(forked)).rejects.toMatchObject({ code: 'damaged' });
    });
  });

  it('convicts a log that has signed another root, and damage to it is told', async () => {
    const signer = await withRecord(async (record) => {
      await record.append(foundMany(2));
      await record.checkpoint();
      await record.keepCosigned(parseNote(readFileSync(checkpointPath())));
      return loadSigningKey(layoutOf(workspace), parseVerifierKey(record.verifierKey));
    });
    const path = join(cosignedFolder(), '3');
    const good = readFileSync(path);
    const faultsWith = async (bytes: Uint8Array | string, at = path) => {
      writeFileSync(at, bytes);
      const { faults } = await verifyRecord(workspace);
      if (at === path) writeFileSync(path, good);
      else rmSync(at);
      return faults.map(({ code }) => code);
    };
    expect(await faultsWith(good)).toEqual([]);
    expect(await faultsWith(signCheckpoint({ origin: signer.key.name, size: 3, root: EMPTY_ROOT }, signer))).toEqual([
      'forked',
    ]);
    expect(await faultsWith(signCheckpoint({ origin: signer.key.name, size: 9, root: EMPTY_ROOT }, signer))).toEqual([
      'bad-checkpoint',
    ]);
    expect(await faultsWith(good, join(cosignedFolder(), '9'))).toEqual(['bad-checkpoint']);
    expect(await faultsWith(good, join(cosignedFolder(), '03'))).toEqual(['unknown-file']);
    expect(await faultsWith('', join(cosignedFolder(), '2.1.tsr'))).toEqual(['unknown-file']);
    for (let at = 0; at < good.length; at += 3) {
      const changed = Buffer.from(good);
      changed[at]! ^= 0x04;
      expect(await faultsWith(changed), `byte ${at}`).not.toEqual([]);
    }
  });
});

describe('an imported record', () => {
  it('does not go on under its own name with a key that nobody vouches for', async () => {
    await withRecord((record) => record.append(foundMany(1)));
    await exportRecord(workspace, join(folder, 'record.tar'));
    workspace = join(folder, 'copy');
    await importRecord(join(folder, 'record.tar'), workspace);
    await expect(withRecord(async () => {}, { replaceLostKey: { by, reason: 'Gone on.' } })).rejects.toMatchObject({
      code: 'key-missing',
    });
  });
});

describe('names and keys', () => {
  it('of cosigned notes are read as they are written alone', () => {
    for (const name of [
      { kind: 'note', size: 0 },
      { kind: 'note', size: 28 },
      { kind: 'stamp', size: 28, number: 2 },
    ] as const)
      expect(parseCosignedName(cosignedName(name))).toEqual(name);
    for (const text of ['', '028', '28.', '28.0.tsr', '28.1', '28.1.tsr.1', 'x', '28.1.TSR', '-1'])
      expect(parseCosignedName(text)).toBeUndefined();
  });

  it('of all types of signed notes are read', () => {
    const spki = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' });
    for (const [type, material] of [
      [KEY_TYPE.ed25519, Buffer.alloc(32, 1)],
      [KEY_TYPE.ecdsa, spki],
      [KEY_TYPE.cosignature, Buffer.alloc(32, 1)],
      [KEY_TYPE.treeHead, spki],
      [KEY_TYPE.mlDsaCosignature, Buffer.alloc(1312, 1)],
    ] as const) {
      const key = verifierKeyOf('w.example/w', material, type);
      expect(parseVerifierKey(formatVerifierKey(key))).toEqual(key);
    }
    for (const [type, material] of [
      [KEY_TYPE.ed25519, Buffer.alloc(31)],
      [KEY_TYPE.ecdsa, Buffer.alloc(91)],
      [KEY_TYPE.mlDsaCosignature, Buffer.alloc(32)],
      [0x77, Buffer.alloc(32)],
    ] as const)
      expect(() => parseVerifierKey(formatVerifierKey(verifierKeyOf('w.example/w', material, type)))).toThrow();
  });

  it('join only over one text', () => {
    const [a, b] = ['a\n', 'b\n'].map((text) => ({ text, signatures: [] }));
    expect(() => joinSignatures(a!, b!)).toThrow();
  });
});
