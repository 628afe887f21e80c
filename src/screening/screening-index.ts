import type { Entity } from '../entities/entity.ts';
import { ScreeningError } from './errors.ts';
import { type KoreanReading, koreanKeys } from './korean.ts';
import { analyseName, initialsOf, kindOfSchema, type Name, type NameKind, type Token, type TokenKind } from './name.ts';
import { MAX_IDS, type PostingTable, PostingTableBuilder } from './posting-table.ts';
import { plainSounds, skeletonOf, soundsOf, soundsOfAbjad } from './sound.ts';

/** The flat arrays of an index: everything that a cache file holds beside the entities themselves. */
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
  readonly entityKind: Uint8Array;
  readonly wordKeys: PostingTable;
  readonly nameKeys: PostingTable;
  readonly numberKeys: PostingTable;
};

/** The texts of an index, by number. */
export type IndexTexts = {
  /** Id and caption of each entity. */
  readonly ids: readonly string[];
  readonly captions: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** Class of a word, or the consonants of a word in Arabic script after a `*`. */
  readonly wordClasses: readonly string[];
};

export const KINDS: readonly NameKind[] = ['person', 'organisation', 'craft', 'any'];
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
export const NAME_PROPS = ['name', 'alias', 'previousName', 'weakAlias'] as const;
/** Properties whose values are numbers that name one subject. */
export const NUMBER_PROPS = [
  'imoNumber',
  'mmsi',
  'passportNumber',
  'idNumber',
  'registrationNumber',
  'taxNumber',
  'socialSecurityNumber',
  'swiftBic',
  'leiCode',
  'innCode',
  'ogrnCode',
  'callSign',
  'dunsCode',
  'serialNumber',
] as const;

/** A list held ready to be asked: words, names and numbers in flat arrays, and the entities behind them. */
export class ScreeningIndex {
  readonly arrays: IndexArrays;
  readonly texts: IndexTexts;
  readonly entityCount: number;
  readonly #entities: (number: number) => Entity;
  readonly #tokens: (Token | undefined)[];
  readonly #names = new Map<number, Name>();

  constructor(arrays: IndexArrays, texts: IndexTexts, entityCount: number, entities: (number: number) => Entity) {
    this.arrays = arrays;
    this.texts = texts;
    this.entityCount = entityCount;
    this.#entities = entities;
    this.#tokens = new Array<Token | undefined>(texts.words.length).fill(undefined);
  }

  entity(number: number): Entity {
    return this.#entities(number);
  }

  word(id: number): Token {
    const known = this.#tokens[id];
    if (known !== undefined) return known;
    const text = this.texts.words[id] ?? '';
    const cls = this.texts.wordClasses[id] ?? '';
    const abjad = cls.startsWith('*');
    const sounds = abjad ? soundsOfAbjad(cls.slice(1)) : soundsOf(text);
    const token: Token = {
      text,
      kind: TOKEN_KINDS[this.arrays.wordKind[id] ?? 0] ?? 'name',
      weight: this.arrays.wordWeight[id] ?? 1,
      sounds,
      skeleton: skeletonOf(sounds),
      plain: plainSounds(sounds),
      abjad,
      abjadText: abjad ? cls.slice(1) : '',
      cls: abjad ? '' : cls,
    };
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

  kindOfName(id: number): NameKind {
    return KINDS[this.arrays.entityKind[this.arrays.nameEntity[id] ?? 0] ?? 3] ?? 'any';
  }

  /** A listed name taken apart; put together from the stored words, its Korean readings worked out at first need. */
  name(id: number): Name {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const raw = this.texts.names[id] ?? '';
    const kind = this.kindOfName(id);
    const tokens: Token[] = [];
    for (let i = this.arrays.nameStarts[id]!; i < this.arrays.nameStarts[id + 1]!; i++)
      tokens.push(this.word(this.arrays.nameTokens[i]!));
    let key: string | undefined;
    let korean: readonly KoreanReading[] | undefined;
    const name: Name = {
      raw,
      kind,
      tokens,
      get key() {
        key ??= tokens.map((token) => token.text).join(' ');
        return key;
      },
      get korean() {
        korean ??= kind === 'person' ? analyseName(raw, kind).korean : [];
        return korean;
      },
      weight: this.arrays.nameWeight[id] ?? 1,
    };
    this.#names.set(id, name);
    return name;
  }
}

/** Letters and digits of a document number, upper case. */
export function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The texts under which a word that was misheard or mistyped is found again: the word with each of its sounds left out. */
export function shortenedForms(plain: string): string[] {
  const forms = [plain];
  if (plain.length < 4 || plain.length > 16) return forms;
  for (let i = 0; i < plain.length; i++) {
    const form = plain.slice(0, i) + plain.slice(i + 1);
    if (!forms.includes(form)) forms.push(form);
  }
  return forms;
}

/**
 * Builds the index of a list. The same entities give the same arrays, byte for byte.
 * @throws ScreeningError `cache-unusable` when there are more names or words than an index can hold
 */
export function buildIndex(entities: readonly Entity[]): ScreeningIndex {
  const names: string[] = [];
  const nameEntity: number[] = [];
  const nameQuality: number[] = [];
  const nameStarts: number[] = [];
  const nameTokens: number[] = [];
  const nameWeight: number[] = [];
  const words: string[] = [];
  const wordClasses: string[] = [];
  const wordKind: number[] = [];
  const wordWeight: number[] = [];
  const wordIds = new Map<string, number>();
  const wordTokens: Token[] = [];
  const entityKind: number[] = [];
  const nameKeys = new PostingTableBuilder();
  const numberKeys = new PostingTableBuilder();

  const idOfWord = (token: Token, cls: string): number => {
    const key = `${token.text}\n${token.kind}\n${token.weight}\n${cls}`;
    const known = wordIds.get(key);
    if (known !== undefined) return known;
    const id = words.length;
    wordIds.set(key, id);
    words.push(token.text);
    wordClasses.push(cls);
    wordKind.push(TOKEN_KINDS.indexOf(token.kind));
    wordWeight.push(token.weight);
    wordTokens.push(token);
    return id;
  };

  entities.forEach((entity, number) => {
    const kind = kindOfSchema(entity.schema);
    entityKind.push(KINDS.indexOf(kind));
    const seen = new Set<string>();
    for (const value of entity.values) {
      const quality = (NAME_PROPS as readonly string[]).indexOf(value.prop);
      if (quality >= 0) {
        const name = analyseName(value.value, kind);
        if (name.tokens.length === 0 || seen.has(value.value)) continue;
        seen.add(value.value);
        const id = names.length;
        names.push(value.value);
        nameEntity.push(number);
        nameQuality.push(quality);
        nameStarts.push(nameTokens.length);
        nameWeight.push(name.weight);
        for (const token of name.tokens)
          nameTokens.push(idOfWord(token, token.abjad ? `*${token.abjadText}` : token.cls));
        addNameKeys(nameKeys, name, id);
      } else if ((NUMBER_PROPS as readonly string[]).includes(value.prop)) {
        const plain = plainNumber(value.value);
        if (plain.length >= 4) numberKeys.add(plain, number);
      }
    }
  });
  nameStarts.push(nameTokens.length);
  if (names.length >= MAX_IDS || words.length >= MAX_IDS)
    throw new ScreeningError('cache-unusable', 'The lists hold more names than one index can; screen them in parts');

  const wordKeys = new PostingTableBuilder();
  wordTokens.forEach((token, id) => {
    for (const key of wordKeysOf(token)) wordKeys.add(key, id);
  });
  const { starts, ids } = invert(nameStarts, nameTokens, words.length);
  const arrays: IndexArrays = {
    nameEntity: Uint32Array.from(nameEntity),
    nameQuality: Uint8Array.from(nameQuality),
    nameStarts: Uint32Array.from(nameStarts),
    nameTokens: Uint32Array.from(nameTokens),
    nameWeight: Float32Array.from(nameWeight),
    wordStarts: starts,
    wordNames: ids,
    wordKind: Uint8Array.from(wordKind),
    wordWeight: Float32Array.from(wordWeight),
    entityKind: Uint8Array.from(entityKind),
    wordKeys: wordKeys.finish(),
    nameKeys: nameKeys.finish(),
    numberKeys: numberKeys.finish(),
  };
  return new ScreeningIndex(
    arrays,
    {
      ids: entities.map((entity) => entity.id),
      captions: entities.map((entity) => entity.caption),
      names,
      words,
      wordClasses,
    },
    entities.length,
    (number) => entities[number]!,
  );
}

/** The keys under which a word is found: as written, by its consonants, and with one sound left out. */
export function wordKeysOf(token: Token): string[] {
  const keys = [`t${token.text}`];
  if (token.kind === 'particle' || token.kind === 'form' || token.kind === 'number' || token.kind === 'initial') {
    if (token.cls !== '') keys.push(`c${token.cls}`);
    return keys;
  }
  if (token.kind === 'word') keys.push(`c${token.cls}`);
  for (const cls of token.kind === 'name' ? token.cls.split(' ') : []) if (cls !== '') keys.push(`c${cls}`);
  if (token.skeleton.length >= 2) keys.push(`s${token.skeleton}`);
  else if (token.skeleton.length === 1) keys.push(`s${token.skeleton}${token.sounds.length}`);
  if (!token.abjad) for (const form of shortenedForms(token.plain)) keys.push(`d${form}`);
  if (token.skeleton.length >= 4) {
    for (let i = 0; i < token.skeleton.length; i++)
      keys.push(`e${token.skeleton.slice(0, i)}${token.skeleton.slice(i + 1)}`);
  }
  return keys;
}

const KOREAN_KEYS_OF_LISTED_NAME = 48;

function addNameKeys(table: PostingTableBuilder, name: Name, id: number): void {
  for (const key of koreanKeys(name.korean, KOREAN_KEYS_OF_LISTED_NAME)) table.add(`k${key}`, id);
  for (const key of joinKeys(name)) table.add(key, id);
  for (const initials of initialsOf(name)) table.add(`a${initials}`, id);
  if ((name.kind === 'organisation' || name.kind === 'any') && name.tokens.length >= 3)
    table.add(`b${(name.tokens[0]?.text ?? '').slice(0, 2)}`, id);
}

/** Neighbouring words of a name written as one. */
export function joinKeys(name: Name): string[] {
  const keys: string[] = [];
  for (let i = 0; i + 1 < name.tokens.length; i++) {
    const [first, second] = [name.tokens[i]!, name.tokens[i + 1]!];
    if (first.kind === 'number' || second.kind === 'number' || first.text.length + second.text.length > 20) continue;
    keys.push(`j${plainSounds(soundsOf(first.text + second.text))}`);
  }
  return keys;
}

function invert(
  starts: readonly number[],
  tokens: readonly number[],
  wordCount: number,
): { starts: Uint32Array; ids: Uint32Array } {
  const counts = new Uint32Array(wordCount + 1);
  for (const word of tokens) counts[word + 1]! += 1;
  for (let i = 0; i < wordCount; i++) counts[i + 1]! += counts[i]!;
  const fill = counts.slice();
  const ids = new Uint32Array(tokens.length);
  for (let name = 0; name + 1 < starts.length; name++)
    for (let i = starts[name]!; i < starts[name + 1]!; i++) {
      const word = tokens[i]!;
      ids[fill[word]!] = name;
      fill[word]! += 1;
    }
  return { starts: counts, ids };
}
