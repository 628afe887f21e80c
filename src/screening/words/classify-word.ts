import { koreanWord } from '../script/korean-organisation.ts';
import type { ScreenedKind } from './name-kind.ts';
import { Token, type TokenKind } from './token.ts';
import { commonNames, companyWords, isTitle, nameWords, nicknames, numberWords } from './vocabulary.ts';
import type { WrittenWord } from './written-words.ts';

const CRAFT_PREFIX = new Set([
  'mv',
  'mt',
  'ms',
  'm',
  'ss',
  'mts',
  'mtr',
  'fv',
  'vessel',
  'motor',
  'ship',
  'tanker',
  'lpg',
  'lng',
  'v',
  't',
]);

/** What stands before the name of a ship, such as MV. */
export function isCraftPrefix(text: string): boolean {
  return CRAFT_PREFIX.has(text);
}

/** One word of a name as a token; `formAt` has told that it is no legal form. */
export function classify(word: WrittenWord, at: number, words: readonly WrittenWord[], kind: ScreenedKind): Token {
  const { text } = word;
  if (/^\d+$/.test(text)) return token(String(Number(text)).slice(0, 20), 'number', 1.2, word, String(Number(text)));
  if (kind === 'craft' && at < 2 && words.length > 1 && CRAFT_PREFIX.has(text))
    return token(text, 'particle', 0.03, word);
  const numeral = kind === 'person' ? undefined : numberWords().get(text);
  if (numeral !== undefined && (text.length > 1 || at > 0) && !(at === 0 && words.length === 1)) {
    if (!/^(uno|una|une|ein|cent|un|v|x|i|dos|dix|seis|six)$/.test(text) || at > 0)
      return token(numeral, 'number', 1.2, word, numeral);
  }
  if (isInitial(word, kind)) return token(text, 'initial', kind === 'person' ? 0.45 : 0.5, word);
  const listed = nameWords().get(text);
  if (kind !== 'person' && kind !== 'craft') {
    const usual = companyWords().get(text);
    if (usual !== undefined) return token(text, 'word', usual.weight, word, usual.name);
    if (listed === 'particle') return token(text, 'particle', 0.08, word);
    const korean = kind === 'organisation' ? koreanWord(text) : '';
    if (korean !== '') {
      const ordinal = numberWords().get(korean);
      if (ordinal !== undefined) return token(ordinal, 'number', 1.2, word, ordinal);
      const english = companyWords().get(korean);
      return token(text, 'word', english?.weight ?? 0.55, word, english?.name ?? korean);
    }
    return token(text, 'name', text.length < 3 ? 0.8 : 1, word);
  }
  if (kind === 'craft') return token(text, 'name', 1, word);
  if (words.length > 1 && isTitle(words, at)) return token(text, 'honorific', 0.05, word);
  if (listed === 'particle' && words.length > 1)
    return token(
      text,
      'particle',
      0.08,
      word,
      /^(bin|ben|ibn|bint|binti|ibne|bn|ould|wuld|wld|oulad|walad)$/.test(text) ? 'child of' : 'particle',
    );
  if (listed === 'kunya' && words.length > 1)
    return token(
      text,
      'kunya',
      0.35,
      word,
      /^[ui]/.test(text) || text === 'om' || text === 'oum' ? 'mother of' : 'father of',
    );
  if (listed === 'suffix' && at > 0) return token(text, 'suffix', 0.2, word, text);
  const common = commonNames().get(text) ?? 0;
  return token(
    text,
    'name',
    common === 2 ? 0.75 : common === 1 ? 0.9 : 1,
    word,
    nicknames()
      .get(text)
      ?.map((group) => `n${group}`)
      .join(' ') ?? '',
  );
}

/** One letter, also where Latin needs two for it: Ю is Yu. */
function isInitial({ text, raw }: WrittenWord, kind: ScreenedKind): boolean {
  return (
    text.length === 1 || (kind === 'person' && raw.length === 1 && text.length <= 4 && /\p{Script=Cyrillic}/u.test(raw))
  );
}

/** A word as a token that is called otherwise. */
export function token(text: string, kind: TokenKind, weight: number, word: WrittenWord, cls = ''): Token {
  return new Token(text, kind, weight, cls, word.abjad);
}
