import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Peer, PeerHit } from './peer.ts';

type Found = {
  readonly entities:
    | readonly { readonly match: number; readonly sourceData: { readonly ReferenceNumber: string } }[]
    | null;
};

const [PORT, ADMIN_PORT] = [28_084, 28_094];
const ADDRESS = `http://127.0.0.1:${PORT}`;
const START_MS = 120_000;
/** Clock ticks a second in /proc, on every usual Linux. */
const TICKS = 100;

/** Watchman's own server, with the U.N. list as its only one, asked over HTTP as its users do. Linux only. */
export function watchman(program: string): Peer {
  return {
    name: 'Watchman',
    scoresPairs: false,
    isHelped: false,
    ask: async (list, questions) => {
      const folder = mkdtempSync(join(tmpdir(), 'panel-peer-'));
      writeFileSync(join(folder, 'un_consolidated.xml'), list.xml);
      writeFileSync(
        join(folder, 'config.yml'),
        `Watchman:\n  Servers:\n    BindAddress: "127.0.0.1:${PORT}"\n    AdminAddress: "127.0.0.1:${ADMIN_PORT}"\n  Download:\n    RefreshInterval: "0s"\n    InitialDataDirectory: "${folder}"\n    IncludedLists: ["un_csl"]\n`,
      );
      const server = spawn(program, {
        cwd: folder,
        env: { ...process.env, APP_CONFIG: join(folder, 'config.yml'), INITIAL_DATA_DIRECTORY: folder },
        stdio: 'ignore',
      });
      try {
        await started(server);
        const before = ticksOf(server);
        const hits = new Map<string, readonly PeerHit[]>();
        for (const { key, name, schema } of questions) {
          const query = new URLSearchParams({ name, limit: '5', minMatch: '0' });
          // It takes every entity of this list for a business.
          query.set('type', schema === 'Person' ? 'person' : 'business');
          const found = (await (await fetch(`${ADDRESS}/v2/search?${query}`)).json()) as Found;
          hits.set(
            key,
            (found.entities ?? []).map(({ sourceData, match }) => ({
              entityId: `un-${sourceData.ReferenceNumber}`,
              score: match,
            })),
          );
        }
        return { hits, cpuMs: ((ticksOf(server) - before) * 1000) / TICKS / Math.max(1, questions.length) };
      } finally {
        server.kill('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

async function started(server: ChildProcess): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 500) {
    if (server.exitCode !== null) throw new Error(`Watchman ended with code ${server.exitCode}`);
    const info = await fetch(`${ADDRESS}/v2/listinfo`)
      .then((answer) => answer.json() as Promise<{ lists?: Record<string, number> }>)
      .catch(() => undefined);
    if ((info?.lists?.un_csl ?? 0) > 0) return;
    await wait(500);
  }
  throw new Error('Watchman did not load the list in time');
}

/** The processor's time that a program took so far, its threads together. */
function ticksOf(server: ChildProcess): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
