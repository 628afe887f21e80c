import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunResult, runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { type HeldWorkspace, holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { atTheEnd } from '../at-the-end.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The folder of test data, found through PANEL_TEST_DATA; undefined when there is none. */
export function testDataFolder(): string | undefined {
  const folder = process.env.PANEL_TEST_DATA ?? join(packageRoot(), '..', 'shared');
  return existsSync(join(folder, 'seed')) ? folder : undefined;
}

/** A dossier of plain-text documents, one source each. */
export function writeDossier(
  documents: Readonly<Record<string, { text: string; published: string }>>,
  title = 'A dossier',
): string {
  const folder = join(temporaryFolder(), 'dossier');
  mkdirSync(folder);
  const yaml = [`title: ${title}`, 'sources:'];
  for (const name of Object.keys(documents)) yaml.push(`  - { id: ${name}, name: The ${name} paper, kind: newsroom }`);
  yaml.push('documents:');
  for (const [name, { text, published }] of Object.entries(documents)) {
    writeFileSync(join(folder, `${name}.txt`), text);
    yaml.push(`  - { file: ${name}.txt, source: ${name}, published: "${published}" }`);
  }
  writeFileSync(join(folder, 'dossier.yaml'), `${yaml.join('\n')}\n`);
  return folder;
}

/** Runs a dossier into a workspace of its own, at a fixed time. */
export async function runInto(
  dossier: string,
  workspace = join(temporaryFolder(), 'workspace'),
  clock = '2024-12-01',
): Promise<RunResult & { workspace: string }> {
  const result = await runDossier({ dossier, workspace, formats: ['html', 'json'], clock, progress: silentProgress });
  return { ...result, workspace };
}

/** A copy of a workspace that nobody has open, to be changed at will: quicker than to run its dossier again. */
export function copyOf(workspace: string): string {
  const copy = join(temporaryFolder(), 'workspace');
  cpSync(workspace, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

/**
 * A workspace that stays open while the tests of a file run, as a server holds it: whoever asks it much need not have the database opened
 * each time.
 */
export async function holdForTests(workspace: string): Promise<HeldWorkspace> {
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress });
  atTheEnd(() => held.close());
  return held;
}
