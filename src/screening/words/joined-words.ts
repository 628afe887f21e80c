import { soundsOf } from '../script/sound.ts';
import type { Pairing } from './pairing.ts';
import { MOST_SOUNDS, soundSimilarity } from './sound-similarity.ts';
import type { Token } from './token.ts';

/** Adds the pairs in which two neighbouring words of one name are one word of the other: `Abu Bakr` and `Abubakr`. */
export function addJoins(pairs: Pairing[], two: readonly Token[], one: readonly Token[], swapped: boolean): void {
  for (let i = 0; i + 1 < two.length; i++) {
    const first = two[i]!;
    const second = two[i + 1]!;
    if (first.kind === 'number' || second.kind === 'number') continue;
    for (let j = 0; j < one.length; j++) {
      const whole = one[j]!;
      const similarity = joinedSimilarity(first, second, whole);
      if (similarity > 0) addJoin(pairs, i, j, swapped, similarity, joinedWeight(first, second, whole));
    }
  }
}

/** The words at `i` and after it are the one word at `j`. */
function addJoin(pairs: Pairing[], i: number, j: number, swapped: boolean, similarity: number, weight: number): void {
  const [mask, whole] = [(1 << i) | (1 << (i + 1)), 1 << j];
  const [asked, listed] = swapped ? [whole, mask] : [mask, whole];
  // A word that is one of the two by itself is not both of them.
  const isAlone = (pair: Pairing): boolean =>
    !pair.joined &&
    pair.similarity >= similarity &&
    (swapped ? pair.asked === whole && (pair.listed & mask) !== 0 : pair.listed === whole && (pair.asked & mask) !== 0);
  if (pairs.some(isAlone)) return;
  const [first, other] = swapped ? [j, i] : [i, j];
  pairs.push({ asked, listed, similarity: Math.min(0.98, similarity), weight, i: first, j: other, joined: true });
}

function joinedWeight(first: Token, second: Token, whole: Token): number {
  return Math.max(whole.weight, (first.weight + second.weight + whole.weight) / 2);
}

/** Least similarity of two words written as one, between spelt words and beside a word in Arabic script. */
export const LEAST_JOINED = 0.8;
const LEAST_JOINED_ABJAD = 0.88;
/** After a particle that both have the names need be no more alike than others. */
const LEAST_AFTER_PARTICLE = 0.62;

function joinedSimilarity(first: Token, second: Token, whole: Token): number {
  const bare = whole.abjad || first.abjad;
  if (whole.kind === 'number' || (!bare && first.text.charCodeAt(0) !== whole.text.charCodeAt(0))) return 0;
  // Most words are distinguished by their lengths, before their sounds need to be known.
  if (!bare && Math.abs(first.text.length + second.text.length - whole.text.length) > 6) return 0;
  const length = first.sounds.length + second.sounds.length;
  if (whole.sounds.length < 4 || Math.abs(length - whole.sounds.length) > 2) return 0;
  if (isWrittenAsOne(first.text, second.text, whole.text)) return 0.98;
  const behind = afterParticle(first, second, whole);
  if (behind > 0) return behind;
  const parts =
    first.kind === 'particle' || second.kind === 'particle' || first.text.length < 3 || second.text.length < 2;
  if (parts) return 0;
  const similarity = soundSimilarity(joined(first, second), whole.sounds, bare, LEAST_JOINED);
  return similarity < (bare ? LEAST_JOINED_ABJAD : LEAST_JOINED) ? 0 : similarity;
}

/** Whether two words are the two halves of a third: asked so often that they are not put together for it. */
function isWrittenAsOne(first: string, second: string, whole: string): boolean {
  return first.length + second.length === whole.length && whole.startsWith(first) && whole.endsWith(second);
}

/** `al-Dosari` and `Aldossary`, `bin Salih` and `Bensalah`: a particle written together with the name after it. */
function afterParticle(first: Token, second: Token, whole: Token): number {
  if (first.kind !== 'particle' || whole.abjad || second.abjad) return 0;
  const joint = first.cls === 'child of' ? /^b[ei]n(?=.{4})/ : /^[ae]l(?=.{4})/;
  const rest = whole.text.replace(joint, '');
  if (rest === whole.text) return 0;
  return Math.min(0.97, soundSimilarity(second.sounds, soundsOf(rest), false, LEAST_AFTER_PARTICLE));
}

/** Room for the sounds of two words, one array for each length: what is in it counts until the next call. */
const NO_SOUNDS = new Uint8Array(0);
const TOGETHER = Array.from({ length: MOST_SOUNDS + 1 }, (_, length) => new Uint8Array(length));

function joined(first: Token, second: Token): Uint8Array {
  const [one, other] = [first.sounds, second.sounds];
  const sounds = TOGETHER[one.length + other.length];
  if (sounds === undefined) return NO_SOUNDS;
  sounds.set(one);
  sounds.set(other, one.length);
  return sounds;
}
