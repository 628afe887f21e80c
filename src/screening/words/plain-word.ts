import { MOST_WORDS, mayHoldSurname } from '../script/korean.ts';
import { perWord } from '../script/table.ts';
import { classify, isCraftPrefix } from './classify-word.ts';
import { isInCompounds, isKoreanCompound, isNameSyllable } from './compound-words.ts';
import type { ScreenedKind } from './name-kind.ts';
import type { Token } from './token.ts';
import { companyForms, nameWords, numberWords } from './vocabulary.ts';
import { eachBareWord, isBare, type WrittenWord } from './written-words.ts';

const known: Readonly<Record<ScreenedKind, (text: string) => Token | null>> = {
  person: perWord((text) => tokenOf(text, 'person')),
  organisation: perWord((text) => tokenOf(text, 'organisation')),
  craft: perWord((text) => tokenOf(text, 'craft')),
  any: perWord((text) => tokenOf(text, 'any')),
};

function tokenOf(text: string, kind: ScreenedKind): Token | null {
  const word: WrittenWord = { text, abjad: '', hyphenated: false, raw: text };
  return isPlain(word, kind) ? classify(word, 1, [word, word], kind) : null;
}

/**
 * The token of a word that is what it is wherever it stands among others; null for a word that must be seen among its
 * neighbours: a title, a legal form, a number, what may be part of a name of several words.
 */
export function plainWord({ text, abjad, raw }: WrittenWord, kind: ScreenedKind): Token | null {
  // One letter of another script may be two in Latin.
  return abjad !== '' || (raw.length === 1 && text.length > 1) ? null : known[kind](text);
}

/** The words of a name in which all are plain, as it is with most; null for others, and what may be a Korean name. */
export function plainTokens(name: string, kind: ScreenedKind): Token[] | null {
  if (!isBare(name)) return null;
  const find = known[kind];
  const tokens: Token[] = [];
  let plain = true;
  eachBareWord(name, (start, end) => {
    if (!plain) return;
    const token = find(name.slice(start, end).toLowerCase());
    if (token === null) plain = false;
    else tokens.push(token);
  });
  // A particle alone is a name.
  if (!plain || (tokens.length === 1 && tokens[0]!.kind === 'particle')) return null;
  return (kind === 'person' || kind === 'any') && mayBeKorean(tokens) ? null : tokens;
}

function isPlain(word: WrittenWord, kind: ScreenedKind): boolean {
  const { text } = word;
  if (companyForms().has(text)) return false;
  const listed = nameWords().get(text);
  switch (kind) {
    case 'person':
      return (listed === undefined || listed === 'particle') && !isInCompounds(text);
    case 'organisation':
      return !numberWords().has(text) && !isNameSyllable(word) && !isKoreanCompound(text);
    case 'craft':
      return !numberWords().has(text) && !isCraftPrefix(text);
    case 'any':
      return !numberWords().has(text) && listed !== 'honorific' && listed !== 'leading';
  }
}

function mayBeKorean(tokens: readonly Token[]): boolean {
  return tokens.length <= MOST_WORDS && mayHoldSurname(tokens.map(({ text }) => text));
}
