import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addWitnessedLog, openWitness, type WitnessService, witnessStatus } from '../../src/app/exchange/witness.ts';
import { sha256Hex } from '../../src/core/hash.ts';
import { cosignaturesOn } from '../../src/exchange/cosignature/cosignature.ts';
import { formatCosignRequest } from '../../src/exchange/witness/request.ts';
import { endorsementText } from '../../src/record/keys/key-history.ts';
import { generateSigningKey } from '../../src/record/keys/signing-key.ts';
import { parseCheckpoint, signCheckpoint } from '../../src/record/log/checkpoint.ts';
import { EMPTY_ROOT } from '../../src/record/log/merkle.ts';
import { formatVerifierKey, parseVerifierKey } from '../../src/record/log/note.ts';
import { encodeBase64 } from '../../src/record/storage/base64.ts';
import { serveWitness } from '../../src/server/witness-server.ts';
import { panel } from '../cli/command.ts';
import { isFullCount } from '../full-count.ts';
import { sampleLog } from './sample-log.ts';
import { startWitness } from './witness-process.ts';

const signer = generateSigningKey(null);
const log = sampleLog({ fork: 24, signer });

let folder: string;
let dir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-witness-'));
  dir = join(folder, 'w');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const watch = (vkey = log.vkey) => addWitnessedLog({ dir, name: 'w.example/w', log: vkey });

async function withServer<T>(work: (ask: Ask, address: string) => Promise<T>): Promise<T> {
  const errors: unknown[] = [];
  const serving = await serveWitness(openWitness(dir), {
    host: '127.0.0.1',
    port: 0,
    onError: (error) => errors.push(error),
  });
  try {
    const answer = await work(async (body, init) => {
      const response = await fetch(`${serving.address}/add-checkpoint`, { method: 'POST', body, ...init });
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    }, serving.address);
    expect(errors).toEqual([]);
    return answer;
  } finally {
    await serving.stop();
  }
}
type Ask = (
  body: string | Uint8Array,
  init?: RequestInit,
) => Promise<{ status: number; type: string | null; text: string }>;

describe('panel witness serve', () => {
  it('answers as C2SP tlog-witness has it', async () => {
    await watch();
    await withServer(async (ask, address) => {
      const statusOf = async (body: string) => (await ask(body)).status;
      const monitored = `${address}/${sha256Hex(log.origin)}/checkpoint`;
      expect((await fetch(monitored)).status).toBe(404);
      // Before the first: 409 with 0 for what was never cosigned, no proof from the empty tree.
      expect(await ask(log.request(5, 24))).toMatchObject({ status: 409, type: 'text/x.tlog.size', text: '0\n' });
      expect(await statusOf(formatCosignRequest(0, [EMPTY_ROOT], log.note(24)))).toBe(422);
      expect(
        await statusOf(
          formatCosignRequest(0, [], signCheckpoint({ origin: log.origin, size: 0, root: Buffer.alloc(32) }, signer)),
        ),
      ).toBe(422);
      const empty = await ask(
        formatCosignRequest(0, [], signCheckpoint({ origin: log.origin, size: 0, root: EMPTY_ROOT }, signer)),
      );
      expect(empty.status).toBe(200);
      const first = await ask(log.request(0, 24));
      expect(first.status).toBe(200);
      const key = parseVerifierKey(witnessStatus({ dir }).witness);
      const [cosignature] = cosignaturesOn(parseCheckpoint(log.note(24) + first.text), [key]);
      expect(Math.abs((cosignature?.time ?? 0) - Date.now() / 1000)).toBeLessThan(60);
      expect(await (await fetch(monitored)).text()).toBe(log.note(24) + first.text);
      // Repeats, forks, shrinking, growing.
      expect(await ask(log.request(0, 24))).toMatchObject({ status: 409, text: '24\n' });
      expect(await statusOf(log.request(24, 24))).toBe(200);
      expect(await statusOf(formatCosignRequest(24, [], sampleLog({ fork: 3, signer }).note(24, 1)))).toBe(422);
      expect(await statusOf(formatCosignRequest(24, [], log.note(20)))).toBe(400);
      expect(await statusOf(log.request(20, 20))).toBe(409);
      expect(await statusOf(formatCosignRequest(24, log.proof(24, 28).slice(1), log.note(28)))).toBe(422);
      expect(await statusOf(formatCosignRequest(24, [], log.note(28)))).toBe(422);
      expect(await statusOf(log.request(24, 28))).toBe(200);
      expect(await ask(log.request(24, 300))).toMatchObject({ status: 409, text: '28\n' });
      expect(await statusOf(log.request(28, 300))).toBe(200);
      // Strangers.
      expect(await statusOf(sampleLog().request(0, 3))).toBe(404);
      const impostor = generateSigningKey(log.origin);
      expect(await statusOf(sampleLog({ signer: impostor }).request(300, 301))).toBe(403);
      expect(await statusOf(log.request(300, 301).replace('\n301\n', '\n302\n'))).toBe(403);
      // Further lines of strangers are passed over.
      expect(await statusOf(`${log.request(300, 301)}\u2014 x.example/w ${encodeBase64(Buffer.alloc(76, 5))}\n`)).toBe(
        200,
      );
      // Other addresses and methods.
      expect((await fetch(`${address}/add-checkpoint`)).status).toBe(405);
      expect((await fetch(monitored, { method: 'POST' })).status).toBe(405);
      expect((await fetch(`${address}/`)).status).toBe(404);
      expect((await fetch(`${address}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
      expect((await ask(Buffer.alloc(70_000, 65))).status).toBe(413);
    });
  });

  const good = log.request(24, 28);
  it.each([
    ['nothing', ''],
    ['no empty line', good.replaceAll('\n\n', '\n')],
    ['a leading zero', good.replace('old 24', 'old 024')],
    ['a sign', good.replace('old 24', 'old +24')],
    ['two blanks', good.replace('old 24', 'old  24')],
    ['no size', good.replace('old 24', 'old ')],
    ['another word', good.replace('old', 'Old')],
    ['a size that no tree has', good.replace('old 24', `old ${2n ** 60n}`)],
    ['a carriage return', good.replace('old 24\n', 'old 24\r\n')],
    ['a proof line cut short', good.replace(/\n(.{40})...=\n/, '\n$1\n')],
    ['a proof line in another alphabet', good.replace(/\n.{43}=\n/, `\n${'_'.repeat(43)}=\n`)],
    ['unused bits in a proof line', good.replace(/\n(.{42}).=\n/, '\n$1B=\n')],
    [
      '64 proof lines',
      formatCosignRequest(
        24,
        Array.from({ length: 64 }, () => EMPTY_ROOT),
        log.note(28),
      ),
    ],
    ['an empty line too many', good.replace('\n\n', '\n\n\n')],
    ['no signature', good.slice(0, good.lastIndexOf('\u2014'))],
    ['no newline at the end', good.slice(0, -1)],
    ['a size with a leading zero', good.replace('\n28\n', '\n028\n')],
    ['a root cut short', good.replace(/\n28\n.*\n/, '\n28\nAAAA\n')],
    ['a hyphen for a dash', good.replace('\u2014', '-')],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(good), Buffer.from([0xff])])],
  ])('answers 400 to a request with %s', async (_, body) => {
    await watch();
    await withServer(async (ask) => {
      await ask(log.request(0, 24));
      expect((await ask(body)).status).toBe(400);
      expect(witnessStatus({ dir }).logs[0]?.size).toBe(24);
    });
  });

  it('cosigns nothing in which a byte was changed', async () => {
    await watch();
    await withServer(async (ask) => {
      await ask(log.request(0, 24));
      const bytes = Buffer.from(good);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
          const changed = Buffer.from(bytes);
          changed[at]! ^= change;
          expect((await ask(changed)).status).not.toBe(200);
        }),
        { numRuns: isFullCount ? 5000 : 150 },
      );
      expect((await ask(good)).status).toBe(200);
    });
  });

  it('keeps one line of history of twenty who ask at once', async () => {
    await watch();
    await withServer(async (ask) => {
      await ask(log.request(0, 24));
      const asked = Array.from({ length: 20 }, (_, n) => ({ size: 25 + (n % 5), history: n % 2 }));
      const answers = await Promise.all(asked.map(({ size, history }) => ask(log.request(24, size, history))));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status } of answers) expect([200, 409]).toContain(status);
    });
    const [state] = witnessStatus({ dir }).logs;
    expect(state?.size).toBeGreaterThan(24);
  });

  it('shows both notes of a log that has signed two trees of one size', async () => {
    await watch();
    await withServer(async (ask) => {
      await ask(log.request(0, 30));
      for (let n = 0; n < 3; n++) expect((await ask(log.request(30, 30, 1))).status).toBe(422);
      expect((await ask(log.request(24, 30, 2))).status).toBe(409);
    });
    const [state] = witnessStatus({ dir }).logs;
    expect(state?.forks).toHaveLength(2);
    for (const { cosigned, other } of state?.forks ?? [])
      expect(parseCheckpoint(cosigned).root.equals(parseCheckpoint(other).root)).toBe(false);
    const { out } = await panel('witness', 'status', '--dir', dir);
    expect(out).toContain('SPLIT VIEW');
  });

  it('never cosigns two trees of one size, however often it is killed', async () => {
    await watch();
    await openWitness(dir).addCheckpoint(Buffer.from(log.request(0, 23)));
    const roots = new Map<number, string>();
    let [acknowledged, kills] = [0, 0];
    const rounds = isFullCount ? 200 : 4;
    for (let round = 0; round < rounds; round++) {
      const witness = await startWitness(dir);
      const key = parseVerifierKey(witness.vkey);
      const ask = async (history: number): Promise<void> => {
        for (let n = 0; n < 40; n++) {
          const { size: old = 0 } = witnessStatus({ dir }).logs[0] ?? {};
          const note = log.note(old + 1, history);
          const response = await fetch(`${witness.address}/add-checkpoint`, {
            method: 'POST',
            body: log.request(old, old + 1, history),
          });
          if (response.status !== 200) continue;
          const checkpoint = parseCheckpoint(note + (await response.text()));
          expect(cosignaturesOn(checkpoint, [key])).toHaveLength(1);
          const root = encodeBase64(checkpoint.root);
          expect(roots.get(checkpoint.size) ?? root).toBe(root);
          roots.set(checkpoint.size, root);
          acknowledged++;
        }
      };
      // Two histories part at leaf 24, so that from there on one of them must always be refused.
      const asking = Promise.allSettled([0, 1, 0, 1].map(ask));
      await new Promise((resolve) => setTimeout(resolve, 60 + ((round * 37) % 290)));
      await witness.kill();
      kills++;
      for (const outcome of await asking)
        if (outcome.status === 'rejected')
          expect(String(outcome.reason)).toMatch(/fetch failed|terminated|other side closed/);
      // What was acknowledged is still known.
      expect(witnessStatus({ dir }).logs[0]?.size ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...roots.keys()));
    }
    expect(kills).toBe(rounds);
    // How many are answered between two kills hangs on the machine.
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('does not answer without its memory', async () => {
    await watch();
    let service: WitnessService = openWitness(dir);
    expect((await service.addCheckpoint(Buffer.from(log.request(0, 24)))).status).toBe(200);
    const [name] = readdirSync(join(dir, 'logs'));
    const path = join(dir, 'logs', name ?? '');
    const state = readFileSync(path);
    for (let at = 0; at < state.length; at += 17) {
      const changed = Buffer.from(state);
      changed[at]! ^= 0x01;
      writeFileSync(path, changed);
      service = openWitness(dir);
      await expect(service.addCheckpoint(Buffer.from(log.request(24, 25))), `byte ${at}`).rejects.toMatchObject({
        code: 'bad-witness-state',
      });
    }
  });
});

describe('panel witness', () => {
  it('is added, signs from a file and tells its status', async () => {
    const added = await panel('witness', 'add', '--dir', dir, '--name', 'w.example/w', '--log', log.vkey, '--json');
    expect(added).toMatchObject({ code: 0, err: '' });
    const { witness, origin } = JSON.parse(added.out);
    expect(parseVerifierKey(witness).name).toBe('w.example/w');
    expect(origin).toBe(log.origin);
    const request = join(folder, 'request');
    writeFileSync(request, log.request(0, 24));
    const signed = await panel('witness', 'sign', '--dir', dir, request);
    expect(signed.code).toBe(0);
    expect(cosignaturesOn(parseCheckpoint(log.note(24) + signed.out), [parseVerifierKey(witness)])).toHaveLength(1);
    const again = await panel('witness', 'sign', '--dir', dir, request);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('24 acts');
    const status = JSON.parse((await panel('witness', 'status', '--dir', dir, '--json')).out);
    expect(status).toMatchObject({ witness, logs: [{ origin, size: 24, forks: [] }] });
    expect((await panel('witness', 'status', '--dir', join(folder, 'none'))).code).toBe(1);
    expect((await panel('witness', 'add', '--dir', dir, '--name', 'other.example/w', '--log', log.vkey)).code).toBe(2);
    expect((await panel('witness', 'add', '--dir', join(folder, 'x'), '--log', log.vkey)).code).toBe(2);
  });

  it('takes another key of a known log only when the one before vouches for it', async () => {
    await watch();
    const next = generateSigningKey(log.origin);
    const vkey = formatVerifierKey(next.key);
    expect((await panel('witness', 'add', '--dir', dir, '--log', vkey)).err).toContain('--endorsement');
    const { sign } = await import('node:crypto');
    const endorse = (by: typeof signer) =>
      encodeBase64(sign(null, Buffer.from(endorsementText(signer.key, next.key)), by.privateKey));
    expect((await panel('witness', 'add', '--dir', dir, '--log', vkey, '--endorsement', endorse(next))).code).toBe(1);
    expect((await panel('witness', 'add', '--dir', dir, '--log', vkey, '--endorsement', endorse(signer))).code).toBe(0);
    const service = openWitness(dir);
    expect((await service.addCheckpoint(Buffer.from(log.request(0, 3)))).status).toBe(403);
    expect((await service.addCheckpoint(Buffer.from(sampleLog({ signer: next }).request(0, 3)))).status).toBe(200);
    expect((await panel('witness', 'add', '--dir', dir, '--log', log.vkey)).err).toContain('has ended');
  });

  it('says who can block a policy and who could split it', async () => {
    const vkeys = await Promise.all(
      ['a', 'b', 'c', 'd'].map(
        async (name) =>
          (await addWitnessedLog({ dir: join(folder, name), name: `${name}.example/w`, log: log.vkey })).witness,
      ),
    );
    const policy = join(folder, 'policy');
    writeFileSync(
      policy,
      `log ${log.vkey}\n${vkeys.map((vkey, n) => `witness w${n} ${vkey}\n`).join('')}group g 3 w0 w1 w2 w3\nquorum g\n`,
    );
    const { code, out, err } = await panel('witness', 'quorum', policy);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Any 3 of these 4 are enough');
    expect(out).toContain('No one can block it alone: 2 must refuse');
    expect(out).toContain('2 witnesses and the keeper of the log would have to collude');
    expect(JSON.parse((await panel('witness', 'quorum', policy, '--json')).out).splitting).toHaveLength(6);
    expect((await panel('witness', 'quorum', join(folder, 'none'))).code).toBe(1);
  });
});
