import type { Name } from '../names/name.ts';
import type { Pairing } from '../words/pairing.ts';
import type { Token } from '../words/token.ts';
import { knownName } from '../words/vocabulary.ts';
import type { NameComparison } from './name-comparison.ts';

/** What makes a word that two names have in common less telling than its rarity on the list says. */
const RARE = {
  /** Less alike than this it may be another word; of two words it loses as much as it is less alike. */
  leastSimilarity: 0.88,
  leastSounds: 4,
  shortSounds: 6,
  short: 0.93,
  /** A given name of the table, which many people bear however few of them are listed. */
  given: 0.75,
} as const;

/** A word without short vowels beside one that has them, by the number of its consonants: three are many words. */
const UNVOWELLED = [0.6, 0.6, 0.75, 0.85, 0.9, 0.94] as const;

/** How rare a common word of two names is, 0 when it is not one that tells who is meant. */
export function tellingRarity(pair: Pairing, asked: Token, listed: Token, rarity: number, unvowelled: boolean): number {
  const { similarity, joined } = pair;
  if (similarity <= RARE.leastSimilarity || listed.kind !== 'name' || listed.sounds.length < RARE.leastSounds) return 0;
  const bare = unvowelled ? (UNVOWELLED[listed.skeleton.length] ?? 0.94) : 1;
  const given =
    rarity > RARE.given && !joined && knownName(asked.text, asked.sounds, asked.skeleton) !== '' ? RARE.given : rarity;
  return given * bare * similarity * (listed.sounds.length < RARE.shortSounds ? RARE.short : 1);
}

/** A family name stands last and is of one family; a given name in common says less, and the family name of one as the given name of the other least. */
const PLACES = { last: 1, first: 0.95, middle: 0.92, across: 0.9 } as const;
/** Names of which one word agrees and the rest differs, by the share of both that is explained. */
const UNEXPLAINED = 0.75;

/** How much of its worth a rare word keeps beside words that differ: by its place in two persons' names, and by the rest. */
export function alongsideOthers(comparison: NameComparison, pair: Pairing): number {
  const { asked, listed } = comparison;
  const explained = explainedShare(comparison, true) + explainedShare(comparison, false);
  return (UNEXPLAINED + (1 - UNEXPLAINED) * Math.min(1, explained)) * placeWorth(asked, pair.i, listed, pair.j);
}

function placeWorth(asked: Name, i: number, listed: Name, j: number): number {
  const [a, b] = [placeOf(asked, i), placeOf(listed, j)];
  if (a.last && b.last) return PLACES.last;
  if ((!a.first && !a.last) || (!b.first && !b.last)) return PLACES.middle;
  return a.first && b.first ? PLACES.first : PLACES.across;
}

/** Whether no name stands before or after the word at a place. */
function placeOf({ tokens }: Name, at: number): { first: boolean; last: boolean } {
  let [first, last] = [true, true];
  tokens.forEach(({ kind }, i) => {
    if (kind !== 'name' && kind !== 'initial') return;
    if (i < at) first = false;
    if (i > at) last = false;
  });
  return { first, last };
}

/** The share of a name's words, by weight, that the other name has, each as far as it is like. */
function explainedShare({ asked, listed, pairs }: NameComparison, ofAsked: boolean): number {
  let [all, explained] = [0, 0];
  const { tokens } = ofAsked ? asked : listed;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, weight } = tokens[i]!;
    if (kind !== 'name' && kind !== 'word' && kind !== 'initial' && kind !== 'number') continue;
    all += weight;
    explained += weight * similarityAt(pairs, i, ofAsked);
  }
  return all === 0 ? 1 : explained / all;
}

/** How like its counterpart the word at a place is, 0 without one. */
function similarityAt(pairs: readonly Pairing[], place: number, ofAsked: boolean): number {
  for (const pair of pairs) if ((((ofAsked ? pair.asked : pair.listed) >> place) & 1) === 1) return pair.similarity;
  return 0;
}
