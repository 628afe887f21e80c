/** A passage that a person marked in the text, in UTF-16 code units of the text layer. */
export type SelectedPassage = { readonly start: number; readonly end: number; readonly quote: string };

/** Attribute of the elements that hold text of the document, with the offset at which theirs begins. */
export const START_ATTRIBUTE = 'data-start';

/**
 * What is selected inside `root`, as a passage of the text layer; null when nothing is, or when it lies outside. Blanks at
 * both ends are left out, and a word that is marked in part is taken whole: a quote that cuts words would be a misquote. Page numbers and other marks of ours hold no offsets and so can never become part of a quote.
 */
export function passageOfSelection(root: HTMLElement, selection: Selection | null): SelectedPassage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const runs = [...root.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`)].filter((run) =>
    range.intersectsNode(run),
  );
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  const quoted: string[] = [];
  for (const run of runs) {
    const node = run.firstChild;
    if (!(node instanceof Text)) continue;
    const from = Number(run.getAttribute(START_ATTRIBUTE));
    const marked = {
      first: range.startContainer === node ? range.startOffset : startsBefore(range, node) ? 0 : node.length,
      last: range.endContainer === node ? range.endOffset : endsAfter(range, node) ? node.length : 0,
    };
    if (node.data.slice(marked.first, marked.last).trim() === '') continue;
    const { first, last } = wholeWords(node.data, marked);
    const taken = node.data.slice(first, last);
    quoted.push(taken.trim());
    start = Math.min(start, from + first + (taken.length - taken.trimStart().length));
    end = Math.max(end, from + first + taken.trimEnd().length);
  }
  if (end <= start) return null;
  return { start, end, quote: quoted.join(' ').replace(/\s+/gu, ' ') };
}

function startsBefore(range: Range, node: Text): boolean {
  return range.comparePoint(node, 0) >= 0;
}

function endsAfter(range: Range, node: Text): boolean {
  return range.comparePoint(node, node.length) <= 0;
}

type Part = { readonly first: number; readonly last: number };

/** A letter or digit of a script that parts words by blanks. Where it does not, a mark says where a word ends. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hangul}\p{M}\p{Nd}]/u;

/** The part of a text widened to the ends of the words that it cuts. Blanks at its ends are no part of a word. */
export function wholeWords(text: string, { first, last }: Part): Part {
  let [from, to] = [first, last];
  while (from > 0 && LETTER.test(text[from] ?? '') && LETTER.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && LETTER.test(text[to - 1] ?? '') && LETTER.test(text[to] ?? '')) to += 1;
  return { first: from, last: to };
}
