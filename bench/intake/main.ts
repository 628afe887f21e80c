/**
 * What large files cost to take in: `npx tsx bench/intake/main.ts [table|spreadsheet|scan]`. Each file is made in a temporary folder,
 * read as any other is, in a thread of its own, and gone afterwards. Peak memory is that of the whole process, the file itself
 * included where it is held.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import { isLarge } from '../../src/documents/custody/stored-file.ts';
import { takeLargeFile } from '../../src/documents/large-file.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { openReader } from '../../src/documents/reader.ts';
import { makeScanPdf, placedJpeg } from '../../tests/documents/scan-pdf-maker.ts';

const folder = mkdtempSync(join(tmpdir(), 'panel-bench-'));
const HEAD = ['Date', 'Exporter', 'Importer', 'Vessel', 'Goods', 'Quantity (tonnes)', 'Remarks'];
const rowOf = (at: number): readonly (string | number)[] => [
  `2023-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
  'Russia',
  'North Korea',
  `Ship ${at % 5_000}`,
  at % 5 === 0 ? 'containers of parts, packed' : 'coal',
  (at * 37) % 90_000,
  `as written in the ledger of berth ${at}`,
];

/** A CSV file of a thousand million bytes. */
function makeTable(path: string): void {
  const file = openSync(path, 'w');
  let [size, at] = [writeSync(file, `${HEAD.join(',')}\n`), 0];
  while (size < 1_000_000_000) {
    const lines = Array.from({ length: 10_000 }, () => {
      const cells = rowOf(at++).map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell));
      return `${cells.join(',')}\n`;
    });
    size += writeSync(file, lines.join(''));
  }
  closeSync(file);
}

/** A spreadsheet with as many filled cells as are read. */
function makeSpreadsheet(bookType: 'xlsx' | 'ods'): (path: string) => void {
  return (path) => {
    const rows = Math.floor(READING_LIMITS.cells / HEAD.length) - 1;
    const sheet = utils.aoa_to_sheet([HEAD, ...Array.from({ length: rows }, (_, at) => [...rowOf(at)])]);
    writeFileSync(
      path,
      write({ SheetNames: ['Calls'], Sheets: { Calls: sheet } }, { type: 'buffer', bookType, compression: true }),
    );
  };
}

/** A scan of five hundred pages, each the same picture of English text. */
function makeScan(path: string): void {
  const scans = join(fileURLToPath(import.meta.url), '..', '..', '..', 'tests', 'documents', 'scans');
  const picture = placedJpeg(readFileSync(join(scans, 'english.jpg')), [40, 400, 515, 294]);
  writeFileSync(path, makeScanPdf(Array.from({ length: 500 }, () => ({ pictures: [picture] }))));
}

const FILES: Readonly<Record<string, readonly (readonly [name: string, make: (path: string) => void])[]>> = {
  table: [['table.csv', makeTable]],
  spreadsheet: [
    ['sheet.xlsx', makeSpreadsheet('xlsx')],
    ['sheet.ods', makeSpreadsheet('ods')],
  ],
  scan: [['scan.pdf', makeScan]],
};

const asked = process.argv[2];
process.stdout.write('| file | MB | seconds | processor | peak MiB | told of its progress | text |\n');
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- |\n');
for (const [name, make] of Object.entries(FILES).flatMap(([kind, files]) =>
  asked === undefined || asked === kind ? files : [],
)) {
  const path = join(folder, name);
  make(path);
  const { size } = statSync(path);
  const reader = openReader();
  let told = 0;
  const progress = (): void => {
    told++;
  };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const [started, used] = [performance.now(), process.cpuUsage()];
  const large = isLarge(size) ? await takeLargeFile(name, { within: folder }, progress) : null;
  const layer = await reader.read(large ?? readFileSync(path), name, progress);
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(used);
  clearInterval(watch);
  await reader.close();
  const hash = createHash('sha256').update(layer.text).digest('hex').slice(0, 12);
  process.stdout.write(
    `| ${name} | ${(size / 1e6).toFixed(1)} | ${seconds.toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ${Math.round(peak / 1_048_576)} | ${told} times | ${layer.blocks.length.toLocaleString('en')} blocks, ${hash} |\n`,
  );
  rmSync(path);
}
rmSync(folder, { recursive: true, force: true });
