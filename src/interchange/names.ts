import { createHash } from 'node:crypto';
import type { Claimant } from '../claims/model/claim.ts';
import { sha256Hex } from '../core/hash.ts';
import type { ExportedClaim, ExportedDocument } from './model/exported.ts';

/** The key of a document in files of others: the hash of its bytes, so that two workspaces give one file one key. */
export function documentKey({ id }: Pick<ExportedDocument, 'id'>): string {
  return id.slice('sha256:'.length);
}

/** The key of whoever is named as a claimant: one name of one kind and State is one. */
export function claimantKey({ name, kind, country }: Claimant): string {
  return `claimant-${sha256Hex(JSON.stringify([name, kind, country ?? null])).slice(0, 32)}`;
}

/**
 * Whether a claim's claimant may be told as somebody: it has a name, and who speaks is settled in the text or by a person. A
 * sensor and a source without a name are nobody.
 */
export function hasNamedClaimant({ claim, isReviewed }: ExportedClaim): boolean {
  const { kind, name } = claim.claimant;
  if (kind === 'unnamed' || kind === 'sensor' || name.trim() === '') return false;
  const basis = claim.basis?.claimant;
  return isReviewed || basis === 'explicit' || basis === 'carried';
}

/** The claimants that may be told as somebody, each once, with the first claim of each. */
export function namedClaimants(claims: readonly ExportedClaim[]): readonly Claimant[] {
  const found = new Map<string, Claimant>();
  for (const one of claims) {
    const { claimant } = one.claim;
    if (hasNamedClaimant(one) && !found.has(claimantKey(claimant))) found.set(claimantKey(claimant), claimant);
  }
  return [...found.values()];
}

/** UUID of version 5 (RFC 9562, 5.5): the same name gives the same one, so that a second export speaks of the same things. */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Made once, at random, for the exports of this program. */
const NAMESPACE = Buffer.from('5f0c2d0e7a8b4c1f9d36e1b7a40c9258', 'hex');
