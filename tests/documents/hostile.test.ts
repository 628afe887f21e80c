import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inflateEntry, listZip } from '../../src/documents/container/zip.ts';
import { DocumentError, type DocumentErrorCode } from '../../src/documents/document-error.ts';
import { takeFile } from '../../src/documents/dossier/intake.ts';
import { takeLargeFile } from '../../src/documents/large-file.ts';
import { READING_LIMITS, type ReadingLimits } from '../../src/documents/limits.ts';
import { type DocumentReader, openReader } from '../../src/documents/reader.ts';
import { makeDoc } from './doc-maker.ts';
import { expectSound } from './layer-checks.ts';
import { makePdf } from './pdf-maker.ts';
import { makeSlides } from './slides-maker.ts';
import { documentXml, makeDocx, makeZip, wordParagraph } from './zip-maker.ts';

let folder: string;
let outside: string;
let reader: DocumentReader;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-dossier-'));
  outside = mkdtempSync(join(tmpdir(), 'panel-outside-'));
  writeFileSync(join(outside, 'secret.txt'), 'a secret');
  reader = openReader();
});

afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
  rmSync(outside, { recursive: true });
});

async function refusal(promise: Promise<unknown>): Promise<DocumentError> {
  const error = await promise.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DocumentError);
  expect(error.message).not.toMatch(/\n/);
  expect(error.place).toBeTruthy();
  return error;
}

describe('taking a file of a dossier', () => {
  const refuses = async (name: string, code: DocumentErrorCode) =>
    expect((await refusal(takeFile(name, { within: folder }))).code).toBe(code);

  it('gives bytes, hash and size of a file, also in a folder below and through a link inside', async () => {
    mkdirSync(join(folder, 'annex'));
    writeFileSync(join(folder, 'annex', 'a.txt'), 'abc');
    symlinkSync(join(folder, 'annex', 'a.txt'), join(folder, 'inside.txt'));
    for (const name of ['annex/a.txt', './annex/a.txt', 'inside.txt'])
      expect(await takeFile(name, { within: folder })).toMatchObject({
        document: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        size: 3,
      });
  });

  it.each([
    '../secret.txt',
    'annex/../../secret.txt',
    '..\\secret.txt',
    '/etc/passwd',
    'C:\\secret.txt',
    '\\\\host\\share',
    '',
    'a\0b',
  ])('refuses the name %j', (name) => refuses(name, 'unsafe-name'));

  it('refuses links out of the folder, to a file or by a folder', async () => {
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(outside, join(folder, 'way-out'));
    symlinkSync(join(outside, 'none'), join(folder, 'dangling.txt'));
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    await refuses('link.txt', 'outside-folder');
    await refuses('way-out/secret.txt', 'outside-folder');
    await refuses('dangling.txt', 'missing');
    await refuses('loop.txt', 'outside-folder');
  });

  it('refuses what is no file, without waiting for a pipe', async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, 'pipe')]);
    await refuses('pipe', 'not-a-file');
    await refuses('annex', 'not-a-file');
    await refuses('none.txt', 'missing');
    await refuses('x'.repeat(300), 'unsafe-name');
  });

  it('refuses 1 GB of text without reading it', async () => {
    writeFileSync(join(folder, 'huge.txt'), 'text\n');
    truncateSync(join(folder, 'huge.txt'), 1_000_000_000);
    const before = process.memoryUsage.rss();
    const started = performance.now();
    await refuses('huge.txt', 'too-large');
    expect(performance.now() - started).toBeLessThan(500);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1_048_576);
  });

  it('ends the hashing of a large table when nobody waits for it any more', async () => {
    const path = join(folder, 'large.csv');
    writeFileSync(path, 'date;goods;tonnes\n2023-05-01;coal;7\n'.repeat(2_000));
    truncateSync(path, READING_LIMITS.fileBytes * 4);
    const ending = new AbortController();
    const told: number[] = [];
    const progress = (done: number): void => {
      told.push(done);
      if (told.length === 2) ending.abort();
    };
    const taking = takeLargeFile('large.csv', { within: folder }, progress, ending.signal);
    expect((await refusal(taking)).code).toBe('cancelled');
    expect(told).toEqual([4, 8]);
    rmSync(path);
  });

  it('refuses a file that changes while it is read, by growing, shrinking or in place', async () => {
    const path = join(folder, 'changing.txt');
    const size = 48 * 1_048_576;
    const changes = [
      () => appendFileSync(path, 'more'),
      () => truncateSync(path, size - Math.floor(performance.now())),
      () => writeFileSync(path, `${performance.now()}`, { flag: 'r+' }),
    ];
    for (const change of changes) {
      writeFileSync(path, Buffer.alloc(size, 'a'));
      const taking = takeFile('changing.txt', { within: folder });
      const writer = setInterval(change, 1);
      expect((await refusal(taking)).code).toBe('changed-while-read');
      clearInterval(writer);
    }
    rmSync(path);
  });
});

describe('reading hostile and broken files', () => {
  const refuses = async (name: string, bytes: Buffer, code: DocumentErrorCode) => {
    const error = await refusal(reader.read(bytes, name));
    expect({ name, code: error.code, place: error.place }).toEqual({ name, code, place: name });
  };
  const standard = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;

  it('reads no macro, and says of each kind of file that it carries some', async () => {
    const program = { content: 'Sub AutoOpen()' };
    const book = { SheetNames: ['S'], Sheets: { S: utils.aoa_to_sheet([['Ship', 'Tonnes']]) } };
    const withPart = (bytes: Buffer, name: string): Buffer => {
      const parts = listZip(bytes, 'a', READING_LIMITS).filter((entry) => !entry.name.endsWith('/'));
      const kept = parts.map((entry) => ({ name: entry.name, content: inflateEntry(bytes, entry, 'a') }));
      return makeZip([...kept, { name, ...program }]);
    };
    const written = (bookType: 'xlsx' | 'ods'): Buffer => write(book, { type: 'buffer', bookType });
    const files = {
      'a.docm': makeDocx(wordParagraph('A text.'), [{ name: 'word/vbaProject.bin', ...program }]),
      'a.pptm': withPart(makeSlides([{ title: 'T', text: ['Text.'] }]), 'ppt/vbaProject.bin'),
      'a.xlsm': withPart(written('xlsx'), 'xl/vbaProject.bin'),
      'b.xlsm': withPart(written('xlsx'), 'xl/macrosheets/sheet1.bin'),
      'a.ods': withPart(written('ods'), 'Basic/Standard/Module1.xba'),
      'a.doc': makeDoc(['A text.'], { macros: true }),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const { text, notes } = await reader.read(bytes, name);
      expect([name, notes]).toEqual([name, ['it carries macros; none was run or read']]);
      expect(text).not.toContain('AutoOpen');
    }
    expect((await reader.read(makeDoc(['A text.']), 'a.doc')).notes).toEqual([]);
  });

  it('refuses empty files, junk and kinds that have no reader', async () => {
    await refuses('empty.txt', Buffer.alloc(0), 'empty');
    await refuses('blank.txt', Buffer.from(' \n\n'), 'no-text');
    await refuses('junk.txt', randomBytes(20_000), 'not-text');
    await refuses('zeros.txt', Buffer.alloc(5000), 'not-text');
    await refuses('picture.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'corrupt');
    await refuses('fax.tif', Buffer.from([0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0, 0, 0]), 'unsupported');
    await refuses('old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'unsupported');
    await refuses(
      'locked.docx',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    );
    const text = 'application/vnd.oasis.opendocument.text';
    await refuses('letter.odt', makeZip([{ name: 'mimetype', content: text }]), 'unsupported');
  });

  it('refuses encrypted, cut and damaged PDF files', async () => {
    const good = makePdf([[{ x: 72, y: 700, text: 'Some text of a report.' }]]);
    expectSound(await reader.read(good, 'good.pdf'));
    await refuses('locked.pdf', makePdf([[{ x: 72, y: 700, text: 'secret' }]], { encrypt: standard }), 'encrypted');
    await refuses('cut.pdf', good.subarray(0, good.length - 200), 'corrupt');
    await refuses(
      'junk.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000), Buffer.from('\n%%EOF')]),
      'corrupt',
    );
  });

  it('refuses cut, damaged, lying and overlarge DOCX files', async () => {
    const body = wordParagraph('Some text of a report.');
    const good = makeDocx(body);
    expectSound(await reader.read(good, 'good.docx'));
    await refuses('cut.docx', good.subarray(0, good.length * 0.6), 'corrupt');
    const damaged = Buffer.from(good);
    damaged[good.indexOf('word/document.xml') + 40]! ^= 0xff;
    await refuses('damaged.docx', damaged, 'corrupt');
    await refuses(
      'bomb.docx',
      makeDocx(body, [{ name: 'word/styles.xml', content: Buffer.alloc(40 * 1_048_576, 'a') }]),
      'bomb',
    );
    await refuses(
      'liar.docx',
      makeDocx(body, [{ name: 'word/styles.xml', content: Buffer.alloc(4 * 1_048_576, 'a'), declaredSize: 1000 }]),
      'bomb',
    );
    await refuses('locked.docx', makeDocx(body, [{ name: 'word/styles.xml', content: 'a', flags: 1 }]), 'encrypted');
    await refuses('twice.docx', makeDocx(body, [{ name: 'word/document.xml', content: documentXml(body) }]), 'corrupt');
    await refuses(
      'entities.docx',
      makeDocx(body, [{ name: 'word/styles.xml', content: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }]),
      'bomb',
    );
    await refuses('deep.docx', makeDocx('<w:sdt>'.repeat(20_000) + '</w:sdt>'.repeat(20_000)), 'too-complex');
    await refuses('no-words.docx', makeDocx('<w:p/>'), 'no-text');
    await refuses('unclosed.docx', makeDocx('<w:p><w:r>'), 'corrupt');
  });

  it('refuses pages nested or repeated without end', async () => {
    await refuses('deep.html', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}text`), 'too-complex');
    await refuses('wide.html', Buffer.from(`<html><body>${'<p>a'.repeat(500_000)}`), 'too-complex');
    await refuses('none.html', Buffer.from('<html><body><script>alert(1)</script></body></html>'), 'no-text');
  });

  it('takes the text of a page with scripts, and runs none', async () => {
    const file = join(outside, 'written-by-script');
    const html = `<html><head><title>Statement</title></head><body onload="go()"><script>process.exit(1)</script>
      <script>require('fs').writeFileSync(${JSON.stringify(file)}, '')</script>
      <p onclick="x()">The ministry said that it received no containers.</p><p style="display: none">hidden words</p>
      <img src=x onerror="alert(1)"><a href="javascript:alert(1)">more</a></body></html>`;
    const layer = await reader.read(Buffer.from(html), 'scripts.html');
    expect(layer.text).toContain('The ministry said that it received no containers.');
    expect(layer.text).not.toMatch(/alert|process|hidden|javascript/);
    expect(layer.notes).toEqual([expect.stringMatching(/scripts/), expect.stringMatching(/hides/)]);
  });

  it('goes on after a file that takes too long or too much memory', async () => {
    const tight: ReadingLimits = { ...READING_LIMITS, milliseconds: 1_500, memoryMegabytes: 300 };
    const small = openReader(tight);
    try {
      // 600 MiB of blanks in 600 kB: it fills buffers outside the heap, or keeps the reader busy, whichever comes first.
      const bomb = makePdf([[]], { stream: deflateSync(Buffer.alloc(600 * 1_048_576, ' ')) });
      expect(['out-of-memory', 'too-slow']).toContain((await refusal(small.read(bomb, 'bomb.pdf'))).code);
      const busy = makePdf(
        Array.from({ length: 4_000 }, () => []),
        { stream: deflateSync(Buffer.from('BT /F1 9 Tf (a) Tj ET\n'.repeat(5_000))) },
      );
      expect((await refusal(small.read(busy, 'busy.pdf'))).code).toBe('too-slow');
      expect((await small.read(Buffer.from('The rest goes on.'), 'rest.txt')).text).toBe('The rest goes on.');
    } finally {
      await small.close();
    }
  }, 30_000);

  it('refuses a PDF of very many pages', async () => {
    const few = openReader({ ...READING_LIMITS, pages: 20 });
    const bytes = makePdf(Array.from({ length: 21 }, () => [{ x: 72, y: 700, text: 'text' }]));
    expect((await refusal(few.read(bytes, 'long.pdf'))).code).toBe('too-complex');
    await few.close();
  });
});
