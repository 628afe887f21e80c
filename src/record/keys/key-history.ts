import { verify } from 'node:crypto';
import { RecordError } from '../errors.ts';
import { formatVerifierKey, KEY_TYPE, parseVerifierKey, publicKeyObject, type VerifierKey } from '../log/note.ts';
import { decodeBase64 } from '../storage/base64.ts';

/** A key of the log, and the act that named it. */
export type NamedKey = {
  readonly key: VerifierKey;
  /** Leaf of the `key-named` act: the key signs checkpoints over more leaves than this. */
  readonly since: number;
  /** True when the key before it vouched for it: whoever holds that one may go on to this one. */
  readonly endorsed: boolean;
};

/**
 * Body of a `key-named` act. The first act of a log names its first key. A later one ends the key before it and names
 * the next; `endorsement` is the signature of the ended key over `endorsementText`, or null when that key was lost.
 */
export type KeyNaming = {
  readonly vkey: string;
  readonly ends: string | null;
  readonly reason: string;
  readonly endorsement: string | null;
};

/** What an ended key signs to vouch for the next. It cannot be read as a checkpoint: its second line is no number. */
export function endorsementText(ends: VerifierKey, next: VerifierKey): string {
  return `${next.name}\nstanding-panel/key-named/v1\n${formatVerifierKey(ends)}\n${formatVerifierKey(next)}\n`;
}

/**
 * The history with the key that an act names. @throws RecordError `damaged` when it does not follow from the history:
 * another log's key, an end to a key that does not sign, an endorsement that does not verify
 */
export function appendNaming(history: readonly NamedKey[], body: unknown, since: number): NamedKey[] {
  const refuse = (why: string) => new RecordError('damaged', `The act a-${since} names a key wrongly: ${why}.`);
  const { vkey, ends, endorsement } = (body ?? {}) as Partial<KeyNaming>;
  if (typeof vkey !== 'string') throw refuse('it has no "vkey"');
  const key = parseVerifierKey(vkey);
  if (key.type !== KEY_TYPE.ed25519) throw refuse('only an Ed25519 key (type 0x01) signs a record');
  const previous = history.at(-1)?.key;
  if (previous === undefined) {
    if (ends !== null || endorsement !== null) throw refuse('no key came before it');
    return [{ key, since, endorsed: true }];
  }
  if (key.name !== previous.name) throw refuse('the key is for another log');
  if (ends !== formatVerifierKey(previous)) throw refuse('it does not end the key that signs');
  if (endorsement === null) return [...history, { key, since, endorsed: false }];
  const signature = typeof endorsement === 'string' ? decodeBase64(endorsement) : undefined;
  const text = Buffer.from(endorsementText(previous, key));
  if (!signature || !verify(null, text, publicKeyObject(previous), signature))
    throw refuse('its endorsement does not verify');
  return [...history, { key, since, endorsed: true }];
}

/** The file `record/log/keys`: every key of the log, one verifier key a line, the one that signs last. */
export function formatKeyList(history: readonly NamedKey[]): string {
  return history.map(({ key }) => `${formatVerifierKey(key)}\n`).join('');
}

/** The key in force for a tree of `size` leaves. */
export function keyInForce(history: readonly NamedKey[], size: number): VerifierKey | undefined {
  return history.findLast(({ since }) => since < size)?.key;
}
