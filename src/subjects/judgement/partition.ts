import { memoized } from '../../core/memoized.ts';
import { atOnce, type Steps } from '../../core/steps.ts';
import type { SubjectLeaf } from '../model/leaf.ts';
import type { SubjectKind } from '../model/mention.ts';
import type { JudgedPair, JudgementConflict, Subject, SubjectPartition } from '../model/subject.ts';

/**
 * The subjects that follow from people's judgements: leaves judged the same are one, and so are those that hang together by such
 * judgements, in the order in which they were made. What was judged different is never one: a judgement that would make it so is
 * told as a conflict and not followed. Nothing else joins two leaves.
 */
export function partitionLeaves(leaves: readonly SubjectLeaf[], judged: readonly JudgedPair[]): SubjectPartition {
  return atOnce(partitioning(leaves, judged));
}

/** The same piece by piece: a large matter has some hundred thousand leaves, nearly all of which nobody judged. */
export function* partitioning(leaves: readonly SubjectLeaf[], judged: readonly JudgedPair[]): Steps<SubjectPartition> {
  const named = new Set(judged.flatMap(({ a, b }) => [a, b]));
  const known = new Map<string, { readonly leaf: SubjectLeaf; readonly at: number }>();
  for (const [at, leaf] of leaves.entries()) {
    if (named.has(leaf.id) && !known.has(leaf.id)) known.set(leaf.id, { leaf, at });
    if (at % A_SLICE === 0) yield;
  }
  const { groups, conflicts } = grouped([...known.keys()], judged);
  const subjects: Subject[] = [];
  const ofLeaf = new Map<string, Subject>();
  for (const [at, leaf] of leaves.entries()) {
    if (at % A_SLICE === 0) yield;
    if (ofLeaf.has(leaf.id)) continue;
    const group = groups.get(leaf.id);
    const members = [...(group?.ids ?? [])].map((id) => known.get(id)!).sort((one, other) => one.at - other.at);
    const subject =
      group === undefined || members.length < 2
        ? aloneOf(leaf)
        : subjectOf(
            members.map((one) => one.leaf),
            group.joinedBy,
          );
    subjects.push(subject);
    for (const { id } of subject.leaves) ofLeaf.set(id, subject);
  }
  return Object.freeze({ subjects: Object.freeze(subjects), ofLeaf, conflicts: Object.freeze(conflicts) });
}

/** Leaves that are gone through between two looks up. */
const A_SLICE = 500;

type Group = { readonly ids: Set<string>; joinedBy: readonly JudgedPair[] };

/** What the judged leaves hang together by. */
function grouped(
  ids: readonly string[],
  judged: readonly JudgedPair[],
): { readonly groups: ReadonlyMap<string, Group>; readonly conflicts: readonly JudgementConflict[] } {
  const groups = new Map<string, Group>(ids.map((id) => [id, { ids: new Set([id]), joinedBy: [] }]));
  const current = latestOnEachPair(judged).filter(({ a, b }) => groups.has(a) && groups.has(b));
  const apart = current.filter(({ judgement }) => judgement === 'different');
  const conflicts: JudgementConflict[] = [];
  for (const pair of current) {
    if (pair.judgement !== 'same') continue;
    const [one, other] = [groups.get(pair.a)!, groups.get(pair.b)!];
    const against =
      one === other
        ? undefined
        : apart.find(({ a, b }) => (one.ids.has(a) && other.ids.has(b)) || (one.ids.has(b) && other.ids.has(a)));
    if (against !== undefined) {
      conflicts.push(Object.freeze({ judged: pair, against }));
      continue;
    }
    one.joinedBy = [...one.joinedBy, ...(one === other ? [] : other.joinedBy), pair];
    for (const id of [...other.ids]) {
      one.ids.add(id);
      groups.set(id, one);
    }
  }
  return { groups, conflicts };
}

/** A leaf that nobody judged to be another is a subject by itself, and the same one while it stays as it is. */
const aloneOf = memoized((leaf: SubjectLeaf): Subject => subjectOf([leaf], []));

/** Of several judgements on one pair the latest counts, at its own place in the order. */
function latestOnEachPair(judged: readonly JudgedPair[]): readonly JudgedPair[] {
  const latest = new Map<string, JudgedPair>();
  for (const pair of judged) {
    const key = pairKey(pair.a, pair.b);
    latest.delete(key);
    latest.set(key, pair);
  }
  return [...latest.values()];
}

/** Equal for two leaves whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function subjectOf(leaves: readonly SubjectLeaf[], joinedBy: readonly JudgedPair[]): Subject {
  const names = new Map<string, number>();
  for (const { name, mentions } of leaves) {
    for (const { text } of mentions) names.set(plain(text), (names.get(plain(text)) ?? 0) + 1);
    if (name !== null && !names.has(plain(name))) names.set(plain(name), 0);
  }
  return Object.freeze({
    id: leaves[0]!.id,
    kind: kindOf(leaves),
    names: Object.freeze([...names].sort((a, b) => b[1] - a[1]).map(([name]) => name)),
    leaves: Object.freeze(leaves),
    joinedBy: Object.freeze(joinedBy),
  });
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ');
}

/** The kind of most mentions; one that an identifier tells goes before. */
function kindOf(leaves: readonly SubjectLeaf[]): SubjectKind {
  const votes = new Map<SubjectKind, number>();
  for (const { kind, mentions, identifiers } of leaves)
    votes.set(kind, (votes.get(kind) ?? 0) + 1 + mentions.length + (identifiers.length > 0 ? 1000 : 0));
  return [...votes].sort((a, b) => b[1] - a[1])[0]![0];
}
