import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { formatKeyList, type NamedKey } from './keys/key-history.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { type Checkpoint, signCheckpoint } from './log/checkpoint.ts';
import { parseTilePath, partialTilesOf, TILE_WIDTH, type TileName, tilePath } from './log/tile.ts';
import { TreeBuilder } from './log/tree-builder.ts';
import { replaceFile } from './storage/durable-file.ts';
import type { WorkspaceLayout } from './storage/layout.ts';

/**
 * Keeps `record/log` abreast of the acts: tiles, the list of keys, the signed checkpoint. Everything in it follows from
 * the leaves and the key, so tiles are not synced one by one: after a power cut they are rebuilt when the record is opened.
 */
export class LogPublisher {
  readonly builder: TreeBuilder;
  readonly #layout: WorkspaceLayout;
  #full: { name: TileName; bytes: Buffer }[] = [];
  /** Size that the checkpoint on the disk states; -1 when there is none that can be kept. */
  #published: number;
  #keyList = '';
  readonly #folders = new Set<string>();

  constructor(
    layout: WorkspaceLayout,
    published: number,
    builder?: (onFull: (name: TileName, bytes: Buffer) => void) => TreeBuilder,
  ) {
    this.#layout = layout;
    this.#published = published;
    const onFull = (name: TileName, bytes: Buffer) => void this.#full.push({ name, bytes });
    this.builder = builder?.(onFull) ?? new TreeBuilder(onFull);
  }

  /** Leaves that no checkpoint covers yet. */
  get behind(): number {
    return this.builder.size - Math.max(0, this.#published);
  }

  /** True when a checkpoint over all leaves lies on the disk. */
  get isCurrent(): boolean {
    return this.#published === this.builder.size;
  }

  /**
   * Writes what is new and signs. The checkpoint comes after the tiles it needs and before the removal of those it has
   * no use for, so that whoever reads in between finds a whole log.
   */
  publish(signer: SigningKey, history: readonly NamedKey[]): Checkpoint {
    const size = this.builder.size;
    const checkpoint = { origin: signer.key.name, size, root: this.builder.root() };
    for (const { name, bytes } of this.#full) this.#writeTile(name, bytes);
    this.#full = [];
    for (const { name, bytes } of this.builder.partialTiles()) this.#writeTile(name, bytes);
    const keyList = formatKeyList(history);
    if (keyList !== this.#keyList)
      replaceFile(this.#layout, this.#layout.keyList, Buffer.from(keyList), { synced: true });
    this.#keyList = keyList;
    const note = signCheckpoint(checkpoint, signer);
    replaceFile(this.#layout, this.#layout.checkpoint, Buffer.from(note), { synced: true });
    const superseded = this.#published;
    this.#published = size;
    if (superseded >= 0 && superseded < size) this.#removeSuperseded(superseded, size);
    return checkpoint;
  }

  /** Removes the partial tiles that a crash left behind: those that the tree as published has no use for. */
  sweep(): void {
    const folder = join(this.#layout.log, 'tile');
    if (!existsSync(folder)) return;
    const kept = new Set(partialTilesOf(Math.max(0, this.#published)).map(tilePath));
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = relative(this.#layout.log, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      const name = entry.isFile() ? parseTilePath(path) : undefined;
      if (name === undefined || name.width === TILE_WIDTH || kept.has(path)) continue;
      rmSync(join(this.#layout.log, path), { force: true });
      this.#removeIfEmpty(dirname(join(this.#layout.log, path)), kept, dirname(path));
    }
  }

  #writeTile(name: TileName, bytes: Buffer): void {
    const path = join(this.#layout.log, tilePath(name));
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#folders.add(folder);
    }
    replaceFile(this.#layout, path, bytes, { synced: false });
  }

  #removeSuperseded(before: number, size: number): void {
    const kept = new Set(partialTilesOf(size).map(tilePath));
    for (const path of partialTilesOf(before).map(tilePath)) {
      if (kept.has(path)) continue;
      const file = join(this.#layout.log, path);
      rmSync(file, { force: true });
      this.#removeIfEmpty(dirname(file), kept, dirname(path));
    }
  }

  #removeIfEmpty(folder: string, kept: ReadonlySet<string>, name: string): void {
    if ([...kept].some((path) => dirname(path) === name) || !existsSync(folder)) return;
    this.#folders.delete(folder);
    try {
      rmdirSync(folder);
    } catch {
      // Another partial tile of a crash lies there; opening the record removes it.
    }
  }
}
