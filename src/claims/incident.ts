import { remembered } from '../core/remembered.ts';
import type { Claim } from './claim.ts';
import { excludeEachOther } from './comparison.ts';
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
  const groups: Group[] = [];
  const byTrait = new Map<string, number[]>();
  for (const claim of candidates) {
    const { laid, sought } = traitsOf(claim);
    const near = new Set<number>();
    for (const trait of sought)
      for (const at of byTrait.get(trait) ?? []) if (!excludedByTime(groups[at]!.members[0]!, claim)) near.add(at);
    const home = [...near].sort((a, b) => a - b).find((at) => joins(claim, groups[at]!));
    if (home !== undefined) groups[home]!.members.push(claim);
    else {
      for (const trait of laid) {
        const known = byTrait.get(trait);
        if (known === undefined) byTrait.set(trait, [groups.length]);
        else known.push(groups.length);
      }
      groups.push({ members: [claim], reasons: new Set() });
    }
  }
  return groups
    .filter((group) => group.members.length > 1)
    .map(({ members, reasons }) => ({
      claims: members.map((claim) => claim.id),
      reason: `All say \u201c${members[0]!.predicate}\u201d; ${[...reasons].join('; ')}.`,
    }));
}

type Group = { readonly members: Claim[]; readonly reasons: Set<string> };

/** Whether a claim shares enough with every member; if so, what it shares is added to the reasons. */
function joins(claim: Claim, { members, reasons }: Group): boolean {
  const shared: string[] = [];
  for (const member of members) {
    const one = sharedBy(member, claim);
    if (one === undefined) return false;
    shared.push(one);
  }
  for (const one of shared) reasons.add(one);
  return true;
}

/**
 * By what a claim can be found whose happening another claim may tell too: `sharedBy` asks for one predicate, a name in
 * common, and another name or place beside it, so two such claims meet in a pair of them. A name that the first one writes
 * in two ways ("Russia", "Moscow") is two names in common already, and stands alone.
 */
type Traits = { readonly laid: readonly string[]; readonly sought: readonly string[] };

function traitsOf(claim: Claim): Traits {
  const { agents, others } = namesOf(claim);
  const times = new Map<string, number>();
  for (const { key } of agents) times.set(`agent ${key}`, (times.get(`agent ${key}`) ?? 0) + 1);
  for (const { key } of others) times.set(`other ${key}`, (times.get(`other ${key}`) ?? 0) + 1);
  const names = [...times.keys()];
  const beside = [...names, ...new Set(claim.where.map((place) => `place ${place}`))];
  const alone = (name: string): string => `${claim.predicate}\n${name}`;
  const pairs = names.flatMap((name) =>
    beside.filter((other) => other !== name).map((other) => `${alone(name)}\n${other}`),
  );
  const written = names.filter((name) => (times.get(name) ?? 0) > 1);
  return { laid: [...pairs, ...written.map(alone)], sought: [...pairs, ...names.map(alone)] };
}

type Named = { readonly name: string; readonly key: string };

/** The names of a claim that say who did it, and to or with whom, each once, with what they stand for. */
const namesOf = remembered(
  ({ roles }: Claim): { readonly agents: readonly Named[]; readonly others: readonly Named[] } => {
    const named = (names: readonly string[]): Named[] =>
      [...new Set(names)].map((name) => ({ name, key: keyOf(name) }));
    return {
      agents: named(roles.agent ?? []),
      others: named([...(roles.object ?? []), ...(roles.recipient ?? []), ...(roles.vessel ?? [])]),
    };
  },
);

function sharedBy(a: Claim, b: Claim): string | undefined {
  if (a.predicate !== b.predicate) return undefined;
  if (excludedByTime(a, b)) return undefined;
  const [named, other] = [namesOf(a), namesOf(b)];
  const agents = common(named.agents, other.agents);
  const others = common(named.others, other.others);
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

/** Both give a time, and no day lies in both. Asked of millions of pairs in a large matter. */
function excludedByTime({ when: a }: Claim, { when: b }: Claim): boolean {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return false;
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && from > to;
}

function keyOf(name: string): string {
  return countryOfName(name) ?? name.toLowerCase();
}

function common(a: readonly Named[], b: readonly Named[]): string[] {
  return a.filter(({ key }) => b.some((one) => one.key === key)).map(({ name }) => name);
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
        for (const b of claims[j]!.quantities) if (excludeEachOther(a, b)) return true;
  return false;
}
