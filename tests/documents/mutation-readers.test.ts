import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { DocumentError } from '../../src/documents/document-error.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { openReader } from '../../src/documents/reader.ts';
import { makeDoc } from './doc-maker.ts';
import { expectSound } from './layer-checks.ts';
import { makeMail } from './mail-maker.ts';
import { makeMsg } from './msg-maker.ts';
import { makeSlides } from './slides-maker.ts';
import { makePage, makeWarc } from './warc-maker.ts';
import { makeZip } from './zip-maker.ts';

const sheet = utils.aoa_to_sheet(Array.from({ length: 40 }, (_, i) => [45_000 + i, `Ship ${i}`, i / 3]));
const book = { SheetNames: ['S'], Sheets: { S: sheet } };
const mail = makeMail({ From: 'a@b.c', To: 'd@e.f', Date: 'Mon, 02 Oct 2023 14:30:00 +0000', Subject: 'S' }, 'Text.');
const table = Buffer.from('Date;Port;Ship\n2023-01-02;"Rajin; north";Angara\n2023-01-03;Rajin;Maria\n');
const ARCHIVED = `status,metadata,media\ndone,"{'url': 'https://example.org', '_processed_at': datetime.datetime(2025, 3, 1, 12, 0, tzinfo=datetime.timezone.utc)}","[{'filename': 'a.txt', 'properties': {'hash': 'SHA-256:${'0'.repeat(64)}'}}]"\n`;
const MADE: Readonly<Record<string, Buffer>> = {
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
        numRuns: process.env.PANEL_LONG === '1' ? 10_000 : 25,
        // Sampled, a slow machine tries fewer; the full count is met or the test fails.
        ...(process.env.PANEL_LONG === '1' ? {} : { interruptAfterTimeLimit: 20_000 }),
      },
    );
  },
  6_000_000,
);
