import { compareQuantities } from '../../../claims/comparison/comparison.ts';
import type { Claim } from '../../../claims/model/claim.ts';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import { memoized } from '../../../core/memoized.ts';
import { searchTerms } from '../../../core/search-query.ts';
import type { StatementCheck } from '../../../findings/statements/statement-check.ts';
import type { Act } from '../../../record/log/act.ts';
import type { ClaimSort, ClaimSorting } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import { claimById, noClaim } from '../../act-builders/claim-acts.ts';
import { jsonOf } from '../../acts/acquire.ts';
import type { ClaimComparison, ClaimDetail, ClaimPage } from '../contract/claim.ts';
import { actLines } from '../held/act-line.ts';
import { claimRowOf } from '../held/claim-row.ts';
import type { DetailReading } from '../held/detail-reading.ts';
import { type PageQuery, storedPage } from '../held/page.ts';
import { findingNameOf } from './finding-name.ts';

export type ClaimQuery = PageQuery & {
  readonly status?: string | undefined;
  readonly document?: string | undefined;
  readonly claimant?: string | undefined;
  readonly predicate?: string | undefined;
  readonly counts?: string | undefined;
  readonly polarity?: string | undefined;
  readonly q?: string | undefined;
  /** One of CLAIM_SORTS; a minus before it turns it round. */
  readonly sort?: string | undefined;
};

/** Claims that fit, as one page, with what the filters would leave otherwise. */
export async function claimPage({ lists }: Pick<Store, 'lists'>, query: ClaimQuery): Promise<ClaimPage> {
  const { cursor, limit, ...asked } = query;
  const { q, sort = 'document', ...equal } = asked;
  const filters = { ...equal, terms: searchTerms(q ?? '') };
  const sorting: ClaimSorting = { by: sort.replace(/^-/, '') as ClaimSort, backwards: sort.startsWith('-') };
  const [page, facets] = await Promise.all([
    storedPage(
      async (request) => {
        const { items, ...rest } = await lists.claims(filters, sorting, request);
        return { ...rest, items: items.map(claimRowOf) };
      },
      ({ id }) => id,
      { cursor, limit },
      asked,
    ),
    lists.claimFacets(filters, MOST_FACETS),
  ]);
  return { ...page, facets };
}

const MOST_FACETS = 50;

/** How much of the text around a quote is shown for reading on. */
const AROUND = 400;

/** One claim with all that was said of it. @throws AppError `no-such-claim` */
export async function claimDetail({ details, log, document }: DetailReading, id: string): Promise<ClaimDetail> {
  const { acts, evidence } = log;
  const [found] = await details.claims([id]);
  if (found === undefined) return noClaim(id);
  const [reading, checks, findings] = await Promise.all([
    document(found.claim.document),
    details.checksOn(id),
    details.findingsOn([id]),
  ]);
  const claim = reading?.claims.find((one) => one.id === id) ?? found.claim;
  const text = reading?.document.layer.text ?? '';
  return {
    row: claimRowOf(found),
    before: text.slice(Math.max(0, claim.start - AROUND), claim.start).toWellFormed(),
    after: text.slice(claim.end, claim.end + AROUND).toWellFormed(),
    grades: evidence.grades
      .filter((grade) => grade.claim.id === id)
      .map(({ act, credibility, by, at, reason }) => ({ act, credibility, by, at, reason })),
    othersReviews: evidence.othersReviews
      .filter((review) => review.claim.id === id)
      .map(({ act, status, reason, by, at, marking }) => ({ act, status, reason, by, at, marking })),
    history: actLines(acts, actsOnClaims(acts).get(id) ?? []),
    checks: checks.map((shown) => {
      const { claimant: _, quote: __, ...check } = shown;
      return check as unknown as StatementCheck;
    }),
    findings: findings.map(findingNameOf),
    newer: newerReading(reading?.extracted ?? [], claim),
  };
}

/** What the extractor reads today, where the claim was acted on in another form. */
function newerReading(extracted: readonly Claim[], claim: Claim): Claim | null {
  const reading = extracted.find(({ id }) => id === claim.id);
  if (reading === undefined) return null;
  const { status: _, ...counted } = claim;
  const { status: __, ...read } = reading;
  return canonicalJson(jsonOf(counted)) === canonicalJson(jsonOf(read)) ? null : reading;
}

/** The acts that carry a claim whole, and those that took such an act back, by the claim's id. */
const actsOnClaims = memoized((acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> => {
  const found = new Map<string, Act[]>();
  const claimsOfAct = new Map<string, readonly string[]>();
  for (const act of acts) {
    const named = [...claimsIn(act.body), ...(claimsOfAct.get(act.supersedes ?? '') ?? [])];
    if (named.length === 0) continue;
    claimsOfAct.set(act.id, named);
    for (const id of new Set(named)) found.set(id, [...(found.get(id) ?? []), act]);
  }
  return found;
});

/** Ids of the claims that an act's body carries: as `claim`, among `claims`, or in the `finding` that it makes. */
function claimsIn(body: Act['body']): readonly string[] {
  const { claim, claims, finding } = body as { claim?: unknown; claims?: unknown; finding?: unknown };
  const made = (finding as { claims?: unknown } | null | undefined)?.claims;
  return [claim, ...(Array.isArray(claims) ? claims : []), ...(Array.isArray(made) ? made : [])].flatMap((one) => {
    const id = (one as { id?: unknown } | null | undefined)?.id;
    return typeof id === 'string' && id.startsWith('c-') ? [id] : [];
  });
}

/** The relation of every two figures of two claims that can be compared. @throws AppError `no-such-claim` */
export async function compareClaims({ details }: DetailReading, a: string, b: string): Promise<ClaimComparison> {
  const found = await details.claims([a, b]);
  const [left, right] = [a, b].map((id) =>
    claimById(
      found.map(({ claim }) => claim),
      id,
    ),
  ) as [Claim, Claim];
  return {
    pairs: left.quantities.flatMap((one) =>
      right.quantities.map((other) => ({ a: one, b: other, ...compareQuantities(one, other) })),
    ),
  };
}
