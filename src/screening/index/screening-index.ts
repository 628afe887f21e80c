import type { Texts } from '../../core/text-list.ts';
import type { Entity } from '../../entities/entity.ts';
import type { PackedEntities } from '../../entities/packed-entities.ts';
import { Name } from '../names/name.ts';
import type { ScreenedKind } from '../words/name-kind.ts';
import type { PostingTable } from '../words/posting-table.ts';
import { Token, type TokenKind } from '../words/token.ts';

/** The flat arrays of an index: everything that a cache file holds besides the entities themselves. */
export type IndexArrays = {
  /** Entity of each name. */
  readonly nameEntity: Uint32Array;
  /** Property of each name: 0 name, 1 alias, 2 former, 3 weak. */
  readonly nameQuality: Uint8Array;
  /** First token of each name in `nameTokens`; one more at the end. */
  readonly nameStarts: Uint32Array;
  readonly nameTokens: Uint32Array;
  readonly nameWeight: Float32Array;
  /** First name of each word in `wordNames`; one more at the end. */
  readonly wordStarts: Uint32Array;
  readonly wordNames: Uint32Array;
  readonly wordKind: Uint8Array;
  readonly wordWeight: Float32Array;
  /** First sound of each word in `wordSounds`; one more at the end. */
  readonly wordSoundStarts: Uint32Array;
  /** The sounds of all words, one after the other: most words are distinguished by them without looking further. */
  readonly wordSounds: Uint8Array;
  /** What of a word holds besides its kind and sounds, as bits of `WORD_TRAITS`. */
  readonly wordTraits: Uint8Array;
  readonly entityKind: Uint8Array;
  readonly wordKeys: PostingTable;
  readonly nameKeys: PostingTable;
  readonly numberKeys: PostingTable;
};

/** The texts of an index, by number. */
export type IndexTexts = {
  /** Id and caption of each entity. */
  readonly ids: Texts;
  readonly captions: Texts;
  readonly names: Texts;
  readonly words: Texts;
  /** Class of a word, or the consonants of a word in Arabic script after a `*`. */
  readonly wordClasses: Texts;
};

export const KINDS: readonly ScreenedKind[] = ['person', 'organisation', 'craft', 'any'];
export const TOKEN_KINDS: readonly TokenKind[] = [
  'name',
  'initial',
  'particle',
  'honorific',
  'kunya',
  'suffix',
  'number',
  'form',
  'word',
];
/** A word written without short vowels; a given name with short forms. */
export const WORD_TRAITS = { abjad: 1, shortForm: 2 } as const;
/** The entities behind an index, as they were read or packed. */
export type ListedEntities = readonly Entity[] | PackedEntities;

/** A list held ready to be asked: words, names and numbers in flat arrays, and the entities behind them. */
export class ScreeningIndex {
  readonly arrays: IndexArrays;
  readonly texts: IndexTexts;
  readonly entities: ListedEntities;
  readonly #kinds: ReadonlySet<number>;
  readonly #tokens: (Token | undefined)[];
  readonly #names: (Name | undefined)[];

  constructor(arrays: IndexArrays, texts: IndexTexts, entities: ListedEntities) {
    this.arrays = arrays;
    this.texts = texts;
    this.entities = entities;
    this.#kinds = new Set(arrays.entityKind);
    this.#tokens = new Array<Token | undefined>(texts.words.length).fill(undefined);
    this.#names = new Array<Name | undefined>(texts.names.length).fill(undefined);
  }

  get entityCount(): number {
    return this.texts.ids.length;
  }

  entity(number: number): Entity {
    return this.entities.at(number)!;
  }

  word(id: number): Token {
    const known = this.#tokens[id];
    if (known !== undefined) return known;
    const cls = this.texts.wordClasses.at(id) ?? '';
    const abjad = cls.startsWith('*');
    const token = new Token(
      this.texts.words.at(id) ?? '',
      TOKEN_KINDS[this.arrays.wordKind[id] ?? 0] ?? 'name',
      this.arrays.wordWeight[id] ?? 1,
      abjad ? '' : cls,
      abjad ? cls.slice(1) : '',
      id,
    );
    this.#tokens[id] = token;
    return token;
  }

  /** First and last (excluded) name of an entity: its names lie together. */
  namesOf(entity: number): { from: number; to: number } {
    const { nameEntity } = this.arrays;
    let [low, high] = [0, nameEntity.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (nameEntity[middle]! < entity) low = middle + 1;
      else high = middle;
    }
    let to = low;
    while (to < nameEntity.length && nameEntity[to] === entity) to++;
    return { from: low, to };
  }

  kindOfName(id: number): ScreenedKind {
    return KINDS[this.arrays.entityKind[this.arrays.nameEntity[id] ?? 0] ?? 3] ?? 'any';
  }

  /** True when some listed subject is of this kind. */
  holds(kind: ScreenedKind): boolean {
    return this.#kinds.has(KINDS.indexOf(kind));
  }

  /** A listed name taken apart; put together from the stored words, the rest worked out at first need. */
  name(id: number): Name {
    const known = this.#names[id];
    if (known !== undefined) return known;
    const tokens: Token[] = [];
    for (let i = this.arrays.nameStarts[id]!; i < this.arrays.nameStarts[id + 1]!; i++)
      tokens.push(this.word(this.arrays.nameTokens[i]!));
    const name = new Name(this.texts.names.at(id) ?? '', this.kindOfName(id), tokens, this.arrays.nameWeight[id] ?? 1);
    this.#names[id] = name;
    return name;
  }
}

/** Letters and digits of a document number, upper case. */
export function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
