import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/core/resource.ts';
import { OFAC_FILES, readCsv, testData, UN_LIST } from './data.ts';

/**
 * `panel screen` as a whole process on the U.N. and OFAC lists: one name from files and from a cached index, and batches of
 * names of the dev sets, each beside a process that does nothing. `npm run build` first; ROUNDS (5) of each.
 */
const data = testData();
if (data === undefined) {
  console.error('No test data: set PANEL_TEST_DATA to the folder that holds data/names and data/lists.');
  process.exit(2);
}
const rounds = Number(process.argv[2] ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'panel-bench-'));
const program = join(packageRoot(), 'dist', 'cli', 'main.js');
const lists = ['--list', ...[UN_LIST, ...OFAC_FILES].map((file) => join(data, 'lists', file))];
/** Tells the most memory of the process at its end, which its parent cannot ask for. */
const telling = `data:text/javascript,process.on('exit',()=>console.error('rss',process.resourceUsage().maxRSS))`;

type Run = { readonly seconds: number; readonly megabytes: number };

function run(args: readonly string[]): Run {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', telling, ...args], {
    env: { ...process.env, XDG_CACHE_HOME: scratch },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - from) / 1000;
  if (status !== 0) throw new Error(`the process ended with ${status}: ${stderr.slice(-500)}`);
  return { seconds, megabytes: (Number(/rss (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6 };
}

function several(what: string, once: () => Run, count = rounds): Run {
  const runs = Array.from({ length: count }, once).sort((a, b) => a.seconds - b.seconds);
  const middle = runs[runs.length >> 1]!;
  const range = `${runs[0]!.seconds.toFixed(2)} to ${runs.at(-1)!.seconds.toFixed(2)} s`;
  const megabytes = Math.max(...runs.map((one) => one.megabytes));
  console.log(`${what}: median ${middle.seconds.toFixed(2)} s (${range}), most resident ${megabytes.toFixed(0)} MB`);
  return middle;
}

function batchOf(count: number): string {
  const rows = ['alias-loo-dev.csv', 'negatives-dev.csv', 'script-dev.csv'].flatMap((file) =>
    readCsv(join(data!, 'names', file)),
  );
  const quoted = (text = ''): string => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: count }, (_, i) => {
    const row = rows[i % rows.length]!;
    return `${i},${quoted(row.name)},${row.schema ?? ''}`;
  });
  const path = join(scratch, `batch-${count}.csv`);
  writeFileSync(path, ['id,name,schema', ...lines, ''].join('\n'));
  return path;
}

try {
  const nothing = several('a process that does nothing', () => run(['--eval', '0']));
  const one = [program, 'screen', 'Kim Yong Chol', '--json', ...lists];
  const files = several('one name from files', () => {
    rmSync(join(scratch, 'standing-panel'), { recursive: true, force: true });
    return run(one);
  });
  const cached = several('one name from the cached index', () => run(one));
  console.log(
    `beside a process that does nothing: ${(files.seconds / nothing.seconds).toFixed(1)} and ${(cached.seconds / nothing.seconds).toFixed(1)} times`,
  );
  for (const count of [12_000, 48_000]) {
    const batch = [program, 'screen', '--batch', batchOf(count), ...lists];
    const { seconds } = several(`a batch of ${count}`, () => run(batch), Math.ceil(rounds / 2));
    console.log(
      `  ${Math.round(count / seconds)} names a second with the start, ${Math.round(count / (seconds - cached.seconds))} without it`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
