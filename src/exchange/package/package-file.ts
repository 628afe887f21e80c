import { type DocumentId, isDocumentId, sha256, sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { parseTarHeader, TAR_BLOCK, TAR_END, tarHeader, tarPadding } from '../../record/archive/tar.ts';
import { RecordError } from '../../record/errors.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { HASH_BYTES, leafHash, verifyInclusion } from '../../record/log/merkle.ts';
import { parseNote, parseVerifierKey, signersOf, type VerifierKey } from '../../record/log/note.ts';
import { decodeBase64, encodeBase64 } from '../../record/storage/base64.ts';
import { ExchangeError } from '../exchange-error.ts';
import { continuedLogOf, type InnerLine, innerLineOf, MOST_HANDS, receivedBodyOf } from './received-act.ts';

/**
 * Chosen acts of a record with their proofs, and documents, for somebody else. Encryption hides it on its way and does not name the
 * sender; that the acts are of the log is shown by the proofs, that they were put together by its keeper by a note
 * over the manifest, signed with the log's key.
 */
export type ExchangePackage = {
  readonly key: VerifierKey;
  /** How the sender calls itself. */
  readonly name: string;
  readonly note: string;
  readonly checkpoint: SignedCheckpoint;
  readonly marking: string | null;
  readonly acts: readonly PackedAct[];
  readonly documents: ReadonlyMap<DocumentId, Buffer>;
};

export type PackedAct = { readonly line: JsonObject; readonly path: readonly string[]; readonly inner: InnerLine };

/** The first line of the note over a manifest. No log has this name, so the note can be taken for no checkpoint. */
export const PACKAGE_HEADER = 'standing-panel/package/v1';

const MOST_BYTES = 1024 * 1024 * 1024;
const FILE_NAME = /^documents\/([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** The text that the sender's key signs over the manifest. */
export function packageText(origin: string, manifest: Uint8Array): string {
  return `${PACKAGE_HEADER}\n${origin}\n${encodeBase64(sha256(manifest))}\n`;
}

export function formatManifest(
  from: { readonly key: string; readonly name: string },
  note: string,
  marking: string | null,
  acts: readonly { readonly line: JsonObject; readonly path: readonly Uint8Array[] }[],
  documents: readonly DocumentId[],
): Buffer {
  const plain = {
    v: 1,
    from,
    note,
    marking,
    acts: acts.map(({ line, path }) => ({ line, path: path.map(encodeBase64) })),
    documents: [...documents].sort(),
  };
  return Buffer.from(`${canonicalJson(plain)}\n`);
}

/** One file of manifest, signed note and documents; the same content gives the same bytes. */
export function packFiles(manifest: Buffer, signed: string, documents: ReadonlyMap<DocumentId, Uint8Array>): Buffer {
  const files: [string, Uint8Array][] = [...documents].map(([id, bytes]) => {
    const digits = id.slice('sha256:'.length);
    return [`documents/${digits.slice(0, 2)}/${digits.slice(2)}`, bytes];
  });
  files.push(['manifest.json', manifest], ['manifest.note', Buffer.from(signed)]);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = files.flatMap(([name, bytes]) => [
    tarHeader(name, bytes.length),
    bytes,
    Buffer.alloc(tarPadding(bytes.length)),
  ]);
  return Buffer.concat([...parts, TAR_END]);
}

/**
 * Reads a package and checks all that can be checked without knowing the sender: every byte is accounted for, the note over the
 * manifest and the log's note are signed by the key that it names, every act is as it was logged and in the log's tree.
 * @throws ExchangeError `bad-package`
 */
export function openPackage(bytes: Uint8Array): ExchangePackage {
  try {
    return readPackage(unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    throw refuse(error instanceof Error ? error.message : String(error), error);
  }
}

function unpack(bytes: Buffer): Map<string, Buffer> {
  if (bytes.length > MOST_BYTES) throw refuse('it is too large');
  const files = new Map<string, Buffer>();
  let [at, before] = [0, ''];
  for (;;) {
    const header = parseTarHeader(bytes.subarray(at, at + TAR_BLOCK), `package@${at}`);
    if (header === null) break;
    if (header.name <= before) throw refuse('its files are out of order');
    before = header.name;
    at += TAR_BLOCK;
    if (at + header.size > bytes.length) throw refuse('it is cut short');
    files.set(header.name, bytes.subarray(at, at + header.size));
    at += header.size;
    const padding = bytes.subarray(at, at + tarPadding(header.size));
    if (padding.some((byte) => byte !== 0)) throw refuse('bytes stand where none belong');
    at += padding.length;
  }
  if (!bytes.subarray(at).equals(TAR_END)) throw refuse('it does not end where it says');
  return files;
}

function readPackage(files: ReadonlyMap<string, Buffer>): ExchangePackage {
  const [manifest, signed] = [files.get('manifest.json'), files.get('manifest.note')];
  if (manifest === undefined || signed === undefined) throw refuse('its manifest is missing');
  const value = JSON.parse(manifest.toString('utf8')) as ReturnType<typeof JSON.parse>;
  if (`${canonicalJson(value)}\n` !== manifest.toString('utf8') || value.v !== 1)
    throw refuse('its manifest is not in canonical form');
  const key = parseVerifierKey(String(value.from?.key));
  const over = parseNote(signed);
  if (over.text !== packageText(key.name, manifest) || signersOf(over, [key]).length === 0)
    throw refuse('its manifest is not signed by the key that it names');
  const checkpoint = parseCheckpoint(String(value.note));
  if (checkpoint.origin !== key.name || signersOf(checkpoint.note, [key]).length === 0)
    throw refuse('the note of its log is not signed by the key that it names');
  if (
    typeof value.from.name !== 'string' ||
    !Array.isArray(value.acts) ||
    !Array.isArray(value.documents) ||
    !(value.marking === null || typeof value.marking === 'string')
  )
    throw refuse('its manifest lacks a part');
  const continued = new Set<string>();
  const acts = value.acts.map((one: { line: JsonObject; path: readonly string[] }) =>
    provenAct(one, checkpoint, continued),
  );
  return {
    key,
    name: value.from.name,
    note: value.note,
    checkpoint,
    marking: value.marking,
    acts,
    documents: documentsOf(files, value.documents),
  };
}

function provenAct(
  { line, path }: { line: JsonObject; path: readonly string[] },
  checkpoint: SignedCheckpoint,
  continued: Set<string>,
): PackedAct {
  const inner = innerLineOf(line);
  if (!isProven(inner, path, checkpoint)) throw refuse(`the proof of ${inner.line.leaf.id} does not verify`);
  checkPassedOn(inner, checkpoint.origin, continued, 0);
  return { line, path, inner };
}

/**
 * What the sender has from others still carries their proofs: the word of others is not the sender's to change. Without a proof a
 * log holds the acts of those alone that it goes on for, and the act that says so, which stands before them, must have come along.
 */
function checkPassedOn({ act, line }: InnerLine, holder: string, continued: Set<string>, hands: number): void {
  const before = continuedLogOf(act);
  if (before !== undefined) continued.add(`${holder} ${before.origin} ${before.key}`);
  const received = act?.kind === 'received' ? receivedBodyOf(act.body) : undefined;
  if (received === undefined) return;
  if (hands === MOST_HANDS) throw refuse(`${line.leaf.id} has passed through more than ${MOST_HANDS} records`);
  const inner = innerLineOf(received.line);
  const { from, proof } = received;
  const key = parseVerifierKey(from.key);
  const isTheirs =
    from.origin === key.name &&
    (proof === null
      ? continued.has(`${holder} ${from.origin} ${from.key}`)
      : isProvenBy(key, inner, parseCheckpoint(String(proof.note)), proof.path));
  if (!isTheirs) throw refuse(`what ${line.leaf.id} has from ${from.origin} is not proven`);
  checkPassedOn(inner, from.origin, continued, hands + 1);
}

function isProvenBy(key: VerifierKey, inner: InnerLine, note: SignedCheckpoint, path: readonly string[]): boolean {
  return note.origin === key.name && signersOf(note.note, [key]).length > 0 && isProven(inner, path, note);
}

/** Whether a line is in the tree of a note. */
export function isProven(
  { line, leaf }: InnerLine,
  path: readonly string[],
  { size, root }: SignedCheckpoint,
): boolean {
  const hashes = path.map((hash) => decodeBase64(String(hash)) ?? Buffer.alloc(0));
  return (
    hashes.every(({ length }) => length === HASH_BYTES) &&
    verifyInclusion(leafHash(leaf), line.index, size, hashes, root)
  );
}

function documentsOf(files: ReadonlyMap<string, Buffer>, listed: readonly unknown[]): Map<DocumentId, Buffer> {
  const documents = new Map<DocumentId, Buffer>();
  for (const [name, bytes] of files) {
    if (name === 'manifest.json' || name === 'manifest.note') continue;
    const digits = FILE_NAME.exec(name)?.slice(1).join('');
    const id = `sha256:${digits}`;
    if (digits === undefined || !isDocumentId(id)) throw refuse(`"${name.slice(0, 80)}" does not belong in a package`);
    if (sha256Hex(bytes) !== digits) throw refuse(`${id} is not the document that its name is the hash of`);
    documents.set(id, bytes);
  }
  const held = [...documents.keys()].sort();
  if (held.length !== listed.length || held.some((id, at) => id !== listed[at]))
    throw refuse('its documents are not those that its manifest lists');
  return documents;
}

function refuse(why: string, cause?: unknown): ExchangeError {
  const message = cause instanceof RecordError ? cause.message : why;
  return new ExchangeError('bad-package', `this package does not hold: ${message}`, { cause });
}
