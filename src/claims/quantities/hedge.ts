import type { HedgedBounds } from '../../core/hedged-bounds.ts';
import { quantityWords } from '../lexicon/vocabulary.ts';
import type { Qualifier } from '../model/quantity.ts';
import type { Word } from '../tokens/word.ts';

export { boundsOf } from '../../core/hedged-bounds.ts';

/** A hedge found before or after a figure; `from` and `to` are word numbers. */
export type Hedge = { readonly qualifier: Qualifier; readonly from: number; readonly to: number };

type Phrases = readonly { readonly words: readonly string[]; readonly qualifier: Qualifier }[];
let before: Phrases | undefined;
let behind: Phrases | undefined;
let fillers: ReadonlySet<string> | undefined;

function phrasesOf(table: Readonly<Record<string, readonly string[]>>): Phrases {
  return Object.entries(table)
    .flatMap(([qualifier, list]) =>
      list.map((phrase) => ({ words: phrase.split(' '), qualifier: qualifier as Qualifier })),
    )
    .sort((a, b) => b.words.length - a.words.length);
}

/** The hedge that ends right before a figure, with words such as "another" or "an estimated" between. */
export function hedgeBefore(words: readonly Word[], at: number): Hedge {
  before ??= phrasesOf(quantityWords().hedges);
  fillers ??= new Set(quantityWords().fillers.flatMap((phrase) => phrase.split(' ')));
  let from = at;
  let found: Hedge | undefined;
  for (let step = 0; step < 4; step++) {
    const hedge = before.find((phrase) => endsAt(words, from, phrase.words) && phrase.qualifier !== 'between');
    // "handed over 40 rifles": a part of the verb.
    if (
      hedge !== undefined &&
      !(hedge.words[0] === 'over' && /^(hand|turn|sign|pass)$/.test(words[from - 2]?.lemma ?? ''))
    ) {
      const start = from - hedge.words.length;
      // "up to about 50": the outer hedge bounds the figure.
      found = { qualifier: hedge.qualifier, from: start, to: at };
      from = start;
      continue;
    }
    const word = words[from - 1]?.lower ?? '';
    if (found === undefined && fillers.has(word) && word !== 'the' && word !== 'of' && word !== 'a' && word !== 'an')
      from--;
    else break;
  }
  if (found) return { ...found, from };
  // Article of "an estimated 600", "a further 12", "a total of 40".
  if (from < at && /^(a|an|the)$/.test(words[from - 1]?.lower ?? '')) from--;
  else if (from === at && words[at - 1]?.lower === 'of' && /^(total|combined)$/.test(words[at - 2]?.lower ?? ''))
    from = Math.max(0, at - 3);
  return { qualifier: 'exactly', from, to: at };
}

/** "or more", "or so" after a figure or its noun. */
export function hedgeAfter(words: readonly Word[], at: number): Hedge | undefined {
  behind ??= phrasesOf(quantityWords()['hedges-after']);
  for (const phrase of behind)
    if (phrase.words.every((word, i) => words[at + i]?.lower === word))
      return { qualifier: phrase.qualifier, from: at, to: at + phrase.words.length };
  return undefined;
}

function endsAt(words: readonly Word[], end: number, phrase: readonly string[]): boolean {
  const start = end - phrase.length;
  return start >= 0 && phrase.every((word, i) => words[start + i]!.lower === word);
}

export type Bounds = HedgedBounds<Qualifier>;
