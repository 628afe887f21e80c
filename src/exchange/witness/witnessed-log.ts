import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { isTreeSize } from '../../record/log/merkle.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../../record/log/note.ts';
import { decodeBase64, encodeBase64 } from '../../record/storage/base64.ts';
import { ExchangeError } from '../exchange-error.ts';

/** What a witness knows of one log: the last tree that it cosigned, and what it has seen that cannot be. */
export type WitnessedLog = {
  readonly origin: string;
  /** Keys of the log, the one that signs now last. Those before it have ended, each having vouched for the next. */
  readonly keys: readonly VerifierKey[];
  readonly size: number;
  readonly root: Buffer;
  /** The last cosigned note with the lines of log and witness; null before the first. */
  readonly note: string | null;
  /** When that was, in seconds since 1970. */
  readonly time: number;
  readonly forks: readonly Fork[];
};

/** Two notes of one size, both signed by the log's key, with two roots: whoever holds both needs no word of the witness. */
export type Fork = { readonly seen: number; readonly cosigned: string; readonly other: string };

/** More say nothing more, and would let a log fill the disk. */
export const MOST_FORKS = 16;

export function formatWitnessedLog(log: WitnessedLog): string {
  const { origin, keys, size, root, note, time, forks } = log;
  const plain = { v: 1, origin, keys: keys.map(formatVerifierKey), size, root: encodeBase64(root), note, time, forks };
  // The sum tells a disk that has turned a bit from a log; against a hand that writes here it says nothing.
  return `${canonicalJson({ ...plain, sum: sha256Hex(canonicalJson(plain)) })}\n`;
}

/** @throws ExchangeError `bad-witness-state`: a witness that has lost its memory must not cosign */
export function parseWitnessedLog(text: string, place: string): WitnessedLog {
  const refuse = (cause?: unknown) =>
    new ExchangeError(
      'bad-witness-state',
      'This state of a log cannot be read; without it the witness cannot tell what it has cosigned. Put the file back from a copy that is not older.',
      { place, cause },
    );
  try {
    const value = JSON.parse(text) as ReturnType<typeof JSON.parse>;
    const root = decodeBase64(String(value.root));
    const log: WitnessedLog = {
      origin: value.origin,
      keys: value.keys.map((vkey: string) => parseVerifierKey(vkey)),
      size: value.size,
      root: root ?? Buffer.alloc(0),
      note: value.note,
      time: value.time,
      forks: value.forks,
    };
    // What is not written by `formatWitnessedLog` byte for byte is not believed.
    if (!isTreeSize(log.size) || log.keys.length === 0 || formatWitnessedLog(log) !== text) throw refuse();
    return log;
  } catch (error) {
    throw error instanceof ExchangeError ? error : refuse(error);
  }
}
