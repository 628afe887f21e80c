import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { describeReadFailure, RecordError } from '../errors.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKeyOf } from '../log/note.ts';
import { decodeBase64, encodeBase64 } from '../storage/base64.ts';
import { replaceFile } from '../storage/durable-file.ts';
import type { WorkspaceLayout } from '../storage/layout.ts';
import { isThere } from '../storage/presence.ts';

/** The key that signs checkpoints. It lies in `keys/`, one file a key, mode 0600, never under `record/`. */
export type SigningKey = { readonly key: VerifierKey; readonly privateKey: KeyObject };

/** DER of an Ed25519 private key up to its 32-byte seed (RFC 8410 section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/** scrypt at 128 MiB and about a third of a second: what a thief with the file pays for each guess. */
const KDF = { N: 2 ** 17, r: 8, p: 1 } as const;
const KDF_MEMORY = 256 * 1024 * 1024;

type KeyFile = {
  readonly v: 1;
  readonly vkey: string;
  /** Base 64 of the seed, when no passphrase protects it. */
  readonly seed?: string;
  /** AES-256-GCM of the seed under a key that scrypt derives from the passphrase; the vkey is bound to it. */
  readonly sealed?: { readonly salt: string; readonly nonce: string; readonly box: string; readonly tag: string };
};

/**
 * The name of the log, for a new workspace: from the hash of its first public key, so that nobody else can open a log of
 * the same name, and a workspace has no other random identity than its key.
 */
export function originOf(publicKey: Uint8Array): string {
  return `standing-panel/${sha256Hex(publicKey).slice(0, 16)}`;
}

/** Makes a key for a log or, by its type, a witness; `origin` is null for the first key of a new log. */
export function generateSigningKey(origin: string | null, type?: number): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-SEED_BYTES);
  return { key: verifierKeyOf(origin ?? originOf(raw), raw, type), privateKey };
}

export function saveSigningKey(layout: WorkspaceLayout, { key, privateKey }: SigningKey, passphrase?: string): void {
  mkdirSync(layout.keys, { recursive: true, mode: 0o700 });
  chmodSync(layout.keys, 0o700);
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-SEED_BYTES);
  const vkey = formatVerifierKey(key);
  const file: KeyFile =
    passphrase === undefined
      ? { v: 1, vkey, seed: encodeBase64(seed) }
      : { v: 1, vkey, sealed: sealSeed(seed, passphrase, vkey) };
  replaceFile(layout, keyPath(layout, key.id), Buffer.from(`${canonicalJson(file)}\n`), { synced: true, mode: 0o600 });
}

/** @throws RecordError `key-missing` when the workspace does not hold the key, `key-passphrase` when it is sealed and cannot be opened */
export function loadSigningKey(layout: WorkspaceLayout, key: VerifierKey, passphrase?: string): SigningKey {
  const path = keyPath(layout, key.id);
  if (!isThere(path))
    throw new RecordError(
      'key-missing',
      `The key ${key.id}, which signs this record, is not here, so nothing can be added: put its file back, or, where the record is your own and the key is lost, name a new one (panel record replace-key --lost). A record that came from elsewhere can be verified, proved and read without it (panel claims, findings, incidents), and goes on as a new log that names it (panel record continue).`,
      { place: layout.keys },
    );
  const file = readKeyFile(path);
  const seed = file.seed === undefined ? openSeed(file, passphrase, path) : decodeBase64(file.seed);
  if (seed?.length !== SEED_BYTES || file.vkey !== formatVerifierKey(key)) throw unusable(path);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-SEED_BYTES);
  if (!raw.equals(key.publicKey)) throw unusable(path);
  return { key, privateKey };
}

/** Keys in `keys/` by their files, for a workspace whose log does not name one yet. */
export function storedKeys(layout: WorkspaceLayout): VerifierKey[] {
  if (!isThere(layout.keys)) return [];
  const names = readdirSync(layout.keys).filter((name) => /^[0-9a-f]{8}\.key$/.test(name));
  return names.sort().map((name) => parseVerifierKey(readKeyFile(join(layout.keys, name)).vkey));
}

function keyPath(layout: WorkspaceLayout, id: string): string {
  return join(layout.keys, `${id}.key`);
}

function readKeyFile(path: string): KeyFile {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
    if (file.v === 1 && typeof file.vkey === 'string') return file;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw describeReadFailure(error, path);
  }
  throw unusable(path);
}

function unusable(path: string): RecordError {
  return new RecordError('key-missing', 'The key file cannot be used: it is damaged or holds another key.', {
    place: path,
  });
}

function sealSeed(seed: Buffer, passphrase: string, vkey: string): NonNullable<KeyFile['sealed']> {
  const [salt, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', deriveKey(passphrase, salt), nonce).setAAD(Buffer.from(vkey));
  const box = Buffer.concat([cipher.update(seed), cipher.final()]);
  return {
    salt: encodeBase64(salt),
    nonce: encodeBase64(nonce),
    box: encodeBase64(box),
    tag: encodeBase64(cipher.getAuthTag()),
  };
}

function openSeed({ sealed, vkey }: KeyFile, passphrase: string | undefined, path: string): Buffer {
  if (sealed === undefined) throw unusable(path);
  if (passphrase === undefined)
    throw new RecordError(
      'key-passphrase',
      'The key of this workspace is protected; give its passphrase (PANEL_PASSPHRASE in the environment).',
      {
        place: path,
      },
    );
  const [salt, nonce, box, tag] = [sealed.salt, sealed.nonce, sealed.box, sealed.tag].map((part) => decodeBase64(part));
  if (!salt || nonce?.length !== 12 || !box || tag?.length !== 16) throw unusable(path);
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(passphrase, salt), nonce);
    decipher.setAAD(Buffer.from(vkey)).setAuthTag(tag);
    return Buffer.concat([decipher.update(box), decipher.final()]);
  } catch (cause) {
    throw new RecordError('key-passphrase', 'The passphrase does not open the key of this workspace.', {
      place: path,
      cause,
    });
  }
}

function deriveKey(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { ...KDF, maxmem: KDF_MEMORY });
}
