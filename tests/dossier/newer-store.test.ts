import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { rebuildStore } from '../../src/app/workspace/rebuild.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { openEmbeddedDatabase } from '../../src/store/database.ts';
import { breakSeal, seal } from '../../src/store/seal.ts';
import { runInto, writeDossier } from './workspace.ts';

it('refuses tables that a newer program made, says what to do, and makes them again when it is told to', async () => {
  const dossier = writeDossier({ one: { text: 'Japan said that two ships came.', published: '2024-05-04' } });
  const { workspace } = await runInto(dossier);
  const hold = () => holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  const before = await hold();
  const hash = await before.projections.read(silentProgress, (store) => store.hash());
  const secret = before.record.secretFor('store');
  await before.close();

  // What a newer program leaves: a step of its own among those that were applied, under the seal of the workspace.
  const folder = join(workspace, 'store');
  breakSeal(folder);
  const database = await openEmbeddedDatabase(folder);
  await database.query({ sql: "insert into migration (name) values ('9999-of-a-newer-program.sql')" });
  await database.close();
  seal(folder, secret);

  for (const round of ['first', 'again']) {
    const held = await hold();
    const error = await held.projections.read(silentProgress, (store) => store.hash()).catch((cause: unknown) => cause);
    expect(error, round).toMatchObject({ code: 'migration-unknown' });
    expect(String(error)).toContain('panel rebuild');
    await held.close();
  }
  expect((await rebuildStore({ workspace, progress: silentProgress })).hash).toBe(hash);
});
