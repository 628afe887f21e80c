/** Endings that are no words, so that what stands before them on the line above is no word either. */
const SUFFIX =
  /^(?:ments?|mental|tions?|tional|sions?|ings?|ity|ities|ness|nesses|ances?|ences?|ously|ally|ically|ated|ating|ization|isation|tious|cial|tial)(?![\p{L}-])/u;

/**
 * Joins the lines of a paragraph. A hyphen at the end of a line is taken out only where that is safe: the whole word stands
 * elsewhere in the document, or what follows can only be the end of a word. Otherwise it stays ("ship-" + "to-ship"): a
 * wrong word in a quotation is worse than an ugly one. A soft hyphen always goes. Some files mark theirs as no part of the
 * text: two halves that stand nowhere else as words, and whose whole does, are put together again.
 */
export function joinLines(lines: readonly string[], words: DocumentWords): string {
  let text = lines[0] ?? '';
  for (const line of lines.slice(1)) text = joinTwo(text, line, words);
  return text.replace(/\u00ad/g, '');
}

function joinTwo(text: string, next: string, words: DocumentWords): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const before = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(text)?.[1];
  if (before === undefined)
    return /\p{N}[-\u2010]$/u.test(text) || isBroken(text, next, words) ? text + next : joinSpaced(text, next);
  const after = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (after === undefined) return text + next;
  const safe = SUFFIX.test(next) || isWord(before + after, words);
  return safe ? text.slice(0, -1) + next : text + next;
}

/** A word broken without a hyphen: its halves are no words of the document, and the whole is. */
function isBroken(text: string, next: string, words: DocumentWords): boolean {
  const before = /(?<![\p{L}\p{M}\p{N}'’-])[\p{L}\p{M}]{2,}$/u.exec(text)?.[0].toLowerCase();
  const after = /^\p{Ll}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}'’-])/u.exec(next)?.[0].toLowerCase();
  if (before === undefined || after === undefined || words.inside.has(before) || words.inside.has(after)) return false;
  return isWord(before + after, words);
}

/** Short words are chance. */
const SHORTEST_WORD = 4;

function isWord(word: string, words: DocumentWords): boolean {
  return word.length >= SHORTEST_WORD && words.all.has(word.toLowerCase());
}

/** Chinese and Japanese set no blank between lines; Korean does. */
function joinSpaced(text: string, next: string): string {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。」』）]$/u.test(text) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u.test(next)
    ? text + next
    : `${text} ${next}`;
}

/** The words of a document, and those of them that stand inside its lines: at the edge of one it may be half a word. */
export type DocumentWords = { readonly all: ReadonlySet<string>; readonly inside: ReadonlySet<string> };

export function wordsOf(lines: Iterable<string>): DocumentWords {
  const [all, inside] = [new Set<string>(), new Set<string>()];
  for (const line of lines)
    for (const { 0: word, index } of line.matchAll(/(?<![\p{L}\p{M}-])[\p{L}\p{M}]+(?![\p{L}\p{M}-])/gu)) {
      const atEdge = (index === 0 && /^\p{Ll}/u.test(word)) || index + word.length === line.length;
      all.add(word.toLowerCase());
      if (!atEdge) inside.add(word.toLowerCase());
    }
  return { all, inside };
}
