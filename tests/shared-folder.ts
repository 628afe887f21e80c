import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { isFullCount } from './full-count.ts';

/** A file system in memory, as Linux has one. */
const IN_MEMORY = '/dev/shm';
/** Many times what the tests hold at once, which was 140 MB. */
const ROOM_BYTES = 6 * 1024 ** 3;

/**
 * Tests make some hundred workspaces of a thousand files and throw them away: where there is room they lie in memory, and no disk is waited
 * for. The full counts are larger, and are taken on the disk.
 */
function hasRoomInMemory(): boolean {
  if (isFullCount || process.env.TMPDIR !== undefined || !existsSync(IN_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return totalmem() > 2 * ROOM_BYTES && bavail * bsize > ROOM_BYTES;
}

/**
 * Run by vitest before any test: the folder below which tests write, and one in it for what tests of one run make once and take copies of
 * (`dossier/example-workspace.ts`). Both are gone after the run, with what tests left.
 */
export default function makeSharedFolder(): () => void {
  const folder = mkdtempSync(join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), 'panel-tests-'));
  // Open to all, as a system's own is: some tests start programs as a user without rights.
  chmodSync(folder, 0o1777);
  // The workers and the programs that they start have both from here.
  process.env.TMPDIR = folder;
  process.env.PANEL_SHARED_FOLDER = join(folder, 'shared');
  mkdirSync(process.env.PANEL_SHARED_FOLDER);
  return () => rmSync(folder, { recursive: true, force: true });
}
