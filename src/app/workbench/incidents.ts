import { gistOf } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import type { Incident } from '../../findings/comparison/incident.ts';
import type { Act } from '../../record/log/act.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { mapOfClaims } from '../report/claim-map.ts';
import { originsOf } from '../report/report-comparison.ts';
import { actLines } from './act-line.ts';
import { rowsOf } from './claims.ts';
import { comparisonsAmong } from './comparisons.ts';
import type { IncidentDetail, IncidentSummary } from './contract/incident.ts';
import type { Page } from './contract/page.ts';
import { foldText, type PageQuery, pageOf, searchIn } from './page.ts';

export type IncidentQuery = PageQuery & { readonly status?: string | undefined; readonly q?: string | undefined };

const summaries = memoized(({ derived }: Snapshot): readonly IncidentSummary[] => {
  const claims = new Map(derived.claims.map((claim) => [claim.id, claim]));
  return derived.incidents.map((incident) =>
    summaryOf(
      incident,
      incident.claims.flatMap((id) => claims.get(id) ?? []),
    ),
  );
});

function summaryOf(incident: Incident, claims: readonly Claim[]): IncidentSummary {
  const days = (side: 'from' | 'to'): string[] =>
    claims
      .map(({ when }) => when[side])
      .filter((day) => day !== null)
      .sort();
  return {
    ...incident,
    title: titleOf(claims),
    claimants: [...new Set(claims.map(({ claimant }) => claimant.name))],
    from: days('from')[0] ?? null,
    to: days('to').at(-1) ?? null,
    where: [...new Set(claims.flatMap(({ where }) => where))],
  };
}

/** What the first of its claims that asserts anything says, and how many others stand with it. */
function titleOf(claims: readonly Claim[]): string {
  const leading = claims.find(({ polarity }) => polarity === 'asserts') ?? claims[0];
  if (leading === undefined) return '';
  const others = claims.length - 1;
  return others === 0
    ? gistOf(leading)
    : `${gistOf(leading)} (and ${others} more ${others === 1 ? 'claim' : 'claims'})`;
}

const searchable = memoized((summary: IncidentSummary) =>
  foldText([summary.title, summary.id, ...summary.claimants, ...summary.where].join('\n')),
);

/** Incidents in which one claim denies what another asserts, or whose figures exclude each other. */
export function contestedIncidents(snapshot: Snapshot): readonly IncidentSummary[] {
  return summaries(snapshot).filter(({ status }) => status === 'contested');
}

/** Incidents in the order of their first claims. */
export function incidentPage(snapshot: Snapshot, { status, q, ...page }: IncidentQuery): Page<IncidentSummary> {
  const sought = searchIn(q);
  const found = summaries(snapshot).filter(
    (summary) =>
      (status === undefined || summary.status === status) && (q === undefined || sought(searchable(summary))),
  );
  return pageOf(found, ({ id }) => id, page, { status, q });
}

/** One incident with its claims and what was judged of them. @throws AppError `no-such-incident` */
export function incidentDetail(snapshot: Snapshot, id: string): IncidentDetail {
  const { acts, derived } = snapshot;
  const summary = summaries(snapshot).find((one) => one.id === id);
  if (summary === undefined)
    throw new AppError('no-such-incident', 'there is no such incident; its claims may have been parted since', {
      place: id.slice(0, 80),
    });
  const members = new Set(summary.claims);
  const claims = rowsOf(snapshot, summary.claims);
  const reporting = derived.claims.filter((claim) => members.has(claim.id));
  return {
    summary,
    claims,
    comparisons: comparisonsAmong(snapshot, members),
    origins: originsOf(reporting, derived),
    map: mapOfClaims(reporting, summary.title),
    judgements: actLines(
      acts,
      acts.filter((act) => judges(act, members, new Set(claims.map(({ claimant }) => claimant.name)))),
    ),
    findings: derived.findings
      .filter((finding) => finding.claims.some((claim) => members.has(claim)))
      .map((finding) => ({ id: finding.id, title: finding.title, status: finding.status })),
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
