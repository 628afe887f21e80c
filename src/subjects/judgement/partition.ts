import type { SubjectLeaf } from '../model/leaf.ts';
import type { SubjectKind } from '../model/mention.ts';
import type { JudgedPair, JudgementConflict, Subject, SubjectPartition } from '../model/subject.ts';

/**
 * The subjects that follow from people's judgements: leaves judged the same are one, and so are those that hang together by such
 * judgements, in the order in which they were made. What was judged different is never one: a judgement that would make it so is
 * told as a conflict and not followed. Nothing else joins two leaves.
 */
export function partitionLeaves(leaves: readonly SubjectLeaf[], judged: readonly JudgedPair[]): SubjectPartition {
  const known = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const places = new Map(leaves.map(({ id }, at) => [id, at]));
  const current = latestOnEachPair(judged).filter(({ a, b }) => known.has(a) && known.has(b));
  const apart = current.filter(({ judgement }) => judgement === 'different');
  const groups = new Map<string, Set<string>>(leaves.map(({ id }) => [id, new Set([id])]));
  const joinedBy = new Map<Set<string>, JudgedPair[]>();
  const conflicts: JudgementConflict[] = [];
  for (const pair of current) {
    if (pair.judgement !== 'same') continue;
    const [one, other] = [groups.get(pair.a)!, groups.get(pair.b)!];
    const against =
      one === other
        ? undefined
        : apart.find(({ a, b }) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)));
    if (against !== undefined) {
      conflicts.push(Object.freeze({ judged: pair, against }));
      continue;
    }
    const by = [...(joinedBy.get(one) ?? []), ...(one === other ? [] : (joinedBy.get(other) ?? [])), pair];
    for (const id of other) {
      one.add(id);
      groups.set(id, one);
    }
    joinedBy.set(one, by);
  }
  const subjects: Subject[] = [];
  const ofLeaf = new Map<string, Subject>();
  for (const leaf of leaves) {
    if (ofLeaf.has(leaf.id)) continue;
    const group = groups.get(leaf.id)!;
    const members = [...group].sort((a, b) => places.get(a)! - places.get(b)!).map((id) => known.get(id)!);
    const subject = subjectOf(members, joinedBy.get(group) ?? []);
    subjects.push(subject);
    for (const id of group) ofLeaf.set(id, subject);
  }
  return Object.freeze({ subjects: Object.freeze(subjects), ofLeaf, conflicts: Object.freeze(conflicts) });
}

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
