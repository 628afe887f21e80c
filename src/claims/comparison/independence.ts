import type { Claim } from '../model/claim.ts';
import { asNamed, type PartyOf } from '../model/party.ts';

/**
 * A judgement on where two claimants have their statement from. `derives` and `common-control` bind two origins
 * together; only `independent` parts them: what nobody has looked into counts as dependent, since an echo looks like a
 * second source.
 */
export type OriginJudgement = {
  readonly kind: 'derives' | 'common-control' | 'independent';
  readonly a: string;
  readonly b: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

/** Claims that may all go back to one origin. */
export type OriginCluster = {
  readonly origins: readonly string[];
  readonly claims: readonly string[];
  readonly reason: string;
};

/**
 * The origin of a claim: its claimant. One without a name is known by who first passed it on, and is not taken for them: who
 * passes a thing on has not said it.
 */
export function originOf(
  { document, claimant, relay }: Pick<Claim, 'document' | 'claimant' | 'relay'>,
  partyOf: PartyOf = asNamed,
): string {
  if (claimant.kind !== 'unnamed') return partyOf(document, claimant.name);
  const [first] = relay;
  return first === undefined ? 'unnamed' : `an unnamed source through ${partyOf(document, first.name)}`;
}

/** Clusters of origins in the order of the claims; two clusters are two independent sources. What is judged of one name of a party is judged of it. */
export function clusterOrigins(
  claims: readonly Claim[],
  judged: readonly OriginJudgement[] = [],
  partyOf: PartyOf = asNamed,
): OriginCluster[] {
  const judgements = judged.map(({ a, b, ...rest }) => ({ ...rest, a: partyOf(null, a), b: partyOf(null, b) }));
  const own = (claim: Claim): string => originOf(claim, partyOf);
  const independent = judgements.filter(({ kind }) => kind === 'independent');
  const bound = judgements.filter(({ kind }) => kind !== 'independent');
  const between = (a: string, b: string) => (entry: OriginJudgement) =>
    (entry.a === a && entry.b === b) || (entry.a === b && entry.b === a);
  const parted = (a: string, b: string) =>
    a !== 'unnamed' &&
    b !== 'unnamed' &&
    independent.some(between(a, b)) &&
    !bound.some(between(a, b)) &&
    !sharesRelay(claims, a, b, partyOf);
  let left = [...new Set(claims.map(own))];
  const clusters: OriginCluster[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    const members = [first];
    left = left.slice(1);
    for (const member of members) {
      if (left.length === 0) break;
      // What nothing parts from a member comes under it; hardly anything is left after the first.
      const apart = left.filter((other) => parted(member, other));
      if (apart.length === left.length) continue;
      const held = new Set(apart);
      members.push(...left.filter((other) => !held.has(other)));
      left = apart;
    }
    const cluster = new Set(members);
    clusters.push({
      origins: members,
      claims: claims.filter((claim) => cluster.has(own(claim))).map((claim) => claim.id),
      reason: reasonOf(members),
    });
  }
  return clusters;
}

/** One claimant passed on by the other: "Voice of America, citing Yonhap". */
function sharesRelay(claims: readonly Claim[], a: string, b: string, partyOf: PartyOf): boolean {
  return claims.some((claim) => {
    const origin = originOf(claim, partyOf);
    const passes = (name: string): boolean => claim.relay.some((entry) => partyOf(claim.document, entry.name) === name);
    return (origin === a && passes(b)) || (origin === b && passes(a));
  });
}

function reasonOf(members: readonly string[]): string {
  return members.length === 1
    ? `${members[0]} is one origin.`
    : `${members.join(', ')} have not been shown to be independent of each other, so they count as one origin.`;
}
