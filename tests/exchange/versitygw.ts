import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const VERSION = 'v1.8.0';

/** Builds a server that speaks S3 over a folder, and that nobody here wrote; undefined where it cannot be had. */
export function buildVersitygw(): string | undefined {
  if (spawnSync('which', ['go'], { stdio: 'ignore' }).status !== 0) return undefined;
  const home = process.env.PANEL_VERSITYGW ?? join(tmpdir(), 'panel-versitygw');
  const built = join(home, 'bin', 'versitygw');
  if (existsSync(built)) return built;
  mkdirSync(home, { recursive: true });
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOPATH: join(home, 'go'), GOBIN: join(home, 'bin') };
  const args = ['install', `github.com/versity/versitygw/cmd/versitygw@${VERSION}`];
  return spawnSync('go', args, { cwd: home, env, stdio: 'ignore' }).status === 0 ? built : undefined;
}

export type S3Server = {
  /** What the tools of such stores read from the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the server keeps the objects of its buckets. */
  readonly folder: string;
  stop(): Promise<void>;
};

/** Starts it with one bucket. */
export async function startVersitygw(binary: string, dir: string, bucket: string): Promise<S3Server> {
  const folder = join(dir, 'buckets');
  mkdirSync(join(folder, bucket), { recursive: true });
  const port = await freePort();
  const [id, secret] = ['AKIDTEST', 'the-secret-of-the-store'];
  const child = spawn(binary, ['--quiet', '--port', `127.0.0.1:${port}`, 'posix', folder], {
    cwd: dir,
    stdio: 'ignore',
    env: { ...process.env, ROOT_ACCESS_KEY: id, ROOT_SECRET_KEY: secret },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  for (let tries = 0; !(await answers(port)) && tries < 400; tries++) await sleep(25);
  return {
    folder,
    environment: {
      AWS_ACCESS_KEY_ID: id,
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
