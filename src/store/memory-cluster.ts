import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFS, PGlite } from '@electric-sql/pglite';
import type { PreparedCluster } from './empty-cluster.ts';

/**
 * Files of a database in memory that begin as the empty database of the build: making one takes five seconds, and it is needed where a
 * user waits already, on a disk that is full or cannot be written.
 */
export class MemoryCluster extends MemoryFS {
  readonly #prepared: PreparedCluster;

  constructor(prepared: PreparedCluster) {
    super();
    this.#prepared = prepared;
  }

  override async init(...given: Parameters<MemoryFS['init']>): ReturnType<MemoryFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const { files, folders } = this.#prepared;
    const lay: NonNullable<typeof emscriptenOpts.preRun>[number] = ({ FS }) => {
      const place = (name: string) => `${PGlite.paths.PGDATA}/${name}`;
      for (const name of folders) FS.mkdirTree(place(name), 0o700);
      for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' }))
        if (!folders.includes(name)) FS.writeFile(place(name), readFileSync(join(files, name)));
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), lay] } };
  }
}
