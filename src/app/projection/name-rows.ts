import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { spellingKeys } from '../../screening/similar-names.ts';
import type { NameRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';

/** The names in the texts of a snapshot, each once. */
export function nameRows({ derived }: Snapshot): readonly NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const { layer } of derived.documents)
    for (const row of namesIn(layer)) if (!rows.has(row.name)) rows.set(row.name, row);
  return [...rows.values()];
}

/** Rows stay the same objects as their text does. Keys are worked out for the first row of a name alone. */
const namesIn = memoized((layer: TextLayer): readonly NameRow[] =>
  writtenNames(layer.text).map((name) => {
    let keys: readonly number[] | undefined;
    return {
      name,
      get keys() {
        keys ??= spellingKeys(name);
        return keys;
      },
    };
  }),
);

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
