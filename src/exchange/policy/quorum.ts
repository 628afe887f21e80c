import type { Policy } from './policy.ts';

/** Whether witnesses of these names are enough for the policy. */
export function isQuorum({ groups, quorum }: Policy, present: ReadonlySet<string>): boolean {
  const witnessed = new Set(present);
  // Members stand above their group, so one pass is enough.
  for (const { name, threshold, members } of groups)
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name);
  return quorum === 'none' || witnessed.has(quorum);
}

/** The smallest number of witnesses that can be enough. */
export function leastQuorum({ groups, quorum }: Policy): number {
  const least = new Map(groups.map(({ name }) => [name, 0]));
  const of = (name: string): number => least.get(name) ?? 1;
  for (const { name, threshold, members } of groups) {
    const needed = members.map(of).sort((a, b) => a - b);
    least.set(
      name,
      needed.slice(0, threshold).reduce((sum, one) => sum + one, 0),
    );
  }
  return quorum === 'none' ? 0 : of(quorum);
}

export type Standing = {
  readonly policy: Policy;
  /** Witnesses whose refusal together leaves no quorum: the smallest such sets, at most `MOST_SETS` of them. */
  readonly blocking: readonly (readonly string[])[];
  /**
   * Witnesses that, together with whoever holds the log's key, could have two histories certified: the smallest such sets. The
   * empty set stands here when it takes no dishonest witness at all.
   */
  readonly splitting: readonly (readonly string[])[];
  /** Witnesses that count towards the quorum. */
  readonly counted: readonly string[];
};

const MOST_SETS = 500;

/** Who could block a policy, and who could split it. */
export function standingOf(policy: Policy): Standing {
  const groups = new Map(policy.groups.map((group) => [group.name, group]));
  // A name is a member once at most, so the quorum is a tree, and what holds of a group follows from its members alone.
  const fold = (name: string, needed: (threshold: number, members: number) => number): Sets => {
    const group = groups.get(name);
    if (group === undefined) return [[name]];
    const count = needed(group.threshold, group.members.length);
    return count <= 0
      ? [[]]
      : choose(
          group.members.map((member) => fold(member, needed)),
          count,
        );
  };
  const counted: string[] = [];
  const gather = (name: string): void => {
    const group = groups.get(name);
    if (group === undefined) counted.push(name);
    else group.members.forEach(gather);
  };
  if (policy.quorum === 'none') return { policy, blocking: [], splitting: [[]], counted };
  gather(policy.quorum);
  return {
    policy,
    // k of n fails once n - k + 1 members fail.
    blocking: smallest(fold(policy.quorum, (k, n) => n - k + 1)),
    // The honest n - j members go to one side or the other: both reach k when 2(k - j) <= n - j.
    splitting: smallest(fold(policy.quorum, (k, n) => 2 * k - n)),
    counted,
  };
}

type Sets = readonly (readonly string[])[];

/** Every union of one set each of `count` of the parts. Cut off where there are too many to be read by anybody. */
function choose(parts: readonly Sets[], count: number): Sets {
  // ways[c]: unions of c of the parts looked at so far. Small ones first, so that the cut leaves those that matter.
  let ways: Sets[] = [[[]], ...Array.from({ length: count }, () => [])];
  for (const part of parts) {
    ways = ways.map((sets, chosen) => {
      const further =
        chosen === 0 ? [] : (ways[chosen - 1] ?? []).flatMap((set) => part.map((one) => [...set, ...one]));
      return [...sets, ...further].sort((a, b) => a.length - b.length).slice(0, MOST_SETS * 4);
    });
  }
  return distinct(ways[count] ?? []);
}

/** Groups of which nobody is needed make the same set in several ways. Members come in the order of the policy, so equal sets are equally written. */
function distinct(sets: Sets): Sets {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

function smallest(sets: Sets): Sets {
  const least = Math.min(...sets.map((set) => set.length));
  return sets.filter((set) => set.length === least).slice(0, MOST_SETS);
}
