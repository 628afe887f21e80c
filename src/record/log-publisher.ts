import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepCosignatures, standsAlready } from './cosigned.ts';
import { formatKeyList, type NamedKey } from './keys/key-history.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { type Checkpoint, signCheckpoint } from './log/checkpoint.ts';
import { fullTilesOf, type TileName, tilePath } from './log/tile.ts';
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
   * Writes what is new and signs. The checkpoint comes after the tiles it needs. Partial tiles of earlier checkpoints stay
   * until the full tile is there (C2SP tlog-tiles): a checkpoint that others hold, cosigned or printed, must stay provable.
   */
  publish(signer: SigningKey, history: readonly NamedKey[]): Checkpoint {
    const size = this.builder.size;
    const checkpoint = { origin: signer.key.name, size, root: this.builder.root() };
    const filled = this.#full;
    for (const { name, bytes } of filled) this.#writeTile(name, bytes);
    this.#full = [];
    for (const { name, bytes } of this.builder.partialTiles()) this.#writeTile(name, bytes);
    const keyList = formatKeyList(history);
    if (keyList !== this.#keyList)
      replaceFile(this.#layout, this.#layout.keyList, Buffer.from(keyList), { synced: true });
    this.#keyList = keyList;
    const note = signCheckpoint(checkpoint, signer);
    keepCosignatures(this.#layout);
    // A checkpoint of the same text stays as it is, with the lines that others have added to it.
    if (!standsAlready(this.#layout, note))
      replaceFile(this.#layout, this.#layout.checkpoint, Buffer.from(note), { synced: true });
    this.#published = size;
    for (const { name } of filled) this.#removePartials(name);
    return checkpoint;
  }

  /** Removes the partial tiles whose full tile is there, which a crash may have left. */
  sweep(): void {
    for (const name of fullTilesOf(Math.max(0, this.#published))) this.#removePartials(name);
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

  #removePartials(full: TileName): void {
    const folder = `${join(this.#layout.log, tilePath(full))}.p`;
    if (!existsSync(folder)) return;
    rmSync(folder, { recursive: true, force: true });
    this.#folders.delete(folder);
  }
}
