import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../core/hash.ts';
import { describeReadFailure, describeWriteFailure, RecordError } from '../../record/errors.ts';
import {
  generateSigningKey,
  loadSigningKey,
  type SigningKey,
  saveSigningKey,
  storedKeys,
} from '../../record/keys/signing-key.ts';
import { isKeyName, KEY_TYPE } from '../../record/log/note.ts';
import { sweepTemporary } from '../../record/opening.ts';
import { replaceFile, syncFolder } from '../../record/storage/durable-file.ts';
import { layoutOf, type WorkspaceLayout } from '../../record/storage/layout.ts';
import { takeLock } from '../../record/storage/lock.ts';
import { isThere } from '../../record/storage/presence.ts';
import { ExchangeError } from '../exchange-error.ts';
import { formatWitnessedLog, parseWitnessedLog, type WitnessedLog } from './witnessed-log.ts';

/**
 * A witness on the disk: its key in `keys/` (0600, never a record's own), one file a log in `logs/`, named by the SHA-256 of the
 * origin as the monitoring address is. Whoever changes anything holds the lock; a file appears whole, synced, or not at all.
 */
export class WitnessFolder {
  readonly #layout: WorkspaceLayout;
  readonly #logs: string;

  constructor(folder: string) {
    this.#layout = layoutOf(folder);
    this.#logs = join(folder, 'logs');
  }

  /** Runs `work` alone, among all processes. @throws ExchangeError `witness-held` */
  async exclusive<T>(command: string, now: Date, work: () => T | Promise<T>): Promise<T> {
    const lock = await takeLock(this.#layout, command, now).catch((error: unknown) => {
      if (!(error instanceof RecordError) || error.code !== 'workspace-held') throw error;
      throw new ExchangeError('witness-held', error.message.replace('workspace', 'witness'), {
        place: this.#layout.root,
        cause: error,
      });
    });
    try {
      sweepTemporary(this.#layout);
      return await work();
    } finally {
      lock.release();
    }
  }

  /** The witness's key; null before it was named. */
  key(passphrase?: string): SigningKey | null {
    const [stored, ...more] = storedKeys(this.#layout);
    if (stored === undefined) return null;
    if (more.length > 0 || stored.type !== KEY_TYPE.cosignature)
      throw new ExchangeError(
        'bad-witness-state',
        'A witness has one key, of type 0x04; other keys do not belong here.',
        {
          place: this.#layout.keys,
        },
      );
    return loadSigningKey(this.#layout, stored, passphrase);
  }

  /** Makes the witness's key, of its own and of the type of cosignatures. */
  makeKey(name: string, passphrase?: string): SigningKey {
    if (!isKeyName(name))
      throw new ExchangeError(
        'bad-witness-state',
        `"${name.slice(0, 80)}" cannot be the name of a witness: write an address without blanks, such as example.org/witness`,
      );
    try {
      mkdirSync(this.#logs, { recursive: true });
      syncFolder(this.#layout.root);
      const key = generateSigningKey(name, KEY_TYPE.cosignature);
      saveSigningKey(this.#layout, key, passphrase);
      return key;
    } catch (error) {
      throw describeWriteFailure(error, 'The key of the witness', this.#layout.root);
    }
  }

  /** What is known of a log; undefined for one that is not witnessed. @throws ExchangeError `bad-witness-state` */
  log(origin: string): WitnessedLog | undefined {
    const log = this.logByHash(sha256Hex(origin));
    if (log === undefined || log.origin === origin) return log;
    throw new ExchangeError('bad-witness-state', `This state is of another log, ${log.origin}.`, {
      place: this.#path(origin),
    });
  }

  /** The same by the hexadecimal SHA-256 of the origin. */
  logByHash(hash: string): WitnessedLog | undefined {
    const path = join(this.#logs, `${hash}.json`);
    if (!/^[0-9a-f]{64}$/.test(hash) || !isThere(path)) return undefined;
    return parseWitnessedLog(this.#read(path), path);
  }

  /** Every log, by origin. */
  logs(): WitnessedLog[] {
    if (!isThere(this.#logs)) return [];
    return readdirSync(this.#logs)
      .filter((name) => name.endsWith('.json'))
      .map((name) => parseWitnessedLog(this.#read(join(this.#logs, name)), join(this.#logs, name)))
      .sort((a, b) => (a.origin < b.origin ? -1 : 1));
  }

  /** On the disk when this returns. */
  save(log: WitnessedLog): void {
    try {
      mkdirSync(this.#logs, { recursive: true });
      replaceFile(this.#layout, this.#path(log.origin), Buffer.from(formatWitnessedLog(log)), {
        synced: true,
        mode: 0o600,
      });
    } catch (error) {
      throw describeWriteFailure(error, 'The state of the log', this.#path(log.origin));
    }
  }

  #path(origin: string): string {
    return join(this.#logs, `${sha256Hex(origin)}.json`);
  }

  #read(path: string): string {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw describeReadFailure(error, path);
    }
  }
}
