/**
 * How fast a month of Eurostat's Comext is read, and in how much memory, beside DuckDB that reads and sums the same file in the same run:
 * a made file of the size of a real one (403 MB, 4.9 million rows), each reader in a process of its own.
 * `npx tsx bench/trade/main.ts [rows]`.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HEADER =
  'REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT';
const REPORTERS = ['DE', 'FR', 'NL', 'PL', 'IT', 'ES', 'BE', 'AT'];
const PARTNERS = ['CN', 'US', 'RU', 'JP', 'IN', 'BR', 'ZA', 'TR', 'VN', 'CA'];

const PANEL = 'dist/cli/main.js';
const rows = Number(process.argv[2] ?? 4_900_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-trade-'));
const file = join(folder, 'full_v2_202512.dat');
try {
  await makeMonth(file, rows);
  const megabytes = statSync(file).size / 1e6;
  process.stdout.write(`${rows} rows, ${megabytes.toFixed(0)} MB\n`);
  const imported = measure('panel trade import', [process.execPath, PANEL, 'trade', 'import', file, '--json']);
  const ledger = measure('panel trade ledger', [
    ...[process.execPath, PANEL, 'trade', 'ledger', '--provision', 'S/RES/2397(2017) OP5', '--period', '2025'],
    ...[file, '--json'],
  ]);
  const duckdb = measure('DuckDB', [
    process.execPath,
    '--import',
    'tsx',
    join(import.meta.dirname, 'duckdb-sum.ts'),
    file,
    'KP',
  ]);
  checkSame(ledger.out, duckdb.out);
  for (const [name, { seconds, megabytes: used }] of [
    ['import', imported],
    ['ledger', ledger],
  ] as const)
    process.stdout.write(
      `${name} beside DuckDB: ${(seconds / duckdb.seconds).toFixed(1)} times its processor time, ${(used / duckdb.megabytes).toFixed(2)} times its memory\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Measured = { readonly seconds: number; readonly megabytes: number; readonly out: string };

/** Time of the processor, since the clock tells how busy the machine is, and the most memory, as the system's own `time` has it. */
function measure(name: string, command: readonly string[]): Measured {
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const [user = 0, system = 0, elapsed = 0, kilobytes = 0] = (run.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (run.status !== 0) throw new Error(`${name} failed: ${run.stderr.slice(0, 400)}`);
  const [seconds, megabytes] = [user + system, Math.round(kilobytes / 1024)];
  process.stdout.write(
    `${name}: ${Math.round(rows / seconds)} rows a second of processor (${seconds.toFixed(1)} s; ${elapsed} s by the clock), ${megabytes} MB\n`,
  );
  return { seconds, megabytes, out: run.stdout };
}

/** Both must have read the same rows: the weight of refined petroleum that went to the target State, by the factor 8.33. */
function checkSame(ledger: string, duckdb: string): void {
  const { totals } = JSON.parse(ledger) as { totals: { factor: string; high: string }[] };
  const barrels = Number(totals.find(({ factor }) => factor === '8.33')?.high ?? 0);
  const tonnes = Number((JSON.parse(duckdb) as { kilograms: string }).kilograms) / 1000;
  if (tonnes === 0 || Math.abs(barrels / (tonnes * 8.33) - 1) > 1e-9)
    throw new Error(`the two read other figures: ${barrels} barrels, ${tonnes} tonnes`);
  process.stdout.write(`both read ${tonnes} tonnes of refined petroleum\n`);
}

/** The same file each time: a small generator of its own, not the clock's. */
async function makeMonth(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  let state = 1718;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const pieces: string[] = [HEADER];
  const flush = async (): Promise<void> => {
    if (!out.write(`${pieces.join('\n')}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
    pieces.length = 0;
  };
  for (let row = 0; row < count; row++) {
    const chance = random();
    const partner = chance < 0.0004 ? 'KP' : chance < 0.015 ? 'KR' : one(PARTNERS);
    const code =
      partner === 'KP' && random() < 0.3 ? '27101981' : String(10_000_000 + Math.floor(random() * 87_000_000));
    const [euros, kilograms] = [Math.floor(random() * 1e6), Math.floor(random() * 1e6)];
    pieces.push(
      `${one(REPORTERS)},${partner},E,${code},33450,1920,1920,322,,05,${random() < 0.5 ? 1 : 2},1,NO_SU,202512,${euros},${euros},${kilograms},0`,
    );
    if (pieces.length >= 20_000) await flush();
  }
  await flush();
  await new Promise<void>((resolve) => out.end(() => resolve()));
}
