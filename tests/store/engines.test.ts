import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDossier as writeArchive } from '../../bench/scale/write-dossier.ts';
import { buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { search } from '../../src/app/commands/search.ts';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { claimPage } from '../../src/app/workbench/claims/claims.ts';
import { rebuildStore } from '../../src/app/workspace/rebuild.ts';
import { type HeldWorkspace, holdWorkspace } from '../../src/app/workspace/workspace.ts';
import type { Store } from '../../src/store/store.ts';
import { exampleWorkspace } from '../dossier/example-workspace.ts';
import { writeDossier } from '../dossier/workspace.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DatabaseServer, hasDatabaseServer, startDatabaseServer } from './database-server.ts';

/** Opens a workspace with its tables beside the record, or on a server. */
async function holdOn(workspace: string, database: string | null): Promise<HeldWorkspace> {
  setDatabase(database);
  return await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
}

function setDatabase(database: string | null): void {
  if (database === null) delete process.env.PANEL_DATABASE;
  else process.env.PANEL_DATABASE = database;
}

const asked = <T>(held: HeldWorkspace, work: (store: Store) => Promise<T>): Promise<T> =>
  held.projections.read(silentProgress, work);

/** What pages and searches are told; the hash is that of the ordered dump of all tables. */
async function answersOf(held: HeldWorkspace, questions: readonly string[]) {
  const lists = async () => null;
  return await asked(held, async (store) => ({
    hash: await store.hash(),
    claims: await claimPage(store, {}),
    sorted: await claimPage(store, { sort: 'claimant', q: 'missiles' }),
    documents: await store.lists.documents([], { place: null, limit: 5 }),
    overview: await store.overview({ cameIn: 5, contested: 5 }),
    found: await Promise.all(
      questions.map((question) => search({ store, lists }, { question }, { skip: 0, limit: 20 })),
    ),
  }));
}

async function runInto(dossier: string, database: string | null): Promise<string> {
  setDatabase(database);
  const workspace = join(temporaryFolder(), 'workspace');
  await runDossier({ dossier, workspace, formats: ['json'], clock: '2024-12-01', progress: silentProgress });
  return workspace;
}

describe.skipIf(!hasDatabaseServer)('the tables on a PostgreSQL server', () => {
  let server: DatabaseServer;
  const before = process.env.PANEL_DATABASE;
  beforeAll(async () => {
    server = await startDatabaseServer();
  });
  afterAll(async () => {
    setDatabase(before ?? null);
    await server?.stop();
  });

  it('hold what the embedded ones hold, and answer the same, also after an act and a rebuild', async () => {
    const database = server.newDatabase('example');
    setDatabase(null);
    const workspace = await exampleWorkspace();
    const questions = ['missiles', 'panel of experts', '"Security Council"', 'Russia veto', 'Россия', '러시아', '조선'];
    const embedded = await holdOn(workspace, null);
    const first = await answersOf(embedded, questions);
    expect(first.claims.items.length).toBeGreaterThan(10);
    expect(first.found.filter(({ total }) => total > 0).length).toBeGreaterThan(3);
    await embedded.close();
    const onServer = await holdOn(workspace, database);
    expect(await answersOf(onServer, questions)).toEqual(first);
    // The embedded tables are not touched meanwhile, and follow when they are asked again.
    const proposed = await asked(onServer, (store) => store.claims({ status: 'proposed' }));
    const request = { by: 'Ada', reason: 'the passage says so' };
    await onServer.act(buildReviews(request, [proposed[0]?.id ?? ''], 'accepted'), silentProgress);
    const after = await answersOf(onServer, questions);
    expect(after.hash).not.toBe(first.hash);
    await onServer.close();
    const again = await holdOn(workspace, null);
    expect(await answersOf(again, questions)).toEqual(after);
    await again.close();
    setDatabase(database);
    expect((await rebuildStore({ workspace, progress: silentProgress })).hash).toBe(after.hash);
  });

  it('find words in English, Russian and Korean', async () => {
    const dossier = writeDossier({
      english: { text: 'Japan said that North Korea had fired three missiles on 3 May 2024.', published: '2024-05-04' },
      russian: { text: 'Контейнеры пришли в порт Вонсан, заявила Япония.', published: '2024-05-04' },
      korean: { text: '컨테이너가 원산항에 도착했다고 일본이 밝혔다.', published: '2024-05-04' },
    });
    const workspace = await runInto(dossier, server.newDatabase('scripts'));
    // Nothing was put beside the record.
    expect(readdirSync(workspace).includes('store')).toBe(false);
    const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
    for (const [question, title] of [
      ['missiles', 'english'],
      ['контейнеры', 'russian'],
      ['컨테이너', 'korean'],
    ] as const) {
      const lists = async () => null;
      const { items } = await asked(held, (store) =>
        search({ store, lists }, { question, in: 'documents' }, { skip: 0, limit: 5 }),
      );
      expect(JSON.stringify(items), question).toContain(title);
    }
    await held.close();
  });

  it('are had by one process at a time', async () => {
    const database = server.newDatabase('taken');
    const dossier = writeDossier({ one: { text: 'Japan said that two ships came.', published: '2024-05-04' } });
    const workspace = await runInto(dossier, database);
    const held = await holdOn(workspace, database);
    await asked(held, (store) => store.hash());
    const { openStoreOnServer } = await import('../../src/store/store.ts');
    const { sha256Hex } = await import('../../src/core/hash.ts');
    const schema = `panel_${sha256Hex(held.record.origin).slice(0, 16)}`;
    await expect(openStoreOnServer({ url: database, schema })).rejects.toMatchObject({ code: 'store-in-use' });
    await held.close();
    const store = await openStoreOnServer({ url: database, schema });
    // The server works for a while on for a process that was killed: whoever comes next waits for that.
    const next = openStoreOnServer({ url: database, schema });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await store.close();
    await (await next).close();
  });

  it('say what is wrong with a server, and name no password', async () => {
    const { openStoreOnServer } = await import('../../src/store/store.ts');
    const other = server.newDatabase('latin', 'LATIN1');
    await expect(openStoreOnServer({ url: other, schema: 'panel_x' })).rejects.toMatchObject({
      code: 'store-unsuitable',
    });
    const nobody = 'postgres://ada:hidden-word@127.0.0.1:1/none';
    const error = await openStoreOnServer({ url: nobody, schema: 'panel_x' }).catch((cause: Error) => cause);
    expect(error).toMatchObject({ code: 'store-unreachable' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('hidden-word');
  });

  it('tell that the server went away instead of answering from elsewhere, and ask it again the next time', async () => {
    const database = server.newDatabase('gone');
    const dossier = writeDossier({ one: { text: 'Japan said that two ships came.', published: '2024-05-04' } });
    const workspace = await runInto(dossier, database);
    const held = await holdOn(workspace, database);
    const hash = await asked(held, (store) => store.hash());
    server.disconnectAll('gone');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(asked(held, (store) => store.hash())).rejects.toMatchObject({ code: 'store-unreachable' });
    // Whoever asks next is answered from the server again, if it is there.
    expect(await asked(held, (store) => store.hash())).toBe(hash);
    await held.close();
  });

  fullCountTest('hold what the embedded ones hold, of 1,000 documents', async () => {
    const dossier = join(temporaryFolder(), 'archive');
    writeArchive(dossier, 1000);
    const workspace = await runInto(dossier, null);
    const questions = ['said', 'munitions russia', '"artillery shells" nampo', '컨테이너', '集装箱', 'Вонсан', '남포'];
    const embedded = await holdOn(workspace, null);
    const first = await answersOf(embedded, questions);
    await embedded.close();
    const onServer = await holdOn(workspace, server.newDatabase('archive'));
    expect(await answersOf(onServer, questions)).toEqual(first);
    await onServer.close();
  });
});
