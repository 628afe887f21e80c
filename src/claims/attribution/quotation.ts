import type { Span } from '../../documents/text/text-layer.ts';

/** A quotation in the text: the words between the marks, and whether a mark closes it. */
export type Quotation = Span & {
  /** Place of the opening mark. */
  readonly open: number;
  /** Place after the closing mark, or the end of the paragraph where none closes. */
  readonly close: number;
  readonly closed: boolean;
};

/**
 * Quotations of one paragraph, in order. A paragraph that opens a quotation and does not close it goes on in the next
 * one, which opens with a mark again (the newspapers' rule for quotations of several paragraphs). Where the mark is not set again, a
 * closing one tells that the words before it are still of the quotation that the paragraph before left open (`wasOpen`).
 */
export function findQuotations(text: string, paragraph: Span, wasOpen = false): Quotation[] {
  const found: Quotation[] = [];
  const goesOn = wasOpen && closesFirst(text, paragraph);
  let open = goesOn ? paragraph.start - 1 : -1;
  let mark = goesOn ? '\u201d' : '';
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const char = text[i]!;
    if (open < 0) {
      if (!opensQuotation(text, i, paragraph, char)) continue;
      open = i;
      mark = closerOf(char);
    } else if (
      (char === mark || (mark === '\u201d' && char === '"' && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' '))) &&
      closesQuotation(text, i, paragraph, char)
    ) {
      found.push({ start: open + 1, end: i, open: Math.max(open, paragraph.start), close: i + 1, closed: true });
      open = -1;
    } else if (char === '\u201c') {
      // A new opening mark inside an open quotation: the former paragraph of a continued quotation was joined to this one.
      found.push({ start: open + 1, end: i, open, close: i, closed: false });
      open = i;
      mark = '\u201d';
    }
  }
  if (open >= 0 && mark !== '\u2019' && mark !== "'")
    found.push({ start: open + 1, end: paragraph.end, open, close: paragraph.end, closed: false });
  return found;
}

/** Whether the first double mark of a paragraph is one that closes. */
function closesFirst(text: string, { start, end }: Span): boolean {
  const first = /["\u201c\u201d]/.exec(text.slice(start, end));
  if (first === null) return false;
  const at = start + first.index;
  if (first[0] !== '"') return first[0] === '\u201d';
  return at > start && !/[\s([]/.test(text[at - 1]!) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

function opensQuotation(text: string, at: number, paragraph: Span, char: string): boolean {
  if (char === '\u201c' || char === '«' || char === '„') return true;
  const before = at === paragraph.start ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (char === '"') return /[\s([—–\-:/'‘]/.test(before) ? !/\s/.test(after) : /[^\w.,!?]/.test(before);
  if (char === '\u2018' || char === "'")
    return /[\s([—–]/.test(before) && /[\p{L}\p{N}]/u.test(after) && hasSingleCloser(text, at + 1, paragraph.end, char);
  return false;
}

/** Farther than this a single mark closes nothing: the search must not grow with the text. */
const LONGEST_SINGLE = 2000;

/** A single mark is a quotation only when a partner follows that is no apostrophe. */
function hasSingleCloser(text: string, from: number, end: number, opener: string): boolean {
  const mark = opener === "'" ? "'" : '\u2019';
  const limit = Math.min(end, from + LONGEST_SINGLE);
  for (let i = from; i < limit; i++) if (text[i] === mark && isSingleCloser(text, i)) return true;
  return false;
}

function isSingleCloser(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return /[.,!?…]/.test(before) || (!/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after) && before !== 's');
}

function closerOf(opener: string): string {
  if (opener === '\u201c' || opener === '„') return '\u201d';
  if (opener === '\u2018') return '\u2019';
  return opener === '«' ? '»' : opener;
}

function closesQuotation(text: string, at: number, paragraph: Span, char: string): boolean {
  if (char === '"') {
    const after = at + 1 >= paragraph.end ? ' ' : text[at + 1]!;
    const before = text[at - 1] ?? ' ';
    return !/\s/.test(before) || !/[\p{L}\p{N}]/u.test(after);
  }
  return char === '\u2019' || char === "'" ? isSingleCloser(text, at) : true;
}
