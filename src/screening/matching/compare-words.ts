import { contradictingWeight, MOST_OF_COMMON_TOKENS, saysMore } from '../names/common-tokens.ts';
import type { Name } from '../names/name.ts';
import { addJoins } from '../words/joined-words.ts';
import type { Pairing } from '../words/pairing.ts';
import type { Token } from '../words/token.ts';
import { countryWord, knownName } from '../words/vocabulary.ts';
import type { AskedWord } from './asked-word.ts';
import type { NameComparison } from './name-comparison.ts';

/** How heavily words without a counterpart weigh: on both sides they contradict, on one side they are merely more. */
const WEIGHTS = {
  contradiction: 1.95,
  extraAsked: 0.327,
  extraListed: 0.23,
  extraAlone: 0.6,
  onlyAlike: 0.915,
  /** Words of two persons' names taken for each other crosswise, not all of them surely. */
  crosswise: 0.85,
  /** One of two companies names a State, the other none or another. */
  countryMore: 0.8,
} as const;

/** The best pairing of the words of two names, and its score. */
export function compareWords(a: Name, b: Name, words: readonly AskedWord[]): NameComparison {
  const pairs = bestPairs(possiblePairs(a.tokens, b.tokens, words));
  let [usedA, usedB, gained, paired, weighty] = [0, 0, 0, 0, 0];
  let likest = true;
  for (const pair of pairs) {
    usedA |= pair.asked;
    usedB |= pair.listed;
    gained += pair.similarity * pair.weight;
    paired += pair.weight;
    if (pair.weight >= 0.4) weighty++;
    if (pair.similarity < 1) likest = false;
  }
  const [restA, restB] = [rest(a.tokens, usedA), rest(b.tokens, usedB)];
  const ofOrganisations = a.kind !== 'person' && a.kind !== 'craft';
  const contradiction =
    ofOrganisations && restA > 0 && restB > 0
      ? Math.min(restA, restB, contradictingWeight(a.tokens, usedA, b.tokens, usedB))
      : Math.min(restA, restB);
  const extra = Math.max(restA, restB) - contradiction;
  const bottom =
    paired +
    contradiction * WEIGHTS.contradiction +
    extra * (weighty <= 1 ? WEIGHTS.extraAlone : restA > restB ? WEIGHTS.extraAsked : WEIGHTS.extraListed);
  let score = bottom === 0 ? 0 : gained / bottom;
  score *= contradictNumbers(a.tokens, usedA, b.tokens, usedB) * orderFactor(pairs, a.tokens, b.tokens);
  if (a.kind !== 'person' && (lacksCountry(a.tokens, usedA) || lacksCountry(b.tokens, usedB)))
    score *= WEIGHTS.countryMore;
  if (!ofOrganisations && isUnsurelyCrossed(pairs)) score *= WEIGHTS.crosswise;
  // Two similarities and nothing that is equal: each may be chance, and both together more so.
  if (pairs.length > 1 && pairs.every((pair) => pair.weight < 0.4 || pair.similarity < 0.9)) score *= WEIGHTS.onlyAlike;
  const usual = ofOrganisations && score > MOST_OF_COMMON_TOKENS && !agreeInOwnWord(pairs, a.tokens, b.tokens);
  const most = usual && (saysMore(a.tokens, usedA) || saysMore(b.tokens, usedB)) ? MOST_OF_COMMON_TOKENS : 1;
  if (score > 0.99 && (a.key !== b.key || restA + restB > 0))
    score = restA + restB > 0 || !likest ? Math.min(score, 0.99) : 1;
  return { asked: a, listed: b, score, most, pairs, usedAsked: usedA, usedListed: usedB, whole: '', hangul: '' };
}

function possiblePairs(ta: readonly Token[], tb: readonly Token[], words: readonly AskedWord[]): Pairing[] {
  const pairs: Pairing[] = [];
  for (let i = 0; i < ta.length; i++)
    for (let j = 0; j < tb.length; j++) {
      const similarity = words[i]!.similarity(tb[j]!);
      if (similarity === 0) continue;
      const weight = pairWeight(ta[i]!, tb[j]!);
      pairs.push({ asked: 1 << i, listed: 1 << j, similarity, weight, i, j, joined: false });
    }
  addJoins(pairs, ta, tb, false);
  addJoins(pairs, tb, ta, true);
  return pairs;
}

/** The likeliest first, each word once. */
function bestPairs(possible: Pairing[]): Pairing[] {
  inOrder(possible);
  let [usedA, usedB] = [0, 0];
  const chosen: Pairing[] = [];
  for (const pair of possible) {
    if ((usedA & pair.asked) !== 0 || (usedB & pair.listed) !== 0) continue;
    usedA |= pair.asked;
    usedB |= pair.listed;
    chosen.push(pair);
  }
  return chosen;
}

/** Sorts a few pairs where they are, those worth the same by the distance of their places: done so often that a copy would cost more. */
function inOrder(pairs: Pairing[]): void {
  for (let next = 1; next < pairs.length; next++) {
    const pair = pairs[next]!;
    let at = next;
    for (; at > 0 && comesBefore(pair, pairs[at - 1]!); at--) pairs[at] = pairs[at - 1]!;
    pairs[at] = pair;
  }
}

function comesBefore(x: Pairing, y: Pairing): boolean {
  const more = x.similarity * x.weight - y.similarity * y.weight;
  return more > 0 || (more === 0 && Math.abs(x.i - x.j) < Math.abs(y.i - y.j));
}

function pairWeight(a: Token, b: Token): number {
  return a.kind === 'initial' || b.kind === 'initial' ? Math.min(a.weight, b.weight) : (a.weight + b.weight) / 2;
}

function rest(tokens: readonly Token[], used: number): number {
  let sum = 0;
  for (let i = 0; i < tokens.length; i++) if (((used >> i) & 1) === 0) sum += tokens[i]!.weight;
  return sum;
}

/** Numbers are identity: a number that the other name contradicts makes it another thing; one that it lacks, perhaps. */
function contradictNumbers(ta: readonly Token[], usedA: number, tb: readonly Token[], usedB: number): number {
  const [a, b] = [hasNumberLeft(ta, usedA), hasNumberLeft(tb, usedB)];
  return a && b ? 0.6 : a || b ? 0.78 : 1;
}

function hasNumberLeft(tokens: readonly Token[], used: number): boolean {
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.kind === 'number' && ((used >> i) & 1) === 0) return true;
  return false;
}

function lacksCountry(tokens: readonly Token[], used: number): boolean {
  for (let i = 0; i < tokens.length; i++)
    if (((used >> i) & 1) === 0 && tokens[i]!.kind === 'name' && countryWord(tokens[i]!.text)) return true;
  return false;
}

/** A family name may come first, but names that are merely alike and in another order are seldom one. */
function isUnsurelyCrossed(pairs: readonly Pairing[]): boolean {
  if (pairs.length < 2) return false;
  const weighty = pairs.filter((pair) => pair.weight >= 0.5);
  return (
    weighty.some((pair) => pair.similarity < 0.9) && weighty.some((x) => weighty.some((y) => x.i < y.i && x.j > y.j))
  );
}

/** `A son of B` is not `B son of A`: names paired across the particle are two generations of one family. */
function orderFactor(pairs: readonly Pairing[], ta: readonly Token[], tb: readonly Token[]): number {
  if (areFatherAndSon(pairs, ta, tb)) return 0.68;
  const pa = ta.findIndex((t) => t.cls === 'child of');
  const pb = pa <= 0 ? -1 : tb.findIndex((t) => t.cls === 'child of');
  if (pa <= 0 || pb <= 0) return 1;
  const crossed = pairs.filter(
    (pair) => (pair.weight >= 0.5 && pair.i < pa && pair.j > pb) || (pair.i > pa && pair.j < pb),
  ).length;
  return crossed >= 2 ? 0.65 : 1;
}

/**
 * The same without the particle: `Qasim Bashir al-Rawi` and `Bashir Qasim al-Rawi`. The two names in front are exchanged, both
 * are given names of the Arabic writing area, and the words after them stand as they stood.
 */
function areFatherAndSon(pairs: readonly Pairing[], ta: readonly Token[], tb: readonly Token[]): boolean {
  if (ta.length < 3 || tb.length < 3 || pairs.length < 3) return false;
  const placeIn = (i: number): number => pairs.find((pair) => pair.i === i && !pair.joined)?.j ?? -1;
  if (placeIn(0) !== 1 || placeIn(1) !== 0) return false;
  if (!pairs.every(({ i, j }) => i < 2 || j === i)) return false;
  return isArabicGivenName(ta[0]!) && isArabicGivenName(ta[1]!);
}

/** One of the table, or one of the compounds that `compound-words.ts` brings to one form. */
function isArabicGivenName(token: Token): boolean {
  if (token.kind !== 'name') return false;
  return /^abd.{3}|.{2}(din|lah)$/.test(token.text) || knownName(token.text, token.sounds, token.skeleton) !== '';
}

/** Whether two organisations have more in common than common tokens and the name of a State. */
function agreeInOwnWord(pairs: readonly Pairing[], ta: readonly Token[], tb: readonly Token[]): boolean {
  return pairs.some((pair) => pair.similarity >= 0.8 && isOwn(ta[pair.i]!) && isOwn(tb[pair.j]!));
}

function isOwn({ kind, text }: Token): boolean {
  return (kind === 'name' || kind === 'number') && !countryWord(text);
}
