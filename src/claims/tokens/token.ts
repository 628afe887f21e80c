import { loadParser } from '../../syntax/parser.ts';
import { childrenOf, type Tree } from '../../syntax/relations/tree.ts';
import { tokenize as cutWords } from '../../syntax/tokens/tokenizer.ts';
import { isCurrencyCode } from '../lexicon/currency.ts';
import { joinHyphens } from './hyphen.ts';
import { doubtfulVerb, isConfirmed } from './second-reading.ts';
import type { Word } from './word.ts';

/**
 * What hangs on what, word by word: for each word its head (-1 for a root), the label of that arc, the Penn tag, the parser's
 * share for the arc, and the words that depend on it.
 */
export type Arcs = {
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  readonly tags: readonly string[];
  readonly shares: readonly number[];
  readonly children: readonly (readonly number[])[];
};

export type ReadWords = { readonly words: readonly Word[]; readonly arcs: Arcs };

/** Longer runs are tables or lists without a stop; they are read in pieces, since a parser has nothing to say of the whole. */
const LONGEST_PIECE = 120;

/**
 * The words of a slice of the text with offsets into the whole of it, and the tree over them.
 *
 * The parser wants "short-range" and "Won-sik" in pieces; a hyphen without blanks makes one word here, because what is counted
 * ("ship-to-ship transfer") and who speaks ("Shin Won-sik") must stay whole. The tree is contracted accordingly.
 */
export function readWords(text: string, start: number, end: number): ReadWords {
  const slice = text.slice(start, end);
  const cut = withTitlesWhole(withFiguresApart(cutWords(slice)));
  const raw: Word[] = [];
  const heads: number[] = [];
  const labels: string[] = [];
  const tags: string[] = [];
  const shares: number[] = [];
  for (const { from, to } of piecesOf(cut.words)) {
    const tree = parsePiece(cut, from, to);
    if (tree === undefined) continue;
    tree.words.forEach((value, i) => {
      const plain = plainMarks(value);
      raw.push({
        text: plain,
        lower: plain.toLowerCase(),
        lemma: tree.lemmas[i]!.toLowerCase(),
        pos: tree.pos[i]!,
        start: start + tree.starts[i]!,
        end: start + tree.ends[i]!,
      });
      heads.push(tree.heads[i]! < 0 ? -1 : tree.heads[i]! + from);
      labels.push(tree.labels[i]!);
      tags.push(tree.tags[i]!);
      shares.push(tree.shares[i]!);
    });
  }
  return contract(raw, { heads, labels, tags, shares });
}

type Cut = ReturnType<typeof cutWords>;

/** The tree of a piece; where a verb of saying may have been read as a noun, that of the same words with a plain verb in its place. */
function parsePiece(cut: Cut, from: number, to: number): Tree | undefined {
  const [words, spaces, starts] = [cut.words.slice(from, to), cut.spaces.slice(from, to), cut.starts.slice(from, to)];
  const read = asKnown(words);
  const tree = withNames(written(loadParser().parse(read, spaces, starts), words));
  const doubtful = tree === undefined ? undefined : doubtfulVerb(tree);
  if (tree === undefined || doubtful === undefined) return tree;
  const { at, plain, lemma } = doubtful;
  const again = loadParser().parse(read.with(at, plain), spaces, starts);
  if (again === undefined || !isConfirmed(again, doubtful)) return tree;
  return { ...again, words: tree.words, ends: tree.ends, lemmas: again.lemmas.with(at, lemma) };
}

/**
 * "EUR 210 million", "NT$1 million": the parser knows signs before amounts, and takes a code for a thing that has a number. "said Under Secretary
 * Anna Lund": it takes the first word of the office for a preposition, so that nobody says it; "Deputy" is one that it knows.
 */
function asKnown(words: readonly string[]): readonly string[] {
  return words.map((word, at) => {
    const next = words[at + 1] ?? '';
    if ((isCurrencyCode(word) || /^[A-Z]{1,2}\$$/.test(word)) && /^\d/.test(next)) return '$';
    // "the report [PDF] says": a note of the format, which the parser takes for the subject.
    if (word === '[' && FORMAT.test(next) && words[at + 2] === ']') return '(';
    if (word === ']' && FORMAT.test(words[at - 1] ?? '') && words[at - 2] === '[') return ')';
    // "Human Rights Watch": of what it is called the parser makes a verb.
    if (word === 'Watch' && /^\p{Lu}\p{Ll}/u.test(words[at - 1] ?? '')) return 'Group';
    if (word.endsWith('.') && TITLE.test(word.slice(0, -1))) return 'Gen.';
    return word === 'Under' && next === 'Secretary' ? 'Deputy' : word;
  });
}

/** "SHREM opened an account": a name in capitals that was tagged as a verb, though it is somebody who does something. */
function withNames(tree: Tree | undefined): Tree | undefined {
  if (tree === undefined) return undefined;
  const isName = (at: number) =>
    /^\p{Lu}{3,}$/u.test(tree.words[at]!) &&
    tree.tags[at]!.startsWith('VB') &&
    /^(nsubj|nsubjpass|dobj|pobj|poss|compound)$/.test(tree.labels[at]!);
  if (!tree.words.some((_, at) => isName(at)) || !tree.words.some((word) => /^\p{Ll}{3,}$/u.test(word))) return tree;
  return {
    ...tree,
    tags: tree.tags.map((tag, at) => (isName(at) ? 'NNP' : tag)),
    pos: tree.pos.map((pos, at) => (isName(at) ? 'PROPN' : pos)),
  };
}

const FORMAT = /^(pdf|docx?|xlsx?|html|csv|video|audio|photos?|map|archive)$/i;

/** The tree over the words as they are written. */
function written(tree: Tree | undefined, words: readonly string[]): Tree | undefined {
  if (tree === undefined || words.every((word, at) => tree.words[at] === word)) return tree;
  return { ...tree, words, ends: tree.starts.map((start, at) => start + words[at]!.length) };
}

/** "40–50": a range without blanks is two numbers; "MYR10,000" is a code and a number, and "NT$1" a sign and one. */
function withFiguresApart({ words, spaces, starts }: Cut): Cut {
  if (!words.some((word) => RANGE.test(word) || CODED.test(word))) return { words, spaces, starts };
  const apart: { words: string[]; spaces: boolean[]; starts: number[] } = { words: [], spaces: [], starts: [] };
  words.forEach((word, i) => {
    const coded = CODED.exec(word);
    const known = coded !== null && (isCurrencyCode(coded[1]!) || coded[1]!.endsWith('$'));
    const match = known ? coded : RANGE.exec(word);
    const parts = match === null ? [word] : match.slice(1);
    let start = starts[i]!;
    parts.forEach((part, at) => {
      apart.words.push(part);
      apart.starts.push(start);
      apart.spaces.push(at === parts.length - 1 && spaces[i] === true);
      start += part.length;
    });
  });
  return apart;
}

/** "Capt. Jeff Davis": a title whose stop was cut off, and taken for the end of a sentence. */
function withTitlesWhole({ words, spaces, starts }: Cut): Cut {
  const isStop = (at: number) =>
    words[at] === '.' &&
    TITLE.test(words[at - 1] ?? '') &&
    spaces[at - 1] === false &&
    /^\p{Lu}/u.test(words[at + 1] ?? '');
  if (!words.some((_, at) => isStop(at))) return { words, spaces, starts };
  const kept = words.map((_, at) => at).filter((at) => !isStop(at));
  return {
    words: kept.map((at) => (isStop(at + 1) ? `${words[at]}.` : words[at]!)),
    spaces: kept.map((at) => (isStop(at + 1) ? spaces[at + 1]! : spaces[at]!)),
    starts: kept.map((at) => starts[at]!),
  };
}

const TITLE = /^(Capt|Cmdr|Cdr|Supt|Insp|Cpl|Pvt|Hon|Amb|Brig|Det|Atty)$/;

const RANGE = /^(\d[\d,.]*)([–—])(\d[\d,.]*)$/u;
const CODED = /^([A-Z]{3}|[A-Z]{1,2}\$)(\d[\d,.]*)$/;

/**
 * The words as `readWords` cuts them, without what the parser says of them (`pos` and `lemma` are empty): for whoever asks only what
 * is written, at a small part of the cost.
 */
export function cutIntoWords(text: string, start: number, end: number): Word[] {
  const { words, starts } = withTitlesWhole(withFiguresApart(cutWords(text.slice(start, end))));
  return joinHyphens(
    words.map((value, i) => {
      const plain = plainMarks(value);
      const from = start + starts[i]!;
      return { text: plain, lower: plain.toLowerCase(), lemma: '', pos: '', start: from, end: from + value.length };
    }),
  );
}

/** The words alone. */
export function tokenize(text: string, start: number, end: number): Word[] {
  return [...readWords(text, start, end).words];
}

function plainMarks(value: string): string {
  return value
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}

/** Runs of at most LONGEST_PIECE words, cut after a mark where one stands in the second half. */
function piecesOf(words: readonly string[]): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; ) {
    let to = Math.min(from + LONGEST_PIECE, words.length);
    if (to < words.length)
      for (let i = to; i > from + LONGEST_PIECE / 2; i--)
        if (/^[;:,.]$/.test(words[i - 1]!)) {
          to = i;
          break;
        }
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

/** Words joined at hyphens take the arc of the part that lies nearest to the root: so no circle can come about. */
function contract(raw: readonly Word[], arcs: Omit<Arcs, 'children'>): ReadWords {
  const words = joinHyphens(raw);
  const place = new Int32Array(raw.length);
  const first: number[] = [];
  let at = 0;
  words.forEach((word, i) => {
    first.push(at);
    while (at < raw.length && raw[at]!.end <= word.end) place[at++] = i;
  });
  const heads: number[] = [];
  const labels: string[] = [];
  const tags: string[] = [];
  const shares: number[] = [];
  words.forEach((_, i) => {
    let top = first[i]!;
    for (let part = top + 1; part < (first[i + 1] ?? raw.length); part++)
      if (depthOf(arcs.heads, part) < depthOf(arcs.heads, top)) top = part;
    const head = arcs.heads[top]!;
    heads.push(head < 0 ? -1 : place[head]!);
    labels.push(arcs.labels[top]!);
    tags.push(arcs.tags[top]!);
    shares.push(arcs.shares[top]!);
  });
  return { words, arcs: { heads, labels, tags, shares, children: childrenOf(heads) } };
}

function depthOf(heads: readonly number[], at: number): number {
  let depth = 0;
  for (let i = heads[at]!; i >= 0; i = heads[i]!) depth++;
  return depth;
}
