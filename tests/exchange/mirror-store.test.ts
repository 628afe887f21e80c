import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { objectStore } from '../../src/app/exchange/object-store.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { panel } from '../cli/command.ts';
import { isFullCount } from '../full-count.ts';
import { growRecord } from './sample-record.ts';
import { buildVersitygw, type S3Server, startVersitygw } from './versitygw.ts';

const versitygw = isFullCount ? buildVersitygw() : undefined;
if (isFullCount && versitygw === undefined)
  process.stderr.write('skipped: a server of S3 wants go and the Go module proxy\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-store-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
const at = (...names: string[]) => join(folder, ...names);
const mirror = (workspace: string, place: string, ...more: string[]) =>
  panel('record', 'mirror', place, '--workspace', at(workspace), ...more);
const credentials = (environment: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
};

describe('a copy in a store', () => {
  it('wants an address that is one, and credentials in the environment alone', async () => {
    await growRecord(at('a'), 1);
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, '');
    expect(await mirror('a', 's3://bucket/x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('AWS_SECRET_ACCESS_KEY'),
    });
    credentials({ AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 'very-secret' });
    for (const place of ['s3://', 's3://B', 's3://bucket/a/../b', 's3://bucket//b', 'gs://b/x'])
      expect(await mirror('a', place), place).toMatchObject({ code: 2 });
    // Nor is one with credentials taken that the page and the record of its jobs would show.
    for (const place of [
      's3://k:very-secret@bucket/x',
      's3://k:very-secret/with/slashes@bucket/x',
      's3:/k:very-secret@bucket/x',
      'https://user:very-secret@dav.example/x',
    ])
      for (const refused of [
        await mirror('a', place),
        await panel('serve', '--workspace', at('a'), '--port', '0', '--mirror', place),
      ]) {
        expect(refused, place).toMatchObject({ code: 2, err: expect.stringContaining('without credentials') });
        expect(refused.out + refused.err).not.toContain('very-secret');
      }
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://k:very-secret@127.0.0.1:1');
    const { code, err } = await mirror('a', 's3://bucket/x');
    expect(code).toBe(2);
    expect(err).not.toContain('very-secret');
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    const silent = await mirror('a', 's3://bucket/x');
    expect(silent).toMatchObject({ code: 1, err: expect.stringContaining('the store does not answer') });
    expect(silent.err).not.toContain('very-secret');
  });

  it.each([
    ['a way out of the folder', '<Key>record/../../outside</Key>', 'no file of a record is called'],
    ['a hidden file', '<Key>record/acts/.x</Key>', 'no file of a record is called'],
    ['a length that is none', '<Key>record/acts/x</Key><Size>-4</Size>', 'without a length'],
    ['no XML', '</Contents>', 'no XML'],
  ])('writes nothing outside its folder when a store lists %s', async (_, listed, said) => {
    const server = createServer((request, response) => {
      const size = listed.includes('<Size>') ? '' : '<Size>7</Size>';
      response.end(
        request.url?.includes('list-type=2')
          ? `<ListBucketResult><Contents><Key>record/log/checkpoint</Key><Size>7</Size></Contents><Contents>${listed}${size}</Contents></ListBucketResult>`
          : 'content',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      credentials({
        AWS_ACCESS_KEY_ID: 'k',
        AWS_SECRET_ACCESS_KEY: 's',
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      });
      expect(await mirror('new', 's3://bucket', '--restore')).toMatchObject({
        code: 1,
        err: expect.stringContaining(said),
      });
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('what other programs leave beside a record', () => {
  it('is no document, and no reason not to restore', async () => {
    writeFileSync(at('one.txt'), 'A note.\n');
    await panel('add', at('one.txt'), '--source', 'Diary', '--workspace', at('a'));
    const documents = at('a', 'record/documents');
    const [part = ''] = readdirSync(documents);
    const files = readdirSync(at('a'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => relative(at('a'), join(file.parentPath, file.name)).split(sep).join('/'))
      .filter((name) => name.startsWith('record/'));
    const objects = new Map(files.map((name) => [name, readFileSync(at('a', name))]));
    for (const folder of ['record/', 'record/documents/', `record/documents/${part}/`])
      objects.set(folder, Buffer.of());
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://store.example');
      if (url.searchParams.has('list-type')) {
        const listed = [...objects].map(
          ([name, { length }]) => `<Contents><Key>${name}</Key><Size>${length}</Size></Contents>`,
        );
        response.end(`<ListBucketResult>${listed.join('')}</ListBucketResult>`);
      } else response.end(objects.get(url.pathname.slice('/bucket/'.length)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      credentials({
        AWS_ACCESS_KEY_ID: 'k',
        AWS_SECRET_ACCESS_KEY: 's',
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      });
      expect(await mirror('new', 's3://bucket', '--restore')).toMatchObject({ code: 0, err: '' });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    for (const name of ['.DS_Store', `${part}/.DS_Store`]) writeFileSync(at('new', 'record/documents', name), 'x');
    expect(readRecord(at('new')).documentCount()).toBe(1);
  });
});

describe('an object on a slow line', () => {
  it('takes as long as it takes, and is given up where nothing more comes', async () => {
    const [pieces, pause, idle] = [8, 150, 800];
    const server = createServer(async (request, response) => {
      for (let n = 0; n < pieces; n++) {
        response.write('x');
        if (request.url?.endsWith('stuck')) return;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const store = objectStore(
        's3://bucket/x',
        {
          AWS_ACCESS_KEY_ID: 'k',
          AWS_SECRET_ACCESS_KEY: 's',
          AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        },
        idle,
      );
      const begun = Date.now();
      expect((await store.read('slow', 100))?.toString()).toBe('x'.repeat(pieces));
      expect(Date.now() - begun).toBeGreaterThan(idle);
      await expect(store.read('stuck', 100)).rejects.toMatchObject({ code: 'not-fetched' });
      await expect(store.read('slow', 2)).rejects.toThrow('longer than the store said');
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe.skipIf(versitygw === undefined)('a copy in a store that nobody here wrote', () => {
  it('is brought abreast, checked, follows a redaction, is not written over by another history, and restores', async () => {
    const store: S3Server = await startVersitygw(versitygw ?? '', folder, 'archive');
    const place = 's3://archive/of/ours';
    const object = (...names: string[]) => join(store.folder, 'archive/of/ours', ...names);
    try {
      credentials(store.environment);
      for (const [name, text] of [
        ['one', 'A note.\n'],
        ['two', 'A second note.\n'],
      ] as const) {
        writeFileSync(at(`${name}.txt`), text);
        await panel('add', at(`${name}.txt`), '--source', 'Diary', '--workspace', at('a'));
      }
      await growRecord(at('a'), 300);
      const first = await mirror('a', place);
      expect(first).toMatchObject({ code: 0, err: expect.stringContaining('--verify') });
      expect(first.out).toMatch(/^Copied: \d+ acts, 2 documents; \d+ files copied/);
      expect((await mirror('a', place)).out).toMatch(/; 0 files copied/);
      expect((await mirror('a', place, '--verify')).out).toMatch(/^Whole: \d+ acts, 2 documents/);
      expect(existsSync(object('record/log/checkpoint'))).toBe(true);
      // Keys stay at home, and so do the credentials.
      expect(readdirSync(object('record')).sort()).toEqual(['acts', 'documents', 'log']);
      for (const file of readdirSync(at('a'), { recursive: true, withFileTypes: true }))
        if (file.isFile())
          expect(readFileSync(join(file.parentPath, file.name)).includes('the-secret-of-the-store')).toBe(false);
      // More acts come, and a document is withheld.
      await growRecord(at('a'), 10);
      const acts = [];
      for await (const act of readRecord(at('a')).acts()) acts.push(act);
      const document = String(acts.find(({ kind }) => kind === 'acquired')?.body.document);
      await panel('record', 'redact', document, '--by', 'A', '--reason', 'A source.', '--workspace', at('a'));
      expect((await mirror('a', place)).code).toBe(0);
      expect((await mirror('a', place, '--verify')).out).toMatch(/^Whole: \d+ acts, 1 document;/);
      expect(await mirror('new', place, '--restore')).toMatchObject({ code: 0, err: '' });
      expect(readRecord(at('new')).checkpoint()?.root).toEqual(readRecord(at('a')).checkpoint()?.root);
      expect((await panel('record', 'verify', '--workspace', at('new'))).code).toBe(0);
      // A listing of more objects than a store tells of at once.
      mkdirSync(object('before'));
      for (let n = 0; n < 1100; n++) writeFileSync(object('before', `${n}`), '');
      expect((await mirror('a', place, '--verify')).out).toMatch(/^Whole: \d+ acts, 1 document;/);
      // What was damaged and removed comes again.
      const [tile] = readdirSync(object('record/log/tile/0'));
      rmSync(object('record/log/tile/0', tile ?? ''), { recursive: true });
      expect((await mirror('a', place, '--verify')).code).toBe(1);
      expect((await mirror('a', place)).code).toBe(0);
      expect((await mirror('a', place, '--verify')).code).toBe(0);
      // Another record, a changed object, a wrong secret, a bucket that is none.
      await growRecord(at('b'), 400);
      expect((await mirror('b', place)).err).toContain('another record');
      const segment = object('record/acts/000000.jsonl');
      writeFileSync(segment, readFileSync(segment, 'utf8').replace('Diary', 'Dairy'));
      expect(await mirror('a', place, '--verify')).toMatchObject({ code: 1, err: expect.stringContaining('bad-line') });
      expect((await mirror('third', place, '--restore')).err).toContain('damaged');
      expect(existsSync(at('third'))).toBe(false);
      expect((await mirror('a', 's3://nowhere/x')).err).toContain('NoSuchBucket');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another-secret');
      const refused = await mirror('a', place);
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('403') });
      expect(refused.err).not.toContain('another-secret');
    } finally {
      await store.stop();
    }
  });
});
