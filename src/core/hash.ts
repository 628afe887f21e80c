import { createHash } from 'node:crypto';

/** SHA-256 over bytes, or over the UTF-8 form of a string. */
export function sha256(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A document's name: `sha256:` and the hash of its bytes. Two files with the same bytes are one document. */
export type DocumentId = `sha256:${string}`;

export function documentIdOf(bytes: Uint8Array): DocumentId {
  return `sha256:${sha256Hex(bytes)}`;
}

/** True for `sha256:` followed by 64 lower-case hexadecimal digits. */
export function isDocumentId(value: string): value is DocumentId {
  return /^sha256:[0-9a-f]{64}$/.test(value);
}
