import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { Block, BlockKind, Span } from '../text/text-layer.ts';
import { decodeText } from './encoding.ts';
import { formOf } from './form.ts';

/** Plain text: the decoded file unchanged, less a byte-order mark; blocks are only places in it. */
export function readPlainText(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  // No encoding known here has fewer than a quarter of a character to the byte.
  if (bytes.length > limits.textLength * 4)
    throw new DocumentError(
      'too-large',
      `a text of ${Math.round(bytes.length / 1_048_576)} MiB is more than can be read`,
      {
        place: name,
      },
    );
  const { text, encoding } = decodeText(bytes, name);
  if (text.length > limits.textLength)
    throw new DocumentError(
      'too-large',
      `its text is longer than ${limits.textLength.toLocaleString('en')} characters`,
      {
        place: name,
      },
    );
  if (text.trim() === '') throw new DocumentError('no-text', 'the file holds no word', { place: name });
  const form = formOf(text);
  const blocks = form === null ? blocksOf(text) : linesAsBlocks(text);
  if (form !== null)
    return { kind: 'text', reader: 'plain-text/2', text, blocks, pages: [], encoding, title: null, unread: [form] };
  const first = blocks[0];
  const title = first?.kind === 'title' ? text.slice(first.start, first.end) : null;
  return { kind: 'text', reader: 'plain-text/2', text, blocks, pages: [], encoding, title };
}

/** What is no running text is shown line by line. */
function linesAsBlocks(text: string): Block[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ index, 0: line }) => ({
      kind: 'paragraph',
      start: index + line.length - line.trimStart().length,
      end: index + line.trimEnd().length,
      page: null,
      paragraph: null,
    }));
}

type Line = Span & { readonly text: string };

/**
 * Blocks of a plain text. Mail and typed reports break their lines at a width and part paragraphs by empty lines; news texts
 * put each paragraph on one line. Lines are joined only where most of them look broken at a width.
 */
export function blocksOf(text: string): Block[] {
  const groups = groupsOf(text);
  const wrapped = isWrapped(groups);
  const blocks: Block[] = [];
  for (const group of groups) {
    let open: Line[] = [];
    for (const line of group) {
      const starts = !wrapped || splitListSign(line.text) !== null || splitParagraphNumber(line.text) !== null;
      if (starts && open.length > 0) {
        blocks.push(blockOf(text, open));
        open = [];
      }
      open.push(line);
    }
    if (open.length > 0) blocks.push(blockOf(text, open));
  }
  const first = blocks[0];
  if (first !== undefined && blocks.length > 1 && first.kind === 'heading') blocks[0] = { ...first, kind: 'title' };
  return blocks;
}

/** Lines with nothing but one line end between them belong together. */
function groupsOf(text: string): Line[][] {
  const groups: Line[][] = [];
  let end = -1;
  for (const match of text.matchAll(/[^\r\n\f\u0085\u2028\u2029]+/g)) {
    if (match[0].trim() === '') continue;
    const line = { start: match.index, end: match.index + match[0].length, text: match[0] };
    const next = end >= 0 && /^(?:\r\n|[^\f])$/.test(text.slice(end, line.start));
    if (next) groups.at(-1)!.push(line);
    else groups.push([line]);
    end = line.end;
  }
  return groups;
}

/** True when lines inside a group stop in mid-sentence and none is longer than a page is wide. */
function isWrapped(groups: readonly Line[][]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1));
  if (inner.length === 0) return false;
  const narrow = inner.filter((line) => line.text.length <= 120).length;
  const broken = inner.filter((line) => !/[.!?:;…。！？]["'”’»)\]]*\s*$/.test(line.text)).length;
  return narrow >= inner.length * 0.9 && broken >= inner.length * 0.5 && isEven(inner);
}

/** Lines broken at a width come close to it; the lines of a list or a table do not. */
function isEven(lines: readonly Line[]): boolean {
  const lengths = lines.map((line) => line.text.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return width >= 40 && lengths.filter((length) => length >= width * 0.7).length >= lengths.length * 0.6;
}

function blockOf(text: string, lines: readonly Line[]): Block {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const raw = text.slice(first.start, last.end);
  const numbered = splitParagraphNumber(raw);
  const listed = numbered === null ? splitListSign(raw) : null;
  const leading = numbered?.sign.length ?? listed?.sign.length ?? raw.length - raw.trimStart().length;
  const start = first.start + leading;
  const end = first.start + raw.trimEnd().length;
  const kind: BlockKind = listed ? 'list-item' : numbered === null && isHeading(raw.trim()) ? 'heading' : 'paragraph';
  return { kind, start, end, page: null, paragraph: numbered?.number ?? null };
}

/** A short line without the end of a sentence is a heading. */
function isHeading(line: string): boolean {
  return (
    line.length <= 120 &&
    !/[.!?:;,…。！？"”’»)]$/.test(line) &&
    /^[\p{Lu}\p{Lo}\p{N}"“«]/u.test(line) &&
    !line.includes('\n')
  );
}
