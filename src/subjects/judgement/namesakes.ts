import { memoized } from '../../core/memoized.ts';
import { areBeside, callings } from '../mentions/callings.ts';
import { nameWords } from '../mentions/name-words.ts';
import { isForm } from '../mentions/trim-name.ts';
import { textWords } from '../mentions/written-name.ts';
import type { DocumentLeaves, SubjectLeaf } from '../model/leaf.ts';
import type { PersonDescription } from '../model/mention.ts';
import { nameKey } from './document-leaves.ts';

/**
 * What two documents say of the bearers of one name: `apart` where it is of two persons, words where it makes two persons likely, `one`
 * where it agrees, and null where it says neither.
 */
export type NamesakeBearing = 'apart' | 'one' | { readonly doubt: string } | null;

/** Judges pairs of persons' leaves by what their documents say beside the names. */
export function bearingAmong(
  documents: readonly DocumentLeaves[],
): (a: SubjectLeaf, b: SubjectLeaf) => NamesakeBearing {
  const byId = new Map(documents.map((one) => [one.document, one]));
  return (a, b) => {
    if (a.kind !== 'person' || b.kind !== 'person') return null;
    const [one, other] = [byId.get(a.document), byId.get(b.document)];
    if (one === undefined || other === undefined) return null;
    return bearing(one, one.described.get(a.id) ?? [], other, other.described.get(b.id) ?? []);
  };
}

/** A year is often told of an age, and be one off. */
const MOST_YEARS_OFF = 1;

function bearing(
  one: DocumentLeaves,
  ofOne: readonly PersonDescription[],
  other: DocumentLeaves,
  ofOther: readonly PersonDescription[],
): NamesakeBearing {
  if (ofOne.length === 0 || ofOther.length === 0) return null;
  const years = pairsOf(wordsFor(ofOne, 'birth'), wordsFor(ofOther, 'birth')).map(([a, b]) => Math.abs(+a - +b));
  if (years.length > 0) return years.some((off) => off <= MOST_YEARS_OFF) ? 'one' : 'apart';
  const bodies = [wordsFor(ofOne, 'body'), wordsFor(ofOther, 'body')] as const;
  if (pairsOf(...bodies).some(([a, b]) => mayBeOneBody(a, b, one, other))) return 'one';
  const fields = pairsOf(wordsFor(ofOne, 'calling').map(fieldOf), wordsFor(ofOther, 'calling').map(fieldOf));
  if (fields.length > 0 && !fields.some(([a, b]) => areBeside(a, b))) return 'apart';
  const isNamed = bodies[0].some((body) => names(other, body)) || bodies[1].some((body) => names(one, body));
  if (bodies[0].length === 0 || bodies[1].length === 0 || isNamed) return null;
  return { doubt: `one has the name beside "${bodies[0][0]}" and the other beside "${bodies[1][0]}"` };
}

function wordsFor(described: readonly PersonDescription[], what: PersonDescription['what']): readonly string[] {
  return described.filter((one) => one.what === what).map(({ words }) => words);
}

function fieldOf(calling: string): string {
  return callings().fields.get(calling)!;
}

function pairsOf(some: readonly string[], others: readonly string[]): readonly (readonly [string, string])[] {
  return some.flatMap((one) => others.map((other) => [one, other] as const));
}

/** Names of bodies in different scripts, or that share a word of their own, may be of one. */
function mayBeOneBody(a: string, b: string, inA: DocumentLeaves, inB: DocumentLeaves): boolean {
  const [long, other] = [longForm(a, inA), longForm(b, inB)];
  if (/\p{Script=Latin}/u.test(long) !== /\p{Script=Latin}/u.test(other)) return true;
  const words = new Set(distinctive(other));
  return nameKey(long) === nameKey(other) || distinctive(long).some((word) => words.has(word));
}

function names(document: DocumentLeaves, body: string): boolean {
  const words = distinctive(body);
  return words.some((word) => bodyWordsIn(document).has(word));
}

const bodyWordsIn = memoized(
  ({ leaves }: DocumentLeaves): ReadonlySet<string> =>
    new Set(leaves.filter(({ kind }) => kind === 'organisation').flatMap(({ name }) => distinctive(name ?? ''))),
);

/** Whether many bodies have a word in their names. */
function isCommon(word: string): boolean {
  const { bodies, banks, nouns, 'many-bodies': others } = nameWords();
  return bodies.has(word) || banks.has(word) || nouns.has(word) || others.has(word);
}

function distinctive(name: string): readonly string[] {
  return textWords(nameKey(name))
    .map(({ text }) => text)
    .filter((word) => word.length > 2 && !isForm(word) && !isCommon(word));
}

function longForm(name: string, { shortForms }: DocumentLeaves): string {
  return shortForms.find(({ short }) => nameKey(short) === nameKey(name))?.long ?? name;
}
