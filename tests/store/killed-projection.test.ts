import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { runDossier } from '../../src/app/intake/run.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import { packageRoot } from '../../src/core/resource.ts';
import { PROGRAM } from '../cli/program-arguments.ts';
import { writeDossier } from '../dossier/workspace.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DatabaseServer, hasDatabaseServer, startDatabaseServer } from './database-server.ts';

const ROUNDS = 100;
const ENGINES = hasDatabaseServer ? ['embedded', 'server'] : ['embedded'];
const DOCUMENTS = 24;
const PLACES = ['Nampo', 'Rajin', 'Wonsan', 'Chongjin', 'Sinuiju', 'Haeju'];

const dossier = writeDossier(
  Object.fromEntries(
    Array.from({ length: DOCUMENTS }, (_, at) => [
      `paper-${at}`,
      {
        text: `${PLACES[at % PLACES.length]} port served ${at + 2} ships, Japan said on 3 May 2024.\n\nThe foreign ministry of Norway said that ${at + 10} containers of artillery shells had been shipped to Russia from ${PLACES[(at + 1) % PLACES.length]}.\n`,
        published: '2024-05-04',
      },
    ]),
  ),
);

/** Holds a workspace in this process, with its tables beside the record or on a server, and gives the hash of them. */
async function hashIn(workspace: string, acting = false): Promise<string> {
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  try {
    if (acting) {
      const { derived } = await held.derivation.snapshot(silentProgress);
      const one = derived.claims.find(({ status }) => status === 'proposed');
      if (one !== undefined)
        await held.act(buildReviews({ by: 'Ada', reason: 'a test' }, [one.id], 'accepted'), silentProgress);
      // The tables stay behind the record: whoever asks them next brings them abreast.
      return '';
    }
    return await held.projections.read(silentProgress, (store) => store.hash());
  } finally {
    await held.close();
  }
}

/** Runs a command that writes the tables; ends it after so many milliseconds, where any are said. */
async function project(workspace: string, args: readonly string[], killAfter?: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [...PROGRAM, ...args, '--workspace', workspace], {
    cwd: packageRoot(),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  if (killAfter !== undefined) {
    await Promise.race([wait(killAfter), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - began;
}

/** A run that is killed is sampled by killed-run.test.ts; a round here takes some seconds. */
describe.skipIf(!isFullCount)('tables that a process was writing when it was killed', () => {
  let server: DatabaseServer | undefined;
  const before = process.env.PANEL_DATABASE;
  beforeAll(async () => {
    if (ENGINES.includes('server')) server = await startDatabaseServer();
  });
  afterAll(async () => {
    setDatabase(before);
    await server?.stop();
  });

  it.each(ENGINES)(
    `catch up to what is made from nothing, ${ROUNDS} rounds, %s`,
    async (engine) => {
      const database = engine === 'server' ? server?.newDatabase('killed') : undefined;
      setDatabase(database);
      const workspace = join(temporaryFolder(), 'workspace');
      await runDossier({ dossier, workspace, formats: ['json'], clock: '2024-12-01', progress: silentProgress });
      const whole = await project(workspace, ['rebuild']);
      const rounds = fc.sample(fc.record({ share: fc.double({ min: 0.3, max: 1, noNaN: true }), acts: fc.boolean() }), {
        numRuns: ROUNDS,
      });
      /** Of tables that are made from nothing of the record as it stands. */
      let anew: string | undefined;
      for (const { share, acts } of rounds) {
        if (acts) {
          await hashIn(workspace, true);
          anew = undefined;
        }
        await project(workspace, [acts ? 'claims' : 'rebuild'], whole * share);
        const caughtUp = await hashIn(workspace);
        if (anew === undefined) {
          const copy = join(temporaryFolder(), 'copy');
          cpSync(workspace, copy, { recursive: true, filter: (path) => !/(?:^|\/)(?:lock|store)$/.test(path) });
          setDatabase(undefined);
          anew = await hashIn(copy);
          setDatabase(database);
        }
        expect(caughtUp, JSON.stringify({ share, acts })).toBe(anew);
      }
    },
    7_200_000,
  );
});

function setDatabase(address: string | undefined): void {
  if (address === undefined) delete process.env.PANEL_DATABASE;
  else process.env.PANEL_DATABASE = address;
}
