import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import { textWords } from '../mentions/written-name.ts';
import type { DocumentLeaves, SubjectLeaf } from '../model/leaf.ts';
import type { SubjectKind } from '../model/mention.ts';
import type { Proposal } from '../model/proposal.ts';
import type { AreDistinguished } from './distinguished-names.ts';
import { nameKey } from './document-leaves.ts';
import { hasInitials, isAbridged, isPartOf, ownWordsOf, wordsOf } from './name-part.ts';
import { bearingAmong, type NamesakeBearing } from './namesakes.ts';
import { pairsToCompare } from './pairs-to-compare.ts';
import { inOrder, isCompared, isShortened, keysOf, similarityOf } from './spelt-name.ts';

/** Least score of names that are proposed whatever else there is. */
const ALIKE: Readonly<Partial<Record<SubjectKind, number>>> = {
  person: 0.93,
  organisation: 0.92,
  vessel: 0.95,
  place: 0.97,
};
/** Least score of a person's name with initials, or without a middle name, where it may be short for one other name alone. */
const SHORTENED = 0.85;
/** So much better than all others is the one that it is short for. */
const MARGIN = 0.03;
/** So many bodies with one first word are not compared by it. */
const MOST_OF_ONE_BEGINNING = 400;

/** All leaves that one name and kind have, in different documents. */
type Group = { readonly leaf: SubjectLeaf; readonly others: readonly SubjectLeaf[] };

type Scored = { readonly one: SubjectLeaf; readonly other: SubjectLeaf; readonly score: number };

/** Names that may be one because they are written or spoken alike, but for those that a document tells apart. */
export function* proposingBySpelling(
  documents: readonly DocumentLeaves[],
  areDistinguished: AreDistinguished,
): Steps<readonly Proposal[]> {
  const groups = yield* groupsOf(documents);
  const names = groups.map(({ leaf }) => leaf);
  const found: Proposal[] = [];
  const bearingOf = bearingAmong(documents);
  const members = new Map(groups.map((group) => [group.leaf, membersOf(group)]));
  const notApart = ({ one, other }: Scored): Steps<Bearers | undefined> =>
    findingNotApart(members.get(one)!, members.get(other)!, bearingOf);
  for (const { leaf, others } of groups) {
    for (const proposal of namedAlike([leaf, ...others], bearingOf)) found.push(proposal);
    yield;
  }
  const { similar, shortened } = yield* comparing(names, areDistinguished);
  const isOutdone = yield* outdoneBy([...similar, ...[...shortened.values()].flat()], areDistinguished);
  for (const pair of similar) {
    yield;
    const bearers = isOutdone(pair) ? undefined : yield* notApart(pair);
    if (bearers !== undefined) found.push(alike(...bearers, pair.score));
  }
  for (const some of [yield* differingByForm(names), yield* abridging(names)]) for (const one of some) found.push(one);
  for (const wholes of shortened.values()) {
    yield;
    const [best, next] = [...wholes].sort((a, b) => b.score - a.score);
    if (best === undefined || isOutdone(best) || best.score - (next?.score ?? 0) < MARGIN) continue;
    const bearers = yield* notApart(best);
    if (bearers !== undefined) found.push(alike(...bearers, best.score));
  }
  return found;
}

/** One leaf of each of two names. */
type Bearers = readonly [SubjectLeaf, SubjectLeaf];

/** The leaves of a group that are of the kind that its name is compared as. */
function membersOf({ leaf, others }: Group): readonly SubjectLeaf[] {
  return [leaf, ...others.filter(({ kind }) => kind === leaf.kind)];
}

/** The first bearers of two names of whom their documents do not say that they are two: a namesake of the one says nothing of the others. */
function* findingNotApart(
  some: readonly SubjectLeaf[],
  others: readonly SubjectLeaf[],
  bearingOf: (a: SubjectLeaf, b: SubjectLeaf) => NamesakeBearing,
): Steps<Bearers | undefined> {
  for (const one of some) {
    yield;
    const other = others.find((leaf) => bearingOf(one, leaf) !== 'apart');
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** Pairs of names that are much alike, and the longer names that a person's shortened one may be. */
function* comparing(
  names: readonly SubjectLeaf[],
  areDistinguished: AreDistinguished,
): Steps<{
  readonly similar: readonly Scored[];
  readonly shortened: ReadonlyMap<SubjectLeaf, readonly Scored[]>;
}> {
  const similar: Scored[] = [];
  const shortened = new Map<SubjectLeaf, Scored[]>();
  for (const [kind, least] of Object.entries(ALIKE)) {
    const some = names.filter((leaf) => leaf.kind === kind);
    const keys: (readonly number[])[] = [];
    for (const leaf of some) {
      keys.push(keysOf(leaf));
      yield;
    }
    for (const pair of pairsToCompare(keys)) {
      yield;
      if (pair === undefined) continue;
      const [one, other] = [some[pair[0]]!, some[pair[1]]!];
      if (areDistinguished(one, other)) continue;
      const score = similarityOf(one, other);
      if (score >= least) similar.push({ one, other, score });
      else if (kind === 'person' && score >= SHORTENED) {
        const [short, whole] = inOrder(one, other);
        // Short for another short form says nothing of who it is.
        if (isShortened(short, whole) && !hasInitials(whole))
          shortened.set(short, [...(shortened.get(short) ?? []), { one: short, other: whole, score }]);
      }
    }
  }
  return { similar, shortened };
}

/**
 * Whether one name of a pair is more like another that a document tells apart from its counterpart: 周光明 is as much like "Zhou
 * Guanming" as a name can be that is not quite it, and is "Zhou Guangming".
 */
function* outdoneBy(pairs: readonly Scored[], areDistinguished: AreDistinguished): Steps<(pair: Scored) => boolean> {
  const counterparts = new Map<SubjectLeaf, { readonly leaf: SubjectLeaf; readonly score: number }[]>();
  const note = (leaf: SubjectLeaf, counterpart: SubjectLeaf, score: number): void => {
    const known = counterparts.get(leaf);
    if (known === undefined) counterparts.set(leaf, [{ leaf: counterpart, score }]);
    else known.push({ leaf: counterpart, score });
  };
  for (const { one, other, score } of pairs) {
    yield;
    note(one, other, score);
    note(other, one, score);
  }
  const hasBetter = (leaf: SubjectLeaf, counterpart: SubjectLeaf, score: number): boolean =>
    counterparts.get(leaf)!.some((another) => another.score > score && areDistinguished(another.leaf, counterpart));
  return ({ one, other, score }) => hasBetter(one, other, score) || hasBetter(other, one, score);
}

/** A place of trade and the body that bears its name: "Amur Coast Terminal" and "Amur Coast Terminal LLC". */
function* differingByForm(leaves: readonly SubjectLeaf[]): Steps<readonly Proposal[]> {
  const places = leaves.filter(({ kind }) => kind === 'place');
  if (places.length === 0) return [];
  const bodies = new Map<string, SubjectLeaf>();
  for (const leaf of leaves) {
    yield;
    if (leaf.kind === 'organisation') bodies.set(withoutForm(leaf), leaf);
  }
  return places.flatMap((place): Proposal[] => {
    const body = bodies.get(withoutForm(place));
    if (body === undefined) return [];
    const words = `"${body.name}" and "${place.name}" differ in their legal form alone`;
    return [{ a: body.id, b: place.id, reason: 'spelling', score: 0.95, words }];
  });
}

function withoutForm(leaf: SubjectLeaf): string {
  return ownWordsOf(leaf).join(' ');
}

/** Bodies of which one name leaves out words of one other, and of no second one. */
function* abridging(leaves: readonly SubjectLeaf[]): Steps<readonly Proposal[]> {
  const found: Proposal[] = [];
  const byFirst = new Map<string, SubjectLeaf[]>();
  for (const leaf of leaves) {
    yield;
    const first = leaf.kind === 'organisation' ? wordsOf(leaf)[0] : undefined;
    if (first === undefined) continue;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [leaf]);
    else known.push(leaf);
  }
  for (const some of byFirst.values()) {
    if (some.length > MOST_OF_ONE_BEGINNING) continue;
    for (const short of some) {
      yield;
      const wholes = some.filter((whole) => isAbridged(short, whole));
      const [whole] = wholes;
      if (whole !== undefined && new Set(wholes.map(withoutForm)).size === 1)
        found.push({
          a: whole.id,
          b: short.id,
          reason: 'part-of-name',
          score: 0.9,
          words: `"${short.name}" leaves out words of "${whole.name}", and of no other name`,
        });
    }
  }
  return found;
}

/** So many persons of one full name are distinguished by what documents say of them. */
const MOST_NAMESAKES = 8;
/** Of a pair whose documents speak of different persons as it seems: it is looked at last. */
const DOUBTED = 0.6;

/**
 * The leaves of one full name, each with the one before it that its document agrees with best. Persons of whom documents say what can
 * hardly be said of one are not proposed.
 */
function namedAlike(
  leaves: readonly SubjectLeaf[],
  bearingOf: (a: SubjectLeaf, b: SubjectLeaf) => NamesakeBearing,
): readonly Proposal[] {
  const found: Proposal[] = [];
  const persons: SubjectLeaf[] = [];
  for (const leaf of leaves) {
    const judged = persons.map((person) => ({ person, bearing: bearingOf(person, leaf) }));
    const best =
      judged.find(({ bearing }) => bearing === 'one') ??
      judged.find(({ bearing }) => bearing === null) ??
      judged.find(({ bearing }) => bearing !== 'apart');
    if (best === undefined) {
      if (persons.length < MOST_NAMESAKES) persons.push(leaf);
      continue;
    }
    const { person, bearing } = best;
    const isDoubted = typeof bearing === 'object' && bearing !== null;
    if (isDoubted && persons.length < MOST_NAMESAKES) persons.push(leaf);
    const proposal = writtenAlike(person, leaf);
    found.push(
      isDoubted ? { ...proposal, score: DOUBTED, words: `${proposal.words}, but ${bearing.doubt}` } : proposal,
    );
  }
  return found;
}

function writtenAlike(a: SubjectLeaf, b: SubjectLeaf): Proposal {
  return { a: a.id, b: b.id, reason: 'spelling', score: 1, words: `both documents write "${b.name}"` };
}

function alike(a: SubjectLeaf, b: SubjectLeaf, score: number): Proposal {
  return {
    a: a.id,
    b: b.id,
    reason: 'spelling',
    score,
    words: `"${a.name}" and "${b.name}" are alike (${score.toFixed(2)})`,
  };
}

/** Names written alike but for case, once each. */
function* groupsOf(documents: readonly DocumentLeaves[]): Steps<readonly Group[]> {
  const groups = new Map<string, { leaf: SubjectLeaf; others: SubjectLeaf[] }>();
  for (const document of documents) {
    yield;
    for (const leaf of fullNamesIn(document)) {
      const key = nameKey(leaf.name!);
      // One name of several words is compared whatever kind each document makes of it.
      const own = wordsOf(leaf).length > 1 ? key : `${leaf.kind} ${key}`;
      const known = groups.get(own);
      if (known === undefined) groups.set(own, { leaf, others: [] });
      else if (known.leaf.document !== leaf.document) known.others.push(leaf);
    }
  }
  return [...groups.values()];
}

/** The names that speak for themselves beyond their document. What is a short form of another in it does so there alone. */
const fullNamesIn = memoized(({ leaves, shortForms }: DocumentLeaves): readonly SubjectLeaf[] => {
  const shorts = new Set(shortForms.map(({ short }) => nameKey(short)));
  const named = leaves.filter(({ name }) => name !== null);
  return named.filter(
    (leaf) =>
      isCompared(leaf.kind) &&
      !shorts.has(nameKey(leaf.name!)) &&
      !named.some((other) => other !== leaf && isPartOf(leaf, other)) &&
      !isOneWord(leaf),
  );
});

/** A single word that may be any family's is nobody's full name. */
function isOneWord({ kind, name }: SubjectLeaf): boolean {
  return (
    kind === 'person' &&
    textWords(name!).length === 1 &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name!)
  );
}
