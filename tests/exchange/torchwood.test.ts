import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWitnessedLog, openWitness } from '../../src/app/exchange/witness.ts';
import { serveWitness } from '../../src/server/witness-server.ts';
import { panel } from '../cli/command.ts';
import { isFullCount } from '../full-count.ts';
import { buildTorchwood, startLitewitness } from './litewitness.ts';
import { growRecord } from './sample-record.ts';

const torchwood = isFullCount ? buildTorchwood() : undefined;
if (isFullCount && torchwood === undefined)
  process.stderr.write('skipped: torchwood wants go, sqlite3, ssh-agent and the Go module proxy\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-torchwood-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(torchwood === undefined)('a witness and a verifier that nobody here wrote', () => {
  it('cosign our checkpoint and a longer one, and take our publication, proofs and cosignatures', async () => {
    if (torchwood === undefined) return;
    const at = (name: string) => join(folder, name);
    const workspace = at('workspace');
    const vkey = await growRecord(workspace, 21);
    const lite = await startLitewitness(torchwood, at('lite'), vkey);
    const { witness } = await addWitnessedLog({ dir: at('own'), name: 'own.example/w', log: vkey });
    const own = await serveWitness(openWitness(at('own')), { host: '127.0.0.1', port: 0, onError: () => undefined });
    try {
      const policy = at('policy');
      writeFileSync(
        policy,
        `log ${vkey}\nwitness lite ${lite.vkey} ${lite.address}\nwitness own ${witness} ${own.address}\ngroup g all lite own\nquorum g\n`,
      );
      const cosign = () => panel('record', 'cosign', '--workspace', workspace, '--policy', policy, '--json');
      expect(JSON.parse((await cosign()).out)).toMatchObject({ quorum: true, size: 23 });
      await panel('record', 'publish', at('published'), '--workspace', workspace);
      cpSync(join(at('published'), 'checkpoint'), at('old-checkpoint'));
      cpSync(workspace, at('fork'), { recursive: true });
      await growRecord(workspace, 300);
      // What is published may be walked at its own size although the log has grown since.
      const prove = async (id: string) => {
        const { proof, leaf } = JSON.parse(
          (await panel('record', 'prove', id, '--json', '--workspace', workspace)).out,
        );
        writeFileSync(at(`${id}.leaf`), leaf);
        writeFileSync(at(`${id}.proof`), proof);
        return [at(`${id}.leaf`), at(`${id}.proof`)];
      };
      const check = async (published: string, ...ids: string[]) => {
        const proofs: string[] = [];
        for (const id of ids) proofs.push(...(await prove(id)));
        return spawnSync(torchwood.verifier, [policy, published, ...proofs], { encoding: 'utf8' });
      };
      expect(await check(at('published'), 'a-0', 'a-7')).toMatchObject({ status: 0, stdout: '23 2\n' });
      expect(JSON.parse((await cosign()).out)).toMatchObject({ quorum: true, size: 323, missing: [] });
      expect(JSON.parse((await cosign()).out)).toMatchObject({ quorum: true, size: 323, missing: [] });
      await panel('record', 'publish', at('published'), '--workspace', workspace);
      expect(await check(at('published'), 'a-0', 'a-7', 'a-300')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^323 /),
      });
      // The record's own folder is a tiled log too, and the earlier note still walks in it (C2SP: partial tiles stay).
      cpSync(join(workspace, 'record/log'), at('log'), { recursive: true });
      cpSync(join(workspace, 'record/cosigned/323'), join(at('log'), 'checkpoint'));
      expect(await check(at('log'))).toMatchObject({ status: 0 });
      const changed = readFileSync(at('a-7.proof'), 'utf8').replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`);
      writeFileSync(at('a-7.proof'), changed);
      const refused = spawnSync(torchwood.verifier, [policy, at('published'), at('a-7.leaf'), at('a-7.proof')]);
      expect(refused.status).toBe(1);
      // A second history is refused by the foreign witness as by ours.
      await growRecord(at('fork'), 300);
      const forked = await panel('record', 'cosign', '--workspace', at('fork'), '--policy', policy, '--json');
      expect(forked.code).toBe(1);
      const { missing } = JSON.parse(forked.out);
      expect(missing.map(({ name, status }: { name: string; status: number }) => `${name} ${status}`)).toEqual([
        'lite 422',
        'own 422',
      ]);
    } finally {
      await own.stop();
      await lite.stop();
    }
  });
});
