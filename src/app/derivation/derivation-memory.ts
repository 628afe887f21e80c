import type { OriginCluster } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { type FindingMemory, openFindingMemory } from '../../findings/allegations/finding-memory.ts';
import { type GroupMemory, openGroupMemory } from '../../findings/comparison/figure-groups.ts';
import { type AssemblyMemory, openAssemblyMemory } from '../../findings/comparison/incident.ts';
import type { DocumentClaims, ReviewMemory } from '../acts/reviewed-claims.ts';

/** What was derived the time before, so that an act moves what it touches and no more. */
export type DerivationMemory = {
  readonly reviews: ReviewMemory;
  readonly incidents: AssemblyMemory;
  readonly figures: GroupMemory;
  readonly findings: FindingMemory;
  readonly places: PlaceMemory;
  readonly origins: OriginMemory;
};

export function openDerivationMemory(): DerivationMemory {
  return {
    reviews: new Map(),
    incidents: openAssemblyMemory(),
    figures: openGroupMemory(),
    findings: openFindingMemory(),
    places: openPlaceMemory(),
    origins: { last: null },
  };
}

/** In which document each claim stands, and by which lists of claims that is known. */
export type PlaceMemory = {
  readonly lists: Map<string, readonly Claim[]>;
  readonly documents: Map<string, string>;
};

export function openPlaceMemory(): PlaceMemory {
  return { lists: new Map(), documents: new Map() };
}

/** The documents of claims by their ids; only documents whose claims have changed since are gone through. */
export function documentsOfClaims(
  claims: readonly DocumentClaims[],
  { lists, documents }: PlaceMemory,
): ReadonlyMap<string, string> {
  for (const { document, claims: own } of claims) {
    if (lists.get(document) === own) continue;
    lists.set(document, own);
    for (const { id } of own) documents.set(id, document);
  }
  return documents;
}

/** The origins behind all claims, with what they followed from. */
export type OriginMemory = {
  last: { readonly of: readonly unknown[]; readonly clusters: readonly OriginCluster[] } | null;
};
