/** Endings that are no words, so that what stands before them on the line above is no word either. */
const SUFFIX =
  /^(?:ments?|mental|tions?|tional|sions?|ings?|ity|ities|ness|nesses|ances?|ences?|ously|ally|ically|ated|ating|ization|isation|tious|cial|tial)(?![\p{L}-])/u;

/**
 * Joins the lines of a paragraph. A hyphen at the end of a line is taken out only where that is safe: the whole word stands
 * elsewhere in the document, or what follows can only be the end of a word. Otherwise it stays ("ship-" + "to-ship"): a
 * wrong word in a quotation is worse than an ugly one. A soft hyphen always goes.
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = lines[0] ?? '';
  for (const line of lines.slice(1)) text = joinTwo(text, line, words);
  return text.replace(/\u00ad/g, '');
}

function joinTwo(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const before = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(text)?.[1];
  if (before === undefined)
    return /[-\u2010]$/.test(text) && /\p{N}[-\u2010]$/u.test(text) ? text + next : joinSpaced(text, next);
  const after = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (after === undefined) return text + next;
  const safe = SUFFIX.test(next) || words.has((before + after).toLowerCase());
  return safe ? text.slice(0, -1) + next : text + next;
}

/** Chinese and Japanese set no blank between lines; Korean does. */
function joinSpaced(text: string, next: string): string {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。」』）]$/u.test(text) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u.test(next)
    ? text + next
    : `${text} ${next}`;
}

/** The words of a document that stand whole inside its lines. */
export function wordsOf(lines: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const match of line.matchAll(/(?<![\p{L}\p{M}-])[\p{L}\p{M}]{4,}(?![\p{L}\p{M}-])/gu))
      words.add(match[0].toLowerCase());
  return words;
}
