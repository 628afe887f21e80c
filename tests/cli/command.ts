import { run } from '../../src/cli/program.ts';

export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command line in this process and gathers what it prints, so that a test costs no start of Node. */
export async function panel(...args: readonly string[]): Promise<Outcome> {
  const texts = { out: '', err: '' };
  const gather = (into: 'out' | 'err') =>
    ((text: string | Uint8Array) => {
      texts[into] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return true;
    }) as typeof process.stdout.write;
  const before = { out: process.stdout.write, err: process.stderr.write };
  process.stdout.write = gather('out');
  process.stderr.write = gather('err');
  try {
    return { code: await run(args), ...texts };
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
  }
}

/** JSON lines of an answer; fails where anything else stands on standard output. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
