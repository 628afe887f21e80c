import { createHmac } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

/**
 * A secret of the workspace for one purpose, 32 bytes: what is kept beside the record (texts and claims as they were read,
 * projections) is sealed with it, so that whoever can write there, and cannot read the signing key, cannot put words into
 * a report. It follows from the key and is stored nowhere: a protected key protects it too, and a new key ends it.
 */
export function secretOf({ privateKey }: SigningKey, purpose: string): Buffer {
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' });
  return createHmac('sha256', seed).update(`standing-panel/secret/v1\n${purpose}`).digest();
}
