import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { PROGRAM } from '../cli/program-arguments.ts';
import { isFullCount } from '../full-count.ts';
import { type DatabaseServer, hasDatabaseServer, startDatabaseServer } from '../store/database-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { writeDossier } from './workspace.ts';

const ROUNDS = isFullCount ? 100 : 1;
const ENGINES = isFullCount && hasDatabaseServer ? ['embedded', 'server'] : ['embedded'];
const DOCUMENTS = isFullCount ? 24 : 12;
const PLACES = ['Nampo', 'Rajin', 'Wonsan', 'Chongjin', 'Sinuiju', 'Haeju'];

const dossier = writeDossier(
  Object.fromEntries(
    Array.from({ length: DOCUMENTS }, (_, at) => [
      `paper-${at}`,
      {
        text: `${PLACES[at % PLACES.length]} port served ${at + 2} ships, Japan said on 3 May 2024.\n\nThe foreign ministry of Norway said that ${at + 10} containers of artillery shells had been shipped to Russia from ${PLACES[(at + 1) % PLACES.length]}.\n`.repeat(
          3,
        ),
        published: '2024-05-04',
      },
    ]),
  ),
);

type Run = { readonly process: ChildProcess; readonly ended: Promise<number | null> };

function startRun(workspace: string, database: string | undefined): Run {
  const child = spawn(
    process.execPath,
    [...PROGRAM, 'run', dossier, '--workspace', workspace, '--format', 'json', '--clock', '2024-12-01'],
    {
      cwd: packageRoot(),
      stdio: 'ignore',
      env: { ...process.env, ...(database === undefined ? {} : { PANEL_DATABASE: database }) },
    },
  );
  return { process: child, ended: new Promise((resolve) => child.on('close', resolve)) };
}

/** Of each document whose claims were read: when that was written. A file that was not finished is none of them. */
function claimsRead(workspace: string): ReadonlyMap<string, number> {
  const folder = join(workspace, 'readings');
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const path = join(folder, name);
        const [head = ''] = readFileSync(path, 'utf8').split('\n', 1);
        return JSON.parse(head).extraction === null ? [] : [[name, statSync(path).mtimeMs] as const];
      }),
  );
}

function reported(workspace: string) {
  const { claims, documents, findings, proposed, comparisons } = JSON.parse(
    readFileSync(join(workspace, 'report', 'report.json'), 'utf8'),
  );
  return { claims, documents, findings, proposed, comparisons };
}

/** Ends a run once the claims of so many documents are read. */
async function killAfter(workspace: string, documents: number, database: string | undefined): Promise<void> {
  const { process: child, ended } = startRun(workspace, database);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && claimsRead(workspace).size < documents) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
}

describe('a run that is killed', () => {
  let server: DatabaseServer | undefined;
  beforeAll(async () => {
    if (ENGINES.includes('server')) server = await startDatabaseServer();
  });
  afterAll(() => server?.stop());

  it.each(ENGINES)(
    `goes on after kill -9 at the document where it stood, ${ROUNDS} rounds, %s`,
    async (engine) => {
      const database = engine === 'server' ? server?.newDatabase('run') : undefined;
      const whole = join(temporaryFolder(), 'workspace');
      expect(await startRun(whole, database).ended).toBe(0);
      const expected = reported(whole);
      expect(expected.documents).toHaveLength(DOCUMENTS);
      expect(expected.claims.length).toBeGreaterThan(DOCUMENTS);
      const places = fc.sample(fc.integer({ min: 0, max: DOCUMENTS - 1 }), { numRuns: ROUNDS });
      for (const place of places) {
        const workspace = join(temporaryFolder(), 'workspace');
        await killAfter(workspace, place, database);
        const before = claimsRead(workspace);
        expect(before.size).toBeGreaterThanOrEqual(place);
        expect(await startRun(workspace, database).ended).toBe(0);
        // What was read is not read again, and what follows is what an undisturbed run gives.
        const after = claimsRead(workspace);
        expect(after.size).toBe(DOCUMENTS);
        for (const [name, written] of before) expect(after.get(name), name).toBe(written);
        expect(reported(workspace)).toEqual(expected);
      }
    },
    isFullCount ? 3_600_000 : 240_000,
  );
});
