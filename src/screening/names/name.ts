import { type KoreanReading, readKorean } from '../script/korean.ts';
import { readKoreanShip } from '../script/korean-ship.ts';
import { type NameScript, nameScriptOf } from '../script/script.ts';
import { isCraftPrefix } from '../words/classify-word.ts';
import { joinCompounds, joinSyllables, splitKoreanCompound } from '../words/compound-words.ts';
import type { ScreenedKind } from '../words/name-kind.ts';
import { plainTokens } from '../words/plain-word.ts';
import { withoutShipTitle } from '../words/ship-title.ts';
import type { Token } from '../words/token.ts';
import { tokensOf, withoutEmptiness } from '../words/token-kinds.ts';
import { isTitle } from '../words/vocabulary.ts';
import { type WrittenWord, wordsOf } from '../words/written-words.ts';

/** A name taken apart; what only some comparisons need is worked out at first use. */
export class Name {
  readonly raw: string;
  readonly kind: ScreenedKind;
  readonly tokens: readonly Token[];
  /** Sum of the weights. */
  readonly weight: number;
  private joined: string | null = null;
  private knownScript: NameScript | null = null;
  private readings: readonly KoreanReading[] | null;

  constructor(
    raw: string,
    kind: ScreenedKind,
    tokens: readonly Token[],
    weight: number,
    korean: readonly KoreanReading[] | null = null,
  ) {
    this.raw = raw;
    this.kind = kind;
    this.tokens = tokens;
    this.weight = weight;
    this.readings = korean;
  }

  /** The folded words in order, for exact equality. */
  get key(): string {
    this.joined ??= keyOf(this.tokens);
    return this.joined;
  }

  /** The script of all its letters, where that decides what it can be compared with. */
  get script(): NameScript {
    this.knownScript ??= nameScriptOf(this.raw);
    return this.knownScript;
  }

  /** The ways to read the name of a person or a ship as Korean. */
  get korean(): readonly KoreanReading[] {
    this.readings ??=
      this.kind === 'person' ? koreanReadingsOf(this.raw) : this.kind === 'craft' ? shipReadingsOf(this.raw) : [];
    return this.readings;
  }
}

/** No listed name is longer; the rest of an absurd one is not looked at. */
const MAX_CHARACTERS = 300;
const MAX_TOKENS = 16;

/** Takes a name in any script apart. Pure and deterministic; the same text gives the same tokens. */
export function analyseName(raw: string, kind: ScreenedKind): Name {
  const whole = raw.slice(0, MAX_CHARACTERS).normalize('NFKC');
  const written = kind === 'craft' ? withoutShipTitle(whole) : whole;
  const plain = plainTokens(written, kind);
  if (plain !== null) {
    const tokens = withoutEmptiness(plain, kind).slice(0, MAX_TOKENS);
    return new Name(raw, kind, tokens, weightOf(tokens), kind === 'craft' ? null : []);
  }
  const words = wordsOf(written, kind);
  const spelt = words.filter((word) => word.text !== '' || word.abjad !== '');
  const parts =
    kind === 'person'
      ? joinCompounds(spelt)
      : kind === 'organisation'
        ? joinSyllables(spelt).flatMap(splitKoreanCompound)
        : spelt;
  const tokens = tokensOf(parts, kind).slice(0, MAX_TOKENS);
  const korean = kind === 'craft' ? null : kind === 'organisation' ? [] : koreanReadings(words);
  return new Name(raw, kind, tokens, weightOf(tokens), korean);
}

function weightOf(tokens: readonly Token[]): number {
  let weight = 0;
  for (const token of tokens) weight += token.weight;
  return weight;
}

function keyOf(tokens: readonly Token[]): string {
  let key = '';
  for (const token of tokens) key += key === '' ? token.text : ` ${token.text}`;
  return key;
}

/** The ways to read a person's name as Korean, without taking its words apart. */
function koreanReadingsOf(raw: string): readonly KoreanReading[] {
  return koreanReadings(wordsOf(raw.slice(0, MAX_CHARACTERS).normalize('NFKC'), 'person'));
}

function koreanReadings(words: readonly WrittenWord[]): readonly KoreanReading[] {
  const own = words.filter((word, at) => word.raw !== '' && !isTitle(words, at));
  return readKorean(
    own.map((word) => word.raw),
    own.map((word) => word.hyphenated),
  );
}

/** The ways to read a ship's name as Korean: its words without prefix, title and number. */
function shipReadingsOf(raw: string): readonly KoreanReading[] {
  const words = wordsOf(withoutShipTitle(raw.slice(0, MAX_CHARACTERS).normalize('NFKC')), 'craft');
  const own = words.filter(
    ({ raw: word, text }, at) => word !== '' && !/^\d+$/.test(text) && !(at < 2 && isCraftPrefix(text)),
  );
  return readKoreanShip(own.map((word) => word.raw));
}
