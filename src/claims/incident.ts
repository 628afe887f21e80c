import { intervalsOverlap } from '../core/interval.ts';
import type { Claim } from './claim.ts';
import { compareQuantities } from './comparison.ts';
import type { OriginCluster } from './independence.ts';
import { countryOfName } from './mention.ts';

export const INCIDENT_STATUSES = ['alleged', 'single-source', 'corroborated', 'contested', 'withdrawn'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** "These claims speak of one happening": a proposal that a person links or unlinks. The first member names it. */
export type IncidentProposal = { readonly claims: readonly string[]; readonly reason: string };

/** Predicates that only say that something was said make no incident. */
const NO_INCIDENT = new Set(['said', 'called-for', 'denied']);

/**
 * Proposes which claims speak of one happening: the same predicate, a shared agent or object, and times and places that
 * do not exclude each other. It errs on the side of proposing less; nothing is merged, a person decides.
 */
export function proposeIncidents(claims: readonly Claim[]): IncidentProposal[] {
  const candidates = claims.filter((claim) => !NO_INCIDENT.has(claim.predicate) && claim.status !== 'rejected');
  const groups: { members: Claim[]; reasons: Set<string> }[] = [];
  for (const claim of candidates) {
    const home = groups
      .map((group) => ({ group, shared: group.members.map((member) => sharedBy(member, claim)) }))
      .find(({ shared }) => shared.every((entry) => entry !== undefined));
    if (home === undefined) groups.push({ members: [claim], reasons: new Set() });
    else {
      home.group.members.push(claim);
      for (const entry of home.shared) if (entry !== undefined) home.group.reasons.add(entry);
    }
  }
  return groups
    .filter((group) => group.members.length > 1)
    .map(({ members, reasons }) => ({
      claims: members.map((claim) => claim.id),
      reason: `All say \u201c${members[0]!.predicate}\u201d; ${[...reasons].join('; ')}.`,
    }));
}

function sharedBy(a: Claim, b: Claim): string | undefined {
  if (a.predicate !== b.predicate) return undefined;
  if (excludedByTime(a, b)) return undefined;
  const agents = common(a.roles.agent, b.roles.agent);
  const others = common(
    [...(a.roles.object ?? []), ...(a.roles.recipient ?? []), ...(a.roles.vessel ?? [])],
    [...(b.roles.object ?? []), ...(b.roles.recipient ?? []), ...(b.roles.vessel ?? [])],
  );
  const places = a.where.filter((place) => b.where.includes(place));
  if (conflict(a.roles.agent, b.roles.agent) || conflict(a.roles.recipient, b.roles.recipient)) return undefined;
  if (agents.length + others.length === 0 || agents.length + others.length + places.length < 2) return undefined;
  const parts = [
    ...(agents.length > 0 ? [`both name ${agents.join(', ')} as the one who did it`] : []),
    ...(others.length > 0 ? [`both name ${others.join(', ')}`] : []),
    ...(places.length > 0 ? [`both place it in ${places.join(', ')}`] : []),
  ];
  return parts.join(', ');
}

function excludedByTime(a: Claim, b: Claim): boolean {
  const known = (claim: Claim) => claim.when.from !== null || claim.when.to !== null;
  return known(a) && known(b) && !intervalsOverlap(a.when, b.when);
}

function keyOf(name: string): string {
  return countryOfName(name) ?? name.toLowerCase();
}

function common(a: readonly string[] | undefined, b: readonly string[] | undefined): string[] {
  const keys = new Set((b ?? []).map(keyOf));
  return [...new Set((a ?? []).filter((name) => keys.has(keyOf(name))))];
}

/** Both name States and none in common. */
function conflict(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  const states = (names: readonly string[] | undefined) =>
    (names ?? []).map(countryOfName).filter((code) => code !== undefined);
  const [left, right] = [states(a), states(b)];
  return left.length > 0 && right.length > 0 && !left.some((code) => right.includes(code));
}

/**
 * Status of an incident from its claims and the origins behind those that assert it: `withdrawn` when none stands,
 * `contested` when one denies what another asserts or two figures exclude each other, `corroborated` with two
 * independent origins, `alleged` when every claim is an allegation or nobody is named, else `single-source`.
 */
export function incidentStatus(claims: readonly Claim[], clusters: readonly OriginCluster[]): IncidentStatus {
  const standing = claims.filter((claim) => claim.status !== 'withdrawn' && claim.status !== 'rejected');
  if (standing.length === 0) return 'withdrawn';
  const asserting = standing.filter((claim) => claim.polarity === 'asserts');
  if (asserting.length < standing.length && asserting.length > 0) return 'contested';
  if (hasContradiction(asserting)) return 'contested';
  const ids = new Set(asserting.map((claim) => claim.id));
  if (clusters.filter((cluster) => cluster.claims.some((id) => ids.has(id))).length >= 2) return 'corroborated';
  return standing.every((claim) => claim.modality === 'alleges' || claim.claimant.kind === 'unnamed')
    ? 'alleged'
    : 'single-source';
}

function hasContradiction(claims: readonly Claim[]): boolean {
  for (let i = 0; i < claims.length; i++)
    for (let j = i + 1; j < claims.length; j++)
      for (const a of claims[i]!.quantities)
        for (const b of claims[j]!.quantities) if (compareQuantities(a, b).relation === 'contradicts') return true;
  return false;
}
