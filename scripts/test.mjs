// All checks of the project in one run: style, types, direction of imports, dead code, tests. Each check counts as one
// test; the last line is `N passed, N failed, N skipped`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const long = process.argv.includes('--long');
const filters = process.argv.slice(2).filter((argument) => argument !== '--long');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const checks = [
  ['style', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the workbench', bin('tsc'), ['-p', 'web']],
  ['architecture', process.execPath, ['scripts/architecture.mjs']],
  ['unused code', bin('knip'), []],
];

let passed = 0;
let failed = 0;
let skipped = 0;

if (filters.length === 0) {
  // All at once: each uses one core.
  for (const { name, status, said } of await Promise.all(checks.map(check))) {
    const ok = status === 0;
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name}\n`);
    if (!ok) process.stdout.write(`${said}\n`);
    ok ? passed++ : failed++;
  }
}

function check([name, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    child.once('error', (error) => resolve({ name, status: 1, said: error.message }));
    child.once('close', (status) => resolve({ name, status, said }));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'standing-panel-tests-'));
const report = join(folder, 'vitest.json');
const vitest = spawnSync(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(long ? { PANEL_LONG: '1' } : {}) } },
);
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  // A file that does not load, or whose preparation fails, has no failed test of its own: it counts as one. So does an error
  // outside of all tests.
  const filesFailed = counts.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const testsFailed = counts.numFailedTests + filesFailed.length;
  failed += vitest.status !== 0 ? Math.max(1, testsFailed) : testsFailed;
} catch {
  failed += 1;
  process.stdout.write('The test runner ended without a report.\n');
}
rmSync(folder, { recursive: true, force: true });

process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed > 0 ? 1 : 0;
