import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { DocumentError } from '../../src/documents/document-error.ts';
import { pngOf } from '../../src/documents/pdf/raster-files.ts';
import { openReader } from '../../src/documents/reader.ts';
import { fullCountTest } from '../full-count.ts';
import { makePdf } from './pdf-maker.ts';
import { makeScanPdf, placedBits, placedJpeg } from './scan-pdf-maker.ts';

const reader = openReader();
afterAll(() => reader.close());

const jpeg = readFileSync(join(fileURLToPath(import.meta.url), '..', 'scans', 'english.jpg'));

async function refusal(bytes: Buffer): Promise<DocumentError> {
  const started = performance.now();
  const before = process.memoryUsage.rss();
  const error = await reader.read(bytes, 'picture').catch((thrown: unknown) => thrown);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(1_000 * 1_048_576);
  expect(error).toBeInstanceOf(DocumentError);
  expect((error as DocumentError).message).toMatch(/^[^\n]{5,300}$/);
  return error as DocumentError;
}

/** A picture of one colour: points say little, and fill the memory all the same. */
function blank(width: number, height: number): Buffer {
  return pngOf({ width, height, data: new Uint8Array(width * height * 3).fill(255) });
}

function withSize(png: Buffer, width: number, height: number): Buffer {
  const other = Buffer.from(png);
  other.writeUInt32BE(width, 16);
  other.writeUInt32BE(height, 20);
  return other;
}

it('refuses a picture of 30,000 x 30,000 points by its head', async () => {
  const error = await refusal(withSize(blank(10, 10), 30_000, 30_000));
  expect(error.code).toBe('too-large');
  expect(error.message).toContain('30,000 x 30,000');
}, 60_000);

it('refuses pictures without a size, cut off, or with another size than they have', async () => {
  expect((await refusal(withSize(blank(10, 10), 0, 10))).code).toBe('corrupt');
  expect((await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3, 4, 5, 6]))).code).toBe('corrupt');
  expect((await refusal(blank(200, 200).subarray(0, 120))).code).toBe('corrupt');
  expect((await refusal(Buffer.from('GIF89a\x00\x01\x00\x01\xff', 'latin1'))).code).toBe('corrupt');
  const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(30, 1)]);
  expect((await refusal(webp)).code).toBe('corrupt');
}, 60_000);

fullCountTest(
  'reads a large blank picture within the limits, and finds no text in it',
  async () => {
    const started = performance.now();
    const layer = await reader.read(blank(6_000, 6_000), 'blank.png');
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(layer).toMatchObject({ text: '', unread: [{ what: 'scan', whole: true }] });
  },
  60_000,
);

it('keeps what is no picture of a page, and takes a picture in the text of a page for no scan', async () => {
  const speck = await reader.read(blank(8, 8), 'pixel.png');
  expect(speck.unread).toMatchObject([{ whole: true, words: 'a picture too small to hold text' }]);
  const stamp = makeScanPdf([{ pictures: [placedJpeg(jpeg, [10, 10, 60, 30])] }]);
  expect((await refusal(stamp)).code).toBe('no-text');
  expect((await refusal(makePdf([[]]))).code).toBe('no-text');
}, 60_000);

it('goes on where the picture of a page is damaged, and says which pages were not read', async () => {
  const damaged = placedJpeg(jpeg);
  const bytes = makeScanPdf([
    { pictures: [placedJpeg(jpeg)] },
    { pictures: [{ ...damaged, stream: Buffer.alloc(200, 7) }] },
    { pictures: [placedBits(Buffer.alloc(100 * 100), 800, 100, true, [0, 0, 595, 842])] },
  ]);
  const layer = await reader.read(bytes, 'damaged.pdf');
  expect(layer.text).toContain('12,400 tonnes of coal');
  expect(layer.unread).toMatchObject([
    { what: 'scan', whole: false, words: expect.stringContaining('pages 2, 3 of 3') },
  ]);
}, 60_000);
