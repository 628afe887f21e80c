import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordedPolicy } from '../../src/app/exchange/recorded-policy.ts';
import { addWitnessedLog, openWitness } from '../../src/app/exchange/witness.ts';
import { parseCosignRequest } from '../../src/exchange/witness/request.ts';
import { verifyConsistency } from '../../src/record/log/merkle.ts';
import { parseVerifierKey, signersOf } from '../../src/record/log/note.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { serveWitness } from '../../src/server/witness-server.ts';
import { panel } from '../cli/command.ts';
import { growRecord } from './sample-record.ts';

let folder: string;
let workspace: string;
const running: { stop(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-cosign-'));
  workspace = join(folder, 'workspace');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** Witnesses that are served here, and the policy that asks for 3 of 4 of them. */
async function fourWitnesses(logKey: string, serve: readonly boolean[] = [true, true, true, true]) {
  const names = ['w1', 'w2', 'w3', 'w4'];
  const lines = await Promise.all(
    names.map(async (name, n) => {
      const dir = join(folder, name);
      const { witness } = await addWitnessedLog({ dir, name: `${name}.example/w`, log: logKey });
      const serving = await serveWitness(openWitness(dir), { host: '127.0.0.1', port: 0, onError: () => undefined });
      if (serve[n]) running.push(serving);
      else await serving.stop();
      return `witness ${name} ${witness} ${serving.address}/\n`;
    }),
  );
  const policy = join(folder, 'policy');
  writeFileSync(policy, `log ${logKey}\n${lines.join('')}group g 3 ${names.join(' ')}\nquorum g\n`);
  return policy;
}

const cosign = (policy: string, ...more: string[]) =>
  panel('record', 'cosign', '--workspace', workspace, '--policy', policy, ...more);
const verify = (policy: string, ...more: string[]) =>
  panel('record', 'verify', '--workspace', workspace, '--policy', policy, ...more);
const actsOf = async () => {
  const acts = [];
  for await (const act of readRecord(workspace).acts()) acts.push(act);
  return acts;
};

describe('panel record cosign', () => {
  it('asks all witnesses, keeps what came, and goes on from there', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 23));
    const before = await verify(policy);
    expect(before.code).toBe(1);
    expect(before.out).toContain('QUORUM NOT REACHED: 0 of 4, needs 3');
    const first = await cosign(policy);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^Cosigned at 25 acts by 4 of 4: w1 \d{4}-\d\d-\d\d \d\d:\d\d, w2/);
    // The policy is an act of its own, once.
    expect(recordedPolicy(await actsOf())).toBe(readFileSync(policy, 'utf8'));
    expect((await verify(policy)).out).toMatch(/Cosigned at 25 acts by 4 of 4: .*; no act since/);
    await growRecord(workspace, 3);
    const after = await verify(policy);
    expect(after.code).toBe(0);
    expect(after.out).toMatch(/Cosigned at 25 acts by 4 of 4: .*; 3 acts since/);
    const { out } = await cosign(policy, '--json');
    expect(JSON.parse(out)).toMatchObject({ size: 28, quorum: true, needs: 3, missing: [], messages: [] });
    expect(JSON.parse((await verify(policy, '--json')).out).cosignatures).toMatchObject({
      holds: true,
      state: 'holds',
      size: 28,
      since: 0,
    });
    // Again at the same size: the lines of both times are kept.
    expect((await cosign(policy)).code).toBe(0);
    expect(readdirSync(join(workspace, 'record/cosigned')).sort()).toEqual(['25', '28']);
    expect((await panel('record', 'prove', 'a-3', '--workspace', workspace)).out).toContain('\u2014 w4.example/w ');
  });

  it('names who is missing below the quorum, and exits 1', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5), [true, true, false, false]);
    const { code, err } = await cosign(policy, '--timeout', '3');
    expect(code).toBe(1);
    expect(err).toMatch(/^QUORUM NOT REACHED: 2 of 4, needs 3; no answer: w3 .*; no answer: w4/m);
    const { out } = await verify(policy);
    expect(out).toContain('QUORUM NOT REACHED: 2 of 4, needs 3');
  });

  it('passes one silent witness, and tells of a refusal', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5), [true, true, true, false]);
    expect((await cosign(policy)).code).toBe(0);
    const stranger = join(folder, 'stranger');
    await growRecord(stranger, 1);
    const elsewhere = await panel('record', 'cosign', '--workspace', stranger, '--policy', policy);
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.err).toContain('does not name this log');
  });

  it('tells a workspace that was restored from a backup', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5));
    expect((await cosign(policy)).code).toBe(0);
    cpSync(workspace, join(folder, 'backup'), { recursive: true });
    await growRecord(workspace, 2);
    expect((await cosign(policy)).code).toBe(0);
    rmSync(workspace, { recursive: true });
    cpSync(join(folder, 'backup'), workspace, { recursive: true });
    const { code, err } = await cosign(policy);
    expect(code).toBe(1);
    expect(err).toContain(
      'REFUSED BY w1: it holds 9 acts of this log, here are 7. Was this workspace restored from a backup?',
    );
    // And one that went on from the backup as if nothing had been.
    await growRecord(workspace, 2);
    const forked = await cosign(policy);
    expect(forked.code).toBe(1);
    expect(forked.err).toContain('refused (422): w1');
    expect((await panel('witness', 'status', '--dir', join(folder, 'w1'))).out).toContain('SPLIT VIEW');
  });

  it('tells of one witness that knows the log otherwise, though enough others have cosigned', async () => {
    const key = await growRecord(workspace, 5);
    const policy = await fourWitnesses(key);
    cpSync(workspace, join(folder, 'backup'), { recursive: true });
    // A second history, which the fourth alone has seen.
    await growRecord(workspace, 4);
    const text = readFileSync(policy, 'utf8');
    const alone = join(folder, 'alone');
    writeFileSync(
      alone,
      `${text
        .split('\n')
        .filter((line) => /^(?:log|witness w4)/.test(line))
        .join('\n')}\nquorum w4\n`,
    );
    expect((await cosign(alone)).code).toBe(0);
    const forked = join(workspace, 'record/cosigned/11');
    const note = readFileSync(forked, 'utf8');
    rmSync(workspace, { recursive: true });
    cpSync(join(folder, 'backup'), workspace, { recursive: true });
    await growRecord(workspace, 4);
    const { code, out, err } = await cosign(policy);
    expect(code).toBe(0);
    expect(out).toMatch(/^Cosigned at 11 acts by 3 of 4: w1 .*, w3 [\d: -]+$/m);
    expect(err).toMatch(/^REFUSED BY w4: by its word the 11 acts here do not continue what it has cosigned/m);
    expect(err).toMatch(/^Enough; missing: refused \(422\): w4 /m);
    // What was cosigned of the other history counts for nothing here, wherever its note comes from.
    writeFileSync(forked, note);
    const forgot = await verify(policy);
    expect(forgot.code).toBe(1);
    expect(forgot.out).toContain(
      'NOT THIS RECORD: the note kept over 11 acts does not count: the record no longer has',
    );
    expect(forgot.out).toContain('QUORUM NOT REACHED: 0 of 4, needs 3');
  });

  it('writes no request over a file that is none', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5), [false, false, false, false]);
    const requests = join(folder, 'requests');
    expect((await cosign(policy, '--request', requests)).err).toMatch(/to be asked by file: w1, w2, w3, w4$/m);
    expect((await cosign(policy, '--request', requests)).code).toBe(1);
    writeFileSync(join(requests, 'w3'), 'notes of mine\n');
    expect((await cosign(policy, '--request', requests)).err).toContain('no earlier request');
    expect(readFileSync(join(requests, 'w3'), 'utf8')).toBe('notes of mine\n');
  });

  it('works by files, without a network', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5), [false, false, false, false]);
    const requests = join(folder, 'requests');
    const asked = await cosign(policy, '--request', requests);
    expect(asked.code).toBe(1);
    expect(readdirSync(requests).sort()).toEqual(['w1', 'w2', 'w3', 'w4']);
    // Work goes on while the stick travels.
    await growRecord(workspace, 2);
    for (const [at, name] of ['w2', 'w3', 'w4'].entries()) {
      const signed = await panel('witness', 'sign', '--dir', join(folder, name), join(requests, name));
      expect(signed.code).toBe(0);
      const lines = join(folder, `${name}.lines`);
      writeFileSync(lines, `${signed.out}\u2014 x.example/w ${Buffer.alloc(76, 3).toString('base64')}\n`);
      const added = await cosign(policy, '--add', lines);
      expect(added.code).toBe(at === 2 ? 0 : 1);
      expect(added.err).toContain('UNKNOWN WITNESS: x.example/w is not in the policy (ignored)');
    }
    expect((await verify(policy)).out).toMatch(/Cosigned at 7 acts by 3 of 4: .*; 2 acts since/);
    // Lines of two sizes in one file are kept each with its note, and one that fits none is told.
    expect((await cosign(policy, '--request', requests)).code).toBe(1);
    const later = await panel('witness', 'sign', '--dir', join(folder, 'w2'), join(requests, 'w2'));
    const both = join(folder, 'both.lines');
    const strayed = (await panel('witness', 'sign', '--dir', join(folder, 'w3'), join(requests, 'w3'))).out;
    const bytes = Buffer.from(strayed.split(' ')[2] ?? '', 'base64');
    bytes[20]! ^= 1;
    const changed = `\u2014 w3.example/w ${bytes.toString('base64')}\n`;
    writeFileSync(both, `${readFileSync(join(folder, 'w4.lines'), 'utf8')}${later.out}${changed}`);
    const mixed = await cosign(policy, '--add', both, '--json');
    expect(JSON.parse(mixed.out)).toMatchObject({ size: 9, cosigned: [{ name: 'w2' }] });
    expect(JSON.parse(mixed.out).messages).toContain(
      'NOT KEPT: a line of w3.example/w is over no note that is kept here',
    );
    writeFileSync(join(folder, 'junk'), 'nothing\n');
    expect((await cosign(policy, '--add', join(folder, 'junk'))).code).toBe(1);
  });
});

describe('panel record prove --from', () => {
  it('shows that the record continues an earlier one, as a witness takes it', async () => {
    const key = parseVerifierKey(await growRecord(workspace, 23));
    const old = readRecord(workspace).checkpoint();
    await growRecord(workspace, 300);
    const proved = await panel('record', 'prove', '--from', '24', '--workspace', workspace);
    expect(proved.code).toBe(0);
    const { old: from, proof, checkpoint } = parseCosignRequest(Buffer.from(proved.out));
    expect({ from, size: checkpoint.size }).toEqual({ from: 24, size: 324 });
    expect(signersOf(checkpoint.note, [key])).toHaveLength(1);
    expect(verifyConsistency(24, old?.root ?? Buffer.alloc(0), 324, checkpoint.root, proof)).toBe(true);
    const both = await panel('record', 'prove', '--from', '24', '--to', '324', '--json', '--workspace', workspace);
    expect(JSON.parse(both.out)).toMatchObject({
      fromRoot: old?.root.toString('base64'),
      hashes: { length: proof.length },
    });
    for (const wrong of [['--from', '24', '--to', '100'], ['--from', '400'], [], ['a-1', '--from', '3']])
      expect((await panel('record', 'prove', ...wrong, '--workspace', workspace)).code).toBe(2);
  });
});

describe('panel record verify --policy', () => {
  it('says what is stale, and what it was not asked', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5));
    await cosign(policy);
    expect((await verify(policy, '--max-age', '30d')).code).toBe(0);
    expect((await panel('record', 'verify', '--workspace', workspace)).out).toContain('--policy FILE judges by whom');
    expect((await panel('record', 'verify', '--workspace', workspace, '--max-age', '30d')).code).toBe(2);
    expect((await verify(policy, '--max-age', 'long')).code).toBe(2);
  });

  it('is not taken in by a changed cosignature', async () => {
    const policy = await fourWitnesses(await growRecord(workspace, 5));
    await cosign(policy);
    const path = join(workspace, 'record/cosigned/7');
    const note = readFileSync(path, 'utf8');
    const line = note.split('\n').findIndex((one) => one.startsWith('\u2014 w2'));
    const lines = note.split('\n');
    const base64 = lines[line]?.split(' ')[2] ?? '';
    const bytes = Buffer.from(base64, 'base64');
    for (const at of [4, 11, 12, 40, 75]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      writeFileSync(path, note.replace(base64, changed.toString('base64')));
      const { code, out } = await verify(policy);
      expect({ at, code }).toEqual({ at, code: 1 });
      expect(out).toContain('FALSE COSIGNATURE at 7 acts');
    }
  });
});
