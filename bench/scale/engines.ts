import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { startDatabaseServer } from '../../tests/store/database-server.ts';

/**
 * Whether the tables of an archive are the same on both engines: `npx tsx bench/scale/engines.ts WORKSPACE`, after a run. Makes them from
 * nothing beside copies of the record, on the embedded engine and on a PostgreSQL server of its own, and compares their ordered dumps.
 */
const [workspace] = process.argv.slice(2);
if (workspace === undefined) throw new Error('name a workspace that was run');

async function dumpOf(engine: string, database: string | undefined): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'panel-engines-'));
  const copy = join(folder, 'workspace');
  cpSync(workspace as string, copy, { recursive: true, filter: (path) => !/[/\\](?:lock|store)$/.test(path) });
  delete process.env.PANEL_DATABASE;
  if (database !== undefined) process.env.PANEL_DATABASE = database;
  const [from, before] = [performance.now(), process.cpuUsage()];
  const held = await holdWorkspace({ workspace: copy, command: 'bench', progress: silentProgress, create: false });
  const hash = await held.projections.read(silentProgress, (store) => store.hash());
  await held.close();
  rmSync(folder, { recursive: true, force: true });
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${engine}: ${hash.slice(0, 16)}, ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of this process`);
  return hash;
}

const server = await startDatabaseServer();
try {
  const embedded = await dumpOf('embedded', undefined);
  const served = await dumpOf('PostgreSQL', server.newDatabase('engines'));
  console.log(embedded === served ? 'the ordered dumps are equal' : 'THE ORDERED DUMPS DIFFER');
  process.exitCode = embedded === served ? 0 : 1;
} finally {
  await server.stop();
}
