import { scorePair } from '../../screening/matching/score-pair.ts';
import { spellingKeys } from '../../screening/similar-names.ts';
import { isForm } from '../mentions/trim-name.ts';
import { textWords } from '../mentions/written-name.ts';
import type { DocumentLeaves, SubjectLeaf } from '../model/leaf.ts';
import type { Proposal } from '../model/proposal.ts';
import { nameKey } from './document-leaves.ts';
import { isAbridged, isPartOf } from './name-part.ts';

/** Names that are proposed to be one because they are written or spoken alike, compared as the screening compares them. */

type Compared = 'person' | 'organisation' | 'vessel' | 'place';
const SCHEMAS: Readonly<Record<Compared, string>> = {
  person: 'Person',
  organisation: 'Organization',
  vessel: 'Vessel',
  place: 'Organization',
};

/** Least score of names that are proposed whatever else there is. */
const ALIKE: Readonly<Record<Compared, number>> = { person: 0.93, organisation: 0.92, vessel: 0.95, place: 0.97 };
/** Least score of a person's name with initials, or without a middle name, where it may be short for one other name alone. */
const SHORTENED = 0.85;
/** So much better than all others is the one that it is short for. */
const MARGIN = 0.03;
/** A key that so many names share tells them apart from nothing: "Kim", "company". */
const MOST_OF_ONE_KEY = 400;

/** All leaves that one name and kind have, in different documents. */
type Group = { readonly leaf: SubjectLeaf; readonly others: readonly SubjectLeaf[] };

export function proposeBySpelling(documents: readonly DocumentLeaves[]): readonly Proposal[] {
  const groups = groupsOf(documents);
  const found: Proposal[] = [];
  for (const { leaf, others } of groups)
    for (const other of others)
      found.push({
        a: leaf.id,
        b: other.id,
        reason: 'spelling',
        score: 1,
        words: `both documents write "${other.name}"`,
      });
  const shortened = new Map<SubjectLeaf, { readonly whole: SubjectLeaf; readonly score: number }[]>();
  for (const [one, other] of pairsToCompare(groups.map(({ leaf }) => leaf))) {
    const score = scoreOf(one, other);
    if (score >= ALIKE[one.kind as Compared]) found.push(alike(one, other, score));
    else if (one.kind === 'person' && score >= SHORTENED) {
      const [short, whole] = one.name!.length < other.name!.length ? [one, other] : [other, one];
      if (isShortened(short.name!, whole.name!))
        shortened.set(short, [...(shortened.get(short) ?? []), { whole, score }]);
    }
  }
  found.push(...differingByForm(groups.map(({ leaf }) => leaf)), ...abridged(groups.map(({ leaf }) => leaf)));
  for (const [short, wholes] of shortened) {
    const [best, next] = [...wholes].sort((a, b) => b.score - a.score);
    if (best !== undefined && best.score - (next?.score ?? 0) >= MARGIN)
      found.push(alike(short, best.whole, best.score));
  }
  return found;
}

/** A place of trade and the body that bears its name: "Amur Coast Terminal" and "Amur Coast Terminal LLC". */
function* differingByForm(leaves: readonly SubjectLeaf[]): Generator<Proposal> {
  const places = leaves.filter(({ kind }) => kind === 'place');
  if (places.length === 0) return;
  const bodies = new Map(
    leaves.filter(({ kind }) => kind === 'organisation').map((leaf) => [withoutForm(leaf.name!), leaf]),
  );
  for (const place of places) {
    const body = bodies.get(withoutForm(place.name!));
    if (body !== undefined)
      yield {
        a: body.id,
        b: place.id,
        reason: 'spelling',
        score: 0.95,
        words: `"${body.name}" and "${place.name}" differ in their legal form alone`,
      };
  }
}

function withoutForm(name: string): string {
  return textWords(nameKey(name))
    .map(({ text }) => text)
    .filter((text) => !isForm(text))
    .join(' ');
}

/** Bodies of which one name leaves out words of one other, and of no second one. */
function* abridged(leaves: readonly SubjectLeaf[]): Generator<Proposal> {
  const byFirst = new Map<string, SubjectLeaf[]>();
  for (const leaf of leaves) {
    const first = leaf.kind === 'organisation' ? textWords(nameKey(leaf.name!))[0]?.text : undefined;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), leaf]);
  }
  for (const some of byFirst.values()) {
    if (some.length > MOST_OF_ONE_KEY) continue;
    for (const short of some) {
      const wholes = some.filter((whole) => isAbridged(short, whole));
      const names = new Set(wholes.map(({ name }) => withoutForm(name!)));
      const [whole] = wholes;
      if (whole !== undefined && names.size === 1)
        yield {
          a: whole.id,
          b: short.id,
          reason: 'part-of-name',
          score: 0.9,
          words: `"${short.name}" leaves out words of "${whole.name}", and of no other name`,
        };
    }
  }
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

/** Names written alike but for case, once each. What is a short form of another name in its document speaks for itself there alone. */
function groupsOf(documents: readonly DocumentLeaves[]): readonly Group[] {
  const groups = new Map<string, { leaf: SubjectLeaf; others: SubjectLeaf[] }>();
  for (const { leaves, shortForms } of documents) {
    const shorts = new Set(shortForms.map(({ short }) => nameKey(short)));
    const named = leaves.filter(({ name }) => name !== null);
    for (const leaf of named) {
      const name = leaf.name!;
      if (
        !(leaf.kind in SCHEMAS) ||
        shorts.has(nameKey(name)) ||
        named.some((other) => other !== leaf && isPartOf(leaf, other))
      )
        continue;
      // A single word that may be any family's is nobody's full name.
      if (
        leaf.kind === 'person' &&
        textWords(name).length === 1 &&
        /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name)
      )
        continue;
      const key = nameKey(name);
      // One name of several words is compared whatever kind each document makes of it.
      const own = textWords(name).length > 1 ? key : `${leaf.kind} ${key}`;
      const known = groups.get(own);
      if (known === undefined) groups.set(own, { leaf, others: [] });
      else if (known.leaf.document !== leaf.document) known.others.push(leaf);
    }
  }
  return [...groups.values()];
}

/** Pairs of names of one kind that share a key of their spelling. */
function* pairsToCompare(leaves: readonly SubjectLeaf[]): Generator<readonly [SubjectLeaf, SubjectLeaf]> {
  const byKey = new Map<number, number[]>();
  leaves.forEach(({ name }, at) => {
    for (const key of spellingKeys(name!)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [at]);
      else known.push(at);
    }
  });
  const seen = new Set<number>();
  for (const places of byKey.values()) {
    if (places.length > MOST_OF_ONE_KEY) continue;
    for (const [index, one] of places.entries())
      for (const other of places.slice(index + 1)) {
        const pair = one * leaves.length + other;
        if (seen.has(pair) || leaves[one]!.kind !== leaves[other]!.kind) continue;
        seen.add(pair);
        yield [leaves[one]!, leaves[other]!];
      }
  }
}

function scoreOf(a: SubjectLeaf, b: SubjectLeaf): number {
  const schema = SCHEMAS[a.kind as Compared];
  const [one, other] = [a.name!, b.name!];
  const scores = [scorePair([one], [other], schema), scorePair([other], [one], schema)];
  // Across scripts a name is translated or spelt one way alone; in one script what either has and the other has not tells them apart.
  if (scriptOf(one) !== scriptOf(other)) return Math.max(...scores);
  if (a.kind === 'organisation' && ownWords(one) !== ownWords(other)) return 0;
  return a.kind === 'person' && isShortened(...inOrder(one, other)) ? Math.max(...scores) : Math.min(...scores);
}

/** Words of a body's name besides its legal form: "Halcyon Gate" and "Halcyon Gate Ventures" have two and three. */
function ownWords(name: string): number {
  return textWords(name).filter(({ text }) => !isForm(text)).length;
}

function inOrder(one: string, other: string): readonly [string, string] {
  return one.length < other.length ? [one, other] : [other, one];
}

/** Whether a person's name has initials or a word less in the middle, and is else as long: "I. O. Tolmachyov", "Igor Tolmachyov". */
function isShortened(short: string, whole: string): boolean {
  const [words, all] = [short, whole].map((name) => textWords(name).map(({ text }) => text)) as [string[], string[]];
  if (words.length < 2 || all.length < words.length || all.length - words.length > 1) return false;
  const initials = words.filter((word) => word.length === 1);
  return initials.length > 0 ? initials.length === words.length - 1 : all.length === words.length + 1;
}

function scriptOf(name: string): string {
  return /[\p{Script=Hangul}]/u.test(name)
    ? 'hangul'
    : /\p{Script=Han}|\p{Script=Katakana}/u.test(name)
      ? 'han'
      : /\p{Script=Cyrillic}/u.test(name)
        ? 'cyrillic'
        : /\p{Script=Arabic}/u.test(name)
          ? 'arabic'
          : 'latin';
}
