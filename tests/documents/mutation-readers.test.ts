import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { afterAll, expect, it } from 'vitest';
import { DocumentError } from '../../src/documents/document-error.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { pngOf } from '../../src/documents/pdf/raster-files.ts';
import { openReader } from '../../src/documents/reader.ts';
import { isFullCount } from '../full-count.ts';
import { makeDoc } from './doc-maker.ts';
import { expectSound } from './layer-checks.ts';
import { makeMail } from './mail-maker.ts';
import { makeMsg } from './msg-maker.ts';
import { makePdf } from './pdf-maker.ts';
import { makeSlides } from './slides-maker.ts';
import { makeTar } from './tar-maker.ts';
import { makePage, makeWarc } from './warc-maker.ts';
import { makeZip } from './zip-maker.ts';

const sheet = utils.aoa_to_sheet(Array.from({ length: 40 }, (_, i) => [45_000 + i, `Ship ${i}`, i / 3]));
const book = { SheetNames: ['S'], Sheets: { S: sheet } };
const mail = makeMail({ From: 'a@b.c', To: 'd@e.f', Date: 'Mon, 02 Oct 2023 14:30:00 +0000', Subject: 'S' }, 'Text.');
const table = Buffer.from('Date;Port;Ship\n2023-01-02;"Rajin; north";Angara\n2023-01-03;Rajin;Maria\n');
const ARCHIVED = `status,metadata,media\ndone,"{'url': 'https://example.org', '_processed_at': datetime.datetime(2025, 3, 1, 12, 0, tzinfo=datetime.timezone.utc)}","[{'filename': 'a.txt', 'properties': {'hash': 'SHA-256:${'0'.repeat(64)}'}}]"\n`;
const MHTML = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/a',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://example.org/a',
  '',
  '<html><body><h1>T</h1><p>The office said so in =32023.</p></body></html>',
  '--b--',
  '',
].join('\r\n');
/** A sheet with a dark bar: large enough to be looked at for text. */
const sheetOfPoints = Uint8Array.from({ length: 40 * 36 * 3 }, (_, at) => {
  const [x, y] = [Math.floor(at / 3) % 40, Math.floor(at / 120)];
  return x > 7 && x < 30 && y > 9 && y < 14 ? 20 : 250;
});
const bmp = Buffer.alloc(54 + sheetOfPoints.length);
bmp.write('BM', 'latin1');
for (const [at, value] of [
  [2, bmp.length],
  [10, 54],
  [14, 40],
  [18, 40],
  [22, 36],
  [26, 0x180001],
] as const)
  bmp.writeUInt32LE(value, at);
bmp.set(sheetOfPoints, 54);
const rgba = Buffer.from(
  Array.from({ length: 40 * 36 }, (_, at) => [...sheetOfPoints.subarray(at * 3, at * 3 + 3), 255]).flat(),
);
const PICTURES: Readonly<Record<string, Buffer>> = {
  png: pngOf({ width: 40, height: 36, data: sheetOfPoints }),
  jpeg: Buffer.from(jpeg.encode({ width: 40, height: 36, data: rgba }, 60).data),
  bmp,
  gif: Buffer.from(
    'R0lGODdhKAAkAIEAAPr6+hQUFAAAAAAAACwAAAAAKAAkAEAIUQABCBxIsKDBgwgTKlzIsKHDhxAjSpxIsWLEABgzatzIMYDFjyBDihxJcmDHkx1LqlzJsqXLlzBjypxJs6ZJlDgxSsyZ06bPn0CDCh1KtCjMgAA7',
    'base64',
  ),
  webp: Buffer.from(
    'UklGRlYAAABXRUJQVlA4IEoAAAAQBACdASooACQAPtFkq1AoJaQipygBABoJaQAEMzBQWHHi25ktJQ4HAAD+9MkX8iP+yuwN8f4pOzH7lWNNpA+SJdpka1hRGgAAAA==',
    'base64',
  ),
};
const gridPage = [
  ...[700, 680, 660, 640].map((y) => ({ x: 60, y, width: 300, height: 0.6 })),
  ...[60, 160, 260, 360].map((x) => ({ x, y: 640, width: 0.6, height: 60 })),
  ...['Date', 'Ship', 'Tonnes', '2023-01-02', 'Angara', '40', '2023-01-03', 'Maria', '70'].map((text, at) => ({
    x: 64 + (at % 3) * 100,
    y: 685 - Math.floor(at / 3) * 20,
    text,
  })),
];
const MADE: Readonly<Record<string, Buffer>> = {
  ...PICTURES,
  pdf: makePdf([gridPage]),
  mhtml: Buffer.from(MHTML),
  tar: makeTar({ 'a/calls.csv': table, 'a/mail.eml': mail }),
  gzip: gzipSync(table),
  csv: table,
  xlsx: write(book, { type: 'buffer', bookType: 'xlsx' }),
  xls: write(book, { type: 'buffer', bookType: 'biff8' }),
  ods: write(book, { type: 'buffer', bookType: 'ods' }),
  eml: mail,
  mbox: Buffer.concat([Buffer.from('From a Mon Oct  2 14:30:00 2023\r\n'), mail]),
  msg: makeMsg({
    subject: 'S',
    body: 'Text. '.repeat(800),
    name: 'A',
    address: 'a@b.c',
    sent: 0,
    attachment: { name: 'a.csv', content: table },
  }),
  warc: makeWarc([{ url: 'https://example.org/a', type: 'text/html', body: makePage('T', 'Text.') }], false),
  pptx: makeSlides([{ title: 'T', text: ['Text.'], notes: 'Note.' }]),
  doc: makeDoc(['A paragraph of some words.', 'Who\x07When\x07\x07'], { footnotes: ['A note.'] }),
  ftm: Buffer.from(
    '{"id":"d","schema":"PlainText","properties":{"fileName":["a.txt"],"bodyText":["Text."]}}\n{"id":"p","schema":"Person","properties":{"name":["A"]}}\n',
  ),
  archiver: makeZip([
    { name: 'a.csv', content: ARCHIVED },
    { name: 'a.txt', content: 'Text.' },
  ]),
  rtf: Buffer.from(String.raw`{\rtf1\ansicpg949{\fonttbl{\f0 A;}}\'b0\'a1\u-100?text\par\intbl a\cell b\cell\row}`),
};

const reader = openReader({ ...READING_LIMITS, milliseconds: 15_000 });
afterAll(() => reader.close());

/** Bytes set to others, mostly near the beginning, where the structure of a file is. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  near: fc.boolean(),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});

it.each(Object.keys(MADE))(
  'reads or refuses changed files, in one line and little time (%s)',
  async (kind) => {
    const whole = MADE[kind] as Buffer;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, near, bytes: put } of changes)
          bytes.set(
            put.subarray(0, bytes.length),
            Math.min(bytes.length - put.length, Math.floor(at * (near ? Math.min(1_500, bytes.length) : bytes.length))),
          );
        const layer = await reader.read(bytes, kind).catch((error: unknown) => error);
        const unpacked = await reader.unpack(bytes, kind).catch((error: unknown) => error);
        for (const outcome of [layer, unpacked])
          if (outcome instanceof Error) {
            expect(outcome).toBeInstanceOf(DocumentError);
            expect(outcome.message).toMatch(/^[^\n]{5,300}$/);
            expect((outcome as DocumentError).code).not.toBe('too-slow');
          }
        if (!(layer instanceof Error)) expectSound(layer as Awaited<ReturnType<typeof reader.read>>);
      }),
      {
        numRuns: isFullCount ? 10_000 : kind in PICTURES ? 4 : 25,
        // Sampled, a slow machine tries fewer; the full count is met or the test fails. The engine looks at each picture.
        ...(isFullCount ? {} : { interruptAfterTimeLimit: 20_000 }),
      },
    );
  },
  6_000_000,
);
