import type { Entity } from '../entities/entity.ts';
import { ScreeningError } from './errors.ts';
import { analyseName } from './name.ts';
import { addNameKeys } from './name-keys.ts';
import { kindOfSchema } from './name-kind.ts';
import { hashOf, MAX_IDS, PostingTableBuilder } from './posting-table.ts';
import {
  type IndexArrays,
  KINDS,
  NAME_PROPS,
  NUMBER_PROPS,
  plainNumber,
  ScreeningIndex,
  TOKEN_KINDS,
  WORD_TRAITS,
} from './screening-index.ts';
import type { Token } from './token.ts';
import { addListedKeys } from './word-keys.ts';

const QUALITY = new Map<string, number>(NAME_PROPS.map((prop, quality) => [prop, quality]));
const NUMBERS = new Set<string>(NUMBER_PROPS);
const NONE = -1;

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
  /** The last word of each text, and behind each word the one before it: those of one text are of several kinds, weights or classes. */
  const wordIds = new Map<string, number>();
  const nextOfText: number[] = [];
  const wordTokens: Token[] = [];
  const entityKind: number[] = [];
  const nameKeys = new PostingTableBuilder();
  const numberKeys = new PostingTableBuilder();

  const idOfWord = (token: Token, cls: string): number => {
    const latest = wordIds.get(token.text);
    for (let id = latest ?? NONE; id !== NONE; id = nextOfText[id]!) {
      const known = wordTokens[id]!;
      if (known.kind === token.kind && known.weight === token.weight && wordClasses[id] === cls) return id;
    }
    const id = words.length;
    wordIds.set(token.text, id);
    nextOfText.push(latest ?? NONE);
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
      const quality = QUALITY.get(value.prop);
      if (quality !== undefined) {
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
      } else if (NUMBERS.has(value.prop)) {
        const plain = plainNumber(value.value);
        if (plain.length >= 4) numberKeys.add(hashOf(plain), number);
      }
    }
  });
  nameStarts.push(nameTokens.length);
  if (names.length >= MAX_IDS || words.length >= MAX_IDS)
    throw new ScreeningError('cache-unusable', 'The lists hold more names than one index can; screen them in parts');

  const wordKeys = new PostingTableBuilder();
  const keys: number[] = [];
  wordTokens.forEach((token, id) => {
    keys.length = 0;
    addListedKeys(token, keys);
    for (const key of keys) wordKeys.add(key, id);
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
    ...soundsOfWords(wordTokens),
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

function soundsOfWords(words: readonly Token[]): Pick<IndexArrays, 'wordSoundStarts' | 'wordSounds' | 'wordTraits'> {
  const wordSoundStarts = new Uint32Array(words.length + 1);
  words.forEach((token, id) => {
    wordSoundStarts[id + 1] = wordSoundStarts[id]! + token.sounds.length;
  });
  const wordSounds = new Uint8Array(wordSoundStarts[words.length] ?? 0);
  const wordTraits = new Uint8Array(words.length);
  words.forEach((token, id) => {
    wordSounds.set(token.sounds, wordSoundStarts[id]);
    const hasShortForm = token.kind === 'name' && token.cls !== '';
    wordTraits[id] = (token.abjad ? WORD_TRAITS.abjad : 0) | (hasShortForm ? WORD_TRAITS.shortForm : 0);
  });
  return { wordSoundStarts, wordSounds, wordTraits };
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
