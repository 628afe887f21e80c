import { splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { BlockKind } from '../text/text-layer.ts';
import type { PdfPage } from './pdf-frame.ts';
import type { PdfLine } from './pdf-lines.ts';

export type PdfParagraph = { readonly kind: BlockKind; readonly lines: readonly PdfLine[] };

/** By how many lines the text jumps up where a column begins. */
const COLUMN_JUMP = 3;

/** Paragraphs, headings, list items and notes out of the lines of all pages, in order of reading. */
export function paragraphsOf(pages: readonly PdfPage[]): PdfParagraph[] {
  const body = bodyHeight(pages);
  const paragraphs: PdfParagraph[] = [];
  let waiting: PdfParagraph[] = [];
  for (const column of pages.flatMap(({ lines }) => columnsOf(lines))) {
    const notesFrom = firstNote(column, body);
    const main = groupsOf(column.slice(0, notesFrom), body);
    const last = paragraphs.at(-1);
    const first = main[0];
    if (last !== undefined && first !== undefined && runsOn(last, first, body)) {
      paragraphs[paragraphs.length - 1] = { kind: last.kind, lines: [...last.lines, ...first.lines] };
      main.shift();
    }
    // A paragraph that runs over the column or page stays whole: the notes at its foot stand after it.
    paragraphs.push(...waiting, ...main.slice(0, -1));
    waiting = groupsOf(column.slice(notesFrom), body).map((note) => ({ ...note, kind: 'footnote' as const }));
    const tail = main.at(-1);
    if (tail !== undefined) {
      paragraphs.push(tail);
    } else {
      paragraphs.push(...waiting);
      waiting = [];
    }
  }
  return [...paragraphs, ...waiting];
}

/** The lines of a page column by column: where the next line stands far above the last, another column begins. */
function columnsOf(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const columns: PdfLine[][] = [];
  let last: PdfLine | undefined;
  for (const line of lines) {
    if (last === undefined || line.y - last.y > line.height * COLUMN_JUMP) columns.push([]);
    columns.at(-1)?.push(line);
    last = line;
  }
  return columns;
}

/** The size in which most characters are set. */
function bodyHeight(pages: readonly PdfPage[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages)
    for (const line of lines) {
      const size = Math.round(line.height * 2) / 2;
      counts.set(size, (counts.get(size) ?? 0) + line.text.length);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 10;
}

/** Notes stand last in the column, smaller than the body, each after its number. */
function firstNote(lines: readonly PdfLine[], body: number): number {
  let from = lines.length;
  for (let index = lines.length - 1; index >= 0 && lines[index]!.height < body * 0.93; index--)
    if (startsNote(lines[index]!)) from = index;
  return from;
}

function startsNote(line: PdfLine): boolean {
  // Raised figures that a face brings as glyphs of their own lie on the baseline, with nothing between them and the note.
  return line.marked || /^(?:\d{1,3}|[*†‡])(?:[\s.)]\s*\S|\p{Lu}\p{L})/u.test(line.text);
}

function groupsOf(lines: readonly PdfLine[], body: number): PdfParagraph[] {
  const groups: PdfLine[][] = [];
  const leading = leadingOf(lines);
  const right = Math.max(0, ...lines.flatMap((line) => (line.table === undefined ? [line.right] : [])));
  for (const line of lines) {
    const open = groups.at(-1);
    if (open !== undefined && !startsParagraph(open, line, leading, right, body)) open.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ kind: kindOf(group, body), lines: group }));
}

/** The usual distance between two baselines. */
function leadingOf(lines: readonly PdfLine[]): number {
  const gaps: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const gap = lines[index - 1]!.y - lines[index]!.y;
    if (gap > 0 && gap < lines[index]!.height * 3) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 12;
}

function startsParagraph(
  open: readonly PdfLine[],
  line: PdfLine,
  leading: number,
  right: number,
  body: number,
): boolean {
  const last = open.at(-1)!;
  const first = open[0]!;
  if (last.table !== undefined || line.table !== undefined) return true;
  if (Math.abs(line.height - last.height) > Math.max(0.8, body * 0.12)) return true;
  const gap = last.y - line.y;
  if (gap < -line.height || gap < line.height * 0.3) return !(gap < -line.height * 3 && isOpenEnded(last.text));
  // Larger type is set with larger distances.
  const usual = leading * Math.max(1, line.height / body);
  if (gap > Math.max(usual * 1.35, usual + line.height * 0.3)) return true;
  if (
    splitParagraphNumber(line.text) !== null &&
    (line.x <= first.x + line.height || /[.!?:;]["”’)\]]*(?:\[[\d, ]+\])?$/.test(last.text))
  )
    return true;
  if (splitListSign(line.text) !== null && /^(?:[•◦▪‣●○■□]|\()/.test(line.text)) return true;
  if (line.height < body * 0.93 && (line.marked || /^\d{1,3}\p{Lu}\p{L}/u.test(line.text))) return true;
  const indented = line.x > last.x + line.height * 0.8 && open.length > 1;
  const short = last.right < right - line.height * 6;
  return ends(last.text) && (indented || short);
}

function kindOf(lines: readonly PdfLine[], body: number): BlockKind {
  const first = lines[0]!;
  if (first.table !== undefined) return 'table-cell';
  if (lines.length <= 3 && first.height > body * 1.12) return 'heading';
  const text = lines.map((line) => line.text).join(' ');
  if (splitParagraphNumber(text) === null && splitListSign(text) !== null) return 'list-item';
  const short =
    lines.length === 1 &&
    text.length <= 90 &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.!?:;,"”’)](?:\[[\d, ]+\])?$/.test(text);
  return short ? 'heading' : 'paragraph';
}

/** True when a paragraph at the foot of a page goes on at the head of the next. */
function runsOn(last: PdfParagraph, first: PdfParagraph, body: number): boolean {
  if (
    last.kind === 'footnote' ||
    last.kind === 'table-cell' ||
    first.kind === 'table-cell' ||
    first.kind === 'heading' ||
    Math.abs(last.lines.at(-1)!.height - first.lines[0]!.height) > body * 0.12
  )
    return false;
  const next = first.lines[0]!.text;
  if (splitParagraphNumber(next) !== null || splitListSign(next) !== null) return false;
  return isOpenEnded(last.lines.at(-1)!.text) && (last.kind !== 'heading' || /^\p{Ll}/u.test(next));
}

function ends(text: string): boolean {
  return /[.!?:;…。]["”’»)\]]*(?:\[[\d, ]+\])?$/.test(text);
}

function isOpenEnded(text: string): boolean {
  return !/[.!?…。]["”’»)\]]*(?:\[[\d, ]+\])?$/.test(text);
}
