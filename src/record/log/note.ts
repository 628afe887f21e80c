import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '../../core/hash.ts';
import { RecordError } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../storage/base64.ts';

/** Signed notes after C2SP signed-note. Keys of every type that it assigns are read; this room signs and verifies Ed25519 alone. */

/** The byte before the public key in a verifier key (C2SP signed-note, "Signature types"). */
export const KEY_TYPE = {
  /** Ed25519 over the text of the note: what a log signs with. */
  ed25519: 0x01,
  ecdsa: 0x02,
  /** Ed25519 cosignature with its time: what a witness signs with. */
  cosignature: 0x04,
  /** RFC 6962 tree head, of certificate logs. */
  treeHead: 0x05,
  /** ML-DSA-44 cosignature with its time. */
  mlDsaCosignature: 0x06,
} as const;

const ED25519_KEY_BYTES = 32;
const ED25519_SIGNATURE_BYTES = 64;
const ML_DSA_44_KEY_BYTES = 1312;
const KEY_ID_BYTES = 4;
/** A verifier has to accept at least 16 signatures; a checkpoint with more than these is refused as an attack. */
const MOST_SIGNATURES = 64;
const LONGEST_NOTE = 1_000_000;
/** DER of an Ed25519 SubjectPublicKeyInfo up to the key itself (RFC 8410 section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A verifier key: the name in its signature lines, the eight hexadecimal digits of its id, its type (`KEY_TYPE`) and public key. */
export type VerifierKey = {
  readonly name: string;
  readonly id: string;
  readonly type: number;
  readonly publicKey: Buffer;
};

export type NoteSignature = { readonly name: string; readonly id: string; readonly signature: Buffer };

export type SignedNote = {
  /** The signed text, with its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** True for what may stand as a key's name: not empty, no space of any script, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s+\u0085\u0000-\u001f]/u.test(name);
}

export function verifierKeyOf(name: string, publicKey: Uint8Array, type: number = KEY_TYPE.ed25519): VerifierKey {
  const id = sha256(hashedForId(name, publicKey, type))
    .subarray(0, KEY_ID_BYTES)
    .toString('hex');
  return { name, id, type, publicKey: Buffer.from(publicKey) };
}

/** What the id of a key is the hash of: two types have their own rule (C2SP signed-note and static-ct-api). */
function hashedForId(name: string, publicKey: Uint8Array, type: number): Uint8Array {
  if (type === KEY_TYPE.ecdsa) return publicKey;
  const material = type === KEY_TYPE.treeHead ? sha256(publicKey) : publicKey;
  return Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), material]);
}

/** `<name>+<key id>+<base64 of type and public key>`, the form in which a key is printed, held and compared. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${encodeBase64(Buffer.concat([Buffer.from([key.type]), key.publicKey]))}`;
}

/** @throws RecordError `bad-format` when the text is not a verifier key, or its id is not the id of its key */
export function parseVerifierKey(text: string, place?: string): VerifierKey {
  const refuse = (why: string) =>
    new RecordError('bad-format', `"${text.slice(0, 120)}" is not a verifier key: ${why}`, { place });
  const [name = '', id = '', ...rest] = text.split('+');
  const typed = decodeBase64(rest.join('+'));
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(id))
    throw refuse('write NAME+KEYID+BASE64, as the last annex of a report and record/log/keys have it');
  if (typed === undefined) throw refuse('its last part is not base64');
  const type = typed[0] ?? 0;
  const material = typed.subarray(1);
  if (!isKeyOfType(type, material)) throw refuse('no type of key that this program knows has that form');
  const key = verifierKeyOf(name, material, type);
  if (key.id !== id) throw refuse('its key id does not belong to its key');
  return key;
}

function isKeyOfType(type: number, material: Uint8Array): boolean {
  if (type === KEY_TYPE.ed25519 || type === KEY_TYPE.cosignature) return material.length === ED25519_KEY_BYTES;
  if (type === KEY_TYPE.mlDsaCosignature) return material.length === ML_DSA_44_KEY_BYTES;
  if (type !== KEY_TYPE.ecdsa && type !== KEY_TYPE.treeHead) return false;
  try {
    createPublicKey({ key: Buffer.from(material), format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
}

/** @throws RecordError `bad-format` for a text that cannot be signed: no final newline, or control characters */
export function signNote(text: string, signers: readonly { key: VerifierKey; privateKey: KeyObject }[]): string {
  if (!isNoteText(text))
    throw new RecordError('bad-format', 'a note must end in a newline and hold no control characters');
  const lines = signers.map(({ key, privateKey }) =>
    formatSignature({ ...key, signature: sign(null, Buffer.from(text, 'utf8'), privateKey) }),
  );
  return `${text}\n${lines.join('')}`;
}

/** A signature's line, with its newline. */
export function formatSignature({
  name,
  id,
  signature,
}: Omit<NoteSignature, 'signature'> & { signature: Uint8Array }): string {
  return `\u2014 ${name} ${encodeBase64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}\n`;
}

/** A note as it is written. What `parseNote` has read comes out byte for byte. */
export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/**
 * Reads a note without judging its signatures. The text ends at the last empty line.
 * @throws RecordError `bad-format` for anything that C2SP signed-note does not allow
 */
export function parseNote(bytes: Uint8Array | string, place?: string): SignedNote {
  const refuse = (why: string) => new RecordError('bad-format', `not a signed note: ${why}`, { place });
  if (bytes.length > LONGEST_NOTE) throw refuse('it is longer than a megabyte');
  const note = typeof bytes === 'string' ? bytes : decodeUtf8(bytes);
  if (note === undefined || !note.isWellFormed()) throw refuse('it is not UTF-8');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw refuse('it has no empty line before its signatures');
  const text = note.slice(0, end + 1);
  const block = note.slice(end + 2);
  if (!isNoteText(text) || /[\u0000-\u0009\u000b-\u001f]/.test(block)) throw refuse('it holds control characters');
  if (block === '') throw refuse('it carries no signature');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw refuse(`it carries more than ${MOST_SIGNATURES} signatures`);
  const signatures = lines.map((line) => {
    const match = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line);
    const raw = match ? decodeBase64(match[2]!) : undefined;
    if (!match || !isKeyName(match[1]!) || raw === undefined || raw.length <= KEY_ID_BYTES)
      throw refuse(`"${line.slice(0, 80)}" is not a signature line`);
    return {
      name: match[1]!,
      id: raw.subarray(0, KEY_ID_BYTES).toString('hex'),
      signature: raw.subarray(KEY_ID_BYTES),
    };
  });
  return { text, signatures };
}

/**
 * A note that was copied from a printed page or out of a message, back in its form: what is lost on the way is the empty
 * line, what is gained are blanks, empty lines and other line ends. Undefined where no line is a signature. The signature
 * is checked over what comes out, so nothing is believed that was not signed.
 */
export function restoreCopiedNote(copied: string): string | undefined {
  const lines = copied
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => line.startsWith('\u2014 '));
  if (first < 1) return undefined;
  const signatures = lines.slice(first).filter((line) => line.startsWith('\u2014 '));
  return `${lines.slice(0, first).join('\n')}\n\n${signatures.join('\n')}\n`;
}

/**
 * The Ed25519 keys among `known` that signed the note. Signatures of unknown keys are passed over, as the specification asks;
 * a signature by a known key that does not verify condemns the whole note.
 * @throws RecordError `bad-format`
 */
export function signersOf(note: SignedNote, known: readonly VerifierKey[], place?: string): VerifierKey[] {
  const text = Buffer.from(note.text, 'utf8');
  const signers: VerifierKey[] = [];
  for (const { name, id, signature } of note.signatures) {
    const key = known.find(
      (candidate) => candidate.type === KEY_TYPE.ed25519 && candidate.name === name && candidate.id === id,
    );
    if (key === undefined) continue;
    if (signature.length !== ED25519_SIGNATURE_BYTES || !verify(null, text, publicKeyObject(key), signature))
      throw new RecordError('bad-format', `the signature by ${name} (key ${id}) does not verify`, { place });
    signers.push(key);
  }
  return signers;
}

export function publicKeyObject(key: VerifierKey): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, key.publicKey]), format: 'der', type: 'spki' });
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

/** Strict UTF-8: undefined for malformed bytes, where a lenient decoder would put replacement characters. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
