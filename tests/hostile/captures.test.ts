import { execFileSync } from 'node:child_process';
import dns from 'node:dns/promises';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/app/intake/address-policy.ts';
import { fetchDocument } from '../../src/app/intake/fetch-document.ts';
import { sha256Hex } from '../../src/core/hash.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { growRecord } from '../exchange/sample-record.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const TEXT = 'Japan said that North Korea had fired three missiles on 3 May 2024.';
const seen: { url: string; authorization: string | undefined; cookie: string | undefined; to: string | undefined }[] =
  [];
let address: string;
let port: number;

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const { url = '', headers } = request;
  seen.push({
    url,
    authorization: headers.authorization,
    cookie: headers.cookie,
    to: request.socket.localAddress,
  });
  const go = (location: string, status = 302): void => void response.writeHead(status, { location }).end();
  if (url === '/page') response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': 'a=b' }).end(TEXT);
  else if (url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(TEXT));
  else if (url === '/bomb')
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 << 20)));
  else if (url === '/brotli')
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(Buffer.alloc(64 << 20)));
  else if (url === '/deflate')
    response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(Buffer.alloc(64 << 20)));
  else if (url === '/twice-packed')
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(TEXT)));
  else if (url === '/cut') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(TEXT).subarray(0, -9));
  else if (url === '/odd') response.writeHead(200, { 'content-encoding': 'zzz' }).end(TEXT);
  else if (url === '/twice') go('/once');
  else if (url === '/once') go('/page', 301);
  else if (url === '/round') go('/round');
  else if (url === '/inside') go(`http://user:secret@127.0.0.2:${port}/page`);
  else if (url === '/meta') go('http://169.254.169.254/latest/meta-data/');
  else if (url === '/file') go('file:///etc/passwd');
  else if (url === '/elsewhere') go(`http://localhost:${port}/page`);
  else if (url === '/slow') response.writeHead(200).write('a');
  else if (url === '/silent') return;
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Act = { kind: string; body: Record<string, unknown> };

async function actsOf(workspace: string): Promise<Act[]> {
  const acts: Act[] = [];
  for await (const { kind, body } of readRecord(workspace).acts()) acts.push({ kind, body });
  return acts;
}

async function add(path: string, ...options: string[]) {
  const workspace = join(temporaryFolder(), 'workspace');
  const given = path.startsWith('http') ? path : `${address}${path}`;
  const outcome = await panel('add', given, '--source', 'Daily', '--workspace', workspace, '--json', ...options);
  const [answer] = jsonLines(outcome.out);
  return {
    ...outcome,
    workspace,
    refused: (answer?.refused as { code: string; message: string; name: string }[]) ?? [],
  };
}

const HERE = ['--allow-host', '127.0.0.1'] as const;

describe('an address of this machine or of a closed network', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    '192.0.2.1',
    '203.0.113.9',
    '2001:db8::1',
    '::1%lo',
    'fe80::1%eth0',
    'nothing',
  ])('%s is not public', (one) => expect(isPublicAddress(one)).toBe(false));
  it.each(['8.8.8.8', '172.32.0.1', '193.168.1.1', '2606:4700::1111', '11.0.0.1'])('%s is', (one) =>
    expect(isPublicAddress(one)).toBe(true),
  );

  it('is not asked unless its host is named', async () => {
    const before = seen.length;
    for (const given of [
      `${address}/page`,
      `http://localhost:${port}/page`,
      `http://[::1]:${port}/page`,
      `http://2130706433:${port}/page`,
    ]) {
      const { refused, code } = await add(given);
      expect([given, refused[0]?.code]).toEqual([given, 'refused-address']);
      expect(refused[0]?.message).toContain('--allow-host');
      expect(code).toBeLessThan(2);
    }
    expect(seen.length).toBe(before);
    expect((await add('/page', ...HERE)).refused).toEqual([]);
  });

  it('is not asked either when another address leads to it', async () => {
    const before = seen.length;
    for (const path of ['/inside', '/meta', '/file', '/elsewhere']) {
      const { refused, workspace } = await add(path, ...HERE);
      expect([path, refused[0]?.code]).toEqual([path, 'refused-address']);
      expect(JSON.stringify(await actsOf(workspace))).not.toContain('secret');
    }
    expect(seen.slice(before).map(({ url }) => url)).toEqual(['/inside', '/meta', '/file', '/elsewhere']);
  });
});

describe('a name that is looked up', () => {
  const real = dns.lookup;
  const answers = (...turns: readonly (readonly string[])[]): (() => number) => {
    let asked = 0;
    const lookup = async () => {
      const turn = turns[Math.min(asked++, turns.length - 1)] ?? [];
      return turn.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 }));
    };
    dns.lookup = lookup as unknown as typeof dns.lookup;
    syncBuiltinESMExports();
    return () => asked;
  };
  afterEach(() => {
    dns.lookup = real;
    syncBuiltinESMExports();
  });

  it('is refused with one address in many that is not public', async () => {
    for (const found of [
      ['93.184.216.34', '127.0.0.1'],
      ['93.184.216.34', '::ffff:127.0.0.1'],
      ['2606:4700::1111', 'fe80::1%lo'],
    ]) {
      answers(found);
      const { refused } = await add(`http://rebound.example:${port}/page`);
      expect([found, refused[0]?.code]).toEqual([found, 'refused-address']);
    }
  });

  it('is asked for once, and that address is the one that gets the request', async () => {
    const before = seen.length;
    // 127.0.0.1 stands for what was checked; nobody listens at the other, which a second look would give.
    const asked = answers(['127.0.0.1'], ['::1']);
    const { refused } = await add(`http://rebound.example:${port}/page`, '--allow-host', 'rebound.example');
    expect(refused).toEqual([]);
    expect(asked()).toBe(1);
    expect(seen.slice(before).map(({ to }) => to)).toEqual(['127.0.0.1']);
  });
});

describe('what a capture says of itself', () => {
  it('is each step, the last address, what the server said, and when', async () => {
    const { workspace, err } = await add('/twice', ...HERE);
    const acquired = (await actsOf(workspace)).find(({ kind }) => kind === 'acquired') ?? expect.fail(err);
    const { collection, origin } = acquired.body.custody as {
      collection: { request: Record<string, unknown> };
      origin: { place: string };
    };
    expect(origin.place).toBe(`${address}/twice`);
    expect(collection.request).toMatchObject({
      address: `${address}/twice`,
      redirects: [
        { address: `${address}/twice`, status: 302, location: `${address}/once`, at: expect.stringMatching(/Z$/) },
        { address: `${address}/once`, status: 301, location: `${address}/page`, at: expect.stringMatching(/Z$/) },
      ],
      finalUrl: `${address}/page`,
      remoteAddress: '127.0.0.1',
      status: 200,
      certificate: null,
      received: TEXT.length,
      receivedSha256: sha256Hex(TEXT),
      login: false,
    });
    const headers = collection.request.headers as [string, string][];
    expect(headers).toContainEqual(['content-type', 'text/plain']);
    expect(headers.map(([name]) => name)).not.toContain('set-cookie');
  });

  it('is the certificate of a server that has one', async () => {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    try {
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-keyout',
          key,
          '-out',
          cert,
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
          '-addext',
          'subjectAltName=DNS:localhost',
        ],
        { stdio: 'ignore' },
      );
    } catch {
      return;
    }
    const secure = createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
      response.end(TEXT),
    );
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const at = `https://localhost:${(secure.address() as AddressInfo).port}/`;
    try {
      // An unknown certificate is refused, as any client refuses it.
      const refused = await fetchDocument(at, { within: temporaryFolder(), allowHosts: ['localhost'] });
      expect(refused).toMatchObject({ refused: { code: 'unreadable' } });
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      const taken = await fetchDocument(at, { within: temporaryFolder(), allowHosts: ['localhost'] });
      const der = Buffer.from(readFileSync(cert, 'utf8').replace(/-----[^-]+-----|\s/g, ''), 'base64');
      expect(taken).toMatchObject({ request: { certificate: { sha256: sha256Hex(der), subject: 'localhost' } } });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      secure.close();
    }
  });

  it('is not the name and password that opened it, which go to their own server alone', async () => {
    for (const [path, taken] of [
      ['/page', true],
      ['/none', false],
      ['/elsewhere', true],
    ] as const) {
      const before = seen.length;
      const given = `http://ada:s3cret@127.0.0.1:${port}${path}`;
      const { workspace, out, err } = await add(given, '--allow-host', '127.0.0.1', 'localhost');
      const [first, ...rest] = seen.slice(before);
      expect(first?.authorization).toBe(`Basic ${Buffer.from('ada:s3cret').toString('base64')}`);
      expect(rest.map(({ authorization }) => authorization)).toEqual(rest.map(() => undefined));
      const acts = await actsOf(workspace);
      expect(acts.some(({ kind }) => kind === (taken ? 'acquired' : 'refused'))).toBe(true);
      for (const text of [out, err, JSON.stringify(acts)]) expect(text).not.toMatch(/s3cret|ada[:@]/);
    }
  });

  it('is not the name and password of an address that was written wrongly, nor on the screen', async () => {
    for (const given of [
      'ftp://ada:s3cret@host/x',
      'htps://ada:s3cret@host/x',
      'http:\\\\ada:s3cret@host\\x',
      ' //ada:s3cret@h',
    ]) {
      const { out, err, code } = await panel(
        'add',
        given,
        '--source',
        'Daily',
        '--workspace',
        join(temporaryFolder(), 'w'),
      );
      expect(code).not.toBe(0);
      expect(`${out}${err}`).not.toMatch(/s3cret|ada[:@]/);
    }
  });
});

it('a password in an address of others who are asked is on no screen and in no act', async () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'w');
  const vkey = await growRecord(workspace, 2);
  const cosigner = 'example.org/w+b3bef447+BHN7CjtVNoNKDjxWHSarDkWEpJdPUB5WT8rukmc82CYY';
  const opened = `http://ada:s3cret@127.0.0.1:${port}`;
  writeFileSync(join(folder, 'policy'), `log ${vkey}\nwitness a ${cosigner} ${opened}/\nquorum a\n`);
  const before = seen.length;
  for (const args of [
    ['stamp', '--tsa', `${opened}/none`],
    ['publish', `${opened}/none`],
    ['publish', `ftp://ada:s3cret@127.0.0.1:${port}/`],
    ['mirror', `${opened}/none`],
    ['cosign', '--policy', join(folder, 'policy')],
    ['verify', '--database', `postgres//ada:s3cret@127.0.0.1:${port}/x`],
  ]) {
    const { code, out, err } = await panel('record', ...args, '--workspace', workspace);
    expect([args[0], code === 0]).toEqual([args[0], false]);
    expect(`${out}${err}`).not.toMatch(/s3cret|ada[:@]/);
  }
  // The authority gets what its address opens with, and so does the place of a publication.
  const basic = `Basic ${Buffer.from('ada:s3cret').toString('base64')}`;
  const asked = seen.slice(before);
  expect(asked.map(({ url }) => url)).toEqual(expect.arrayContaining(['/none', '/none/checkpoint']));
  expect(asked.filter(({ authorization }) => authorization !== basic)).toEqual([]);
  expect(JSON.stringify(await actsOf(workspace))).not.toContain('s3cret');
});

it('forms of an address that carry another are not public', () => {
  for (const form of ['::ffff:0:127.0.0.1', '2001:0:7f00:1::', '100::1', '64:ff9b::7f00:1', '2002:7f00:1::'])
    expect([form, isPublicAddress(form)]).toEqual([form, false]);
  expect(isPublicAddress('2606:4700::1111')).toBe(true);
});

it.skipIf(process.platform === 'win32')('a key is no document under another name either', async () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'w');
  writeFileSync(join(folder, 'a.txt'), TEXT);
  expect((await panel('add', join(folder, 'a.txt'), '--source', 'Daily', '--workspace', workspace)).code).toBe(0);
  symlinkSync(join(workspace, 'keys'), join(folder, 'other'));
  const added = await panel('add', join(folder, 'other'), '--source', 'Daily', '--workspace', workspace);
  expect(added.code).not.toBe(0);
  expect(added.err).toContain('what a workspace keeps is no document');
});

describe('a server that means harm', () => {
  it('is given up within limits of size, time and unpacking, and nothing stays of it', async () => {
    for (const [path, code] of [
      ['/bomb', 'bomb'],
      ['/brotli', 'bomb'],
      ['/deflate', 'bomb'],
      ['/twice-packed', 'unreadable'],
      ['/cut', 'unreadable'],
      ['/odd', 'unreadable'],
      ['/round', 'unreadable'],
      ['/slow', 'unreadable'],
      ['/silent', 'unreadable'],
    ] as const) {
      const within = join(temporaryFolder(), 'in');
      const { mkdirSync } = await import('node:fs');
      mkdirSync(within);
      const download = await fetchDocument(`${address}${path}`, {
        within,
        allowHosts: ['127.0.0.1'],
        patienceMs: code === 'bomb' ? 60_000 : 3000,
      });
      expect([path, 'refused' in download && download.refused.code]).toEqual([path, code]);
      expect(existsSync(within)).toBe(false);
    }
  });

  it('what is packed is unpacked, and both are known', async () => {
    const { workspace } = await add('/packed', ...HERE);
    const acquired = (await actsOf(workspace)).find(({ kind }) => kind === 'acquired');
    expect(acquired?.body).toMatchObject({
      document: `sha256:${sha256Hex(TEXT)}`,
      custody: { collection: { request: { receivedSha256: sha256Hex(gzipSync(TEXT)) } } },
    });
    expect(readdirSync(join(workspace, 'tmp'))).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('standing-panel-download'))).toEqual([]);
  });
});
