import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import { PROGRAM } from '../cli/program-arguments.ts';
import { fullCountTest } from '../full-count.ts';
import { scratchFolder, unList } from '../server/sample-lists.ts';
import { panel } from './panel.ts';

const scratch = scratchFolder();
const root = join(import.meta.dirname, '..', '..');
const workspace = join(scratch.folder, 'workspace');
const list = scratch.write('un.xml', unList('2026-02-27'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

type Started = {
  child: ChildProcess;
  address: string;
  token: string;
  first: string;
  ended: Promise<{ code: number | null; err: string }>;
};

async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [...PROGRAM, 'serve', '--port', '0', ...args], {
    cwd: root,
  });
  running.push(child);
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<{ code: number | null; err: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, err }));
  });
  const first = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => resolve(String(chunk).trim()));
    void ended.then(({ err: text }) => reject(new Error(text)));
  });
  const url = new URL(first.startsWith('{') ? JSON.parse(first).url : first);
  return { child, address: url.origin, token: url.searchParams.get('token') ?? '', first, ended };
}

it('serves a workspace, logs what is asked before it answers, and ends cleanly', async () => {
  await panel('lists', 'add', list, '--workspace', workspace);
  await panel(
    'screen',
    'decide',
    'un-ZZi.002',
    '--name',
    'Pak Tong Sok',
    '--decision',
    'unsure',
    '--by',
    'X',
    '--reason',
    'y',
    '--workspace',
    workspace,
  );
  const { child, address, token, first, ended } = await start('--workspace', workspace);
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/);
  const headers = { authorization: `Bearer ${token}` };
  const body = JSON.stringify({ queries: { a: { schema: 'Person', properties: { name: ['Pak Tong Sok'] } } } });
  const answer = await (await fetch(`${address}/match/default`, { method: 'POST', headers, body })).json();
  expect(answer).toMatchObject({ responses: { a: { results: [{ id: 'un-ZZi.002', score: 1 }] } } });

  const acts = [];
  for await (const act of readRecord(workspace).acts()) if (act.kind === 'screened') acts.push(act.body);
  expect(acts).toEqual([
    expect.objectContaining({
      asked: '/match/default',
      lists: [expect.objectContaining({ format: 'un-consolidated' })],
      answers: [expect.objectContaining({ hits: [expect.objectContaining({ entityId: 'un-ZZi.002', rank: 1 })] })],
    }),
  ]);

  // Another command is carried out by the server, which holds the workspace; a second server cannot.
  const other = await panel('screen', 'Pak Tong Sok', '--workspace', workspace);
  expect(other).toMatchObject({ code: 0, out: expect.stringContaining('un-ZZi.002') });
  const second = await panel('serve', '--workspace', workspace, '--port', '0');
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toContain('panel serve');
  expect(second.err).toContain(address);

  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  expect((await panel('record', 'verify', '--workspace', workspace)).code).toBe(0);
  expect((await panel('screen', 'Pak Tong Sok', '--workspace', workspace)).code).toBe(0);
});

fullCountTest('shows a decision beside the hit it was taken on', async () => {
  const { child, address, first, token, ended } = await start('--workspace', workspace, '--json');
  expect(JSON.parse(first)).toEqual({ address, workspace, url: `${address}/?token=${token}`, token });
  const headers = { authorization: `Bearer ${token}` };
  const body = JSON.stringify({ queries: { a: { schema: 'Thing', properties: { name: ['Pak Tong Sok'] } } } });
  const answer = await (await fetch(`${address}/match/default`, { method: 'POST', headers, body })).json();
  expect(answer).toMatchObject({ responses: { a: { results: [{ decision: { decision: 'unsure', by: 'X' } }] } } });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

it('listens on this machine only and says what is wrong', async () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'panel.example']) {
    const { code, err } = await panel('serve', '--list', list, '--host', host);
    expect([host, code]).toEqual([host, 2]);
    expect(err).toContain('this machine only');
  }
  expect((await panel('serve', '--list', list, '--port', '99999')).code).toBe(2);
  expect((await panel('serve', '--list', join(scratch.folder, 'missing.xml'), '--port', '0')).code).toBe(1);
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const busy = await panel('serve', '--list', list, '--port', String(port));
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining('is taken by another program') });
  taken.close();
});

it('knows the official lists by addresses that are whole', () => {
  const text = readFileSync(join(root, 'src', 'app', 'lists', 'list-addresses.yaml'), 'utf8');
  expect(text).toContain('https://scsanctions.un.org/');
  expect(text).not.toMatch(/http:\/\//);
  expect(text).not.toMatch(/token=(?!\{token\})/);
});
