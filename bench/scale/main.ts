import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { measureReading } from './reading.ts';
import { writeDossier } from './write-dossier.ts';

/**
 * How the program bears a large archive: `npx tsx bench/scale/main.ts [documents] [folder]`. Makes the archive, runs it as a
 * dossier, works out what follows from its claims and writes the tables, the first time and again after one act, and asks them. Processor time, which a busy machine
 * changes little. A folder that was run before is used again. As
 * `node --expose-gc --import tsx bench/scale/main.ts` it says what memory is held, too.
 */
const documents = Number(process.argv[2] ?? 1000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'panel-scale-'));
const workspace = join(folder, 'workspace');

if (!existsSync(workspace)) {
  writeDossier(join(folder, 'dossier'), documents);
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'src/cli/main.ts',
      'run',
      join(folder, 'dossier'),
      '--workspace',
      workspace,
      '--format',
      'json',
    ],
    { stdio: 'ignore' },
  );
  if (status !== 0) throw new Error(`the run ended with ${status}`);
  console.log(`panel run: ${((performance.now() - started) / 1000).toFixed(1)} s on the clock`);
}
const held = await holdWorkspace({ workspace, command: 'bench', progress: silentProgress, create: false });

/** What is held after a collection of garbage, where Node.js was started with --expose-gc. */
function heldAfter(): string {
  if (globalThis.gc === undefined) return '';
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return `, heap ${(heapUsed / 2 ** 20).toFixed(0)} MB, resident ${(rss / 2 ** 20).toFixed(0)} MB`;
}

async function measured<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${((user + system) / 1e6).toFixed(2)} s${heldAfter()}`);
  return result;
}

for (const round of ['first', 'after one act']) {
  const { derived } = await measured(`${round}, texts and claims`, () => held.derivation.snapshot(silentProgress));
  for (const part of ['topics', 'incidents', 'checks', 'findings', 'origins'] as const)
    await measured(`${round}, ${part}`, () => derived[part].length);
  await measured(`${round}, tables`, () => held.projections.read(silentProgress, async () => null));
  console.log(
    `${derived.claims.length} claims, ${derived.incidents.length} incidents, ${derived.topics.length} comparisons`,
  );
  const proposed = derived.claims.find(({ status }) => status === 'proposed');
  if (proposed === undefined) break;
  const request = { by: 'A. Bench', reason: 'a measurement' };
  await held.act(buildReviews(request, [proposed.id], 'accepted'), silentProgress);
}
await measureReading(held);
console.log(`resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
await held.close();
