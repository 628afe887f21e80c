import { setFlagsFromString } from 'node:v8';

/**
 * V8 as Node 20 has it considers a function for compiling after so much of it was run, in its own measure; without this after
 * 67,584. Each thread compiles for itself, on the cores that the threads work on: of a batch of 12,000 names half of the
 * processor time went to compiling, much of it done again once more kinds of names had been seen. Later versions compile in
 * smaller steps and have no such setting. It changes no answer, but holds for the process as long as that lives: for a command,
 * not for the server.
 */
export function compileLater(): void {
  setFlags('--interrupt-budget=1000000');
}

/**
 * The same for a command that ends within seconds: functions are compiled without those that they call, which takes a third of
 * the time. Reading and indexing lists costs a quarter less so; a long batch would lose by it.
 */
export function compileLittle(): void {
  setFlags('--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=0');
}

function setFlags(...flags: readonly string[]): void {
  if (process.versions.v8.startsWith('11.')) for (const flag of flags) setFlagsFromString(flag);
}
