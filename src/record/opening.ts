import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/time/clock.ts';
import { describeWriteFailure, RecordError } from './errors.ts';
import { generateSigningKey, loadSigningKey, type SigningKey, saveSigningKey, storedKeys } from './keys/signing-key.ts';
import type { Actor } from './log/act.ts';
import type { RecoveredLog } from './recovery.ts';
import { syncFolder } from './storage/durable-file.ts';
import type { WorkspaceLayout } from './storage/layout.ts';
import { isThere } from './storage/presence.ts';
import { isRunning } from './storage/process-identity.ts';

export type OpenOptions = {
  /** What the user typed, for the lock file: `panel add report.pdf`. */
  readonly command: string;
  /** The machine's clock, which dates what is logged; another one in tests. */
  readonly clock?: Clock;
  /** The time that acts are given instead (`--clock`), and say so: for reports that can be repeated, not for dating. */
  readonly fixedClock?: Clock | undefined;
  /** Opens a protected key; protects the key of a new workspace. */
  readonly passphrase?: string;
  /** Told of everything that opening or publishing had to put right. */
  readonly onMessage?: (text: string) => void;
  /** Who begins a record that there is none of yet. */
  readonly founder?: Actor;
  /** False: refuse a folder that holds no record yet, instead of starting one. */
  readonly create?: boolean;
  /** Ends the key in force because its file is lost (or the record came from elsewhere), and names a new one. */
  readonly replaceLostKey?: { readonly by: Actor; readonly reason: string };
  /** Told after acts have reached the disk, whoever logged them. */
  readonly onCommit?: () => void;
  /** How long to wait for another command on the same workspace; five seconds by default. */
  readonly waitMs?: number;
};

/** The folders that a record needs, those that are missing made. */
export function makeFolders(layout: WorkspaceLayout): void {
  try {
    for (const folder of [layout.documents, layout.acts, layout.log])
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(layout.lock)) syncFolder(layout.record);
  } catch (error) {
    throw describeWriteFailure(error, 'The workspace', layout.root);
  }
}

/**
 * Temporary files are named after the process that writes them; what the dead left is removed. So is what carries this
 * process's own number: under the lock that was just taken nothing of it can be in use, and a container gives its first
 * process the same number at each start.
 */
export function sweepTemporary(layout: WorkspaceLayout): void {
  if (!existsSync(layout.temporary)) return;
  for (const name of readdirSync(layout.temporary)) {
    const pid = Number(name.split('-')[0]);
    if (pid === process.pid || !isRunning(pid)) rmSync(join(layout.temporary, name), { recursive: true, force: true });
  }
}

/** Says so where other users of this machine can enter a workspace: what lies in it is then theirs to read. */
export function tellOfReaders(layout: WorkspaceLayout, onMessage: (text: string) => void): void {
  if (process.platform === 'win32') return;
  const mode = statSync(layout.root).mode & 0o777;
  if ((mode & 0o077) !== 0)
    onMessage(
      `Other users of this machine can enter this workspace (its folder has mode ${mode.toString(8)}); keep them out: chmod -R go-rwx ${layout.root}`,
    );
}

/**
 * The key that will sign: the one in force; a stored key that no act names yet, when a crash interrupted the start; or a
 * new one, for a new record or in place of a lost key.
 */
export function signerFor(layout: WorkspaceLayout, { history }: RecoveredLog, options: OpenOptions): SigningKey {
  const inForce = history.at(-1)?.key;
  if (inForce !== undefined) {
    if (options.replaceLostKey !== undefined && isThere(layout.imported))
      throw new RecordError(
        'key-missing',
        'This record came from elsewhere. Under a key that its own does not vouch for it would be a second log of one name; go on in a new log that names this one (panel record continue FROM --workspace NEW).',
        { place: layout.root },
      );
    if (options.replaceLostKey === undefined) return loadSigningKey(layout, inForce, options.passphrase);
  } else {
    const stored = storedKeys(layout)[0];
    if (stored !== undefined) return loadSigningKey(layout, stored, options.passphrase);
  }
  const fresh = generateSigningKey(inForce?.name ?? null);
  saveSigningKey(layout, fresh, options.passphrase);
  return fresh;
}
