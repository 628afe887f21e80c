import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addWitnessedLog, signFromFile } from '../../src/app/exchange/witness.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { panel } from '../cli/command.ts';
import { isFullCount } from '../full-count.ts';
import { growRecord } from './sample-record.ts';

let folder: string;
let ours: string;
let theirs: string;
let published: string;
let servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-follow-'));
  [ours, theirs, published] = ['ours', 'theirs', 'published'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  servers = [];
  rmSync(folder, { recursive: true, force: true });
});

const publish = (...more: string[]) => panel('record', 'publish', published, '--workspace', theirs, ...more);
const follow = (...more: string[]) =>
  panel('record', 'follow', published, '--workspace', ours, '--name', 'Theirs', ...more);
const lastAct = async () => {
  const acts = [];
  for await (const act of readRecord(ours).acts()) acts.push(act);
  return acts.at(-1);
};

describe('a published record', () => {
  it('is followed from look to look, each of which is an act', async () => {
    const key = await growRecord(theirs, 20);
    await growRecord(ours, 1);
    expect((await publish()).out).toMatch(/21 acts|22 acts/);
    expect((await follow()).code).toBe(2);
    const first = await follow('--key', key);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('seen for the first time');
    await growRecord(theirs, 700);
    await publish();
    expect((await follow()).out).toContain('700 more than on');
    expect(await lastAct()).toMatchObject({ kind: 'followed', body: { name: 'Theirs', state: 'good', size: 721 } });
    expect((await panel('record', 'verify', '--workspace', ours)).code).toBe(0);
  });

  it('shows hashes only, leaves, or everything, as its keeper says', async () => {
    await growRecord(theirs, 300);
    const list = () => readdirSync(published, { recursive: true }).map(String);
    const before = process.umask(0o077);
    await publish('--hashes-only').finally(() => process.umask(before));
    // A web server under another account must be able to hand it out.
    const modes = list()
      .map((name) => statSync(join(published, name)))
      .map((one) => `${one.isFile() ? 'file' : 'folder'} ${(one.mode & 0o777).toString(8)}`);
    expect(new Set(modes)).toEqual(new Set(['file 644', 'folder 755']));
    expect(list().some((path) => path.startsWith('tile/entries'))).toBe(false);
    await publish();
    expect(list()).toContain('tile/entries/000');
    expect(list()).not.toContain('record');
    await publish('--with', 'record');
    expect(readFileSync(join(published, 'record/acts/000000.jsonl'), 'utf8').split('\n')).toHaveLength(302);
    expect((await publish('--with', 'record', '--hashes-only')).code).toBe(2);
  });

  it('is not replaced by an older or another one', async () => {
    await growRecord(theirs, 20);
    cpSync(theirs, join(folder, 'backup'), { recursive: true });
    await growRecord(theirs, 5);
    await publish();
    rmSync(theirs, { recursive: true });
    cpSync(join(folder, 'backup'), theirs, { recursive: true });
    expect((await publish()).err).toContain('restored from a backup');
    await growRecord(theirs, 9);
    expect((await publish()).err).toContain('two histories');
    rmSync(theirs, { recursive: true });
    await growRecord(theirs, 9);
    expect((await publish()).err).toContain('another log');
  });

  it('is told as rolled back, split, not theirs, damaged or gone; and the last good state stays', async () => {
    const key = await growRecord(theirs, 20);
    await growRecord(ours, 1);
    await publish();
    cpSync(published, join(folder, 'old'), { recursive: true });
    cpSync(theirs, join(folder, 'fork'), { recursive: true });
    await growRecord(theirs, 9);
    await publish();
    expect((await follow('--key', key)).code).toBe(0);
    const swap = (from: string) => {
      rmSync(published, { recursive: true, force: true });
      cpSync(from, published, { recursive: true });
    };
    cpSync(published, join(folder, 'good'), { recursive: true });
    const told = async () => {
      const { code, err } = await follow();
      expect(code).toBe(1);
      return err;
    };
    swap(join(folder, 'old'));
    expect(await told()).toMatch(/^ROLLBACK: 21 acts here, 30 seen on \d{4}/m);
    // A second history from the same key, longer and of the same length.
    await growRecord(join(folder, 'fork'), 9);
    rmSync(published, { recursive: true });
    await panel('record', 'publish', published, '--workspace', join(folder, 'fork'));
    expect(await told()).toMatch(
      /^SPLIT VIEW: at 30 acts you hold root .* seen .*, here root .* signed by the same key; both are kept in a-\d+ and a-\d+/m,
    );
    await growRecord(join(folder, 'fork'), 300);
    await panel('record', 'publish', published, '--workspace', join(folder, 'fork'));
    expect(await told()).toMatch(/^SPLIT VIEW: the 330 acts here do not continue the 30 seen/m);
    await growRecord(join(folder, 'stranger'), 40);
    rmSync(published, { recursive: true });
    await panel('record', 'publish', published, '--workspace', join(folder, 'stranger'));
    expect(await told()).toMatch(/^NOT THE LOG: it is the log standing-panel\//m);
    rmSync(published, { recursive: true });
    expect(await told()).toMatch(/^NO ANSWER: no checkpoint is published there; last seen/m);
    swap(join(folder, 'good'));
    rmSync(join(published, 'tile/0/000.p/30'));
    expect(await told()).toMatch(/^DAMAGED: missing or cut short: tile\/0\/000\.p\/30/m);
    swap(join(folder, 'good'));
    expect((await follow()).code).toBe(0);
  });

  it('is refused and named with any byte of note, tile or leaves changed', async () => {
    const key = await growRecord(theirs, 320);
    await growRecord(ours, 1);
    await publish();
    const files = [
      ...['checkpoint', 'tile/0/000', 'tile/0/001.p/65', 'tile/1/000.p/1'],
      ...['tile/entries/000', 'tile/entries/001.p/65'],
    ];
    expect(readdirSync(published, { recursive: true })).toEqual(expect.arrayContaining(files));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, change) => {
          const path = join(published, file);
          const good = readFileSync(path);
          const bytes = Buffer.from(good);
          bytes[at % bytes.length]! ^= change;
          writeFileSync(path, bytes);
          try {
            const { code, out } = await follow('--key', key, '--json');
            const { state } = JSON.parse(out);
            expect({ file, code, state }).toEqual({
              file,
              code: 1,
              state: expect.stringMatching(/^(?:not-the-log|damaged)$/),
            });
          } finally {
            writeFileSync(path, good);
          }
        },
      ),
      { numRuns: isFullCount ? 1000 : 25 },
    );
    expect((await follow('--key', key)).out).toContain('seen for the first time');
  });

  it('goes to an address and is followed there', async () => {
    const files = new Map<string, Buffer>();
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        if (request.method === 'PUT') files.set(path, Buffer.concat(chunks));
        const held = files.get(path);
        response.writeHead(held === undefined ? 404 : 200, { 'content-length': held?.length ?? 0 });
        response.end(request.method === 'GET' ? held : undefined);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    published = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
    const key = await growRecord(theirs, 300);
    await growRecord(ours, 1);
    expect((await publish()).code).toBe(0);
    expect([...files.keys()].at(-1)).toBe('/log/checkpoint');
    expect((await follow('--key', key)).code).toBe(0);
    await growRecord(theirs, 300);
    expect((await publish()).code).toBe(0);
    expect((await follow()).out).toContain('300 more');
    await new Promise((resolve) => server.close(resolve));
    servers = [];
    expect((await follow()).err).toContain('NO ANSWER');
  });

  it('is held to a policy: too few witnesses, or too long ago', async () => {
    const key = await growRecord(theirs, 20);
    await growRecord(ours, 1);
    const dir = join(folder, 'w');
    const { witness } = await addWitnessedLog({ dir, name: 'w.example/w', log: key });
    const policy = join(folder, 'policy');
    writeFileSync(policy, `log ${key}\nwitness w ${witness}\nquorum w\n`);
    await publish();
    const without = await follow('--key', key, '--policy', policy);
    expect(without.code).toBe(1);
    expect(without.err).toContain('QUORUM NOT REACHED: 0 of 1, needs 1');
    await panel('record', 'cosign', '--workspace', theirs, '--policy', policy, '--request', join(folder, 'requests'));
    const { body } = await signFromFile({ dir, file: join(folder, 'requests/w') });
    writeFileSync(join(folder, 'lines'), body);
    await panel('record', 'cosign', '--workspace', theirs, '--policy', policy, '--add', join(folder, 'lines'));
    await publish();
    const cosigned = await follow('--key', key, '--policy', policy, '--max-age', '1h');
    expect(cosigned).toMatchObject({ code: 0, err: '' });
    expect(cosigned.out).toContain('Cosigned at 22 acts by 1 of 1: w ');
  });
});
