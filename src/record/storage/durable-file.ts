import { randomBytes } from 'node:crypto';
import { closeSync, constants, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorkspaceLayout } from './layout.ts';

/** A name under the workspace's temporary folder, on the same file system as the record, that no other process uses. */
export function temporaryPath(layout: WorkspaceLayout): string {
  mkdirSync(layout.temporary, { recursive: true, mode: 0o700 });
  return join(layout.temporary, `${process.pid}-${randomBytes(8).toString('hex')}`);
}

/** A folder of that kind, for files that come in: they lie beside the record, and never where the system keeps what all may list. */
export function temporaryFolder(layout: WorkspaceLayout): string {
  const folder = temporaryPath(layout);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/**
 * Puts a file in place whole or not at all, and on the disk before returning when `synced`: written under a temporary
 * name, synced, renamed, its folder synced. What can be derived again (tiles) is written without the syncs.
 */
export function replaceFile(
  layout: WorkspaceLayout,
  path: string,
  bytes: Uint8Array,
  options: { synced: boolean; mode?: number },
): void {
  const temporary = temporaryPath(layout);
  try {
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, options.mode ?? 0o600);
    try {
      writeAll(file, bytes);
      if (options.synced) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  if (options.synced) syncFolder(dirname(path));
}

/** Writes every byte, also where the system takes them piece by piece. */
export function writeAll(file: number, bytes: Uint8Array, length = bytes.length): void {
  for (let done = 0; done < length; ) done += writeSync(file, bytes, done, length - done);
}

/** Makes a rename, a new name or a removal in this folder last. Windows cannot sync folders and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As `syncFolder`, without holding up the program on a slow disk. */
export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
