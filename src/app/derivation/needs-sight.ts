import type { Claim } from '../../claims/model/claim.ts';
import { recognisedAt, type SeenPassage } from '../../documents/text/recognised.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Evidence } from '../acts/evidence.ts';

/** What is known of a claim that stands in text which a program read off a picture. */
export type Sight = SeenPassage & {
  /** True until a person has looked: a program that reads pictures misreads figures without knowing it. */
  readonly needed: boolean;
};

/** Null for a claim in text that the document brings itself. */
export function sightOf(claim: Claim, layer: TextLayer | undefined): Sight | null {
  const seen = layer === undefined ? null : recognisedAt(layer, claim.start, claim.end);
  return seen === null ? null : { ...seen, needed: claim.status === 'proposed' };
}

/**
 * Of the claims of a document those that something may rest on: all but those that stand in text read off a picture and that
 * nobody has accepted. A finding that a person made of such a claim rests on it all the same, since they had it before them.
 */
export function claimsToRestOn(
  claims: readonly Claim[],
  layer: TextLayer | undefined,
  { found }: Pick<Evidence, 'found'>,
): readonly Claim[] {
  if (layer?.recognised === undefined) return claims;
  const chosen = new Set(found.flatMap(({ finding }) => finding.claims.map(({ id }) => id)));
  const isUnseen = (claim: Claim): boolean => sightOf(claim, layer)?.needed === true && !chosen.has(claim.id);
  return claims.some(isUnseen) ? claims.filter((claim) => !isUnseen(claim)) : claims;
}
