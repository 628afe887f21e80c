import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import type { DocumentLeaves, SubjectLeaf } from '../model/leaf.ts';
import { nameKey } from './document-leaves.ts';
import { isInflectedForm, wordsOf } from './name-part.ts';
import { pairKey } from './partition.ts';
import { scriptOf } from './spelt-name.ts';

/** Whether some document tells two names of persons apart. */
export type AreDistinguished = (a: SubjectLeaf, b: SubjectLeaf) => boolean;

/**
 * Names of persons that one document writes side by side and that differ in one word: "Saleh Dawoud" and "Salah Dawoud". Whoever writes
 * both means two people, unless the text says that they are one: then it tells the one as another name of the other.
 */
export function* findingDistinguished(documents: readonly DocumentLeaves[]): Steps<AreDistinguished> {
  const pairs = new Set<string>();
  for (const document of documents) {
    for (const pair of pairsIn(document)) pairs.add(pair);
    yield;
  }
  return (a, b) => pairs.has(pairKey(plainKey(a), plainKey(b)));
}

const pairsIn = memoized(({ leaves, alsoCalled }: DocumentLeaves): readonly string[] => {
  const one = new Set(alsoCalled.map(({ name, other }) => pairKey(nameKey(name), nameKey(other))));
  const byShape = new Map<string, SubjectLeaf[]>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'person' || leaf.name === null || wordsOf(leaf).length < 2) continue;
    // Two names that differ in one word share their first word or their last.
    for (const edge of [`first ${wordsOf(leaf)[0]}`, `last ${wordsOf(leaf).at(-1)}`]) {
      const shape = `${scriptOf(leaf.name)} ${wordsOf(leaf).length} ${edge}`;
      byShape.set(shape, [...(byShape.get(shape) ?? []), leaf]);
    }
  }
  const found = new Set<string>();
  for (const some of byShape.values())
    for (const [at, a] of some.entries())
      for (const b of some.slice(at + 1))
        if (differInOneWord(a, b) && !one.has(pairKey(nameKey(a.name!), nameKey(b.name!))))
          found.add(pairKey(plainKey(a), plainKey(b)));
  return [...found];
});

function differInOneWord(a: SubjectLeaf, b: SubjectLeaf): boolean {
  const others = wordsOf(b);
  const differing = wordsOf(a).filter((word, at) => word !== others[at]);
  const [word] = differing;
  if (differing.length !== 1 || word === undefined || plainKey(a) === plainKey(b)) return false;
  const other = others[wordsOf(a).indexOf(word)]!;
  // An initial is short for the whole word, and an ending of the language makes no other name.
  return word.length > 1 && other.length > 1 && !isInflectedForm(a, b) && !isInflectedForm(b, a);
}

/** A name without hyphens, blanks and marks over its letters. */
const plainKey = memoized(({ name }: SubjectLeaf): string =>
  nameKey(name ?? '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, ''),
);
