import { basename, dirname, resolve } from 'node:path';
import { sourceNamed } from '../../../claims/attribution/speaker/source-name.ts';
import { openExtractor } from '../../../claims/extractor.ts';
import type { Claim, Claimant, ClaimantKind } from '../../../claims/model/claim.ts';
import { CLAIMANT_KINDS } from '../../../claims/model/claim.ts';
import { findCountry } from '../../../core/countries/countries.ts';
import { takeFile } from '../../../documents/dossier/intake.ts';
import { openReader } from '../../../documents/reader.ts';
import { AppError } from '../../errors.ts';

export type ExtractRequest = {
  readonly file: string;
  readonly published?: string | undefined;
  readonly source?: string | undefined;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  /** Told what of the file no claim is read from. */
  readonly onUnread?: (words: string) => void;
};

/**
 * Claims of one file, without a workspace. What the caller does not say is taken from the document's own metadata; a
 * document that names no outlet has an unnamed source.
 */
export async function extractFile(request: ExtractRequest): Promise<readonly Claim[]> {
  const path = resolve(request.file);
  const reader = openReader();
  const extractor = openExtractor();
  try {
    const { bytes } = await takeFile(basename(path), { within: dirname(path) });
    const layer = await reader.read(bytes, request.file);
    for (const { whole, words } of layer.unread ?? [])
      request.onUnread?.(`${whole ? 'not read' : 'read only in part'}: ${request.file}: ${words}`);
    return await extractor.extract({
      layer,
      source: claimantOf(request.source ?? layer.outlet, request.kind, request.country),
      published: request.published ?? layer.published,
    });
  } finally {
    await reader.close();
    await extractor.close();
  }
}

/** A document's own source as a claimant. @throws AppError `bad-option` for a kind or country that does not exist */
export function claimantOf(name: string | null, kind?: string, country?: string): Claimant {
  if (kind !== undefined && !isClaimantKind(kind))
    throw new AppError('bad-option', `"${kind}" is no kind of source; there is ${CLAIMANT_KINDS.join(', ')}`);
  if (country !== undefined && findCountry(country) === undefined) {
    throw new AppError('bad-option', `"${country}" is no country code (ISO 3166-1), such as UA`);
  }
  if (name === null) return { name: 'unnamed source', kind: 'unnamed' };
  const code = country === undefined ? undefined : findCountry(country)?.alpha2;
  const named = kind === undefined ? sourceNamed(name) : { name, kind };
  return code === undefined ? named : { ...named, country: code };
}

export function isClaimantKind(kind: string): kind is ClaimantKind {
  return (CLAIMANT_KINDS as readonly string[]).includes(kind);
}
