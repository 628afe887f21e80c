import { type ScreeningIndex, TOKEN_KINDS, WORD_TRAITS } from '../index/screening-index.ts';
import { MOST_SOUNDS, soundSimilarity } from '../words/sound-similarity.ts';
import type { Token } from '../words/token.ts';
import { knownName } from '../words/vocabulary.ts';

/** Below these two words are different words: long ones, short ones, and a common token of companies beside one that is none. */
const LEAST = 0.62;
const LEAST_SHORT = 0.7;
const LEAST_BESIDE_WORD = 0.88;
/** Two known names this alike are two spellings of one. */
const SURELY_ONE = 0.9;

const EQUAL = 1;
const [SAME_WORD, INITIAL, SHORT_FORM] = [Math.fround(0.97), Math.fround(0.7), Math.fround(0.9)];

/** How alike two words are, 0 to 1, in single precision; 0 when they are different words, and when they are less alike than `asked`. */
export function wordSimilarity(a: Token, b: Token, asked = 0): number {
  if (a.text === b.text && (!a.abjad || !b.abjad || a.sounds.length === b.sounds.length)) return EQUAL;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  if (a.kind === 'form' || b.kind === 'form') return a.kind === b.kind && a.cls === b.cls ? EQUAL : 0;
  // Two common tokens of different meaning are two words, however alike they sound: export and import, center and central.
  if (a.kind === 'word' && b.kind === 'word') return a.cls === b.cls ? SAME_WORD : 0;
  if (a.kind === 'initial' || b.kind === 'initial') {
    const short = a.kind === 'initial' ? a : b;
    const long = a.kind === 'initial' ? b : a;
    return long.kind === 'initial' || long.kind === 'word' || !mayAbbreviate(short.text, long.text) ? 0 : INITIAL;
  }
  if (a.kind === 'particle' || b.kind === 'particle' || a.kind === 'kunya' || b.kind === 'kunya')
    return a.kind === b.kind && a.cls === b.cls ? EQUAL : 0;
  if (a.kind === 'suffix' && b.kind === 'suffix') return 0;
  if (shareGroup(a, b)) return SHORT_FORM;
  const beside = (a.kind === 'word') !== (b.kind === 'word');
  const least = Math.max(asked, leastSimilarity(beside, a.sounds.length, b.sounds.length));
  const similarity = soundSimilarity(a.sounds, b.sounds, a.abjad || b.abjad, least);
  if (similarity < least || areTwoKnownNames(a, b, similarity)) return 0;
  return Math.fround(Math.min(0.99, similarity));
}

function leastSimilarity(besideWord: boolean, sounds: number, others: number): number {
  return besideWord ? LEAST_BESIDE_WORD : Math.min(sounds, others) <= 3 ? LEAST_SHORT : LEAST;
}

const [NAME, WORD] = [TOKEN_KINDS.indexOf('name'), TOKEN_KINDS.indexOf('word')];

/**
 * The same for a word of an index. Most are distinguished by their sounds, which lie close together there; the word itself is
 * put together only where more must be known of it.
 */
export function listedSimilarity(a: Token, index: ScreeningIndex, id: number, asked = 0): number {
  const { wordKind, wordTraits, wordSounds, wordSoundStarts } = index.arrays;
  const kind = wordKind[id]!;
  const traits = wordTraits[id]!;
  const ofName = a.kind === 'name' && (a.cls === '' || (traits & WORD_TRAITS.shortForm) === 0);
  const bySound = (kind === NAME && (ofName || a.kind === 'word')) || (kind === WORD && a.kind === 'name');
  const start = wordSoundStarts[id]!;
  const length = wordSoundStarts[id + 1]! - start;
  if (!bySound || length === 0) return wordSimilarity(a, index.word(id), asked);
  const abjad = a.abjad || (traits & WORD_TRAITS.abjad) !== 0;
  const beside = (kind === WORD) !== (a.kind === 'word');
  const least = Math.max(asked, leastSimilarity(beside, a.sounds.length, length));
  const similarity = soundSimilarity(a.sounds, wordSounds, abjad, least, start, length);
  // Words of the same sounds may be the same word; those of none, or of too many, are compared as they are written.
  if (similarity === 1 || a.sounds.length === 0 || a.sounds.length > MOST_SOUNDS || length > MOST_SOUNDS)
    return wordSimilarity(a, index.word(id), asked);
  if (similarity < least) return 0;
  if (!abjad && similarity < SURELY_ONE && areTwoKnownNames(a, index.word(id), similarity)) return 0;
  return Math.fround(Math.min(0.99, similarity));
}

/** `E. Petrov` may be Yevgeny, `Yu.` or `Iu.` Yuri: the Russian letters that Latin writes in two ways. */
function mayAbbreviate(short: string, long: string): boolean {
  if (long[0] === short[0]) return short.length === 1 || long.startsWith(short) || short === 'e';
  return (
    (short === 'e' && /^[yj]e/.test(long)) ||
    (short === 'yu' && /^[ij]u/.test(long)) ||
    (short === 'ya' && /^[ij]a/.test(long))
  );
}

/** Two given names with a short form in common. */
function shareGroup(a: Token, b: Token): boolean {
  if (a.cls === '' || b.cls === '' || a.kind !== 'name' || b.kind !== 'name') return false;
  if (a.cls === b.cls) return true;
  for (const group of a.groups) if (b.groups.includes(group)) return true;
  return false;
}

/** Ahmad and Muhammad, Hassan and Hussain sound alike and are two names, not two spellings. */
function areTwoKnownNames(a: Token, b: Token, similarity: number): boolean {
  if (a.kind !== 'name' || b.kind !== 'name' || a.abjad || b.abjad) return false;
  if (similarity >= SURELY_ONE || (similarity >= 0.86 && a.skeleton === b.skeleton)) return false;
  const known = knownName(a.text, a.sounds, a.skeleton);
  if (known === '') return false;
  const other = knownName(b.text, b.sounds, b.skeleton);
  return other !== '' && other !== known;
}

/** Why two words of a similarity above 0 are taken for one. */
export function similarityReason(a: Token, b: Token, similarity: number): string {
  if (a.text === b.text) return 'equal';
  if (a.kind === 'form') return 'same legal form';
  if (a.kind === 'word' && b.kind === 'word' && a.cls === b.cls) return 'same word';
  if (a.kind === 'initial' || b.kind === 'initial') return 'initial';
  if (similarity === EQUAL) return 'same particle';
  if (shareGroup(a, b)) return 'short form of the name';
  return similarity > 0.9 ? 'sounds the same' : 'sounds alike';
}
