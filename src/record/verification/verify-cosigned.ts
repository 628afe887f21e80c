import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseCosignedName } from '../cosigned.ts';
import { RecordError } from '../errors.ts';
import { keyInForce, type NamedKey } from '../keys/key-history.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../log/checkpoint.ts';
import { signersOf } from '../log/note.ts';
import type { TreeBuilder } from '../log/tree-builder.ts';
import { placeInRecord, type WorkspaceLayout } from '../storage/layout.ts';
import { readPlainFile } from '../storage/plain-file.ts';
import { isThere } from '../storage/presence.ts';
import type { FaultList } from './verification.ts';

/**
 * Holds the notes of `record/cosigned/` against the tree that grows from the acts: the log itself must have signed each, over
 * the root that the acts give. Where it signed another, two histories have been told under one key, and the note convicts it.
 */
export class CosignedVerifier {
  readonly #faults: FaultList;
  readonly #notes = new Map<number, { readonly note: SignedCheckpoint; root?: Buffer }>();

  constructor(layout: WorkspaceLayout, faults: FaultList) {
    this.#faults = faults;
    for (const entry of isThere(layout.cosigned) ? readdirSync(layout.cosigned, { withFileTypes: true }) : []) {
      const name = entry.isFile() ? parseCosignedName(entry.name) : undefined;
      if (name === undefined)
        this.#fault(entry.name, 'unknown-file', 'nothing of this name belongs among the cosigned notes');
      else if (name.kind === 'note') this.#take(join(layout.cosigned, entry.name), name.size);
    }
    for (const entry of isThere(layout.cosigned) ? readdirSync(layout.cosigned) : []) {
      const name = parseCosignedName(entry);
      if (name?.kind === 'stamp' && !this.#notes.has(name.size))
        this.#fault(entry, 'unknown-file', 'it stamps a note that is not here');
    }
  }

  /** Sizes of the notes that can be read, the largest first. */
  get sizes(): number[] {
    return [...this.#notes.keys()].sort((a, b) => b - a);
  }

  /** To be called after every leaf, and once before the first. */
  checkAt(builder: TreeBuilder): void {
    const held = this.#notes.get(builder.size);
    if (held !== undefined) held.root = builder.root();
  }

  /** After the last act. */
  finish(size: number, history: readonly NamedKey[]): void {
    for (const [at, { note, root }] of this.#notes) {
      const fault = (message: string) => this.#fault(String(at), 'bad-checkpoint', message);
      const key = keyInForce(history, at);
      if (note.origin !== history[0]?.key.name) fault('its origin is not the name of this log');
      try {
        if (key === undefined || signersOf(note.note, [key]).length === 0)
          fault('it is not signed by the key that was in force');
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        fault(error.message);
      }
      if (at > size) fault(`it covers ${at} acts, and the record has ${size}: acts have been dropped`);
      else if (!root?.equals(note.root))
        this.#fault(
          String(at),
          'forked',
          `its root is not the root of the first ${at} acts: this log has been shown with two histories`,
        );
    }
  }

  #take(path: string, size: number): void {
    try {
      const note = parseCheckpoint(readPlainFile(path));
      if (note.size === size) this.#notes.set(size, { note });
      else this.#fault(String(size), 'bad-checkpoint', `it is the note of ${note.size} acts`);
    } catch (error) {
      if (error instanceof RecordError) this.#fault(String(size), 'bad-checkpoint', error.message);
      else this.#fault(String(size), 'unreadable', `it cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }

  #fault(name: string, code: Parameters<FaultList['add']>[2], message: string): void {
    this.#faults.add(placeInRecord('cosigned', name), 0, code, message);
  }
}
