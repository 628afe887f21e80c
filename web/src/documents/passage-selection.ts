/** A passage that a person marked in the text, in UTF-16 code units of the text layer. */
export type SelectedPassage = { readonly start: number; readonly end: number; readonly quote: string };

/** Attribute of the elements that hold text of the document, with the offset at which theirs begins. */
export const START_ATTRIBUTE = 'data-start';

/**
 * What is selected inside `root`, as a passage of the text layer; null when nothing is, or when it lies outside. Blanks at
 * both ends are left out. Page numbers and other marks of ours hold no offsets and so can never become part of a quote.
 */
export function passageOfSelection(root: HTMLElement, selection: Selection | null): SelectedPassage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const runs = [...root.querySelectorAll<HTMLElement>(`[${START_ATTRIBUTE}]`)].filter((run) =>
    range.intersectsNode(run),
  );
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  for (const run of runs) {
    const node = run.firstChild;
    if (!(node instanceof Text)) continue;
    const from = Number(run.getAttribute(START_ATTRIBUTE));
    const first = range.startContainer === node ? range.startOffset : startsBefore(range, node) ? 0 : node.length;
    const last = range.endContainer === node ? range.endOffset : endsBehind(range, node) ? node.length : 0;
    const taken = node.data.slice(first, last);
    if (taken.trim() === '') continue;
    start = Math.min(start, from + first + (taken.length - taken.trimStart().length));
    end = Math.max(end, from + first + taken.trimEnd().length);
  }
  if (end <= start) return null;
  return { start, end, quote: selection.toString().trim().replace(/\s+/gu, ' ') };
}

function startsBefore(range: Range, node: Text): boolean {
  return range.comparePoint(node, 0) >= 0;
}

function endsBehind(range: Range, node: Text): boolean {
  return range.comparePoint(node, node.length) <= 0;
}
