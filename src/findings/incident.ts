import type { Claim } from '../claims/claim.ts';
import { type IncidentStatus, incidentStatus, proposeIncidents } from '../claims/incident.ts';
import type { OriginCluster } from '../claims/independence.ts';
import { sha256Hex } from '../core/hash.ts';
import { deepFreeze } from '../core/json.ts';

/** Claims believed to speak of one happening: a hypothesis that can be taken back, never a merger. */
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

/**
 * The program's proposals as people have judged them: `same` joins two claims, `different` parts them whatever the program
 * proposes. The id follows from the first claim, so that it stays when others join.
 */
export function assembleIncidents(
  claims: readonly Claim[],
  judgements: readonly LinkJudgement[],
  clustersOf: (claims: readonly Claim[]) => readonly OriginCluster[],
): readonly Incident[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const parted = (a: string, b: string): boolean => lastJudgement(judgements, a, b) === 'different';
  const groups = proposeIncidents(claims).flatMap(({ claims: ids, reason }) =>
    splitParted(ids, parted).map((members) => ({ members, reason, by: ['program'] })),
  );
  for (const { claims: pair, by } of judgements.filter(
    ({ claims: [a, b] }) => lastJudgement(judgements, a, b) === 'same',
  )) {
    const joined = groups.filter(({ members }) => members.some((id) => pair.includes(id)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    const members = [...new Set([...joined.flatMap((group) => group.members), ...pair])].filter((id) => byId.has(id));
    const people = joined.flatMap((group) => group.by).filter((name) => name !== 'program');
    groups.push({ members, reason: `Linked by ${by}.`, by: [...new Set([...people, by])] });
  }
  const order = new Map(claims.map((claim, at) => [claim.id, at]));
  const at = (id: string): number => order.get(id) ?? 0;
  const incidents = groups
    .filter(({ members }) => members.length > 1)
    .map(({ members, reason, by }) => {
      const sorted = [...members].sort((a, b) => at(a) - at(b));
      const own = sorted.map((id) => byId.get(id)).filter((claim) => claim !== undefined);
      return {
        id: `i-${sha256Hex(sorted[0] ?? '').slice(0, 20)}`,
        claims: sorted,
        reason,
        by,
        status: incidentStatus(own, clustersOf(own)),
      };
    });
  return deepFreeze(incidents.sort((a, b) => at(a.claims[0] ?? '') - at(b.claims[0] ?? '')));
}

function lastJudgement(
  judgements: readonly LinkJudgement[],
  a: string,
  b: string,
): LinkJudgement['judgement'] | undefined {
  return judgements.filter(({ claims }) => claims.includes(a) && claims.includes(b)).at(-1)?.judgement;
}

/** A claim leaves a group as soon as it is parted from one that stays. */
function splitParted(ids: readonly string[], parted: (a: string, b: string) => boolean): string[][] {
  const groups: string[][] = [];
  for (const id of ids) {
    const home = groups.find((members) => members.every((member) => !parted(member, id)));
    if (home) home.push(id);
    else groups.push([id]);
  }
  return groups;
}
