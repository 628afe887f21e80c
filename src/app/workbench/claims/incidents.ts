import type { Claim } from '../../../claims/model/claim.ts';
import type { PartyOf } from '../../../claims/model/party.ts';
import type { Act } from '../../../record/log/act.ts';
import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { shownAmong } from '../../projection/claim-rows.ts';
import { originsOf } from '../../projection/comparison-rows.ts';
import { foldedWords } from '../../projection/fold-text.ts';
import { shownIncidents } from '../../projection/incident-rows.ts';
import { mapOfClaims } from '../../report/claim-map.ts';
import type { IncidentDetail, IncidentSummary } from '../contract/incident.ts';
import type { Page } from '../contract/page.ts';
import { actLines } from '../held/act-line.ts';
import { type PageQuery, storedPage } from '../held/page.ts';
import { comparisonsAmong } from './comparisons.ts';
import { findingNameOf } from './finding-name.ts';

export type IncidentQuery = PageQuery & { readonly status?: string | undefined; readonly q?: string | undefined };

/** Incidents in the order of their first claims. */
export async function incidentPage(
  { lists }: Pick<Store, 'lists'>,
  { status, q, ...page }: IncidentQuery,
): Promise<Page<IncidentSummary>> {
  return await storedPage(
    async (request) =>
      (await lists.incidents({ status, words: foldedWords(q) }, request)) as unknown as ListPage<IncidentSummary>,
    ({ id }) => id,
    page,
    { status, q },
  );
}

/** One incident with its claims and what was judged of them. @throws AppError `no-such-incident` */
export function incidentDetail(snapshot: Snapshot, id: string): IncidentDetail {
  const { acts, derived } = snapshot;
  const summary = shownIncidents(snapshot).find((one) => one.id === id);
  if (summary === undefined)
    throw new AppError('no-such-incident', 'there is no such incident; its claims may have been parted since', {
      place: id.slice(0, 80),
    });
  const members = new Set(summary.claims);
  const claims = shownAmong(snapshot, summary.claims);
  const reporting = derived.claims.filter((claim) => members.has(claim.id));
  return {
    summary,
    claims,
    comparisons: comparisonsAmong(snapshot, members),
    origins: originsOf(reporting, derived),
    map: mapOfClaims(reporting, summary.title),
    judgements: actLines(
      acts,
      acts.filter((act) => judges(act, members, namesOf(claims, derived.parties.partyOf))),
    ),
    findings: derived.findings
      .filter((finding) => finding.claims.some((claim) => members.has(claim)))
      .map(findingNameOf),
  };
}

/** What whoever makes some claims is called, and counts as. */
function namesOf(claims: readonly Pick<Claim, 'document' | 'claimant'>[], partyOf: PartyOf): ReadonlySet<string> {
  return new Set(claims.flatMap(({ document, claimant: { name } }) => [name, partyOf(document, name)]));
}

/** Whether an act judges two of these claims, or two of these claimants. */
function judges({ kind, body }: Act, claims: ReadonlySet<string>, claimants: ReadonlySet<string>): boolean {
  if (kind === 'linked' && Array.isArray(body.claims))
    return body.claims.some((claim) => claims.has(String((claim as { id?: unknown } | null)?.id)));
  if (kind === 'judged' && Array.isArray(body.origins))
    return body.origins.every((origin) => claimants.has(String(origin)));
  return false;
}
