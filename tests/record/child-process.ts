import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const APPENDER = fileURLToPath(new URL('appender.ts', import.meta.url));

export type Appender = {
  readonly process: ChildProcess;
  /** What it has printed so far, line by line; a line cut off by a kill is left out. */
  lines(): string[];
  /** Resolves when a line appears that begins so. */
  said(prefix: string): Promise<string>;
  ended: Promise<number | null>;
};

/** Starts `appender.ts`; `shell` wraps it, such as `ulimit -f 64; exec "$@"`. */
export function startAppender(workspace: string, options: { limit?: number; shell?: string } = {}): Appender {
  const command = [
    process.execPath,
    '--import',
    'tsx',
    APPENDER,
    workspace,
    String(options.limit ?? Number.POSITIVE_INFINITY),
  ];
  const child =
    options.shell === undefined
      ? spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('bash', ['-c', options.shell, 'bash', ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const lines = () =>
    output
      .slice(0, output.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(0, -1);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    process: child,
    lines,
    ended,
    async said(prefix) {
      for (;;) {
        const line = lines().find((text) => text.startsWith(prefix));
        if (line !== undefined) return line;
        const over = await Promise.race([
          ended.then(() => true),
          new Promise((resolve) => setTimeout(resolve, 10, false)),
        ]);
        if (over && !lines().some((text) => text.startsWith(prefix)))
          throw new Error(`it ended without "${prefix}": ${output.slice(-500)}`);
      }
    },
  };
}

/** Ids of the acts that an appender was told are safe. */
export function acknowledged(appender: Appender): string[] {
  return appender
    .lines()
    .filter((line) => line.startsWith('a-'))
    .flatMap((line) => line.split(' '));
}
