import type { StandingClaims } from '../act-builders/act-builder.ts';
import { noClaim } from '../act-builders/claim-acts.ts';
import type { Derivation, Snapshot } from '../derivation/derivation.ts';
import type { Projections } from './projections.ts';

/**
 * Claims as they count, read from their own documents: the tables say which these are, also while they are behind the record.
 * Null where the tables do not know all of them.
 */
export async function standingClaims(
  ids: readonly string[],
  { derivation, projections }: { readonly derivation: Derivation; readonly projections: Projections },
): Promise<StandingClaims | null> {
  const loaded = derivation.loaded();
  if (loaded !== undefined) return claimsAmong(loaded, ids);
  const places = new Map(ids.map((id) => [id, derivation.placeOf(id)]));
  const unplaced = ids.filter((id) => places.get(id) === undefined);
  const found =
    unplaced.length === 0 ? undefined : await projections.glance(({ details }) => details.documentsOf(unplaced));
  const documents = [...new Set(ids.map((id) => places.get(id) ?? found?.get(id)))];
  const readings = await Promise.all(documents.map((id) => (id === undefined ? null : derivation.document(id))));
  const claims = new Map(readings.flatMap((reading) => reading?.claims.map((claim) => [claim.id, claim]) ?? []));
  const standing = ids.flatMap((id) => claims.get(id) ?? []);
  if (standing.length < ids.length) return null;
  return { claims: standing, documents: readings.flatMap((reading) => reading?.document ?? []) };
}

/** @throws AppError `no-such-claim` */
export function claimsAmong({ derived }: Snapshot, ids: readonly string[]): StandingClaims {
  const claims = ids.map((id) => derived.claimOf(id) ?? noClaim(id));
  const own = new Set<string>(claims.map(({ document }) => document));
  return { claims, documents: derived.documents.filter(({ document }) => own.has(document)) };
}
