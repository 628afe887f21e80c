import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Which process this is, so that a lock left behind is distinguished from one that is held even when the operating system has
 * given the same number to another process since.
 */
export type ProcessIdentity = {
  readonly pid: number;
  readonly host: string;
  /** When the system started the process, in the system's own words; empty where it does not say. */
  readonly started: string;
};

export function identityOfThisProcess(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), started: processStart(process.pid) ?? '' };
}

export type Liveness = 'alive' | 'gone' | 'elsewhere';

/** `elsewhere`: the process belongs to another machine, and nothing here can tell whether it still runs. */
export function livenessOf({ pid, host, started }: ProcessIdentity): Liveness {
  if (host !== hostname()) return 'elsewhere';
  if (!isRunning(pid)) return 'gone';
  const startedNow = started === '' ? undefined : processStart(pid);
  return startedNow !== undefined && startedNow !== started ? 'gone' : 'alive';
}

/** True when a process of this number runs on this machine, whichever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Undefined when the system does not tell. On Linux the boot is part of it: ticks alone repeat from boot to boot. */
function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The command name stands in brackets and may hold anything; field 22 is counted from after them.
      const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' || state === 'X') return 'ended';
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[18]}`;
    }
    if (process.platform === 'darwin' || process.platform === 'freebsd')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        timeout: 5000,
      }).trim();
  } catch {
    return undefined;
  }
  return undefined;
}
