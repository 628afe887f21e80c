import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RecordError } from '../errors.ts';
import { formatKeyList, keyInForce, type NamedKey } from '../keys/key-history.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../log/checkpoint.ts';
import { signersOf } from '../log/note.ts';
import { parseTilePath, partialTilesOf, TILE_WIDTH, type TileName, tilePath } from '../log/tile.ts';
import type { TreeBuilder } from '../log/tree-builder.ts';
import { placeInRecord, type WorkspaceLayout } from '../storage/layout.ts';
import { readPlainFile } from '../storage/plain-file.ts';
import { findChangedLeaves } from './changed-leaf.ts';
import { type FaultList, whyUnread } from './verification.ts';

/**
 * Holds the files of `record/log` against the tree that grows from the acts. A partial tile is right or wrong as soon as
 * the tree has the leaves it speaks of, whichever checkpoint it was written for; so tiles of an interrupted crash are
 * checked like all others.
 */
export class LogVerifier {
  readonly checkpoint: SignedCheckpoint | null;
  readonly #layout: WorkspaceLayout;
  readonly #faults: FaultList;
  readonly #checkpointBytes: Buffer;
  /** Partial tiles by the size of the tree at which they can be judged. */
  readonly #partials = new Map<number, TileName[]>();
  /** The highest full tile found of each level. */
  readonly #lastFull = new Map<TileName['level'], number>();
  #rootAtCheckpoint: Buffer | undefined;

  constructor(layout: WorkspaceLayout, faults: FaultList) {
    this.#layout = layout;
    this.#faults = faults;
    this.#checkpointBytes = this.#read('checkpoint') ?? Buffer.alloc(0);
    this.checkpoint = this.#parse();
    for (const name of this.checkpoint === null ? [] : partialTilesOf(this.checkpoint.size)) this.#await(name);
    this.#list('');
  }

  /** A full tile as the acts give it. */
  checkFull(name: TileName, expected: Buffer): void {
    this.#compare(name, expected, this.checkpoint !== null && tileEnd(name) <= this.checkpoint.size);
  }

  /** To be called after every leaf, and once before the first. */
  checkAt(builder: TreeBuilder): void {
    if (builder.size === this.checkpoint?.size) this.#rootAtCheckpoint = builder.root();
    const due = this.#partials.get(builder.size);
    if (due === undefined) return;
    this.#partials.delete(builder.size);
    const required = new Set(this.checkpoint === null ? [] : partialTilesOf(this.checkpoint.size).map(tilePath));
    const partials = new Map(builder.partialTiles().map(({ name, bytes }) => [tilePath(name), bytes]));
    for (const name of due) {
      const path = tilePath(name);
      this.#compare(name, partials.get(path) ?? Buffer.alloc(0), required.has(path));
    }
  }

  /** After the last act: what speaks of acts that are not there, the checkpoint itself, and the list of keys. */
  finish(size: number, history: readonly NamedKey[]): void {
    for (const names of this.#partials.values())
      for (const name of names)
        this.#fault(tilePath(name), 0, 'bad-tile', 'it covers acts that the record does not have');
    for (const [level, index] of this.#lastFull) {
      const name = { level, index, width: TILE_WIDTH };
      if (tileEnd(name) > size)
        this.#fault(tilePath(name), 0, 'bad-tile', 'it covers acts that the record does not have');
    }
    this.#checkCheckpoint(size, history);
    const keys = this.#read('keys');
    const expected = Buffer.from(formatKeyList(history));
    if (keys === undefined) {
      if (size > 0 && this.checkpoint !== null) this.#fault('keys', 0, 'missing', 'the list of keys is missing');
    } else if (!keys.equals(expected)) {
      this.#fault(
        'keys',
        firstDifference(keys, expected),
        'bad-key-list',
        'the keys are not those that the key acts name',
      );
    }
  }

  /** True when another process has signed a new checkpoint since this one was read. */
  hasMovedOn(): boolean {
    try {
      return !readPlainFile(this.#layout.checkpoint).equals(this.#checkpointBytes);
    } catch {
      return false;
    }
  }

  #parse(): SignedCheckpoint | null {
    if (this.#checkpointBytes.length === 0) return null;
    try {
      return parseCheckpoint(this.#checkpointBytes);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.#fault('checkpoint', 0, 'bad-checkpoint', error.message);
      return null;
    }
  }

  #checkCheckpoint(size: number, history: readonly NamedKey[]): void {
    const { checkpoint } = this;
    if (checkpoint === null) {
      if (this.#checkpointBytes.length === 0 && size > 0)
        this.#fault(
          'checkpoint',
          0,
          'missing',
          'the checkpoint is missing; opening the workspace for writing signs a new one',
        );
      return;
    }
    const key = keyInForce(history, checkpoint.size);
    const fault = (message: string) => this.#fault('checkpoint', 0, 'bad-checkpoint', message);
    if (checkpoint.origin !== history[0]?.key.name) fault('its origin is not the name of this log');
    try {
      if (key === undefined || !signersOf(checkpoint.note, [key]).includes(key))
        fault('it is not signed by the key in force');
      else if (checkpoint.note.signatures.filter(({ name, id }) => name === key.name && id === key.id).length !== 1)
        fault('it carries more than one signature of its own key');
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      fault(error.message);
    }
    if (checkpoint.note.text.split('\n').length !== 4) fault('it carries lines that this record never writes');
    if (checkpoint.size > size)
      fault(`it covers ${checkpoint.size} acts, and the record has ${size}: acts have been dropped`);
    else if (!this.#rootAtCheckpoint?.equals(checkpoint.root))
      fault(`its root is not the root of the first ${checkpoint.size} acts: acts have been changed`);
  }

  #compare(name: TileName, expected: Buffer, required: boolean): void {
    const path = tilePath(name);
    const bytes = this.#read(path);
    if (bytes === undefined) {
      if (required && !this.hasMovedOn()) this.#fault(path, 0, 'missing', 'this tile of the log is missing');
    } else if (!bytes.equals(expected)) {
      this.#fault(path, firstDifference(bytes, expected), 'bad-tile', 'this tile is not what the acts give');
      if (name.level !== 'entries') return;
      for (const leaf of findChangedLeaves(this.#layout, name, expected))
        this.#faults.add(
          leaf.path,
          leaf.offset,
          'bad-line',
          `the leaf of a-${leaf.index} is not the one that was logged`,
        );
    }
  }

  /** Every file under `log/`: known and to be checked, or unknown. */
  #list(folder: string): void {
    for (const entry of readdirSync(join(this.#layout.log, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && /^tile(\/(entries|\d{1,2})(\/x\d{3})*(\/\d{3}\.p)?)?$/.test(path)) {
        this.#list(path);
        // A crash leaves the folder of partial tiles that it removed; any other that is empty was put here.
        if (!path.endsWith('.p') && path !== 'tile' && readdirSync(join(this.#layout.log, path)).length === 0)
          this.#fault(path, 0, 'unknown-file', 'an empty folder, which belongs to no log');
        continue;
      }
      const name = entry.isFile() ? parseTilePath(path) : undefined;
      if (name !== undefined) this.#note(name);
      else if (!entry.isFile() || (path !== 'checkpoint' && path !== 'keys'))
        this.#fault(path, 0, 'unknown-file', 'nothing of this name belongs to a log');
    }
  }

  #note(name: TileName): void {
    if (name.width < TILE_WIDTH) this.#await(name);
    else if (name.index > (this.#lastFull.get(name.level) ?? -1)) this.#lastFull.set(name.level, name.index);
  }

  #await(name: TileName): void {
    const size = tileEnd(name);
    const waiting = this.#partials.get(size) ?? [];
    if (!waiting.some((other) => tilePath(other) === tilePath(name))) waiting.push(name);
    this.#partials.set(size, waiting);
  }

  #read(path: string): Buffer | undefined {
    try {
      return readPlainFile(join(this.#layout.log, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        this.#fault(path, 0, 'unreadable', `it cannot be read (${whyUnread(error)})`);
      return undefined;
    }
  }

  #fault(path: string, offset: number, code: Parameters<FaultList['add']>[2], message: string): void {
    this.#faults.add(placeInRecord('log', path), offset, code, message);
  }
}

/** Number of leaves that a tree has when this tile's last hash first exists. */
function tileEnd({ level, index, width }: TileName): number {
  return (index * TILE_WIDTH + width) * TILE_WIDTH ** (level === 'entries' ? 0 : level);
}

function firstDifference(a: Buffer, b: Buffer): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return shorter;
}
