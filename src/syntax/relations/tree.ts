/**
 * A sentence read: its words with tags, and for each word the word on which it depends. Plain frozen data; the walks over it
 * are in `walks.ts`. Labels are those of ClearNLP (`nsubj`, `dobj`, `prep`, `pobj`, `ccomp`, ...; `ROOT` for a word without a head).
 */
export type Tree = {
  readonly words: readonly string[];
  /** Whether a space follows. */
  readonly spaces: readonly boolean[];
  /** Where each word begins and ends (exclusive), in UTF-16 units of the text that the words are from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Penn Treebank tags, such as `VBD`. */
  readonly tags: readonly string[];
  /** Universal parts of speech, such as `VERB`. */
  readonly pos: readonly string[];
  readonly lemmas: readonly string[];
  /** Place of the word's head, -1 for a root. There may be more than one root. */
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** How sure the parser was of the word's arc, 0 to 1, against its other moves at that step; 1 for a root. */
  readonly shares: readonly number[];
  /** Words that depend on each word, in the order of the text. */
  readonly children: readonly (readonly number[])[];
};

/** Children of each word, by the words' heads. */
export function childrenOf(heads: readonly number[]): readonly (readonly number[])[] {
  const children: number[][] = heads.map(() => []);
  heads.forEach((head, word) => {
    if (head >= 0) children[head]!.push(word);
  });
  return Object.freeze(children.map((list) => Object.freeze(list)));
}

/** Starts of words that follow each other with one space, or none, between two. */
export function startsOf(words: readonly string[], spaces: readonly boolean[]): readonly number[] {
  let at = 0;
  return words.map((word, place) => {
    const start = at;
    at += word.length + (spaces[place] === true ? 1 : 0);
    return start;
  });
}
