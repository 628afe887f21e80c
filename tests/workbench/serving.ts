import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Serving = {
  readonly address: string;
  /** The address with the token: a browser that opens it is let in. */
  readonly url: string;
  readonly token: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

/** The built product, serving a workspace as a user starts it. @throws Error when it is not built or does not start */
export async function servePanel(workspace: string, ...options: readonly string[]): Promise<Serving> {
  const program = join(root, 'dist', 'cli', 'main.js');
  if (!existsSync(program) || !existsSync(join(root, 'dist', 'web', 'index.html')))
    throw new Error('These tests use the built product: npm run build');
  const child = spawn(process.execPath, [program, 'serve', '--workspace', workspace, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\/\/\S+/.exec(out)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`panel serve ended: ${said}`)));
  });
  const { origin: address, searchParams } = new URL(url);
  return {
    address,
    url,
    token: searchParams.get('token') ?? '',
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
