import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { memoized } from '../../core/memoized.ts';
import { holdsSame } from '../../core/same-items.ts';
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

/** A logged claim under a status: the same object for the same act, so that what is known of it outlives other acts. */
const withStatus = memoized((claim: Claim) => {
  const known = new Map<Claim['status'], Claim>();
  return (status: Claim['status']): Claim => {
    const before = known.get(status);
    if (before !== undefined) return before;
    const reviewed = { ...claim, status };
    known.set(status, reviewed);
    return reviewed;
  };
});

/** The claims of one document, in the order of its text. */
export type DocumentClaims = { readonly document: string; readonly claims: readonly Claim[] };

/** What the claims of documents were the time before, and of what. */
export type ReviewMemory = Map<
  string,
  { readonly extracted: readonly Claim[]; readonly logged: readonly Claim[]; readonly claims: readonly Claim[] }
>;

/**
 * Claims as they count: one that a person acted on counts as it was logged then, with the status that the last act gave it.
 * A newer extraction never changes it; what the extractor now reads otherwise stands beside it as a proposed claim.
 * Claims of a document that was withheld go with it. With the memory of the time before, the claims of a document
 * of which nobody said anything since are the very same list.
 */
export function applyReviews(
  extracted: readonly DocumentClaims[],
  evidence: Evidence,
  memory: ReviewMemory = new Map(),
): readonly DocumentClaims[] {
  const logged = loggedIn(evidence);
  return extracted.map(({ document, claims }) => {
    const own = logged.get(document) ?? NONE;
    const before = memory.get(document);
    if (before?.extracted === claims && holdsSame(before.logged, own)) return { document, claims: before.claims };
    const counted = countedAmong(claims, own);
    memory.set(document, { extracted: claims, logged: own, claims: counted });
    return { document, claims: counted };
  });
}

const NONE: readonly Claim[] = [];

/** Claims that people acted on, by document. */
const loggedIn = memoized((evidence: Evidence): ReadonlyMap<string, readonly Claim[]> => {
  const logged = new Map<string, Claim>();
  for (const { claim } of [
    ...evidence.grades,
    ...evidence.links.flatMap(({ claims }) => claims.map((claim) => ({ claim }))),
    ...evidence.found.flatMap(({ finding }) => finding.claims.map((claim) => ({ claim }))),
  ]) {
    if (!logged.has(claim.id)) logged.set(claim.id, claim);
  }
  for (const { claim, status } of evidence.reviews) logged.set(claim.id, withStatus(claim)(status));
  const byDocument = new Map<string, Claim[]>();
  for (const claim of logged.values()) {
    const known = byDocument.get(claim.document);
    if (known === undefined) byDocument.set(claim.document, [claim]);
    else known.push(claim);
  }
  return byDocument;
});

function countedAmong(extracted: readonly Claim[], logged: readonly Claim[]): readonly Claim[] {
  const ids = new Set(logged.map(({ id }) => id));
  const fresh = extracted.filter(({ id }) => !ids.has(id));
  return Object.freeze(
    [...fresh, ...logged.map(withPresentFields)].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)),
  );
}
