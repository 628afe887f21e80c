import type { Steps } from '../../core/steps.ts';
import { type Claim, PREDICATES, type Predicate } from '../model/claim.ts';
import { EventGroup } from './event-group.ts';
import { GroupIndex } from './group-index.ts';
import type { OriginCluster } from './independence.ts';
import { mayBeOneThing } from './moved-thing.ts';
import { shareEnough, signatureOf } from './same-event.ts';

export const INCIDENT_STATUSES = ['alleged', 'single-source', 'corroborated', 'contested', 'withdrawn'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** "These claims speak of one event": a proposal that a person links or unlinks. The first member names it. */
export type IncidentProposal = { readonly claims: readonly string[]; readonly reason: string };

/** Predicates that only say that something was said make no incident. */
const NO_INCIDENT: ReadonlySet<Predicate> = new Set<Predicate>(['said', 'called-for', 'denied']);

/**
 * Claims that may speak of one event, in their order and whatever their status: which of them stand together does not hang on reviews,
 * so that an act on one of them moves its own incident alone.
 */
export type EventBlock = IncidentProposal;

/** Blocks of before, by predicate, with the claims that gave them: they stand while the claims tell the same. */
export type IncidentMemory = Map<
  Predicate,
  { readonly claims: readonly Claim[]; readonly blocks: readonly EventBlock[] }
>;

/**
 * Proposes which claims speak of one event: the same predicate, a shared agent or object, and times and places that
 * do not exclude each other. It errs on the side of proposing less; nothing is merged, a person decides. What was rejected is left
 * out of its block, and no other block changes by that.
 */
export function* proposeIncidents(
  claims: readonly Claim[],
  memory: IncidentMemory = new Map(),
  order: ReadonlyMap<string, number> = orderOf(claims),
): Steps<readonly IncidentProposal[]> {
  const place = ({ claims: [first = ''] }: IncidentProposal): number => order.get(first) ?? 0;
  const found: IncidentProposal[] = [];
  for (const block of yield* gatherEvents(claims, memory)) {
    const members = block.claims.flatMap((id) => claims[order.get(id) ?? -1] ?? []);
    const standing = members.filter(({ status }) => status !== 'rejected');
    // What the others have in common is not told by what the rejected one shared with them.
    if (standing.length === members.length) found.push(block);
    else if (standing.length > 1) found.push(...(yield* gather(standing)));
  }
  return found.sort((a, b) => place(a) - place(b));
}

/** The blocks among claims. With the memory of the time before only predicates are gathered again whose claims tell something else. */
export function* gatherEvents(
  claims: readonly Claim[],
  memory: IncidentMemory = new Map(),
): Steps<readonly EventBlock[]> {
  const byPredicate = new Map<Predicate, Claim[]>();
  for (const claim of claims) {
    if (NO_INCIDENT.has(claim.predicate)) continue;
    const known = byPredicate.get(claim.predicate);
    if (known === undefined) byPredicate.set(claim.predicate, [claim]);
    else known.push(claim);
  }
  const found: EventBlock[] = [];
  for (const predicate of PREDICATES) {
    const candidates = byPredicate.get(predicate);
    if (candidates === undefined) continue;
    const before = memory.get(predicate);
    const stands = before !== undefined && (yield* tellTheSame(before.claims, candidates));
    const blocks = stands ? before.blocks : yield* gather(candidates);
    memory.set(predicate, { claims: candidates, blocks });
    found.push(...blocks);
  }
  return found;
}

/** The place of each claim among some. */
export function orderOf(claims: readonly Claim[]): ReadonlyMap<string, number> {
  return new Map(claims.map(({ id }, at) => [id, at]));
}

/** Whether claims are those of before, as far as it decides to which event each belongs: not in which order an act has their fields. */
function* tellTheSame(before: readonly Claim[], now: readonly Claim[]): Steps<boolean> {
  if (before.length !== now.length) return false;
  for (const [at, claim] of now.entries()) {
    const was = before[at] as Claim;
    if (was === claim) continue;
    if (was.id !== claim.id || signatureOf(was) !== signatureOf(claim)) return false;
    yield;
  }
  return true;
}

/** The blocks among claims of one predicate, in the order of their first members. */
function* gather(claims: readonly Claim[]): Steps<readonly EventBlock[]> {
  const groups: EventGroup[] = [];
  const index = new GroupIndex();
  for (const claim of claims) {
    yield;
    if (joinsOne(claim, groups, index)) continue;
    groups.push(new EventGroup(claim));
    index.add(claim);
  }
  return groups
    .filter(({ members }) => members.length > 1)
    .map(({ members, reasons }) => ({
      claims: members.map((claim) => claim.id),
      reason: `All say \u201c${members[0]?.predicate}\u201d; ${reasons.join('; ')}.`,
    }));
}

/** Whether a claim joins one of the groups: the first of those that it may belong to with each of whose members it shares enough. */
function joinsOne(claim: Claim, groups: readonly EventGroup[], index: GroupIndex): boolean {
  for (const at of index.near(claim)) if (groups[at]?.take(claim)) return true;
  return false;
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
  /** Whether a denial can have meant what is asserted; by default, of the same agent and recipient at the same time. */
  readonly denies?: (denial: Claim, asserted: Claim) => boolean;
  /** Whether figures of these claims exclude each other in a comparison that a person accepted. */
  readonly contradict?: (claims: readonly Claim[]) => boolean;
};

/**
 * Claims of one incident share a predicate and names already: a denial means another of them if nothing parts the two, and what it
 * names may be the thing that the other names.
 */
function meansTheSame(denial: Claim, asserted: Claim): boolean {
  const [denied, moved] = [denial.roles.object ?? [], asserted.roles.object ?? []];
  const isOfThing = denied.length === 0 || moved.length === 0 || mayBeOneThing(denied, moved);
  return isOfThing && shareEnough(denial, asserted);
}
