import type { Act } from '../../../record/log/act.ts';
import type { ListPage } from '../../../store/lists.ts';
import type { Store } from '../../../store/store.ts';
import { AppError } from '../../errors.ts';
import { foldedWords } from '../../projection/fold-text.ts';
import { mapOfClaims } from '../../report/claim-map.ts';
import type { IncidentDetail, IncidentSummary, ReportComparison } from '../contract/incident.ts';
import type { Page } from '../contract/page.ts';
import { actLines } from '../held/act-line.ts';
import { claimRowOf } from '../held/claim-row.ts';
import type { DetailReading } from '../held/detail-reading.ts';
import { type PageQuery, storedPage } from '../held/page.ts';
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
export async function incidentDetail({ details, log }: DetailReading, id: string): Promise<IncidentDetail> {
  const found = await details.incident(id);
  if (found === undefined)
    throw new AppError('no-such-incident', 'there is no such incident; its claims may have been parted since', {
      place: id.slice(0, 80),
    });
  const { acts } = log;
  const summary = found.summary as unknown as IncidentSummary;
  const [claims, comparisons, findings] = await Promise.all([
    details.claims(summary.claims),
    details.comparisonsOn(summary.claims),
    details.findingsOn(summary.claims),
  ]);
  const members = new Set(summary.claims);
  // What whoever makes these claims is called, and counts as.
  const names = new Set(claims.flatMap(({ claim, party }) => [claim.claimant.name, party]));
  return {
    summary,
    claims: claims.map(claimRowOf),
    comparisons: comparisons as unknown as readonly ReportComparison[],
    origins: found.origins as unknown as IncidentDetail['origins'],
    map: mapOfClaims(
      claims.map(({ claim }) => claim),
      summary.title,
    ),
    judgements: actLines(
      acts,
      acts.filter((act) => judges(act, members, names)),
    ),
    findings: findings.map(findingNameOf),
  };
}

/** Whether an act judges two of these claims, or two of these claimants. */
function judges({ kind, body }: Act, claims: ReadonlySet<string>, claimants: ReadonlySet<string>): boolean {
  if (kind === 'linked' && Array.isArray(body.claims))
    return body.claims.some((claim) => claims.has(String((claim as { id?: unknown } | null)?.id)));
  if (kind === 'judged' && Array.isArray(body.origins))
    return body.origins.every((origin) => claimants.has(String(origin)));
  return false;
}
