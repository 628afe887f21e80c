import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { verifyWorkspace } from '../../src/app/workspace/record.ts';
import { panel } from '../cli/command.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { isFullCount } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What somebody does to a file who wants another thing to be said, or nothing. */
const TAMPERINGS: Readonly<Record<string, (path: string) => void>> = {
  'a figure changed': (path) => change(path, (text) => text.replaceAll('4 drones', '9 drones')),
  'a byte changed': (path) => {
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  'bytes put behind': (path) => change(path, (text) => `${text}x`),
  'cut in the middle': (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  emptied: (path) => truncateSync(path, 0),
  removed: (path) => rmSync(path),
  'replaced by another': (path) => writeFileSync(path, '{"format":"standing-panel"}\n'),
};

function change(path: string, make: (text: string) => string): void {
  writeFileSync(path, make(readFileSync(path, 'latin1')), 'latin1');
}

const KINDS = [
  'record/acts/',
  'record/documents/',
  'record/log/checkpoint',
  'record/log/keys',
  'record/log/tile/0/',
  'record/log/tile/entries/',
  'readings/',
  'store/PG_VERSION',
  'store/base/',
  'store/global/',
  'store/pg_wal/',
  'store/seal',
];

describe('a workspace in which somebody changed a file', () => {
  let made: string;
  let printed: string;

  beforeAll(async () => {
    const story = 'Iran said on 3 May 2024 that it had sold 4 drones to Russia.';
    made = (await runInto(writeDossier({ daily: { text: story, published: '2024-05-06' } }))).workspace;
    printed = (await panel('claims', '--workspace', made, '--json')).out;
    expect(printed).toContain('4 drones');
  });

  const kinds = isFullCount ? KINDS : KINDS.filter((_, at) => at % 3 === 0);
  const cases = kinds.flatMap((kind, row) =>
    Object.keys(TAMPERINGS)
      .filter((_, column) => isFullCount || column % 4 === row % 4)
      .map((tampering): [string, string] => [kind, tampering]),
  );

  it.each(cases)('%s: %s: says so, or prints what the record holds', async (kind, tampering) => {
    const workspace = join(temporaryFolder(), 'workspace');
    cpSync(made, workspace, { recursive: true });
    // Of partial tiles the newest is the one on which the checkpoint rests; what older ones state follows from it.
    const file = filesIn(workspace).findLast((path) => relative(workspace, path).startsWith(kind)) ?? expect.fail(kind);
    const before = readFileSync(file);
    TAMPERINGS[tampering]?.(file);
    if (readableOrEmpty(file)?.equals(before)) return;
    if (kind.startsWith('record/')) {
      const { whole } = await verifyWorkspace({ workspace, progress: silentProgress }).catch(() => ({ whole: false }));
      expect(whole).toBe(false);
      return;
    }
    const { code, out } = await panel('claims', '--workspace', workspace, '--json');
    expect([code, out]).toEqual([0, printed]);
  });
});

function readableOrEmpty(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).length > 1)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
