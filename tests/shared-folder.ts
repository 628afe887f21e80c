import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Run by vitest before any test: a folder for what tests of one run make once and take copies of (`dossier/example-workspace.ts`).
 * It is gone after the run.
 */
export default function makeSharedFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'standing-panel-shared-'));
  process.env.PANEL_SHARED_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
