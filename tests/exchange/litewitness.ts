import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseVerifierKey } from '../../src/record/log/note.ts';
import { freePort } from './free-port.ts';

/** A witness and a verifier that nobody of this project wrote. */
export type Torchwood = { readonly litewitness: string; readonly verifier: string };

const VERSION = 'v0.9.0';
const VERIFIER = fileURLToPath(new URL('torchwood', import.meta.url));

/** Builds both with Go, or takes what an earlier run has built; undefined where a tool is missing or the modules cannot be had. */
export function buildTorchwood(): Torchwood | undefined {
  const needed = ['go', 'sqlite3', 'ssh-agent', 'ssh-add', 'ssh-keygen'];
  if (needed.some((tool) => spawnSync('which', [tool], { stdio: 'ignore' }).status !== 0)) return undefined;
  const home = process.env.PANEL_TORCHWOOD ?? join(tmpdir(), 'panel-torchwood');
  const bin = join(home, 'bin');
  const built = { litewitness: join(bin, 'litewitness'), verifier: join(bin, 'verifier') };
  if (existsSync(built.litewitness) && existsSync(built.verifier)) return built;
  mkdirSync(bin, { recursive: true });
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOPATH: join(home, 'go'), GOBIN: bin, GOFLAGS: '-mod=mod' };
  const go = (cwd: string, ...args: string[]) => spawnSync('go', args, { cwd, env, stdio: 'ignore' }).status === 0;
  const isBuilt =
    go(home, 'install', `filippo.io/torchwood/cmd/litewitness@${VERSION}`) &&
    go(VERIFIER, 'build', '-o', built.verifier, '.');
  return isBuilt ? built : undefined;
}

export type Litewitness = { readonly vkey: string; readonly address: string; stop(): Promise<void> };

/** Starts litewitness for one log, with a key of its own in an ssh-agent of its own. */
export async function startLitewitness({ litewitness }: Torchwood, dir: string, logKey: string): Promise<Litewitness> {
  mkdirSync(dir, { recursive: true });
  const run = (command: string, args: string[], env = {}) => {
    const done = spawnSync(command, args, { cwd: dir, encoding: 'utf8', env: { ...process.env, ...env } });
    if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
    return done.stdout;
  };
  run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', 'key']);
  // A socket's path may have 108 characters, so it is named from the folder.
  const agent = spawn('ssh-agent', ['-D', '-a', 'a.sock'], { cwd: dir, stdio: 'ignore' });
  for (let tries = 0; !existsSync(join(dir, 'a.sock')) && tries < 200; tries++) await sleep(25);
  run('ssh-add', ['-q', 'key'], { SSH_AUTH_SOCK: 'a.sock' });
  const fingerprint = run('ssh-keygen', ['-lf', 'key.pub']).split(' ')[1] ?? '';
  const port = await freePort();
  const child = spawn(
    litewitness,
    [
      '-db',
      'w.db',
      '-name',
      'lite.example/w',
      '-key',
      fingerprint,
      '-ssh-agent',
      'a.sock',
      '-listen',
      `127.0.0.1:${port}`,
    ],
    { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const address = `http://127.0.0.1:${port}`;
  const vkeyIn = () => /(?:vkey=)"?([^\s"]+)/.exec(output)?.[1];
  for (let tries = 0; vkeyIn() === undefined && tries < 400; tries++) await sleep(25);
  const { name } = parseVerifierKey(logKey);
  run('sqlite3', [
    'w.db',
    `INSERT INTO log VALUES ('${name}',0,'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='); INSERT INTO key VALUES ('${name}','${logKey}');`,
  ]);
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    vkey: vkeyIn() ?? '',
    address,
    async stop() {
      child.kill();
      agent.kill();
      await ended;
    },
  };
}
