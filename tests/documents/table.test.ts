import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { documentIdOf } from '../../src/core/hash.ts';
import { inflateEntry, listZip } from '../../src/documents/container/zip.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { decodeStream } from '../../src/documents/plain-text/encoding.ts';
import { readStoredText, readTextLayer } from '../../src/documents/read.ts';
import { openReader } from '../../src/documents/reader.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { readableLayer } from '../../src/documents/text/unread.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectSound } from './layer-checks.ts';
import { makeZip } from './zip-maker.ts';

const HEAD = ['Date', 'Exporter', 'Importer', 'Goods', 'Quantity (tonnes)'];
const CSV = `${HEAD.join(';')}\n2023-05-01;Russia;North Korea;"coal; hard";1,200\n2023-06-02;Russia;North Korea;coal;300\n`;

async function read(content: string | Buffer, name = 'a.csv'): Promise<TextLayer> {
  const layer = await readTextLayer(Buffer.from(content as string), { name });
  expectSound(layer);
  return layer;
}

const placesOf = (layer: TextLayer, ...words: string[]) =>
  words.map((word) => {
    const start = layer.text.indexOf(word);
    return locatorText(passageAt(layer, start, start + word.length));
  });

const claimsIn = (layer: TextLayer) =>
  extractClaims(readableLayer(layer), { source: { name: 'Harbour Office', kind: 'state-organ' }, published: null });

function book(sheets: Readonly<Record<string, WorkSheet>>, hidden: readonly string[] = []): WorkBook {
  const names = Object.keys(sheets);
  return {
    SheetNames: names,
    Sheets: { ...sheets },
    Workbook: { Sheets: names.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) },
  };
}

const bytesOf = (workbook: WorkBook, bookType: 'xlsx' | 'ods' | 'biff8'): Buffer =>
  write(workbook, { type: 'buffer', bookType, compression: true });

describe('CSV', () => {
  it('is a table with one line a row, each cell with its place', async () => {
    const layer = await read(CSV);
    expect(layer.kind).toBe('csv');
    expect(layer.text.split('\n')).toHaveLength(3);
    expect(layer.text).toContain('2023-05-01\tRussia\tNorth Korea\tcoal; hard\t1,200');
    expect(placesOf(layer, 'Exporter', 'coal; hard', '300', '2023-06-02\tRussia')).toEqual([
      'cell B1',
      'cell D2',
      'cell E3',
      'cell A3:B3',
    ]);
  });

  it.each([
    ['tabs', CSV.replaceAll(';', '\t')],
    ['a mark and UTF-16', `\ufeff${CSV}`],
    ['Windows line ends', CSV.replaceAll('\n', '\r\n')],
  ])('is told by its content, with %s', async (how, text) => {
    const layer = await read(Buffer.from(text, how.includes('UTF-16') ? 'utf16le' : 'utf8'), 'x');
    expect(layer.kind).toBe('csv');
    expect(layer.blocks).toHaveLength(15);
  });

  it('gives the claims of its rows and never a sentence', async () => {
    expect(claimsIn(await read(CSV)).map(({ quantities }) => quantities[0]?.raw)).toEqual(['1,200', '300']);
    const told =
      'Who,What happened\nA,"The ministry said that 40 missiles fell on Kyiv."\nB,"It denied that."\nC,Nothing\n';
    expect((await read(told)).kind).toBe('csv');
    expect(
      claimsIn(await read('Note;\n"The ministry said that 40 missiles fell on Kyiv.";\n"It said so in May.";\nx;\n')),
    ).toEqual([]);
  });

  it('keeps what stands above a table as its title', async () => {
    const planned = await read(`Planned deliveries;;;;\n;;;;\n${CSV}`);
    expect(planned.blocks[0]).toMatchObject({ kind: 'heading' });
    expect(placesOf(planned, 'Planned', 'Exporter')).toEqual(['cell A1', 'cell B3']);
    expect(claimsIn(planned)).toEqual([]);
  });

  it('does not read rows under headings that are not theirs', async () => {
    expect(
      claimsIn(
        await read(`${CSV};;;;\n2023-07-01;North Korea;Russia;shells;900\n2023-07-02;North Korea;Russia;shells;8\n`),
      ),
    ).toHaveLength(2);
    const beside = await read(
      'Date;Exporter;;Importer;Goods;Quantity (tonnes)\n2023-05-01;Russia;;North Korea;coal;5\n2023-05-02;Russia;;North Korea;coal;6\n',
    );
    expect(beside.unread).toMatchObject([{ what: 'table', whole: false }]);
    expect(claimsIn(beside)).toEqual([]);
  });

  it.each([
    'SEOUL, May 3 — The ministry said, on Monday, that 20 containers arrived.\nIt said, too, that they left, again.\nA third, with a comma, stands here.\nAnd a fourth, at the end.\n',
    'Seoul, Korea\nTokyo, Japan\n',
    'Dear Sir,\n\nPlease find, below, the list.\n\nYours,\nA. Person\n',
  ])('is no text of sentences', async (text) => {
    expect((await read(text, 'x.txt')).kind).toBe('text');
  });

  it('refuses a quotation mark that is never closed', async () => {
    await expect(read(`${CSV}2023-07-01;"Russia;North Korea;coal;1\n`)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/row 4/),
    });
  });

  it('beyond the limit of cells takes the first rows as its text, and says what is left out', async () => {
    const row = Buffer.from('2023-05-01,Russia,North Korea,coal,1\n');
    const bytes = Buffer.alloc(64 * 1_048_576, row);
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const limits = { ...READING_LIMITS, cells: 20 };
    const told: (readonly [number, number])[] = [];
    const layer = await readTextLayer(bytes, { name: 'many.csv', limits, progress: (...far) => told.push(far) });
    expect(told).toEqual(Array.from({ length: 64 }, (_, at) => [at, 64]));
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1_048_576);
    expect(layer.blocks).toHaveLength(20);
    const rows = Math.ceil(bytes.length / row.length).toLocaleString('en');
    expect(layer.notes?.[0]).toContain(`${rows} rows`);
    expect(layer.unread).toEqual([
      expect.objectContaining({
        whole: false,
        words: expect.stringContaining(`rows 5 to ${rows} are kept in the file`),
      }),
    ]);
    expect(placesOf(layer, 'coal')).toEqual(['cell D1']);
  }, 60_000);

  fullCountTest(
    'is read piece by piece where it is not held, as it is read whole, and refused with other bytes',
    async () => {
      const folder = temporaryFolder();
      const path = join(folder, 'a.csv');
      // A sign that lies across two pieces of the file is read as one.
      const text = `${CSV}${`2023-07-03;Russia;North Korea;${'уголь 석탄 '.repeat(40)};7\n`.repeat(5_600)}`;
      for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
        writeFileSync(path, bytes);
        const limits = { ...READING_LIMITS, cells: 40_000, textLength: 40_000_000 };
        const told: number[] = [];
        const file = { path, document: documentIdOf(bytes), size: bytes.length };
        const stored = await readStoredText(file, { name: 'a.csv', limits, progress: (done) => told.push(done) });
        const whole = await readTextLayer(bytes, { name: 'a.csv', limits });
        expect(JSON.stringify(stored) === JSON.stringify(whole)).toBe(true);
        expect(told.length).toBeGreaterThan(1);
        writeFileSync(path, bytes.subarray(0, -200));
        await expect(readStoredText(file, { name: 'a.csv', limits })).rejects.toMatchObject({
          code: 'changed-while-read',
        });
      }
    },
    60_000,
  );

  it('is decoded by the first piece that is not ASCII, and refused where it is no longer UTF-8', () => {
    const ascii = Buffer.from('name;place;tonnes\nsteel;Busan;1\n'.repeat(300));
    const inPieces = (...pieces: Buffer[]) => {
      const decoded = decodeStream(pieces.values(), 'large.csv');
      return { text: [...decoded.pieces].join(''), encoding: decoded.encoding() };
    };
    for (const [encoding, line] of [
      ['windows-1252', 'Müller GmbH;Köln;5\n'],
      ['windows-1251', 'Небензя;Москва;5\n'],
      ['utf-8', 'Müller GmbH;서울;5\n'],
    ] as const) {
      const bytes = iconv.encode(line.repeat(50), encoding);
      for (const cut of [0, 1, 2, 30])
        expect(inPieces(ascii, bytes.subarray(0, cut), bytes.subarray(cut))).toEqual({
          text: `${ascii}${line.repeat(50)}`,
          encoding,
        });
    }
    const utf8 = Buffer.from('Müller GmbH;서울;5\n'.repeat(12_000));
    expect(() => inPieces(ascii, utf8, iconv.encode('Köln;5\n', 'windows-1252'))).toThrow(
      expect.objectContaining({ code: 'not-text', message: expect.stringContaining('begins as UTF-8') }),
    );
    expect(inPieces(ascii)).toEqual({ text: `${ascii}`, encoding: 'utf-8' });
  });
});

describe('spreadsheets', () => {
  const calls = (): WorkSheet => {
    const sheet = utils.aoa_to_sheet([
      ['Deliveries'],
      [],
      HEAD,
      [45017, 'Russia', 'North Korea', 'coal', 12.7],
      [45018.5, 'Russia', 'North Korea', 'coal', 12400],
    ]);
    const format = (cell: string, z: string) => Object.assign(sheet[cell] as object, { z });
    format('A4', 'm/d/yy');
    format('A5', 'yyyy-mm-dd h:mm');
    format('E4', '0');
    format('E5', '#,##0');
    return sheet;
  };

  it.each(['xlsx', 'ods', 'biff8'] as const)('are read as what they hold (%s)', async (type) => {
    const layer = await read(bytesOf(book({ Calls: calls() }), type), 'book');
    expect(layer.kind).toBe(type === 'biff8' ? 'xls' : type);
    // A day is told as a day, and a number that the format rounds as the number.
    expect(layer.text).toContain('2023-04-01\tRussia\tNorth Korea\tcoal\t12.7');
    expect(layer.text).toContain('2023-04-02 12:00\tRussia');
    expect(placesOf(layer, 'Deliveries', '12.7', 'Exporter')).toEqual(['Calls!A1', 'Calls!E4', 'Calls!B3']);
    expect(claimsIn(layer).map(({ quantities: [first] }) => first?.low)).toEqual(['12.7', '12400']);
  });

  it.each(['xlsx', 'biff8'] as const)('are shown with what they hide, which is not read (%s)', async (type) => {
    const open = calls();
    open['!rows'] = [{}, {}, {}, { hidden: true }];
    const layer = await read(bytesOf(book({ Calls: open, Old: calls() }, ['Old']), type), 'book');
    expect(layer.notes).toContain('hidden sheets: Old');
    const found = claimsIn(layer).map(({ start, end }) => locatorText(passageAt(layer, start, end)));
    expect(found).toEqual(type === 'xlsx' ? ['Calls!A5:E5'] : expect.arrayContaining(['Calls!A5:E5']));
    expect(found.join()).not.toContain('Old!');
  });

  it.each(['xlsx', 'ods'] as const)('tell how many of their cells are read, sheet by sheet (%s)', async (type) => {
    const told: (readonly [number, number])[] = [];
    const bytes = bytesOf(book({ Calls: calls(), More: calls() }), type);
    await readTextLayer(bytes, { name: 'book', progress: (...far) => told.push(far) });
    expect(told).toEqual([0, 16, 32].map((done) => [done, 32]));
  });

  it('hide sheets in OpenDocument by a style', async () => {
    const made = readParts(bytesOf(book({ Calls: calls() }), 'ods'));
    const content = made['content.xml']!.replace(
      '</office:automatic-styles>',
      '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
    ).replace(
      /<table:table table:name="Calls"(?: table:style-name="[^"]*")?/,
      '<table:table table:name="Calls" table:style-name="hid"',
    );
    const bytes = makeZip(
      Object.entries({ ...made, 'content.xml': content }).map(([name, text]) => ({ name, content: text })),
    );
    expect(claimsIn(await read(bytes, 'book.ods'))).toEqual([]);
  });

  it('refuse what would take more cells than are read, before it is built', async () => {
    const limits = { ...READING_LIMITS, cells: 20 };
    for (const type of ['xlsx', 'ods', 'biff8'] as const)
      await expect(
        readTextLayer(bytesOf(book({ Calls: calls(), More: calls() }), type), { name: 'b', limits }),
      ).rejects.toMatchObject({ code: 'too-complex', message: expect.stringMatching(/more than 20 filled cells/) });
  });

  it('refuse repeated cells of OpenDocument without repeating them', async () => {
    const made = readParts(bytesOf(book({ Calls: utils.aoa_to_sheet([['x']]) }), 'ods'));
    const repeated = made['content.xml']!.replace(
      '<table:table-cell ',
      '<table:table-cell table:number-columns-repeated="16384" ',
    ).replace('<table:table-row>', '<table:table-row table:number-rows-repeated="1048576">');
    expect(repeated).not.toBe(made['content.xml']);
    const bytes = makeZip(
      Object.entries({ ...made, 'content.xml': repeated }).map(([name, text]) => ({ name, content: text })),
    );
    const started = performance.now();
    await expect(readTextLayer(bytes, { name: 'b.ods' })).rejects.toMatchObject({ code: 'too-complex' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('refuse 10^6 cells in one line, under the limits of time and memory', async () => {
    const row = Array.from({ length: 100 }, (_, i) => `<c r="${utils.encode_col(i)}1"><v>7</v></c>`).join('');
    const rows = `<row>${row}</row>`.repeat(10_000);
    const made = readParts(bytesOf(book({ Calls: utils.aoa_to_sheet([['x']]) }), 'xlsx'));
    const sheet = made['xl/worksheets/sheet1.xml']!.replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData>${rows}</sheetData>`,
    );
    const bytes = makeZip(
      Object.entries({ ...made, 'xl/worksheets/sheet1.xml': sheet }).map(([name, text]) => ({ name, content: text })),
    );
    const reader = openReader({ ...READING_LIMITS, zipRatio: 1_000 });
    const started = performance.now();
    await expect(reader.read(bytes, 'million.xlsx')).rejects.toMatchObject({
      code: 'too-complex',
      place: 'million.xlsx',
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    await reader.close();
  }, 40_000);
});

/** The parts of a file that the library wrote, as text. */
function readParts(bytes: Buffer): Record<string, string> {
  return Object.fromEntries(
    listZip(bytes, 'made', READING_LIMITS)
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => [entry.name, inflateEntry(bytes, entry, 'made').toString('utf8')]),
  );
}
