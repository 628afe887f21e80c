import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { quoted, withEngine } from '../../src/tracks/reading/engine.ts';
import { isFullCount } from '../full-count.ts';

/** Files that are large or mad in one way each: `panel tracks detect` ends with a clear word, in less than a gigabyte. */
const MOST_MEMORY = 1_000_000;
const HEADER = 'mmsi,timestamp,lat,lon,sog\n';
const START = Date.UTC(2025, 0, 1) / 1000;
const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'panel-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of parts that are written one after the other. */
function file(name: string, parts: Iterable<string | Buffer>): string {
  const path = join(folder, name);
  const target = openSync(path, 'w');
  for (const part of parts) writeSync(target, part as Buffer);
  closeSync(target);
  return path;
}

/** Rows by their number, some thousands at once. */
function* rows(count: number, row: (at: number) => string): Iterable<string> {
  yield HEADER;
  const batch = 20_000;
  for (let from = 0; from < count; from += batch) {
    let text = '';
    for (let at = from; at < Math.min(count, from + batch); at++) text += `${row(at)}\n`;
    yield text;
  }
}

const good = (at: number): string => `412000001,${START + at * 60},${(31 + at / 10_000).toFixed(4)},124.0000,6.0`;

type Run = { readonly code: number | null; readonly out: string; readonly said: string; readonly memory: number };

/** What the command says, and the most memory that its process held, in kilobytes. */
async function detect(path: string): Promise<Run> {
  const told = 'data:text/javascript,process.on("exit",()=>console.error("memory",process.resourceUsage().maxRSS))';
  const program = join(packageRoot(), 'src', 'cli', 'main.ts');
  const arguments_ = ['--import', told, '--import', 'tsx', program, 'tracks', 'detect', path, '--json'];
  const child = spawn(process.execPath, arguments_, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const memory = Number(/memory (\d+)/.exec(said)?.[1] ?? Number.NaN);
  process.stderr.write(`${path.replace(/^.*\//, '')}: ${Math.round(memory / 1024)} MiB\n`);
  return { code, out, said: said.replace(/memory \d+\n/, ''), memory };
}

describe.skipIf(!isFullCount)('a hostile file of positions', () => {
  test(
    'with a line of a gigabyte is read but for that line',
    async () => {
      const piece = Buffer.alloc(1 << 20, '7');
      const path = file(
        'line.csv',
        (function* () {
          yield `${HEADER}${good(0)}\n`;
          for (let at = 0; at < 1024; at++) yield piece;
          yield `\n${good(1)}\n`;
        })(),
      );
      expect(statSync(path).size).toBeGreaterThan(1 << 30);
      const { code, said, memory } = await detect(path);
      expect(said).toContain('1 rows skipped, the first on line 3: the line is longer than any report');
      expect(said).toContain('2 positions of 1 ships');
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
      rmSync(path);
    },
    5 * MINUTES,
  );

  test(
    'with words for numbers is read but for those rows',
    async () => {
      const words = ['NaN', 'inf', '-Infinity', '1e999'];
      const path = file(
        'words.csv',
        rows(100_000, (at) => (at % 2 === 0 ? good(at) : good(at).replace('124.0000', words[(at >> 1) % 4]!))),
      );
      const { code, said, memory } = await detect(path);
      expect(said).toMatch(/skipped, the first on line 3: a position, speed or course is no number/);
      expect(said).toContain('50000 positions of 1 ships');
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
    },
    5 * MINUTES,
  );

  test(
    'of the years 1 and 9999 is read but for those rows',
    async () => {
      const time = (at: number): string => (at % 2 === 0 ? '0001-01-01T00:00:00Z' : '9999-12-31T23:59:59Z');
      const path = file('years.csv', [
        ...rows(1000, (at) => good(at).replace(/,\d+,/, `,${time(at)},`)),
        `${good(0)}\n${good(1)}\n`,
      ]);
      const { code, said, memory } = await detect(path);
      expect(said).toContain('1000 rows skipped, the first on line 2: the time lies outside 1970 to 2106');
      expect(said).toContain('2 positions of 1 ships');
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
    },
    5 * MINUTES,
  );

  test(
    'of a million numbers is read',
    async () => {
      const path = file(
        'numbers.csv',
        rows(
          1_000_000,
          (at) => `${200_000_000 + at},${START + (at % 86_400)},${(at % 120) - 60}.5,${(at % 340) - 170}.25,9.0`,
        ),
      );
      const { code, said, memory } = await detect(path);
      expect(said).toContain('1000000 positions of 1000000 ships');
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
      rmSync(path);
    },
    10 * MINUTES,
  );

  test(
    'of one number in ten million rows that jumps a hundred times is read',
    async () => {
      const path = file(
        'rows.csv',
        rows(10_000_000, (at) => {
          const home = Math.floor(at / 100_000) % 2;
          return `412000001,${START + at},${(31 + home * 20 + (at % 100_000) / 1e6).toFixed(5)},124.0,9.0`;
        }),
      );
      const { code, said, memory } = await detect(path);
      expect(said).toMatch(/10000000 positions of \d+ ships/);
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
      rmSync(path);
    },
    15 * MINUTES,
  );

  test(
    'of one number in ten million rows from anywhere is read',
    async () => {
      const anywhere = (at: number, factor: number): number => ((at * factor) % 1_000_003) / 1_000_003 - 0.5;
      const path = file(
        'anywhere.csv',
        rows(
          10_000_000,
          (at) =>
            `412000001,${START + at},${(anywhere(at, 7919) * 120).toFixed(4)},${(anywhere(at, 104_729) * 340).toFixed(4)},9.0`,
        ),
      );
      const { code, said, memory } = await detect(path);
      expect(said).toMatch(/10000000 positions of \d+ ships/);
      expect([code, memory < MOST_MEMORY]).toEqual([0, true]);
      rmSync(path);
    },
    15 * MINUTES,
  );

  test(
    'that is a cut Parquet file is refused in one line',
    async () => {
      const table = file('whole.csv', rows(200_000, good));
      const path = join(folder, 'cut.parquet');
      await withEngine((engine) =>
        engine.run(`copy (select * from read_csv(${quoted(table, "'")})) to ${quoted(path, "'")} (format parquet)`),
      );
      truncateSync(path, Math.floor(statSync(path).size / 2));
      const { code, said, out, memory } = await detect(path);
      expect([code, out]).toEqual([1, '']);
      expect(said.trim().split('\n').at(-1)).toContain('The Parquet file cannot be read');
      expect(said).not.toMatch(/^\s+at /m);
      expect(memory < MOST_MEMORY).toBe(true);
      // The same bytes in the middle of a file that ends as it should.
      const whole = join(folder, 'whole.parquet');
      await withEngine((engine) =>
        engine.run(`copy (select * from read_csv(${quoted(table, "'")})) to ${quoted(whole, "'")} (format parquet)`),
      );
      const size = statSync(whole).size;
      const target = openSync(whole, 'r+');
      writeSync(target, Buffer.alloc(Math.floor(size / 2), 0xff), 0, Math.floor(size / 2), 4);
      closeSync(target);
      const damaged = await detect(whole);
      expect(damaged.code).toBe(1);
      expect(damaged.said).toContain('The Parquet file cannot be read');
      expect(damaged.memory < MOST_MEMORY).toBe(true);
    },
    5 * MINUTES,
  );
});
