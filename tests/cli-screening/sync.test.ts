import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import { COMPANIES, PERSONS, scratchFolder, unList } from '../server/sample-lists.ts';
import { panel } from './panel.ts';

const scratch = scratchFolder();
const workspace = join(scratch.folder, 'workspace');
const part = join(workspace, 'downloads', 'un.xml.part');

/** What the server has, and how it behaves. */
let content = unList('2026-02-01');
let tag = '"v1"';
let breakAt = Number.POSITIVE_INFINITY;
let ranges = true;
const asked: { range: string | undefined; ifRange: string | undefined; agent: string | undefined }[] = [];

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const { range, 'if-range': ifRange, 'user-agent': agent } = request.headers;
  asked.push({ range, ifRange: ifRange as string | undefined, agent });
  const bytes = Buffer.from(content);
  const start = ranges && ifRange === tag ? Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0) : 0;
  response.setHeader('etag', tag);
  if (start > 0) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
  }
  response.setHeader('content-length', bytes.length - start);
  response.write(bytes.subarray(start, Math.min(bytes.length, start + breakAt)), () => {
    if (bytes.length - start > breakAt) void kept(start + breakAt).then(() => response.destroy());
    else response.end();
  });
});

/** Waits until so many bytes have been kept: what is on its way when a line breaks is lost. */
async function kept(size: number): Promise<void> {
  while (!existsSync(part) || statSync(part).size < size) await setTimeout(5);
}
let address = '';
let addresses = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/un.xml`;
  addresses = scratch.write(
    'addresses.yaml',
    `- id: un-sc\n  title: A list\n  publisher: An authority\n  files:\n    - { name: un.xml, format: un-consolidated, url: '${address}' }\n` +
      `- id: secret\n  title: A list for members\n  publisher: Another authority\n  token: PANEL_TEST_TOKEN\n  files:\n    - { name: secret.xml, format: eu-fsf, url: '${address}?token={token}' }\n`,
  );
});
afterAll(() => server.close());

async function sync(...more: string[]) {
  const { code, out, err } = await panel(
    'lists',
    'sync',
    '--addresses',
    addresses,
    '--workspace',
    workspace,
    '--json',
    ...more,
  );
  const outcomes: { list: string; outcome: string; message: string | null; versionDate: string | null }[] =
    out === '' ? [] : JSON.parse(out).outcomes;
  return { code, err, un: outcomes.find(({ list }) => list === 'un-sc'), outcomes };
}

async function listActs() {
  const acts = [];
  for await (const act of readRecord(workspace).acts()) if (act.kind === 'acquired') acts.push(act);
  return acts;
}

it('keeps what came when the transfer breaks off, and goes on from there', async () => {
  breakAt = 700;
  const broken = await sync();
  expect(broken.code).toBe(1);
  expect(broken.un).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('run it again to go on from there'),
  });
  expect(statSync(part).size).toBe(700);
  expect(await listActs()).toHaveLength(0);

  breakAt = Number.POSITIVE_INFINITY;
  const done = await sync();
  expect(done).toMatchObject({ code: 0, un: { outcome: 'added', versionDate: '2026-02-01' } });
  expect(asked.at(-1)).toMatchObject({
    range: 'bytes=700-',
    ifRange: '"v1"',
    agent: expect.stringContaining('standing-panel/'),
  });
  expect(readdirSync(join(workspace, 'downloads'))).toEqual([]);
  const [act] = await listActs();
  expect(act?.body).toMatchObject({
    custody: {
      origin: { place: address, source: 'un-sc', publisher: 'An authority', published: '2026-02-01' },
      collection: { method: 'download', request: { status: 206, finalUrl: address, login: false } },
    },
  });
  expect(readRecord(workspace).hasDocument(String(act?.body.document))).toBe(true);
  expect((await sync()).un).toMatchObject({ outcome: 'unchanged' });
  expect(await listActs()).toHaveLength(1);
});

it('never mixes two versions, and starts over where ranges are not served', async () => {
  content = unList('2026-02-08');
  tag = '"v2"';
  breakAt = 500;
  await sync();
  content = unList('2026-02-15');
  tag = '"v3"';
  breakAt = Number.POSITIVE_INFINITY;
  expect((await sync()).un).toMatchObject({ outcome: 'added', versionDate: '2026-02-15' });
  ranges = false;
  content = unList('2026-02-20');
  tag = '"v4"';
  breakAt = 500;
  await sync();
  breakAt = Number.POSITIVE_INFINITY;
  expect((await sync()).un).toMatchObject({ outcome: 'added', versionDate: '2026-02-20' });
});

it('takes nothing that is not the list it should be, and the last version stays', async () => {
  const before = (await listActs()).length;
  const whole = content;
  for (const [what, why] of [
    ['<html><body>Service unavailable</body></html>', 'no list that is known'],
    [whole.slice(0, whole.length - 60), 'the last version stays'],
    [unList('2026-03-01', [], []), 'without an entry'],
    [unList('2026-03-01', PERSONS.slice(0, 1), []), 'less than half'],
  ] as const) {
    content = what;
    const { code, un } = await sync();
    expect(code).toBe(1);
    expect(un).toMatchObject({ outcome: 'failed', message: expect.stringContaining(why) });
    expect(existsSync(part)).toBe(false);
  }
  expect(await listActs()).toHaveLength(before);
  const forced = await sync('--force');
  expect(forced.un).toMatchObject({ outcome: 'added', versionDate: '2026-03-01' });
  content = unList('2026-03-02', PERSONS, COMPANIES);
  expect((await sync()).un).toMatchObject({ outcome: 'added' });
  expect((await panel('record', 'verify', '--workspace', workspace)).code).toBe(0);
});

it('says which lists need a token of the user, and keeps the token out of the record', async () => {
  expect((await sync()).outcomes.find(({ list }) => list === 'secret')).toMatchObject({
    outcome: 'skipped',
    message: expect.stringContaining('PANEL_TEST_TOKEN'),
  });
  process.env.PANEL_TEST_TOKEN = 'do not tell';
  const { outcomes, code } = await sync('secret');
  delete process.env.PANEL_TEST_TOKEN;
  expect(code).toBe(1);
  expect(outcomes).toHaveLength(1);
  expect(JSON.stringify(outcomes)).not.toContain('do not tell');
  expect((await sync('elsewhere')).err).toContain('there is un-sc, secret');
});

it('says so when there is no network', async () => {
  await new Promise((resolve) => server.close(resolve));
  const { code, un } = await sync();
  expect(code).toBe(1);
  expect(un).toMatchObject({ outcome: 'failed', message: expect.stringContaining('cannot be reached (offline?)') });
});
