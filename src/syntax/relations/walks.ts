import type { Tree } from './tree.ts';

/** Words without a head, in order. */
export function rootsOf({ heads }: Tree): readonly number[] {
  return heads.flatMap((head, word) => (head < 0 ? [word] : []));
}

/** Children of a word with one of these labels, in the order of the text. */
export function childrenWith(
  { children, labels }: Tree,
  word: number,
  ...wanted: readonly string[]
): readonly number[] {
  return children[word]!.filter((child) => wanted.includes(labels[child]!));
}

/** The first child of a word with one of these labels. */
export function childWith({ children, labels }: Tree, word: number, ...wanted: readonly string[]): number | undefined {
  return children[word]!.find((child) => wanted.includes(labels[child]!));
}

/** Children before the word. */
export function leftOf({ children }: Tree, word: number): readonly number[] {
  return children[word]!.filter((child) => child < word);
}

/** Children after the word. */
export function rightOf({ children }: Tree, word: number): readonly number[] {
  return children[word]!.filter((child) => child > word);
}

/** The word that a word depends on; undefined for a root. */
export function headOf({ heads }: Tree, word: number): number | undefined {
  const head = heads[word]!;
  return head < 0 ? undefined : head;
}

/** Head, head's head and so on up to a root, the nearest first. */
export function ancestorsOf(tree: Tree, word: number): readonly number[] {
  const found: number[] = [];
  for (let head = headOf(tree, word); head !== undefined; head = headOf(tree, head)) found.push(head);
  return found;
}

/** True for the word itself and for every word that depends on it, at whatever distance. */
export function isWithin(tree: Tree, word: number, top: number): boolean {
  return word === top || ancestorsOf(tree, word).includes(top);
}

/** A word and all that depends on it, in the order of the text, without what hangs on words that `leaveOut` names. */
export function subtreeOf(
  tree: Tree,
  word: number,
  leaveOut: (word: number) => boolean = () => false,
): readonly number[] {
  const found = [word];
  for (let place = 0; place < found.length; place++)
    for (const child of tree.children[found[place]!]!) if (!leaveOut(child)) found.push(child);
  return found.sort((a, b) => a - b);
}

/** A run of words: the first, and the one after the last. */
export type TokenSpan = { readonly start: number; readonly end: number };

/** From the first to the last word of a subtree. Where arcs cross, words of others may lie between. */
export function spanOf(tree: Tree, word: number, leaveOut?: (word: number) => boolean): TokenSpan {
  const words = subtreeOf(tree, word, leaveOut);
  return { start: words[0]!, end: words.at(-1)! + 1 };
}

/** The text of a run of words as it was written, but for white space that was more than one space. */
export function textOf({ words, spaces }: Tree, { start, end }: TokenSpan): string {
  let text = '';
  for (let word = start; word < end; word++) text += words[word]! + (spaces[word]! && word + 1 < end ? ' ' : '');
  return text;
}

/** The first of the words that are joined with this one ("A, B and C": A for each of them). */
export function firstConjunctOf(tree: Tree, word: number): number {
  let first = word;
  while (tree.labels[first] === 'conj' && tree.heads[first]! >= 0) first = tree.heads[first]!;
  return first;
}

/**
 * All words that are joined with this one, itself too, in the order of the text. A conjunct hangs on the one before it or on
 * the first, so they are found from the first down.
 */
export function conjunctsOf(tree: Tree, word: number): readonly number[] {
  const found = [firstConjunctOf(tree, word)];
  for (let place = 0; place < found.length; place++) found.push(...childrenWith(tree, found[place]!, 'conj'));
  return found.sort((a, b) => a - b);
}
