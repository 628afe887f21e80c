import { spellingKeys } from '../../screening/similar-names.ts';
import type { Chunk, NameRow } from '../../store/projection.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';

/** So many chunks that a document more, whose names lie in many of them, writes no more than a part of all names. */
const CHUNKS = 512;

/** The names in texts, each once, as they have been gathered so far: a document more adds its own. */
export type NamesGathered = {
  of(documents: readonly ReadDocument[]): readonly Chunk<NameRow>[];
};

export function gatherNames(): NamesGathered {
  let gathered: readonly ReadDocument[] = [];
  let names: readonly Set<string>[] = [];
  let chunks: readonly Chunk<NameRow>[] = [];
  return {
    of: (documents) => {
      if (documents === gathered && chunks.length > 0) return chunks;
      const goesOn =
        chunks.length > 0 &&
        documents.length >= gathered.length &&
        gathered.every(({ layer }, at) => layer === documents[at]?.layer);
      if (!goesOn) names = Array.from({ length: CHUNKS }, () => new Set<string>());
      for (const { layer } of goesOn ? documents.slice(gathered.length) : documents)
        for (const name of writtenNames(layer.text)) names[chunkOf(name)]?.add(name);
      gathered = documents;
      chunks = names.map(chunkOfNames);
      return chunks;
    },
  };
}

function chunkOfNames(names: ReadonlySet<string>, at: number): Chunk<NameRow> {
  const sorted = [...names].sort();
  return {
    key: String(at),
    of: [sorted.join('\n')],
    rows: () => sorted.map((name) => ({ name, keys: spellingKeys(name) })),
  };
}

function chunkOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (sum * 31 + name.charCodeAt(at)) % CHUNKS;
  return sum;
}

/** Words that begin with a capital and follow each other: a name, as far as the writing tells. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]+(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’.-]*){0,3}/gu;
/** A word of a name that is looked for by itself. */
const SHORTEST_WORD = 4;
const HANGUL = /\p{Script=Hangul}{2,}/gu;
/** Korean names of people and places; what is written on after them are endings. */
const HANGUL_NAME = { least: 2, most: 4 } as const;

/**
 * What may be a name in a text. Chinese and Japanese show none by their writing, and are left out; that too much is taken
 * costs room, since a name is found only where another is compared with it.
 */
export function writtenNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [run] of text.matchAll(CAPITALISED)) {
    const words = run.split(/[ \u00a0]/);
    names.add(words.join(' '));
    if (words.length > 1) for (const word of words) if (word.length >= SHORTEST_WORD) names.add(word);
  }
  for (const [run] of text.matchAll(HANGUL))
    for (let length = HANGUL_NAME.least; length <= Math.min(run.length, HANGUL_NAME.most); length++)
      names.add(run.slice(0, length));
  return [...names];
}
