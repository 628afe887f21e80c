import { ScreeningError } from '../errors.ts';
import { analyseName } from '../names/name.ts';
import { addNameKeys } from '../names/name-keys.ts';
import { kindOfSchema, type ScreenedKind } from '../words/name-kind.ts';
import { hashOf, MAX_IDS, NONE, PostingTableBuilder } from '../words/posting-table.ts';
import { ListedWords } from './listed-words.ts';
import { type IndexArrays, type IndexTexts, KINDS, plainNumber } from './screening-index.ts';

/** What is known of the names and numbers of a list once all are indexed. */
export type IndexedNames = { readonly arrays: IndexArrays; readonly texts: Omit<IndexTexts, 'ids' | 'captions'> };

/**
 * Takes names apart as they come, entity by entity, and puts the index together at the end, in whatever order the entities
 * are to have: a list can be indexed while it is still being read. The same entities in the same order at the end give the
 * same arrays, byte for byte, in whatever order they came.
 */
export class IndexBuilder {
  readonly #entityKind: number[] = [];
  /** First name of each entity; its names lie together. */
  readonly #entityNames: number[] = [];
  readonly #names: string[] = [];
  readonly #nameQuality: number[] = [];
  readonly #nameWeight: number[] = [];
  /** First word of each name. */
  readonly #nameWords: number[] = [];
  readonly #wordsOfNames: number[] = [];
  readonly #words = new ListedWords();
  readonly #nameKeys = new PostingTableBuilder();
  readonly #numberKeys = new PostingTableBuilder();
  #kind: ScreenedKind = 'any';

  /** The next entity: the names and numbers that are added from here on are its own. */
  begin(schema: string): void {
    this.#kind = kindOfSchema(schema);
    this.#entityKind.push(KINDS.indexOf(this.#kind));
    this.#entityNames.push(this.#names.length);
    this.#checkRoom(this.#entityKind.length);
  }

  /** @param quality number of the property in `NAME_PROPS`; of several alike the first counts */
  addName(value: string, quality: number): void {
    if (this.#names.includes(value, this.#entityNames.at(-1))) return;
    const name = analyseName(value, this.#kind);
    if (name.tokens.length === 0) return;
    const id = this.#names.length;
    this.#names.push(value);
    this.#nameQuality.push(quality);
    this.#nameWeight.push(name.weight);
    this.#nameWords.push(this.#wordsOfNames.length);
    for (const token of name.tokens) this.#wordsOfNames.push(this.#words.idOf(token));
    addNameKeys(this.#nameKeys, name, id);
    this.#checkRoom(Math.max(id, this.#words.size));
  }

  addNumber(value: string): void {
    const plain = plainNumber(value);
    if (plain.length >= 4) this.#numberKeys.add(hashOf(plain), this.#entityKind.length - 1);
  }

  /** @param order the entities of the index, by the number in which they were begun */
  finish(order: Iterable<number>): IndexedNames {
    const entityIds = new Uint32Array(this.#entityKind.length).fill(NONE);
    const nameIds = new Uint32Array(this.#names.length).fill(NONE);
    const entityKind: number[] = [];
    const names: string[] = [];
    const nameEntity: number[] = [];
    const nameQuality: number[] = [];
    const nameWeight: number[] = [];
    const nameStarts: number[] = [];
    const nameTokens: number[] = [];
    const words = this.#words.inOrder();
    for (const entity of order) {
      const number = entityKind.length;
      entityIds[entity] = number;
      entityKind.push(this.#entityKind[entity]!);
      const end = this.#entityNames[entity + 1] ?? this.#names.length;
      for (let name = this.#entityNames[entity]!; name < end; name++) {
        nameIds[name] = names.length;
        names.push(this.#names[name]!);
        nameEntity.push(number);
        nameQuality.push(this.#nameQuality[name]!);
        nameWeight.push(this.#nameWeight[name]!);
        nameStarts.push(nameTokens.length);
        const wordsEnd = this.#nameWords[name + 1] ?? this.#wordsOfNames.length;
        for (let at = this.#nameWords[name]!; at < wordsEnd; at++)
          nameTokens.push(words.newId(this.#wordsOfNames[at]!));
      }
    }
    nameStarts.push(nameTokens.length);
    const { arrays, ...texts } = words.finish();
    const { starts, ids } = invert(nameStarts, nameTokens, texts.words.length);
    return {
      arrays: {
        nameEntity: new Uint32Array(nameEntity),
        nameQuality: new Uint8Array(nameQuality),
        nameStarts: new Uint32Array(nameStarts),
        nameTokens: new Uint32Array(nameTokens),
        nameWeight: new Float32Array(nameWeight),
        wordStarts: starts,
        wordNames: ids,
        ...arrays,
        entityKind: new Uint8Array(entityKind),
        nameKeys: this.#nameKeys.finish(nameIds),
        numberKeys: this.#numberKeys.finish(entityIds),
      },
      texts: { names, ...texts },
    };
  }

  #checkRoom(count: number): void {
    if (count >= MAX_IDS)
      throw new ScreeningError('cache-unusable', 'The lists hold more names than one index can; screen them in parts');
  }
}

/** The names of each word, in ascending order. */
function invert(
  nameStarts: readonly number[],
  nameTokens: readonly number[],
  wordCount: number,
): { starts: Uint32Array; ids: Uint32Array } {
  const starts = new Uint32Array(wordCount + 1);
  for (const word of nameTokens) starts[word + 1]! += 1;
  for (let i = 0; i < wordCount; i++) starts[i + 1]! += starts[i]!;
  const fill = starts.slice();
  const ids = new Uint32Array(nameTokens.length);
  for (let name = 0; name + 1 < nameStarts.length; name++)
    for (let i = nameStarts[name]!; i < nameStarts[name + 1]!; i++) {
      const word = nameTokens[i]!;
      ids[fill[word]!] = name;
      fill[word]! += 1;
    }
  return { starts, ids };
}
