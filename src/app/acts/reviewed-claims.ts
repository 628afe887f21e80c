import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { memoized } from '../../core/memoized.ts';
import type { Evidence } from './evidence.ts';

/** A figure of an act that was logged before `scope` became `of` and `cumulative` a nature. */
type FormerQuantity = Quantity & { readonly scope?: string; readonly cumulative?: boolean };

/** A logged claim with the fields that figures have now; the act stays as it is. */
const withPresentFields = memoized((claim: Claim): Claim => {
  const former: readonly FormerQuantity[] = claim.quantities;
  if (!former.some(({ scope, cumulative }) => scope !== undefined || cumulative !== undefined)) return claim;
  return {
    ...claim,
    quantities: former.map(({ scope, cumulative, ...quantity }) => ({
      ...(scope === undefined ? {} : { of: scope }),
      ...(cumulative === true ? { nature: 'running-total' as const } : {}),
      ...quantity,
    })),
  };
});

/**
 * Claims as they count: one that a person acted on counts as it was logged then, with the status that the last act gave it.
 * A newer extraction never changes it; what the extractor now reads otherwise stands beside it as a proposed claim.
 * Claims of a document that was withheld go with it.
 */
export function applyReviews(
  extracted: readonly Claim[],
  evidence: Evidence,
  documents: readonly { readonly document: string }[],
): readonly Claim[] {
  const logged = new Map<string, Claim>();
  for (const { claim } of [
    ...evidence.grades,
    ...evidence.links.flatMap(({ claims }) => claims.map((claim) => ({ claim }))),
    ...evidence.found.flatMap(({ finding }) => finding.claims.map((claim) => ({ claim }))),
  ]) {
    if (!logged.has(claim.id)) logged.set(claim.id, claim);
  }
  for (const { claim, status } of evidence.reviews) logged.set(claim.id, { ...claim, status });
  const order = new Map(documents.map(({ document }, at) => [document, at]));
  const fresh = extracted.filter((claim) => !logged.has(claim.id));
  const kept = [...logged.values()].filter((claim) => order.has(claim.document)).map(withPresentFields);
  const place = (claim: Claim): number => order.get(claim.document) ?? 0;
  return [...fresh, ...kept].sort((a, b) => place(a) - place(b) || a.start - b.start || (a.id < b.id ? -1 : 1));
}
