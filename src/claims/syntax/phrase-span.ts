import type { Run } from '../names/phrase.ts';
import type { Arcs } from '../tokens/token.ts';
import type { Word } from '../tokens/word.ts';

/** A tree over words: all that the walks of this file need. */
export type Phrases = { readonly words: readonly Word[]; readonly arcs: Arcs };

/** What stands before a noun and belongs to its phrase. */
const BEFORE = new Set([
  'det',
  'predet',
  'amod',
  'compound',
  'nmod',
  'poss',
  'nummod',
  'quantmod',
  'advmod',
  'case',
  'neg',
  'punct',
  'npadvmod',
  'dep',
]);
/** What stands behind a noun and never belongs to its name: clauses, appositions, conjuncts. */
const LONGEST_PHRASE = 40;

/** Whether a word depends, directly or not, on another, or is it. */
export function isUnder({ arcs }: Phrases, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = arcs.heads[i]!) if (i === top) return true;
  return false;
}

/** Children of a word with one of some labels, in the order of the text. */
export function childrenBy({ arcs }: Phrases, at: number, ...labels: readonly string[]): number[] {
  return arcs.children[at]!.filter((child) => labels.includes(arcs.labels[child]!));
}

export function childBy(phrases: Phrases, at: number, ...labels: readonly string[]): number | undefined {
  return childrenBy(phrases, at, ...labels)[0];
}

/** All words that depend on a word, itself included, as the span from the first to the last. */
export function spanUnder(phrases: Phrases, top: number): Run {
  let [from, to] = [top, top + 1];
  const pending = [top];
  while (pending.length > 0) {
    const at = pending.pop()!;
    from = Math.min(from, at);
    to = Math.max(to, at + 1);
    pending.push(...phrases.arcs.children[at]!);
  }
  return { from, to };
}

/** A noun with what stands before it: "the North Korean missiles" of "the North Korean missiles that it fired". */
export function nounRun(phrases: Phrases, head: number): Run {
  const { arcs, words } = phrases;
  let from = head;
  for (const child of arcs.children[head]!) {
    if (child > head || !BEFORE.has(arcs.labels[child]!)) continue;
    const span = spanUnder(phrases, child);
    if (span.to > head) continue;
    // A mark or an adverb at the edge is no part of the phrase.
    if (arcs.labels[child] === 'punct' && span.from < from && !isInner(phrases, child, head)) continue;
    from = Math.min(from, span.from);
  }
  while (from < head && (words[from]!.pos === 'PUNCT' || /^(and|or|but|also|only|even|just)$/.test(words[from]!.lower)))
    from++;
  let to = head + 1;
  // "the government's", where the mark hangs on the noun.
  if (words[to]?.text === "'s" || words[to]?.text === "'") to += 0;
  // "Unit 8200", "Resolution 2397": a number or letter after a name.
  for (const child of arcs.children[head]!)
    if (child === to && (arcs.labels[child] === 'nummod' || arcs.labels[child] === 'compound')) to = child + 1;
  return { from, to };
}

/** A mark within the modifiers: quotation marks and hyphens. */
function isInner({ arcs, words }: Phrases, at: number, head: number): boolean {
  return arcs.children[head]!.some((child) => child < at) && /^["'(-]$/.test(words[at]!.text);
}

/** Prepositions by which a noun's own phrase goes on after it. */
const GOES_ON = /^(of|for|on|in|at|to|from|against|with|by|under|between|within)$/;

/** A noun with its modifiers on both sides as far as they name it: "a group of UN experts", "the ambassador to Kenya". */
export function wholeNounRun(phrases: Phrases, head: number, goesOn = GOES_ON): Run {
  const { arcs, words } = phrases;
  const core = nounRun(phrases, head);
  let { to } = core;
  for (;;) {
    const next = arcs.children[head]!.find(
      (child) =>
        child === to &&
        arcs.labels[child] === 'prep' &&
        // "Doctors Beyond Rivers": a preposition with a capital is part of a name.
        (goesOn.test(words[child]!.lower) || (child > 0 && /^\p{Lu}/u.test(words[child]!.text))),
    );
    const object = next === undefined ? undefined : childBy(phrases, next, 'pobj');
    if (object === undefined) break;
    const inner = wholeNounRun(phrases, object, goesOn);
    if (inner.from < to || inner.to - core.from > LONGEST_PHRASE) break;
    to = inner.to;
    // "of Transport, Goods and Ports": the list goes on within the phrase.
    const listed = conjunctsOf(phrases, object).slice(1);
    for (const one of listed) {
      const more = nounRun(phrases, one);
      if (more.from - to <= 2 && more.to > to && isCapitalised(words, more)) to = more.to;
    }
  }
  return { from: core.from, to };
}

function isCapitalised(words: readonly Word[], { to }: Run): boolean {
  return /^\p{Lu}/u.test(words[to - 1]!.text);
}

/** A word and all that are joined to it by "and", "or" or a comma, in order. */
export function conjunctsOf(phrases: Phrases, first: number): number[] {
  const found = [first];
  for (const at of found) found.push(...childrenBy(phrases, at, 'conj'), ...listedAfter(phrases, at));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** "one broker, three insurers, and an agent": the middle of a list is read as an apposition; it is counted like the others. */
function listedAfter(phrases: Phrases, at: number): number[] {
  const counted = (noun: number) => childBy(phrases, noun, 'nummod') !== undefined;
  return childrenBy(phrases, at, 'appos').filter(
    (one) => counted(at) && counted(one) && childBy(phrases, one, 'conj') !== undefined,
  );
}

/** The first of the words to which a word is joined by "and", "or" or a comma; the word itself where it is none. */
export function firstConjunct({ arcs }: Phrases, at: number): number {
  let first = at;
  while (arcs.labels[first] === 'conj' && arcs.heads[first]! >= 0) first = arcs.heads[first]!;
  return first;
}

/** The word of a run on which the rest of it hangs. */
export function topOf({ arcs }: Phrases, { from, to }: Run): number {
  for (let i = from; i < to; i++) if (arcs.heads[i]! < from || arcs.heads[i]! >= to) return i;
  return to - 1;
}
