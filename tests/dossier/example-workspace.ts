import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exampleDossier } from '../../src/app/intake/run.ts';
import { copyOf, runInto } from './workspace.ts';

/** A run of the example takes some seconds, also of a busy machine's. */
const PATIENCE_MS = 110_000;

/**
 * A workspace of the example dossier, run on 1 December 2024, to be changed at will: a copy of one that the first test of this run
 * that asks for it makes. Each has the same key and acts.
 */
export async function exampleWorkspace(): Promise<string> {
  const shared = process.env.PANEL_SHARED_FOLDER;
  if (shared === undefined) throw new Error('tests/shared-folder.ts did not run');
  const [made, failed] = [join(shared, 'example'), join(shared, 'example.failed')];
  if (isFirst(join(shared, 'example.begun'))) await makeIn(shared, made, failed);
  for (let waited = 0; !existsSync(made); waited += 50) {
    if (existsSync(failed) || waited > PATIENCE_MS)
      throw new Error('the example dossier was not run: see another test');
    await pause(50);
  }
  return copyOf(made);
}

/** Others see it when it is whole. */
async function makeIn(shared: string, made: string, failed: string): Promise<void> {
  const workspace = join(shared, 'example.begun', 'workspace');
  try {
    await runInto(exampleDossier(), workspace);
    renameSync(workspace, made);
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
}

/** Of all processes one makes the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
