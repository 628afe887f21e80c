import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../src/documents/read.ts';
import { openReader } from '../../src/documents/reader.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { expectSound } from './layer-checks.ts';
import { type MadeRecord, makePage, makeWarc } from './warc-maker.ts';
import { makeZip } from './zip-maker.ts';

const PAGE = makePage(
  'Two ships at Rajin',
  'Two ships left Rajin on Monday, the harbour office said in its note of the week.',
);
const RECORDS: readonly MadeRecord[] = [
  { url: 'https://example.org/ships', type: 'text/html; charset=utf-8', body: PAGE },
  { url: 'https://example.org/style.css', type: 'text/css', body: Buffer.from('p{}') },
  { url: 'https://example.org/packed', type: 'text/html', body: gzipSync(PAGE), headers: ['Content-Encoding: gzip'] },
  {
    url: 'https://example.org/brotli',
    type: 'text/html',
    body: brotliCompressSync(PAGE),
    headers: ['Content-Encoding: br'],
  },
  {
    url: 'https://example.org/pieces',
    type: 'text/html',
    body: Buffer.concat([Buffer.from(`${PAGE.length.toString(16)}\r\n`), PAGE, Buffer.from('\r\n0\r\n\r\n')]),
    headers: ['Transfer-Encoding: chunked'],
  },
  { url: 'https://example.org/gone', type: 'text/html', body: Buffer.from('no'), status: 404 },
];

describe('a web archive', () => {
  it.each([true, false])('gives its pages as their server sent them, packed: %j', async (packed) => {
    const bytes = makeWarc(RECORDS, packed);
    const layer = await readTextLayer(bytes, { name: 'a.warc' });
    expectSound(layer);
    expect(layer).toMatchObject({ kind: 'warc', checks: [{ outcome: 'holds', detail: '6 of 6 hold' }] });
    const at = layer.text.indexOf('https://example.org/packed');
    expect(locatorText(passageAt(layer, at, at + 5))).toMatch(/^record 3 at byte [1-9]\d+$/);
    const { members } = await unpackDocument(bytes, { name: 'a.warc' });
    expect(members.map(({ url, written }) => [url, written])).toEqual([
      ['https://example.org/ships', '2023-10-01T12:00:00Z'],
      ['https://example.org/packed', '2023-10-03T12:00:00Z'],
      ['https://example.org/brotli', '2023-10-04T12:00:00Z'],
      ['https://example.org/pieces', '2023-10-05T12:00:00Z'],
    ]);
    for (const { bytes: page } of members) expect(Buffer.from(page)).toEqual(PAGE);
  });

  it('says which digest does not hold, and takes the page in with that', async () => {
    const bytes = makeWarc([{ ...RECORDS[0]!, digest: `sha256:${'0'.repeat(64)}` }, RECORDS[1]!]);
    const { checks, members } = await unpackDocument(bytes, { name: 'a.warc' });
    expect(checks[0]).toMatchObject({ outcome: 'fails', detail: '1 of 2 hold' });
    expect(checks[1]?.what).toContain('https://example.org/ships');
    expect(members).toHaveLength(1);
  });

  it.each([
    ['longer', 10_000, /bytes shorter than it says/],
    ['shorter', 20, /is longer than it says/],
    ['of no number', Number.NaN, /does not say how long/],
  ])('is refused in one line where a record says that it is %s', async (_, length, message) => {
    const reader = openReader();
    for (const packed of [true, false])
      await expect(reader.read(makeWarc([{ ...RECORDS[0]!, length }], packed), 'a.warc')).rejects.toMatchObject({
        code: 'corrupt',
        message: expect.stringMatching(message),
      });
    await reader.close();
  });
});

describe('a WACZ capture', () => {
  const sha = (content: Buffer) => `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const made = ({ forge = false, encoding = 'ieee-p1363' as 'ieee-p1363' | 'der' } = {}): Buffer => {
    const files: Record<string, Buffer> = {
      'archive/data.warc.gz': makeWarc([
        RECORDS[0]!,
        { url: 'https://example.org/advert', type: 'text/html', body: makePage('Buy', 'Buy this.') },
        { url: 'https://example.org/list.csv', type: 'text/csv', body: Buffer.from('a,b,c\n1,2,3\n') },
      ]),
      'pages/pages.jsonl': Buffer.from(
        '{"format":"json-pages-1.0","id":"pages"}\n{"url":"https://example.org/ships","ts":"2023-10-01T12:00:00Z","title":"Two ships"}\n',
      ),
    };
    const about = Buffer.from(
      JSON.stringify({
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: 'Ships',
        created: '2023-10-01T12:00:01Z',
        software: 'a browser',
        resources: Object.entries(files).map(([path, content]) => ({
          name: path,
          path,
          hash: sha(content),
          bytes: content.length,
        })),
      }),
    );
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const hash = sha(about);
    const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: encoding }).toString('base64');
    const digest = {
      path: 'datapackage.json',
      hash,
      signedData: {
        hash,
        signature,
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        created: '2023-10-01T12:00:02Z',
        software: 'a browser',
        version: '0.1.0',
      },
    };
    const parts = {
      ...files,
      ...(forge
        ? {
            'pages/pages.jsonl': Buffer.concat([files['pages/pages.jsonl']!, Buffer.from('\n')]),
            'extra.txt': Buffer.from('x'),
          }
        : {}),
    };
    return makeZip([
      ...Object.entries(parts).map(([name, content]) => ({ name, content })),
      { name: 'datapackage.json', content: about },
      { name: 'datapackage-digest.json', content: JSON.stringify(digest) },
    ]);
  };

  it.each(['ieee-p1363', 'der'] as const)('gives its pages and files with what was checked (%s)', async (encoding) => {
    const layer = await readTextLayer(made({ encoding }), { name: 'a.wacz' });
    expect(layer.kind).toBe('wacz');
    expect(layer.checks?.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['hashes of the files in the capture', 'holds'],
      ['hash of datapackage.json', 'holds'],
      ['signature of the capture', 'holds'],
      ['digests of the records', 'holds'],
    ]);
    expect(layer.notes?.join()).toContain('2023-10-01T12:00:01Z by its own word');
    const { members } = await unpackDocument(made({ encoding }), { name: 'a.wacz' });
    expect(members.map(({ url }) => url)).toEqual(['https://example.org/ships', 'https://example.org/list.csv']);
  });

  it('tells of files that were changed or put in since', async () => {
    const { checks } = await unpackDocument(made({ forge: true }), { name: 'a.wacz' });
    expect(checks.slice(0, 3)).toMatchObject([
      { outcome: 'fails', detail: '1 of 3 hold' },
      { what: 'hash of pages/pages.jsonl', outcome: 'fails' },
      { what: 'hash of extra.txt', outcome: 'fails', detail: 'the capture does not list this file' },
    ]);
  });
});

it('gives the page and the frames of a page that a browser saved', async () => {
  const mhtml = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/ships',
    'Subject: Two ships',
    'Date: Mon, 2 Oct 2023 12:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="--mark--"',
    '',
    '',
    '----mark--',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/ships',
    '',
    '<html><body><p>Ships left on Mon=',
    'day =E2=80=94 two.</p></body></html>',
    '----mark--',
    'Content-Type: text/css',
    'Content-Location: cid:css',
    '',
    'p{}',
    '----mark----',
    '',
  ].join('\r\n');
  const layer = await readTextLayer(Buffer.from(mhtml), { name: 'a.mhtml' });
  expect(layer.kind).toBe('mhtml');
  const { members } = await unpackDocument(Buffer.from(mhtml), { name: 'a.mhtml' });
  expect(members.map(({ url, bytes }) => [url, Buffer.from(bytes).toString()])).toEqual([
    ['https://example.org/ships', '<html><body><p>Ships left on Monday — two.</p></body></html>'],
  ]);
});
