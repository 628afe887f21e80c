import { foldLatin, romaniseArabic, romaniseCyrillic, romaniseOther } from '../script/fold.ts';
import { pinyinOf } from '../script/han.ts';
import { scriptOf, scriptOfCode } from '../script/script.ts';
import type { ScreenedKind } from './name-kind.ts';
import { arabicNames } from './vocabulary.ts';

/** One word of a name in Latin letters, next to what was written. */
export type WrittenWord = {
  /** Folded Latin letters and digits. */
  readonly text: string;
  /** The consonants of a word in Arabic script, weak ones as capitals; empty for the others. */
  readonly abjad: string;
  /** Written after a hyphen. */
  readonly hyphenated: boolean;
  readonly raw: string;
};

/** The words of a name in any script, as Latin letters. */
const APOSTROPHES = /['’‘`ʼʻʿʾ´′"“”«»„＇]/g;

/** French articles before a vowel: `de l'Ouest`, `d'Afrique`. */
const ELISION = /(?<!\p{L})[dl]['’](?=[aeiouyhâàéèêëîïôœ])/giu;

/** Most names: nothing in them that is read otherwise than as words with signs between them that say nothing. */
const BARE = /^[A-Za-z ,.()/-]*$/;
const DOTTED = /[A-Za-z]\.[A-Za-z]\./;
/** The classes of Unicode cost several times as much. */
const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_WORD = /^(?:[A-Za-z]+|\d+)$/;

export function wordsOf(text: string, kind: ScreenedKind): WrittenWord[] {
  if (isBare(text)) return bareWords(text);
  const cleaned = clean(text, kind);
  const trimmed = cleaned.trim().length;
  const words: WrittenWord[] = [];
  const word = PLAIN.test(cleaned) ? /[A-Za-z0-9]+/g : /[\p{L}\p{M}\p{N}\u200c]+/gu;
  for (const match of cleaned.matchAll(word)) {
    const raw = match[0];
    const before = cleaned[match.index - 1] ?? ' ';
    const hyphenated = /[-‐‑–־]/.test(before);
    for (const piece of splitScripts(raw)) words.push(...spell(piece, hyphenated, raw.length === trimmed));
  }
  return words;
}

const [HYPHEN, LETTER_A] = ['-'.charCodeAt(0), 'A'.charCodeAt(0)];

/** Whether a name is plain letters, in words that `eachBareWord` finds. */
export function isBare(text: string): boolean {
  return BARE.test(text) && !DOTTED.test(text);
}

/** The words of a bare name, each by where it begins and ends: all that stands between is below letters. */
export function eachBareWord(text: string, take: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < LETTER_A) continue;
    const start = at;
    while (at < text.length && text.charCodeAt(at) >= LETTER_A) at++;
    take(start, at);
  }
}

function bareWords(text: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  eachBareWord(text, (start, end) => {
    const raw = text.slice(start, end);
    const hyphenated = start > 0 && text.charCodeAt(start - 1) === HYPHEN;
    words.push({ text: raw.toLowerCase(), abjad: '', hyphenated, raw });
  });
  return words;
}

function clean(text: string, kind: ScreenedKind): string {
  return (
    text
      // Dotted letters are the initials of a person, and one word of an organisation's name.
      .replace(/(?<!\p{L})(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?/gu, (dotted) =>
        kind === 'person' ? ` ${dotted.replaceAll('.', '. ')}` : ` ${dotted.replaceAll('.', '')} `,
      )
      .replace(ELISION, kind === 'person' ? '$&' : ' ')
      .replace(/&/g, kind === 'person' ? ' ' : ' and ')
      .replace(/(\d)\s*(?:st|nd|rd|th)\b/gi, '$1')
      .replace(APOSTROPHES, '')
  );
}

/** `Brigade44` and `金Jin` change script in the middle; letters and digits part too. */
function splitScripts(word: string): string[] {
  if (PLAIN_WORD.test(word)) return [word];
  const pieces: string[] = [];
  let last = '';
  for (const char of word) {
    const code = char.codePointAt(0) ?? 0;
    const script =
      /\p{M}/u.test(char) || code === 0x200c ? last : scriptOfCode(code) === 'digit' ? 'digit' : scriptOfCode(code);
    if (pieces.length === 0 || (script !== last && last !== '')) pieces.push(char);
    else pieces[pieces.length - 1] += char;
    last = script;
  }
  return pieces;
}

/** `whole`: the word is all there is of the name, so that a name in characters is written without blanks. */
function spell(raw: string, hyphenated: boolean, whole: boolean): WrittenWord[] {
  switch (scriptOf(raw)) {
    case 'latin':
    case 'digit':
      return [{ text: foldLatin(raw), abjad: '', hyphenated, raw }];
    case 'cyrillic':
      return [{ text: romaniseCyrillic(raw), abjad: '', hyphenated, raw }];
    case 'arabic':
      return arabicWords(raw, hyphenated);
    case 'han': {
      const syllables = pinyinOf(raw);
      // A person's name: family name, then the given name as one word. Longer names keep their syllables apart.
      const parts = !whole
        ? [syllables.join('')]
        : syllables.length > 4
          ? syllables
          : [syllables[0] ?? '', syllables.slice(1).join('')];
      return parts
        .filter((part) => part !== '')
        .map((text, i) => ({ text, abjad: '', hyphenated, raw: i === 0 ? raw : '' }));
    }
    case 'hangul':
      return [...(whole && raw.length > 1 && raw.length < 5 ? [raw[0] ?? '', raw.slice(1)] : [raw])].map(
        (piece, i) => ({
          text: romaniseOther(piece),
          abjad: '',
          hyphenated,
          raw: i === 0 ? raw : '',
        }),
      );
    default:
      return [{ text: romaniseOther(raw), abjad: '', hyphenated, raw }];
  }
}

/** Arabic words: the article and a leading "and" are no part of the name; known names get their usual Latin form. */
function arabicWords(raw: string, hyphenated: boolean): WrittenWord[] {
  const plain = raw.replace(/[\u064b-\u065f\u0670\u0640]/g, '');
  return plain.split('\u200c').flatMap((word): WrittenWord[] => {
    if (word === '') return [];
    const known = arabicNames().get(word) ?? arabicNames().get(word.replace(/^ال/, ''));
    if (known !== undefined) return [{ text: known.latin, abjad: '', hyphenated, raw: word }];
    const compound =
      /^(عبد|عبيد)(?:ال)?(.{2,})$/.exec(word) ??
      /^(.{2,}?)(?:ال)?(دين|دین|الله|اللہ|زاده|زاي|زی|پور|خان|جان)$/.exec(word);
    if (compound) return [...arabicWords(compound[1] ?? '', hyphenated), ...arabicWords(compound[2] ?? '', true)];
    const stem = /^(?:وال|ال)(?=.{3})/.test(word) ? word.replace(/^(?:وال|ال)/, '') : word;
    const abjad = romaniseArabic(stem);
    return abjad === '' ? [] : [{ text: abjad.toLowerCase(), abjad, hyphenated, raw: word }];
  });
}
