import { isInCompounds, isKoreanCompound, isNameSyllable } from './compound-words.ts';
import { mayHoldSurname } from './korean.ts';
import type { NameKind } from './name-kind.ts';
import type { Token } from './token.ts';
import { classify, isCraftPrefix } from './token-kinds.ts';
import { companyForms, nameWords, numberWords } from './vocabulary.ts';
import { eachBareWord, isBare, type WrittenWord } from './written-words.ts';

/** Words kept for each kind of name: the words of names come again and again. */
const KEPT_WORDS = 30_000;
const known: Readonly<Record<NameKind, Map<string, Token | null>>> = {
  person: new Map(),
  organisation: new Map(),
  craft: new Map(),
  any: new Map(),
};

/**
 * The words of a name in which each is what it is wherever it stands, as it is with most names: their tokens are made once.
 * Null for a name with any word that must be seen among its neighbours: a title, a legal form, a number, what may
 * be part of a name of several words, or what may be a Korean family name.
 */
export function plainTokens(name: string, kind: NameKind): Token[] | null {
  if (!isBare(name)) return null;
  const tokens: Token[] = [];
  let plain = true;
  eachBareWord(name, (start, end) => {
    if (!plain) return;
    const token = plainToken(name.slice(start, end), kind);
    if (token === null) plain = false;
    else tokens.push(token);
  });
  // A particle alone is a name.
  if (tokens.length === 1 && tokens[0]!.kind === 'particle') return null;
  if (!plain || ((kind === 'person' || kind === 'any') && mayBeKorean(tokens))) return null;
  return tokens;
}

function plainToken(raw: string, kind: NameKind): Token | null {
  const words = known[kind];
  const found = words.get(raw);
  if (found !== undefined) return found;
  if (words.size >= KEPT_WORDS) words.clear();
  const word: WrittenWord = { text: raw.toLowerCase(), abjad: '', hyphenated: false, raw };
  const token = isPlain(word, kind) ? classify(word, 1, [word, word], kind) : null;
  words.set(raw, token);
  return token;
}

function isPlain(word: WrittenWord, kind: NameKind): boolean {
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

/** No more words than this make a Korean name. */
const MOST_KOREAN = 4;

function mayBeKorean(tokens: readonly Token[]): boolean {
  return tokens.length <= MOST_KOREAN && mayHoldSurname(tokens.map(({ text }) => text));
}
