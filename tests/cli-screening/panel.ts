import { vi } from 'vitest';
import { run } from '../../src/cli/program.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command as the user would, with what it prints caught. */
export async function panel(...args: readonly string[]): Promise<Ran> {
  const caught = { out: '', err: '' };
  const catchInto = (name: 'out' | 'err') => (text: unknown) => {
    caught[name] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catchInto('out') as typeof process.stdout.write);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catchInto('err') as typeof process.stderr.write);
  try {
    const code = await run(args);
    return { code, ...caught };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

export function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
