import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { projectorName } from '../../src/app/projection/projection.ts';
import { openProjections } from '../../src/app/workspace/projections.ts';
import { makeTablesInThread } from '../../src/app/workspace/tables-in-thread.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { writeDossier } from '../dossier/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('makes tables in a thread that are those made here, and reads no text here for it', async () => {
  const dossier = writeDossier({
    one: { text: 'Japan said on 3 May 2024 that North Korea had sent two ships to Russia.', published: '2024-05-04' },
    two: { text: 'Norway denied that North Korea had sent ships to Russia.', published: '2024-05-05' },
  });
  const workspace = join(temporaryFolder(), 'workspace');
  await runDossier({ dossier, workspace, formats: ['json'], clock: '2024-12-01', progress: silentProgress });
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  const { record, derivation } = held;
  const place = { folder: join(workspace, 'store'), secret: () => record.secretFor('store') };
  const order = {
    workspace,
    program: projectorName(),
    size: record.size,
    place: { folder: place.folder, secret: place.secret() },
    readings: record.secretFor('readings'),
  };
  const made: boolean[] = [];
  const makeApart = async (): Promise<boolean> => {
    made.push(await makeTablesInThread(order, silentProgress));
    return true;
  };
  const apart = openProjections({ place, record, derivation, makeApart, many: 1 });
  const hash = await apart.read(silentProgress, (store) => store.hash());
  expect(made).toEqual([true]);
  expect(derivation.loaded()).toBeUndefined();
  await apart.close();
  const here = openProjections({ place: null, record, derivation });
  expect(await here.read(silentProgress, (store) => store.hash())).toBe(hash);
  await here.close();
  await held.close();
});
