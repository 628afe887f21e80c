import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from './resource.ts';

/**
 * Starts a room's worker thread, `ROOM/worker.ts`. Installed, that is a file of the build; in a checkout the thread loads
 * the source through the TypeScript loader by a line of its own, since `--import tsx` does not reach threads on Node 20.
 */
export function startWorkerThread(room: string, options: WorkerOptions = {}): Worker {
  const root = packageRoot();
  if (!fileURLToPath(import.meta.url).endsWith('.ts'))
    return new Worker(join(root, 'dist', room, 'worker.js'), options);
  const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs')).href;
  const entry = pathToFileURL(join(root, 'src', room, 'worker.ts')).href;
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(script, { ...options, eval: true });
}
