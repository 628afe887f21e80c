import { randomBytes } from 'node:crypto';
import { closeSync, constants, existsSync, linkSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256Hex } from '../../core/hash.ts';
import { describeWriteFailure, RecordError } from '../errors.ts';
import { replaceFile, temporaryPath } from './durable-file.ts';
import type { WorkspaceLayout } from './layout.ts';
import { readPlainFile } from './plain-file.ts';
import { identityOfThisProcess, livenessOf, type ProcessIdentity } from './process-identity.ts';

/** Who holds a workspace. A server adds where it can be spoken to; the file is readable by its owner alone (mode 0600). */
export type LockOwner = ProcessIdentity & {
  /** The command that took the lock, such as `panel serve`. */
  readonly command: string;
  /** When it took it. */
  readonly since: string;
  readonly address?: string;
  readonly token?: string;
};

export type WorkspaceLock = {
  /** Adds a server's address and token, so that other commands speak to it. */
  announce(service: { address: string; token: string }): void;
  release(): void;
};

/** `nonce` is unlike any other: the right to break this very lock is fought out under it. */
type LockFile = LockOwner & { readonly nonce: string };

const WAIT_MS = 5000;
const POLL_MS = 50;
/** A lock file that says nothing readable was caught between creation and writing, or its owner died there. */
const UNREADABLE_GRACE_MS = 5000;

/** Who holds the workspace now; null when nobody does, or a process that no longer runs. */
export function lockOwnerOf(layout: WorkspaceLayout): LockOwner | null {
  const lock = readLock(layout.lock);
  if (lock === null || isAbandoned(layout.lock, lock)) return null;
  const { nonce: _, ...owner } = lock;
  return owner;
}

/**
 * Takes the one writer's lock of a workspace, waiting up to five seconds for another command to end.
 * @throws RecordError `workspace-held` naming the owner; `workspace-served` at once when a server holds it
 */
export async function takeLock(
  layout: WorkspaceLayout,
  command: string,
  since: Date,
  waitMs = WAIT_MS,
): Promise<WorkspaceLock> {
  const mine: LockFile = {
    ...identityOfThisProcess(),
    command,
    since: since.toISOString(),
    nonce: randomBytes(16).toString('hex'),
  };
  const deadline = Date.now() + waitMs;
  for (;;) {
    if (createLock(layout, layout.lock, mine)) return heldLock(layout, mine);
    const holder = readLock(layout.lock);
    if (holder === null || breakIfAbandoned(layout, holder, mine)) continue;
    if (holder.address !== undefined || Date.now() >= deadline) throw refusal(layout, holder);
    await sleep(POLL_MS);
  }
}

function refusal(layout: WorkspaceLayout, holder: LockFile): RecordError {
  const who =
    holder.pid === 0
      ? 'a process that has not said its name'
      : `"${holder.command}" (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  if (holder.address !== undefined)
    return new RecordError(
      'workspace-served',
      `The workspace is held by ${who}, which serves it at ${holder.address}.`,
      {
        place: layout.root,
      },
    );
  const advice =
    livenessOf(holder) === 'elsewhere'
      ? `If nothing runs on ${holder.host} any more, delete the file ${layout.lock}.`
      : 'Try again when it has ended.';
  return new RecordError('workspace-held', `The workspace is held by ${who}. ${advice}`, { place: layout.root });
}

function heldLock(layout: WorkspaceLayout, mine: LockFile): WorkspaceLock {
  let current = mine;
  return {
    announce(service) {
      current = { ...mine, ...service };
      replaceFile(layout, layout.lock, Buffer.from(`${JSON.stringify(current)}\n`), { synced: false, mode: 0o600 });
    },
    release() {
      if (readLock(layout.lock)?.nonce === current.nonce) rmSync(layout.lock, { force: true });
    },
  };
}

/**
 * Creates the lock with its content in one step: a link to a finished file either takes the name or fails. File systems
 * without links (FAT on a memory stick) get the name first and the content after.
 */
function createLock(layout: WorkspaceLayout, path: string, content: LockFile): boolean {
  const bytes = `${JSON.stringify(content)}\n`;
  const finished = temporaryPath(layout);
  try {
    writeNewFile(finished, bytes);
    linkSync(finished, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP')
      return createWithoutLinks(path, bytes);
    throw describeWriteFailure(error, 'The lock of the workspace', path);
  } finally {
    // Where it could not be written, looking for it may be refused as well, and what is to be told is the first refusal.
    if (existsSync(finished)) rmSync(finished, { force: true });
  }
}

function createWithoutLinks(path: string, bytes: string): boolean {
  try {
    writeNewFile(path, bytes);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw describeWriteFailure(error, 'The lock of the workspace', path);
  }
}

function writeNewFile(path: string, content: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(file, content);
  } finally {
    closeSync(file);
  }
}

function readLock(path: string): LockFile | null {
  let text: string;
  try {
    text = readPlainFile(path).toString('utf8');
  } catch {
    return null;
  }
  try {
    const lock = JSON.parse(text) as LockFile;
    if (Number.isSafeInteger(lock.pid) && typeof lock.host === 'string' && typeof lock.nonce === 'string') return lock;
  } catch {
    // Judged below by its age alone.
  }
  return { pid: 0, host: '', started: '', command: '', since: '', nonce: sha256Hex(text).slice(0, 32) };
}

function isAbandoned(path: string, lock: LockFile): boolean {
  if (lock.pid !== 0) return livenessOf(lock) === 'gone';
  try {
    return Date.now() - statSync(path).mtimeMs > UNREADABLE_GRACE_MS;
  } catch {
    return true;
  }
}

/**
 * Removes a lock whose owner is gone. Two processes may see that at once, and the slower must not remove the lock that
 * the faster has taken since: so the right to remove the lock of one nonce is itself taken once, by creating a file
 * under that nonce, and whoever has it looks again before removing. Should the remover die in between, its own claim is
 * abandoned in turn and broken the same way.
 */
function breakIfAbandoned(layout: WorkspaceLayout, lock: LockFile, mine: LockFile): boolean {
  if (!isAbandoned(layout.lock, lock)) return false;
  const claims: string[] = [];
  for (let nonce = lock.nonce; ; ) {
    const claim = `${layout.lock}.break-${nonce}`;
    claims.push(claim);
    if (createLock(layout, claim, mine)) break;
    const rival = readLock(claim);
    if (rival === null || !isAbandoned(claim, rival)) return false;
    nonce = rival.nonce;
  }
  if (readLock(layout.lock)?.nonce === lock.nonce) rmSync(layout.lock, { force: true });
  for (const claim of claims) rmSync(claim, { force: true });
  return true;
}
