import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTextLayer } from '../../src/documents/read.ts';
import { openReader } from '../../src/documents/reader.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { expectSound } from './layer-checks.ts';
import { makeZip } from './zip-maker.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const listed = async (bytes: Buffer, name: string) => {
  const layer = await readTextLayer(bytes, { name });
  expectSound(layer);
  return layer;
};

describe('a zip archive', () => {
  it('is a list of its files, each of which can be taken out', async () => {
    const bytes = makeZip([
      { name: 'letters/', content: '' },
      { name: 'letters/a.txt', content: 'One.' },
      { name: '항구.txt', content: 'Two.' },
      { name: '__MACOSX/._a.txt', content: 'x' },
    ]);
    const layer = await listed(bytes, 'a.zip');
    expect(layer.kind).toBe('zip');
    expect(layer.text.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['letters/a.txt', '4 bytes'],
      ['항구.txt', '4 bytes'],
      ['__MACOSX/._a.txt', '1 bytes'],
    ]);
    expect(layer.unread).toMatchObject([{ what: 'data', whole: true }]);
    const { members } = await unpackDocument(bytes, { name: 'a.zip' });
    expect(members.map(({ path, bytes: content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['letters/a.txt', 'One.'],
      ['항구.txt', 'Two.'],
    ]);
  });

  it.each(['../evil.txt', 'a/../../evil.txt', '..\\evil.txt', '/etc/passwd', 'C:\\evil.txt', 'a\nb.txt'])(
    'refuses the path %j and takes the rest',
    async (name) => {
      const { members, refused } = await unpackDocument(
        makeZip([
          { name, content: 'x' },
          { name: 'good.txt', content: 'y' },
        ]),
        { name: 'a.zip' },
      );
      expect(members.map(({ path }) => path)).toEqual(['good.txt']);
      expect(refused).toMatchObject([{ code: 'unsafe-name', message: expect.stringMatching(/^its path [^\n]+$/) }]);
    },
  );

  it.each([
    ['locked', 'encrypted', () => makeZip([{ name: 'a.txt', content: 'x', flags: 1 }])],
    ['a bomb', 'bomb', () => makeZip([{ name: 'a.txt', content: Buffer.alloc(40 * 1_048_576) }])],
    ['a liar', 'bomb', () => makeZip([{ name: 'a.txt', content: Buffer.alloc(4 * 1_048_576), declaredSize: 10 }])],
    [
      'of two names',
      'corrupt',
      () =>
        makeZip([
          { name: 'a.txt', content: 'x' },
          { name: 'a.txt', content: 'y' },
        ]),
    ],
    ['cut short', 'corrupt', () => makeZip([{ name: 'a.txt', content: 'some text' }]).subarray(0, 60)],
  ])('is refused whole when it is %s', async (_, code, make) => {
    const reader = openReader();
    const error = await reader.unpack(make(), 'a.zip').catch((thrown) => thrown);
    expect(error).toMatchObject({ code, place: 'a.zip', message: expect.stringMatching(/^[^\n]{5,200}$/) });
    await reader.close();
  });
});

describe('a tar archive', () => {
  const made = (packed: boolean): Buffer => {
    const within = mkdtempSync(join(folder, 'tar-'));
    mkdirSync(join(within, 'in'));
    writeFileSync(join(within, 'in', 'a.txt'), 'One.');
    writeFileSync(join(within, 'in', `${'long-name-'.repeat(14)}.txt`), 'Two.');
    symlinkSync('/etc/passwd', join(within, 'in', 'link.txt'));
    execFileSync('tar', [
      packed ? 'czf' : 'cf',
      join(within, 'out.tar'),
      '--mtime=2023-10-02T12:00:00Z',
      '-C',
      within,
      'in',
    ]);
    return readFileSync(join(within, 'out.tar'));
  };

  it.each([false, true])('gives its files and no link, packed: %j', async (packed) => {
    const bytes = made(packed);
    expect((await listed(bytes, 'a.tar')).kind).toBe('tar');
    const { members, refused } = await unpackDocument(bytes, { name: 'a.tar' });
    expect(
      new Set(
        members.map(({ path, bytes: content, written }) =>
          [path.length, Buffer.from(content).toString(), written].join(),
        ),
      ),
    ).toEqual(new Set(['8,One.,2023-10-02T12:00:00Z', '147,Two.,2023-10-02T12:00:00Z']));
    expect(refused).toMatchObject([{ path: 'in/link.txt', code: 'not-a-file' }]);
  });

  it('is refused when it is cut or changed, or would grow beyond the limit', async () => {
    const whole = made(false);
    await expect(unpackDocument(whole.subarray(0, 1_600), { name: 'a.tar' })).rejects.toMatchObject({
      code: 'corrupt',
    });
    const changed = Buffer.from(whole);
    changed[whole.indexOf('in/a.txt') + 130]! ^= 1;
    await expect(unpackDocument(changed, { name: 'a.tar' })).rejects.toMatchObject({ code: 'corrupt' });
    const bomb = gzipSync(Buffer.concat([whole.subarray(0, 512), Buffer.alloc(300 * 1_048_576)]));
    const reader = openReader();
    const started = performance.now();
    await expect(reader.read(bomb, 'bomb.tar.gz')).rejects.toMatchObject({ code: 'bomb' });
    expect(performance.now() - started).toBeLessThan(20_000);
    await reader.close();
  }, 60_000);
});

it('takes one file that was packed by itself', async () => {
  const bytes = gzipSync('Date,Port,Ship\n2023-01-02,Rajin,Angara\n2023-01-03,Rajin,Maria\n');
  expect((await listed(bytes, 'calls.csv.gz')).kind).toBe('gzip');
  const { members } = await unpackDocument(bytes, { name: 'calls.csv.gz' });
  expect(members.map(({ path }) => path)).toEqual(['calls.csv']);
});
