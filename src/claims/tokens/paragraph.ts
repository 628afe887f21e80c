import type { DateInterval } from '../../core/time/interval.ts';
import type { Block, Span, TextLayer } from '../../documents/text/text-layer.ts';

/** A paragraph as the extractor reads it: a span, whether it stands as a headline, and where it is printed. */
export type Paragraph = Span & {
  readonly headline: boolean;
  readonly page: number | null;
  readonly paragraph: string | null;
  /** Where the first sentence begins after a dateline ("KYIV, March 3 (Agency) —"). */
  readonly body: number;
  /** The day under which it stands in a chronology. */
  readonly day?: DateInterval & { readonly raw: string };
};

const LONGEST_HEADLINE = 160;

/**
 * Paragraphs of a text layer. A block whose lines each end a sentence is taken apart at its line ends, because plain text
 * often has one paragraph a line; lines broken in mid-sentence stay together. Of a table only cells that hold sentences count.
 */
export function paragraphsOf(layer: TextLayer, isProse: (cell: Block) => boolean = () => false): Paragraph[] {
  const found: Paragraph[] = [];
  let printed: string | null = null;
  for (const block of layer.blocks) {
    if (block.kind === 'table-cell' && !isProse(block)) continue;
    printed = block.paragraph ?? (block.kind === 'heading' || block.kind === 'title' ? null : printed);
    for (const span of splitLines(layer.text, block)) {
      const headline = block.kind === 'title' || block.kind === 'heading' || isHeadline(layer.text, span);
      found.push({
        ...span,
        headline,
        page: block.page,
        paragraph: block.paragraph ?? printed,
        body: headline ? span.start : afterDateline(layer.text, span),
      });
    }
  }
  return found;
}

function splitLines(text: string, block: Block): Span[] {
  const spans: Span[] = [];
  let start = block.start;
  const lined = isParagraphALine(text, block);
  const width = widthOf(text.slice(block.start, block.end).split('\n'));
  let line = block.start;
  for (let i = block.start; i < block.end; i++) {
    if (text[i] !== '\n') continue;
    const isFirst = text.slice(start, line).trim() === '';
    const meant = block.page === null && isFirst && endsEarly(text, { start: line, end: i }, block.end, width);
    line = i + 1;
    const before = text.slice(Math.max(start, i - 3), i).trimEnd();
    const after = /^\s*(\S)/.exec(text.slice(i, Math.min(block.end, i + 40)))?.[1] ?? '';
    const blank = /^\n[ \t\r]*\n/.test(text.slice(i, i + 12));
    if (!lined && !blank && !meant && !(/[.!?:…]["”’')\]]*$/.test(before) && /[\p{Lu}"“‘•\-–—\d]/u.test(after)))
      continue;
    push(spans, text, start, i);
    start = i + 1;
  }
  push(spans, text, start, block.end);
  return spans;
}

/**
 * A line ended by whoever wrote it: it is the first of its paragraph, began no sentence's middle, and the first word of the next would
 * have stood on it.
 */
function endsEarly(text: string, line: Span, end: number, width: number): boolean {
  const next = /^\s*(\p{Lu}\S*)/u.exec(text.slice(line.end, Math.min(end, line.end + LONGEST_HEADLINE)))?.[1];
  const own = text.slice(line.start, line.end).trimEnd();
  if (!/^\s*["“‘(]?[\p{Lu}\d]/u.test(own)) return false;
  return next !== undefined && !GOES_ON.test(own) && own.length + 1 + next.length <= width * SHORT_OF_WIDTH;
}

/** Lines of a page that is not set in one width of letters differ; one that a writer ended early is far shorter. */
const SHORT_OF_WIDTH = 0.7;
/** A longer word is an address, which no break made fit. */
const LONGEST_WORD = 25;

/** How wide a block's lines are: of five and more the fourth part may be longer, and an address counts as a word. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => line.trimEnd().replace(/\S+/g, (word) => word.slice(0, LONGEST_WORD)).length)
    .sort((a, b) => a - b);
  return lengths[Math.ceil((lengths.length - 1) * 0.75)] ?? 0;
}

/** What no phrase ends with. */
const GOES_ON =
  /(?:[,;–-]|\s(?:the|an?|of|and|or|nor|to|in|on|by|for|with|from|that|at|as|not|no|did|does|has|had|have|was|were|is|are|be|been|will|would))$/i;

/** Such a line is no line of a page but a paragraph: lines of a page are about as long as each other. */
const LONGER_THAN_A_LINE = 140;

/** Every line is a paragraph when the long ones end as sentences do; then a line without a stop at the head is a headline. */
function isParagraphALine(text: string, block: Block): boolean {
  const lines = text.slice(block.start, block.end).split('\n');
  const long = lines.filter((line) => line.trim().length > LONGER_THAN_A_LINE);
  return (
    lines.length > 1 &&
    long.length > 0 &&
    long.every((line) => /[.!?:;…]["”’')\]]*\s*$/.test(line)) &&
    lines.every((line) => !/^\s*\p{Ll}/u.test(line))
  );
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start) spans.push({ start, end });
}

/** A line of a few words without closing punctuation. */
function isHeadline(text: string, span: Span): boolean {
  return (
    span.end - span.start <= LONGEST_HEADLINE &&
    !/[.!?…:;,]["”’')\]]*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end)) &&
    !text.slice(span.start, span.end).includes('\n')
  );
}

/** "Feb. 15 (PPS) --", "(Nairobi) –", "DOHA, September 1. /TASS/.", "OSLO (PPS) The": heads of agencies and of rights groups. */
const AGENCY_HEADS = [
  /^(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})? )?\(\p{Lu}[^)]{1,30}\) ?(?:—|–|--|-) /u,
  /^\p{Lu}[\p{Lu} .'’-]{2,40}, \p{Lu}\p{L}{2,8}\.? \d{1,2}\. \/[^/]{2,20}\/\.? /u,
  /^\p{Lu}{3,}[\p{Lu} .'’-]{0,30} \((?:\p{Lu}{2,6}|Reuters|Yonhap|Xinhua|Kyodo)\) (?=\p{Lu})/u,
];

const PLACES = String.raw`\p{Lu}[\p{L}.'’-]*(?:(?: |, | ?/ ?)\p{Lu}[\p{L}.'’-]*){0,5}`;
/** Written out: "Lantern Bay 12 -" and "Hae Song 6 –" are ships. */
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;
const DAY = String.raw`(?:${MONTH} \d{1,2}|\d{1,2} ${MONTH})`;

/** "MOSCOW/DUBAI, 20 November 2023 (Agency) –", "Dandong, 5 March —", "Stuttgart, 19 July 2019. The": places and the day of writing. */
const DATED_HEADS = [
  new RegExp(String.raw`^${PLACES},? ${DAY}(?:,? \d{4})?(?:,? ?\([^)]{2,30}\))?,? ?(?:—|–|--|-) `, 'u'),
  new RegExp(String.raw`^${PLACES}, ${DAY}(?:,? \d{4})? \(\p{Lu}[\p{L} ./]{1,20}\) (?=["“]?\p{Lu})`, 'u'),
  new RegExp(String.raw`^${PLACES}, ${DAY},? \d{4}(?: ?\([^)]{2,30}\))?[.:] (?=["“]?\p{Lu})`, 'u'),
];

/** "SEOUL, June 18 (PPS) —", "PORT-AU-PRINCE —", "TOKYO (AP) --": the place and agency before a story. */
function afterDateline(text: string, span: Span): number {
  const head = text.slice(span.start, Math.min(span.end, span.start + 90));
  const match =
    [...AGENCY_HEADS, ...DATED_HEADS].map((pattern) => pattern.exec(head)).find((found) => found !== null) ??
    /^[\p{Lu}][\p{Lu} .,'’-]{2,40}(?:,? \p{Lu}[\p{L}.]{2,9} \d{1,2}(?:, \d{4})?)?(?:,? ?\([^)]{2,30}\))?,? ?(?:—|–|--|-) /u.exec(
      head,
    ) ??
    /^[\p{Lu}][\p{L} .,'’-]{2,40}\([^)]{2,30}\) ?(?:—|–|--|-) /u.exec(head);
  return match === null ? span.start : span.start + match[0].length;
}
