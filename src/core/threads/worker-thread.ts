import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from '../resource.ts';

/**
 * Starts a room's worker thread, `ROOM/worker.ts`. Installed, that is a file of the build. In a checkout it is too, where
 * the build is younger than every source; else the thread loads the source through the TypeScript loader, which costs it
 * half a second, by a line of its own, since `--import tsx` does not reach threads on Node 20.
 */
export function startWorkerThread(room: string, options: WorkerOptions = {}): Worker {
  const root = packageRoot();
  const built = join(root, 'dist', room, 'worker.js');
  if (!fileURLToPath(import.meta.url).endsWith('.ts') || isYoungerThanSources(built, root))
    return new Worker(built, options);
  const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs')).href;
  const entry = pathToFileURL(join(root, 'src', room, 'worker.ts')).href;
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(script, { ...options, eval: true });
}

let sourcesChangedAt: number | undefined;

function isYoungerThanSources(built: string, root: string): boolean {
  const madeAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  if (madeAt === undefined) return false;
  sourcesChangedAt ??= lastChangeIn(join(root, 'src'));
  return madeAt > sourcesChangedAt;
}

/** When anything in a folder was last written, in milliseconds since 1970; a removed file changes its folder. */
function lastChangeIn(folder: string): number {
  let last = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) last = Math.max(last, lastChangeIn(path));
    // Editors leave links that lead nowhere beside what is being written, and files that are gone again at once.
    else if (!path.endsWith('.test.ts')) last = Math.max(last, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  }
  return last;
}
