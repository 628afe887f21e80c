import {
  type IncidentContest,
  type IncidentMemory,
  type IncidentStatus,
  incidentStatus,
  orderOf,
  proposeIncidents,
} from '../../claims/comparison/incident.ts';
import type { OriginCluster } from '../../claims/comparison/independence.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { holdsSame } from '../../core/same-items.ts';
import type { Steps } from '../../core/steps.ts';

/** Claims believed to speak of one event: a hypothesis that can be taken back, never a merger. */
export type Incident = {
  readonly id: string;
  readonly claims: readonly string[];
  readonly reason: string;
  /** `program` where nobody judged it; else the people who did. */
  readonly by: readonly string[];
  readonly status: IncidentStatus;
};

/** A person's judgement on two claims. A later judgement on the same two counts. */
export type LinkJudgement = {
  readonly claims: readonly [string, string];
  readonly judgement: 'same' | 'different' | 'unsure';
  readonly by: string;
};

/** Incidents of before, with what decided each of them. */
export type AssemblyMemory = {
  readonly proposals: IncidentMemory;
  readonly incidents: Map<string, { readonly of: readonly unknown[]; readonly incident: Incident }>;
};

export function openAssemblyMemory(): AssemblyMemory {
  return { proposals: new Map(), incidents: new Map() };
}

/** What an incident's status follows from beside its claims. */
export type IncidentGrounds = {
  clustersOf(claims: readonly Claim[]): readonly OriginCluster[];
  /** All that `clustersOf` and `contest` follow from beside the claims, in a text. */
  readonly judged: string;
  /** The day by which a claim was made. */
  statedBy(claim: Claim): string;
  readonly contest?: IncidentContest;
};

/**
 * The program's proposals as people have judged them: `same` joins two claims, `different` parts them whatever the program
 * proposes. The id follows from the first claim, so that it stays when others join. With the memory of the time before, what
 * the claims tell as they did then is not gathered again.
 */
export function* assembleIncidents(
  claims: readonly Claim[],
  judgements: readonly LinkJudgement[],
  { clustersOf, judged: grounds, statedBy, contest }: IncidentGrounds,
  memory: AssemblyMemory = openAssemblyMemory(),
): Steps<readonly Incident[]> {
  const order = orderOf(claims);
  const at = (id: string): number => order.get(id) ?? 0;
  const judged = lastJudgements(judgements);
  const groups = joinLinked(
    (yield* proposeIncidents(claims, memory.proposals, order)).flatMap(({ claims: ids, reason }) =>
      partedByTelling(ids, (id) => claims[at(id)], statedBy)
        .flatMap((some) => splitParted(some, judged))
        .map((members): Group => ({ members, reason, by: ['program'] })),
    ),
    judgements.filter(({ claims: [a, b] }) => judged.get(a)?.get(b) === 'same'),
    order,
  );
  const incidents: Incident[] = [];
  for (const { members, reason, by } of groups) {
    if (members.length < 2) continue;
    yield;
    const sorted = [...members].sort((a, b) => at(a) - at(b));
    const own = sorted.map((id) => claims[order.get(id) ?? -1]).filter((claim) => claim !== undefined);
    const of = [reason, by.join('\n'), grounds, ...own];
    const before = memory.incidents.get(sorted[0] ?? '');
    if (before !== undefined && holdsSame(before.of, of)) {
      incidents.push(before.incident);
      continue;
    }
    const incident: Incident = deepFreeze({
      id: `i-${sha256Hex(sorted[0] ?? '').slice(0, 20)}`,
      claims: sorted,
      reason,
      by,
      status: incidentStatus(own, clustersOf(own), contest),
    });
    memory.incidents.set(sorted[0] ?? '', { of, incident });
    incidents.push(incident);
  }
  return Object.freeze(incidents.sort((a, b) => at(a.claims[0] ?? '') - at(b.claims[0] ?? '')));
}

type Group = Pick<Incident, 'reason' | 'by'> & { readonly members: readonly string[] };

/** The judgement that counts on two claims, under either of them. */
type Judged = ReadonlyMap<string, ReadonlyMap<string, LinkJudgement['judgement']>>;

function lastJudgements(judgements: readonly LinkJudgement[]): Judged {
  const judged = new Map<string, Map<string, LinkJudgement['judgement']>>();
  const lay = (id: string, other: string, judgement: LinkJudgement['judgement']): void => {
    judged.set(id, (judged.get(id) ?? new Map<string, LinkJudgement['judgement']>()).set(other, judgement));
  };
  for (const { claims, judgement } of judgements) {
    const [a, b] = claims;
    lay(a, b, judgement);
    lay(b, a, judgement);
  }
  return judged;
}

/** What is told as done was done by the day on which it was told: a claim told before the first day that another gives is of no such event. */
function partedByTelling(
  ids: readonly string[],
  claimOf: (id: string) => Claim | undefined,
  statedBy: IncidentGrounds['statedBy'],
): readonly (readonly string[])[] {
  const groups: { readonly members: string[]; stated: string | null; from: string | null }[] = [];
  for (const id of ids) {
    const claim = claimOf(id);
    if (claim === undefined) continue;
    const isDone = claim.modality !== 'intends' && claim.factuality === undefined;
    const [stated, from] = [isDone ? statedBy(claim) : null, claim.when.from];
    const isApart = (group: (typeof groups)[number]): boolean =>
      (stated !== null && group.from !== null && stated < group.from) ||
      (from !== null && group.stated !== null && group.stated < from);
    const home = groups.find((group) => !isApart(group));
    if (home === undefined) groups.push({ members: [id], stated, from });
    else {
      home.members.push(id);
      if (stated !== null && (home.stated === null || stated < home.stated)) home.stated = stated;
      if (from !== null && (home.from === null || from > home.from)) home.from = from;
    }
  }
  return groups.map(({ members }) => members);
}

/** A claim leaves a group as soon as it is parted from one that stays. */
function splitParted(ids: readonly string[], judged: Judged): readonly (readonly string[])[] {
  if (!ids.some((id) => judged.has(id))) return [ids];
  const groups: string[][] = [];
  for (const id of ids) {
    const own = judged.get(id);
    const home = groups.find((members) => members.every((member) => own?.get(member) !== 'different'));
    if (home) home.push(id);
    else groups.push([id]);
  }
  return groups;
}

/** Groups after two claims each were linked: the groups in which they stand become one, with those that were linked. */
function joinLinked(
  proposed: readonly Group[],
  links: readonly LinkJudgement[],
  known: ReadonlyMap<string, number>,
): readonly Group[] {
  if (links.length === 0) return proposed;
  // In the order in which they came: a claim stands in one of them at most.
  const groups = new Map(proposed.map((group, number) => [number, group]));
  const groupOf = new Map(proposed.flatMap(({ members }, number) => members.map((id) => [id, number] as const)));
  for (const [number, { claims: pair, by }] of links.entries()) {
    const numbers = [...new Set(pair.flatMap((id) => groupOf.get(id) ?? []))].sort((a, b) => a - b);
    const joined = numbers.flatMap((one) => groups.get(one) ?? []);
    for (const one of numbers) groups.delete(one);
    const members = [...new Set([...joined.flatMap((group) => group.members), ...pair])].filter((id) => known.has(id));
    const people = joined.flatMap((group) => group.by).filter((name) => name !== 'program');
    groups.set(proposed.length + number, { members, reason: `Linked by ${by}.`, by: [...new Set([...people, by])] });
    for (const id of members) groupOf.set(id, proposed.length + number);
  }
  return [...groups.values()];
}
