import { type ScoredName, scoredName, scoreNames } from '../../screening/matching/score-pair.ts';
import { spellingKeys } from '../../screening/similar-names.ts';
import type { SubjectLeaf } from '../model/leaf.ts';
import type { SubjectKind } from '../model/mention.ts';
import { ownWordsOf, wordsOf } from './name-part.ts';

/** Names compared as the screening compares them. */

/** Kinds whose names are compared, with the schema as which they are. */
const SCHEMAS: Readonly<Partial<Record<SubjectKind, string>>> = {
  person: 'Person',
  organisation: 'Organization',
  vessel: 'Vessel',
  place: 'Organization',
};

export function isCompared(kind: SubjectKind): boolean {
  return kind in SCHEMAS;
}

/** A name taken apart, with the keys that its spellings share. */
type SpeltName = { readonly scored: ScoredName; readonly keys: readonly number[] };

/** Names that are kept taken apart: some kilobytes each, and a matter has some ten thousand. */
const MOST_MEMOIZED = 30_000;
const known = new Map<string, SpeltName>();

function spelt({ name, kind }: SubjectLeaf): SpeltName {
  const key = `${kind} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const taken = { scored: scoredName(name!, SCHEMAS[kind]!), keys: spellingKeys(name!) };
  if (known.size >= MOST_MEMOIZED) known.clear();
  known.set(key, taken);
  return taken;
}

/** Keys that the spellings of a named leaf share. */
export function keysOf(leaf: SubjectLeaf): readonly number[] {
  return spelt(leaf).keys;
}

/** How much two names of one kind are alike, 0 to 1, whichever is asked for the other. */
export function similarityOf(a: SubjectLeaf, b: SubjectLeaf): number {
  const isCross = scriptOf(a.name!) !== scriptOf(b.name!);
  if (!isCross && a.kind === 'organisation' && ownWordsOf(a).length !== ownWordsOf(b).length) return 0;
  const [one, other] = [spelt(a).scored, spelt(b).scored];
  const scores = [scoreNames(one, other), scoreNames(other, one)];
  // Across scripts a name is translated or spelt one way alone; in one script what either has and the other has not tells them apart.
  return isCross || (a.kind === 'person' && isShortened(...inOrder(a, b))) ? Math.max(...scores) : Math.min(...scores);
}

/** The shorter name first. */
export function inOrder(a: SubjectLeaf, b: SubjectLeaf): readonly [SubjectLeaf, SubjectLeaf] {
  return a.name!.length < b.name!.length ? [a, b] : [b, a];
}

/** Whether a person's name has initials or a word less in the middle, and is else as long: "I. O. Tolmachyov", "Igor Tolmachyov". */
export function isShortened(short: SubjectLeaf, whole: SubjectLeaf): boolean {
  const [words, all] = [wordsOf(short), wordsOf(whole)];
  if (words.length < 2 || all.length < words.length || all.length - words.length > 1) return false;
  const initials = words.filter((word) => word.length === 1);
  return initials.length > 0 ? initials.length === words.length - 1 : all.length === words.length + 1;
}

export function scriptOf(name: string): 'hangul' | 'han' | 'cyrillic' | 'arabic' | 'latin' {
  if (/[\p{Script=Hangul}]/u.test(name)) return 'hangul';
  if (/[\p{Script=Han}\p{Script=Katakana}]/u.test(name)) return 'han';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'cyrillic';
  return /\p{Script=Arabic}/u.test(name) ? 'arabic' : 'latin';
}
