import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openRecord } from '../../src/record/record.ts';
import { isFullCount } from '../full-count.ts';
import { serveWorkspace } from '../server/served-workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const served = serveWorkspace();

const inTemporary = (): string[] => readdirSync(join(served.workbench.held.folder, 'tmp'));
const inSystem = (): string[] =>
  readdirSync(tmpdir()).filter((name) => /^standing-panel-(upload|download|screened)/.test(name));

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 500; tries++) await sleep(20);
  expect(holds()).toBe(true);
}

describe('files that are sent', () => {
  it('lie in the workspace while they come, for its owner alone, and are gone with a connection that breaks off', async () => {
    const before = inSystem();
    const { port } = new URL(served.address);
    const sending = request({
      port,
      host: '127.0.0.1',
      path: '/api/v1/documents',
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=xx', authorization: `Bearer ${served.token}` },
    });
    sending.on('error', () => undefined);
    sending.write(
      `--xx\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'secret '.repeat(30_000)}`,
    );
    await until(
      () =>
        inTemporary().length === 1 &&
        existsSync(join(served.workbench.held.folder, 'tmp', inTemporary()[0] ?? '', '0')),
    );
    const folder = join(served.workbench.held.folder, 'tmp', inTemporary()[0] ?? '');
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, '0')).mode & 0o077).toBe(0);
    expect(inSystem()).toEqual(before);
    sending.destroy();
    await until(() => inTemporary().length === 0);
  });

  it('that a crash left are removed when the workspace is opened, also those of the same process number', async () => {
    const workspace = join(temporaryFolder(), 'workspace');
    await (await openRecord(workspace, { command: 'test' })).close();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    for (const pid of [dead, process.pid]) {
      const left = join(workspace, 'tmp', `${pid}-0123456789abcdef`);
      mkdirSync(left, { recursive: true });
      writeFileSync(join(left, '0'), 'secret');
    }
    const record = await openRecord(workspace, { command: 'test' });
    expect(readdirSync(join(workspace, 'tmp'))).toEqual([]);
    await record.close();
  });
});

const FOREIGN = [
  { origin: 'https://attacker.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { host: 'attacker.example' },
] as const;
const ROUNDS = isFullCount ? 10 : 1;

it('a page from elsewhere writes nothing over any route, though the browser holds the token', async () => {
  const { paths } = (await (await served.ask('/openapi.json')).json()) as { paths: Record<string, object> };
  const writing = Object.entries(paths).flatMap(([path, operations]) =>
    'post' in operations ? [path.replaceAll(/\{\w+\}/g, 'a-1')] : [],
  );
  const before = served.workbench.held.record.size;
  const { port } = new URL(served.address);
  let asked = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const path of [...writing, '/api/v1/commands', '/api/v1/codes'])
      for (const headers of FOREIGN)
        for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
          const status = await new Promise<number>((resolve, reject) => {
            const sent = request(
              {
                port,
                host: '127.0.0.1',
                path,
                method: 'POST',
                headers: { ...headers, 'content-type': type, authorization: `Bearer ${served.token}` },
              },
              (response) => {
                response.resume();
                resolve(response.statusCode ?? 0);
              },
            );
            sent.on('error', reject);
            sent.end('{"by":"Mallory"}');
          });
          asked++;
          expect([path, headers, status]).toEqual([path, headers, 403]);
        }
  expect(asked).toBeGreaterThan(ROUNDS * 300);
  expect(served.workbench.held.record.size).toBe(before);
});
