import { memoized } from '../../core/memoized.ts';
import { type Claim, type ClaimTime, PREDICATES, type Predicate } from '../model/claim.ts';
import type { OriginCluster } from './independence.ts';
import { describeShared, exclude, shareEnough, signatureOf, traitsOf } from './same-event.ts';

export const INCIDENT_STATUSES = ['alleged', 'single-source', 'corroborated', 'contested', 'withdrawn'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** "These claims speak of one event": a proposal that a person links or unlinks. The first member names it. */
export type IncidentProposal = { readonly claims: readonly string[]; readonly reason: string };

/** Predicates that only say that something was said make no incident. */
const NO_INCIDENT: ReadonlySet<Predicate> = new Set<Predicate>(['said', 'called-for', 'denied']);

/** Proposals of before, by predicate, with what the claims told: they stand while the claims tell the same. */
export type IncidentMemory = Map<
  Predicate,
  { readonly told: readonly string[]; readonly proposals: readonly IncidentProposal[] }
>;

/**
 * Proposes which claims speak of one event: the same predicate, a shared agent or object, and times and places that
 * do not exclude each other. It errs on the side of proposing less; nothing is merged, a person decides. With the memory of
 * the time before only predicates are worked out again whose claims tell something else.
 */
export function proposeIncidents(claims: readonly Claim[], memory: IncidentMemory = new Map()): IncidentProposal[] {
  const order = new Map(claims.map(({ id }, at) => [id, at]));
  const place = ({ claims: [first = ''] }: IncidentProposal): number => order.get(first) ?? 0;
  return PREDICATES.filter((predicate) => !NO_INCIDENT.has(predicate))
    .flatMap((predicate) => {
      const candidates = claims.filter((claim) => claim.predicate === predicate && claim.status !== 'rejected');
      const told = candidates.map(tellingOf);
      const before = memory.get(predicate);
      if (before?.told.length === told.length && told.every((one, at) => one === before.told[at]))
        return before.proposals;
      const proposals = gather(candidates);
      memory.set(predicate, { told, proposals });
      return proposals;
    })
    .sort((a, b) => place(a) - place(b));
}

/** All of a claim that decides to which event it belongs. */
const tellingOf = memoized(({ id, roles, when, where }: Claim): string => JSON.stringify([id, roles, when, where]));

/** The proposals among claims of one predicate, in the order of their first members. */
function gather(claims: readonly Claim[]): readonly IncidentProposal[] {
  const groups: Group[] = [];
  const byTrait = new Map<string, Map<string, TimedGroups>>();
  for (const claim of claims) {
    const { laid, sought } = traitsOf(claim);
    const near = new Set<number>();
    for (const trait of sought)
      for (const { when, at } of byTrait.get(trait)?.values() ?? [])
        if (!exclude(when, claim.when)) for (const one of at) near.add(one);
    const home = [...near].sort((a, b) => a - b).find((at) => joins(claim, groups[at]!));
    if (home !== undefined) {
      groups[home]!.members.push(claim);
      groups[home]!.kinds.set(signatureOf(claim), claim);
    } else {
      for (const trait of laid) lay(byTrait, trait, claim.when, groups.length);
      groups.push({ members: [claim], kinds: new Map([[signatureOf(claim), claim]]), reasons: new Set() });
    }
  }
  return groups
    .filter((group) => group.members.length > 1)
    .map(({ members, reasons }) => ({
      claims: members.map((claim) => claim.id),
      reason: `All say \u201c${members[0]!.predicate}\u201d; ${[...reasons].join('; ')}.`,
    }));
}

/** `kinds`: one member of each signature. A matter that is told a thousand times is told in few ways. */
type Group = {
  readonly members: Claim[];
  readonly kinds: Map<string, Claim>;
  readonly reasons: Set<string>;
};

/** Groups whose first member gives one time: thousands of groups share the months of a few years. */
type TimedGroups = { readonly when: ClaimTime; readonly at: number[] };

function lay(byTrait: Map<string, Map<string, TimedGroups>>, trait: string, when: ClaimTime, group: number): void {
  const byTime = byTrait.get(trait) ?? new Map<string, TimedGroups>();
  byTrait.set(trait, byTime);
  const key = `${when.from} ${when.to}`;
  const known = byTime.get(key);
  if (known === undefined) byTime.set(key, { when, at: [group] });
  else known.at.push(group);
}

/** Whether a claim shares enough with every member; if so, what it shares is added to the reasons. */
function joins(claim: Claim, { kinds, reasons }: Group): boolean {
  for (const member of kinds.values()) if (!shareEnough(member, claim)) return false;
  const isNew = !kinds.has(signatureOf(claim));
  if (isNew || kinds.size === 1) for (const member of kinds.values()) reasons.add(describeShared(member, claim));
  return true;
}

/**
 * Status of an incident from its claims and the origins behind those that assert it: `withdrawn` when none stands,
 * `contested` when one denies what another asserts, or two figures exclude each other in a comparison that a person accepted, `corroborated` with two
 * independent origins, `alleged` when every claim is an allegation or nobody is named, else `single-source`.
 */
export function incidentStatus(
  claims: readonly Claim[],
  clusters: readonly OriginCluster[],
  isContested: IncidentContest = {},
): IncidentStatus {
  const standing = claims.filter((claim) => claim.status !== 'withdrawn' && claim.status !== 'rejected');
  if (standing.length === 0) return 'withdrawn';
  const asserting = standing.filter((claim) => claim.polarity === 'asserts');
  const denying = standing.filter((claim) => claim.polarity === 'denies');
  const { denies = meansTheSame, contradict } = isContested;
  if (denying.some((denial) => asserting.some((claim) => denies(denial, claim)))) return 'contested';
  if (contradict?.(asserting) === true) return 'contested';
  const ids = new Set(asserting.map((claim) => claim.id));
  if (clusters.filter((cluster) => cluster.claims.some((id) => ids.has(id))).length >= 2) return 'corroborated';
  return standing.every((claim) => claim.modality === 'alleges' || claim.claimant.kind === 'unnamed')
    ? 'alleged'
    : 'single-source';
}

/** By what an incident is contested. */
export type IncidentContest = {
  /** Whether a denial can have meant what is asserted; by default, of the same giver and receiver at the same time. */
  readonly denies?: (denial: Claim, asserted: Claim) => boolean;
  /** Whether figures of these claims exclude each other in a comparison that a person accepted. */
  readonly contradict?: (claims: readonly Claim[]) => boolean;
};

/** Claims of one incident share a predicate and names already: a denial means another of them if nothing parts the two. */
function meansTheSame(denial: Claim, asserted: Claim): boolean {
  return shareEnough(denial, asserted);
}
