import { joinCompounds, joinSyllables, splitKoreanCompound } from './compound-words.ts';
import { type KoreanReading, readKorean } from './korean.ts';
import type { NameKind } from './name-kind.ts';
import { type Writing, writingOf } from './script.ts';
import type { Token } from './token.ts';
import { tokensOf } from './token-kinds.ts';
import { isTitle } from './vocabulary.ts';
import { type WrittenWord, wordsOf } from './written-words.ts';

/** A name taken apart. */
export type Name = {
  readonly raw: string;
  readonly kind: NameKind;
  readonly tokens: readonly Token[];
  /** The folded words in order, for exact equality. */
  readonly key: string;
  /** The script of all its letters, where that decides what it can be compared with. */
  readonly writing: Writing;
  readonly korean: readonly KoreanReading[];
  /** Sum of the weights. */
  readonly weight: number;
};

/** No listed name is longer; the rest of an absurd one is not looked at. */
const MAX_CHARACTERS = 300;
const MAX_TOKENS = 16;

/** Takes a name in any script apart. Pure and deterministic; the same text gives the same tokens. */
export function analyseName(raw: string, kind: NameKind): Name {
  const words = wordsOf(raw.slice(0, MAX_CHARACTERS).normalize('NFKC'), kind);
  const spelt = words.filter((word) => word.text !== '' || word.abjad !== '');
  const parts =
    kind === 'person'
      ? joinCompounds(spelt)
      : kind === 'organisation'
        ? joinSyllables(spelt).flatMap(splitKoreanCompound)
        : spelt;
  const tokens = tokensOf(parts, kind).slice(0, MAX_TOKENS);
  return {
    raw,
    kind,
    tokens,
    key: keyOf(tokens),
    writing: writingOf(raw),
    korean: kind === 'organisation' || kind === 'craft' ? [] : koreanReadings(words),
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
  };
}

export function keyOf(tokens: readonly Token[]): string {
  let key = '';
  for (const token of tokens) key += key === '' ? token.text : ` ${token.text}`;
  return key;
}

/** The ways to read a person's name as Korean, without taking its words apart. */
export function koreanReadingsOf(raw: string): readonly KoreanReading[] {
  return koreanReadings(wordsOf(raw.slice(0, MAX_CHARACTERS).normalize('NFKC'), 'person'));
}

function koreanReadings(words: readonly WrittenWord[]): readonly KoreanReading[] {
  const own = words.filter((word, at) => word.raw !== '' && !isTitle(words, at));
  return readKorean(
    own.map((word) => word.raw),
    own.map((word) => word.hyphenated),
  );
}
