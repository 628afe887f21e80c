import { areTwoChineseNames } from '../names/chinese-name.ts';
import type { Name } from '../names/name.ts';
import { shortFormWorth } from '../names/short-form.ts';
import { sameCharacters } from '../script/han.ts';
import { matchKorean } from '../script/korean.ts';
import { type AskedWord, wordsAsked } from './asked-word.ts';
import { compareWords } from './compare-words.ts';
import type { NameComparison } from './name-comparison.ts';

/** Limits of names that cannot be the same however alike their words sound. */
const CAPS = {
  /** Two Korean names that no common reading joins. */
  korean: 0.5,
  /** Two Korean names of the same syllables in another order: Kim Yong Chol and Kim Chol Yong. */
  koreanOrder: 0.66,
  /** Two Chinese names of which a syllable differs. */
  chinese: 0.66,
  /** Two names in Han characters of which one character differs. */
  otherCharacter: 0.6,
  /** Han characters or Hangul beside Arabic script. */
  farScripts: 0.4,
} as const;

/** Words of a Korean name that are less alike are other syllables. */
const SAME_WORD = 0.85;

/** A common Korean reading, less what its spellings are unusual for it. */
const KOREAN = { best: 0.985, cost: 0.026 } as const;

/** Compares two names word by word, in the best pairing of their words whatever the order, and as Korean names where both can be. */
export function compareNames(a: Name, b: Name, words: readonly AskedWord[] = wordsAsked(a)): NameComparison {
  // In scripts whose words are not compared letter by letter, the same text is still the same name.
  if (a.tokens.length > 0 && (isSameText(a, b) || isSameWords(a, b))) return whole(a, b, 1, 'equal');
  const plain = limited(compareWords(a, b, words));
  if (a.script === 'han' && b.script === 'han' && !sameCharacters(a.raw, b.raw))
    return capped(plain, CAPS.otherCharacter);
  // Characters and Arabic letters have no sound in common that could be compared.
  if ((isInCharacters(a) && b.script === 'arabic') || (a.script === 'arabic' && isInCharacters(b)))
    return capped(plain, CAPS.farScripts);
  if (a.kind === 'craft' || b.kind === 'craft') return asShips(plain);
  if (plain.score >= 0.999) return isOtherKoreanOrder(a, b) ? capped(plain, CAPS.koreanOrder) : plain;
  const short = shortFormWorth(a, b);
  if (plain.score < short) return whole(a, b, short, 'its first letters');
  if (isKoreanBesideOther(a, b, plain)) return capped(plain, CAPS.korean);
  // A name in Hangul or Han characters that cannot be read as the Korean name is not that name, whatever it sounds like.
  if (a.korean.length === 0) return isInCharacters(a) && isFullKorean(b) ? capped(plain, CAPS.korean) : plain;
  if (b.korean.length === 0)
    return (a.script === 'hangul' || isInCharacters(b)) && isFullKorean(a) ? capped(plain, CAPS.korean) : plain;
  const match = matchKorean(a.korean, b.korean);
  if (match !== null) {
    const score = KOREAN.best - match.cost * KOREAN.cost;
    return score <= plain.score
      ? changed(plain, plain.score, match.hangul)
      : changed(whole(a, b, score, `both can be written ${match.hangul}`), score, match.hangul);
  }
  // Two full Korean names that no common reading joins are two names, however alike they are spelt: a syllable is a name part.
  return (isFullKorean(a) || isFullKorean(b)) && isSpeltKorean(a) && isSpeltKorean(b)
    ? capped(plain, CAPS.korean)
    : plain;
}

/** Ships whose names are one row of Korean syllables and whose numbers are the same: a number is never a slip of the pen. */
function asShips(plain: NameComparison): NameComparison {
  const { asked, listed, score } = plain;
  if (score >= KOREAN.best || numbersOf(asked) !== numbersOf(listed)) return plain;
  const match = matchKorean(asked.korean, listed.korean);
  const worth = match === null ? 0 : KOREAN.best - match.cost * KOREAN.cost;
  if (match === null || worth <= score) return plain;
  return changed(whole(asked, listed, worth, `both can be written ${match.hangul}`), worth, match.hangul);
}

function numbersOf({ tokens }: Name): string {
  return tokens
    .filter(({ kind }) => kind === 'number')
    .map(({ cls }) => cls)
    .sort()
    .join(' ');
}

/** What two persons' names are worth by their words, unless the syllables of one writing say that they are two. */
function limited(plain: NameComparison): NameComparison {
  const { asked, listed, score } = plain;
  if (asked.kind !== 'person' || score <= CAPS.chinese) return plain;
  return areTwoChineseNames(asked, listed) ? capped(plain, CAPS.chinese) : plain;
}

function whole(asked: Name, listed: Name, score: number, why: string): NameComparison {
  return { asked, listed, score, most: 1, pairs: [], usedAsked: -1, usedListed: -1, whole: why, hangul: '' };
}

function capped(comparison: NameComparison, most: number): NameComparison {
  return comparison.score <= most ? comparison : changed(comparison, most, comparison.hangul);
}

/** Field by field: comparisons of one shape are read several times faster than those of many. */
function changed(comparison: NameComparison, score: number, hangul: string): NameComparison {
  const { asked, listed, most, pairs, usedAsked, usedListed, whole: why } = comparison;
  return { asked, listed, score, most, pairs, usedAsked, usedListed, whole: why, hangul };
}

function isSameText(a: Name, b: Name): boolean {
  if (a.raw === b.raw) return true;
  return a.raw.length === b.raw.length && plainText(a.raw) === plainText(b.raw) && a.raw.trim() !== '';
}

function plainText(raw: string): string {
  return raw.normalize('NFKC').toLowerCase();
}

function isSameWords(a: Name, b: Name): boolean {
  return (
    a.key === b.key && a.key !== '' && !a.tokens.some((t) => t.abjad) && !(a.script === 'han' && b.script === 'han')
  );
}

function isInCharacters(name: Name): boolean {
  return name.script === 'han' || name.script === 'hangul' || name.script === 'korean-mixed';
}

/** A full Korean name beside one that is none, or only a part of one: its words must all be there, and not merely sound alike. */
function isKoreanBesideOther(a: Name, b: Name, { usedAsked, pairs }: NameComparison): boolean {
  if (a.kind !== 'person' || !isFullKorean(a) || isFullKorean(b)) return false;
  const all = (1 << a.tokens.length) - 1;
  const same = (usedAsked & all) === all && pairs.every((pair) => pair.similarity >= SAME_WORD);
  return !same && matchKorean(a.korean, b.korean) === null;
}

/** Equal words whose order no common reading allows: the syllables of a given name have a fixed one, only the family name may move. */
function isOtherKoreanOrder(a: Name, b: Name): boolean {
  return isFullKorean(a) && isFullKorean(b) && isSpeltKorean(a) && isSpeltKorean(b) && !matchKorean(a.korean, b.korean);
}

/** Readable as Korean at all, from another writing than pinyin. */
export function isSpeltKorean(name: Name): boolean {
  return name.korean.some((reading) => reading.script !== 'pinyin' && reading.given.length <= 2);
}

/** Readable as a Korean name of the usual three syllables. */
export function isFullKorean(name: Name): boolean {
  return (
    name.tokens.length >= 2 && name.korean.some((reading) => reading.script !== 'pinyin' && reading.given.length === 2)
  );
}
