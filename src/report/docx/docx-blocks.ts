import {
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { printableText } from '../../figures/drawing/markup.ts';
import { PRINT_PALETTE } from '../../figures/drawing/palette.ts';
import type { Aside, Inline, ManuscriptBlock, Row, Tone } from '../composition/manuscript.ts';
import { describeFigure, drawFigure, fittingShare } from '../drawing/figure-drawing.ts';
import { directedText } from '../model/direction.ts';
import { columnWidths } from './column-widths.ts';
import { docxDrawing } from './docx-drawing.ts';
import { finished, type Node, node } from './docx-element.ts';

export type DocxBlock = Paragraph | Table;

const TONES: Readonly<Record<Tone, string>> = { plain: '55544D', good: '22573A', alert: '8F1D1D' };
/** The hanging indent of a numbered paragraph, in twentieths of a point. */
const HANG = 620;
const MONO = 'Courier New';
/** Width of the text on an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 9646;
/** Height of a page below the figure's caption, in widths of the text. */
const TALLEST_FIGURE = 1.4;
const FIGURE_PIXELS = 640;
const CELL_PADDING = 100;
/** The width that a character of a word may need in twentieths of a point, for each half point of its size. */
const CHARACTER = 5.4;
/** A character of code is as wide as this many of text. */
const CODE = 1.15;

type RunStyle = { readonly size?: number; readonly color?: string };

/** What one document counts: bookmarks and drawings carry numbers, and the library's own run through the process. */
export type DocxContext = { readonly nextBookmark: () => number; readonly nextDrawing: () => number };

export function createDocxContext(): DocxContext {
  let [bookmarks, drawings] = [0, 0];
  return { nextBookmark: () => ++bookmarks, nextDrawing: () => ++drawings };
}

export function docxInlines(
  inlines: readonly Inline[],
  context: DocxContext,
  style: RunStyle = {},
): readonly ParagraphChild[] {
  return inlines.flatMap((inline) => docxInline(inline, context, style));
}

export function bookmarked(
  name: string,
  children: readonly ParagraphChild[],
  context: DocxContext,
): readonly ParagraphChild[] {
  const id = context.nextBookmark();
  // A paragraph takes both ends (the library's own Bookmark writes the same), but its type names only the pair.
  const [start, end] = [new BookmarkStart(name, id), new BookmarkEnd(id)] as unknown as [
    ParagraphChild,
    ParagraphChild,
  ];
  return [start, ...children, end];
}

function docxInline(inline: Inline, context: DocxContext, style: RunStyle): ParagraphChild | readonly ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'file':
      return directedRuns(inline.text, style);
    case 'emphasis':
      return directedRuns(inline.text, { italics: true, ...style });
    case 'strong':
      return directedRuns(inline.text, { bold: true, ...style });
    case 'code':
      return new TextRun({ text: printableText(inline.text), font: MONO, ...style });
    case 'link':
      return new InternalHyperlink({
        anchor: bookmarkOf(inline.target),
        children: [new TextRun({ text: printableText(inline.text), style: 'Hyperlink', ...style })],
      });
    case 'address':
      // A field and not a relationship: relationships get random names, and equal reports are to have equal bytes.
      return field(`HYPERLINK "${fieldText(inline.url)}"`, printableText(inline.text), [
        node('w:rStyle', { 'w:val': 'Hyperlink' }),
        ...(style.size === undefined ? [] : [node('w:sz', { 'w:val': style.size })]),
      ]);
    case 'note':
      return inline.reference === 1
        ? bookmarked(`note${inline.number}`, [new FootnoteReferenceRun(inline.number)], context)
        : noteAgain(inline.number);
  }
}

/** A later reference to a footnote: a field, since Word prints a footnote where it is first referred to. */
function noteAgain(number: number): readonly ParagraphChild[] {
  return field(`NOTEREF note${number} \\f \\h`, String(number), [node('w:rStyle', { 'w:val': 'FootnoteReference' })]);
}

/** A field and what it shows, all in one look: the library's own field has none, and is set in the size of the page. */
function field(instruction: string, text: string, look: readonly Node[]): readonly ParagraphChild[] {
  const run = (content: Node): ParagraphChild => finished(node('w:r', {}, node('w:rPr', {}, ...look), content));
  const mark = (type: string): ParagraphChild => run(node('w:fldChar', { 'w:fldCharType': type }));
  return [
    mark('begin'),
    run(node('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `)),
    mark('separate'),
    run(node('w:t', {}, text)),
    mark('end'),
  ];
}

/** Word sets what it is told reads from right to left as such, with the face and size for complex scripts. */
export function directedRuns(text: string, style: IRunOptions = {}): readonly TextRun[] {
  return directedText(printableText(text)).map(
    (part) => new TextRun({ ...style, text: part.text, ...(part.rightToLeft ? { rightToLeft: true } : {}) }),
  );
}

/** A quotation mark would end the address of a field. */
function fieldText(url: string): string {
  return printableText(url).replace(/"/g, '%22').replace(/\\/g, '%5C');
}

/** Word allows 40 characters in the name of a bookmark, and no hyphen. */
export function bookmarkOf(id: string): string {
  return `b_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40);
}

export function docxBlocks(block: ManuscriptBlock, context: DocxContext): readonly DocxBlock[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: bookmarked(bookmarkOf(block.id), [new TextRun(printableText(block.text))], context),
        }),
        ...asideParagraph(block.aside),
      ];
    case 'paragraph': {
      const number = block.number === null ? [] : [new TextRun(`${block.number}.\t`)];
      return [
        new Paragraph({
          indent: { left: HANG, hanging: block.number === null ? 0 : HANG },
          tabStops: [{ type: 'left', position: HANG }],
          spacing: { after: 120 },
          children: [...number, ...docxInlines(block.text, context), ...asideRuns(block.aside)],
        }),
      ];
    }
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: docxInlines(item, context) }),
      );
    case 'facts':
      return [
        docxTable(
          null,
          block.facts.map(({ term, value }) => [[{ kind: 'emphasis', text: term }], value]),
          {},
          context,
        ),
        gap(),
      ];
    case 'table':
      return [caption(block.caption), docxTable(block.head, block.rows, block, context), gap()];
    case 'figure':
      return docxFigure(block, context);
    case 'verbatim':
      return block.text
        .split('\n')
        .map((line) => new Paragraph({ children: [new TextRun({ text: printableText(line), font: MONO, size: 14 })] }));
  }
}

function asideRuns(aside: Aside | null): readonly TextRun[] {
  if (aside === null) return [];
  return [new TextRun({ text: `  [${asideWords(aside)}]`, italics: true, size: 17, color: TONES[aside.tone] })];
}

function asideParagraph(aside: Aside | null): readonly Paragraph[] {
  if (aside === null) return [];
  const run = new TextRun({ text: asideWords(aside), italics: true, size: 17, color: TONES[aside.tone] });
  return [new Paragraph({ keepNext: true, spacing: { after: 80 }, children: [run] })];
}

function asideWords({ lines }: Aside): string {
  return printableText(lines.join(' '));
}

function caption(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text: printableText(text), bold: true, size: 18 })],
  });
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60 }, children: [] });
}

type TableLook = { readonly dense?: true; readonly anchors?: readonly (string | null)[] };

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFCBBF' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function docxTable(
  head: readonly string[] | null,
  rows: readonly Row[],
  { dense, anchors }: TableLook,
  context: DocxContext,
): Table {
  const size = dense === true ? 15 : 18;
  const columns = head?.length ?? rows[0]?.length ?? 1;
  const full = rows.filter((cells) => cells.length === columns);
  const widths = columnWidths(
    Array.from({ length: columns }, (_, at) => [
      head?.[at] ?? '',
      ...full.map((cells) => measuredText(cells[at] ?? [])),
    ]),
    { total: TEXT_WIDTH, character: size * CHARACTER, padding: CELL_PADDING },
  );
  // A row that heads those below it is not left alone at the foot of a page.
  const cellOf = (children: readonly ParagraphChild[], at: number, span = 1): TableCell =>
    new TableCell({
      columnSpan: span,
      width: { size: span === 1 ? (widths[at] ?? 0) : TEXT_WIDTH, type: WidthType.DXA },
      children: [new Paragraph({ children, keepNext: span > 1 })],
    });
  const heading =
    head === null
      ? []
      : [
          new TableRow({
            tableHeader: true,
            children: head.map((text, at) =>
              cellOf([new TextRun({ text: printableText(text), italics: true, size })], at),
            ),
          }),
        ];
  const body = rows.map((cells, i) => {
    const span = cells.length === 1 ? columns : 1;
    const anchor = anchors?.[i] ?? null;
    return new TableRow({
      cantSplit: true,
      children: cells.map((cell, at) => {
        const runs = docxInlines(cell, context, { size });
        const marked = at === 0 && anchor !== null ? bookmarked(bookmarkOf(anchor), runs, context) : runs;
        return cellOf(marked, at, span);
      }),
    });
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      insideHorizontal: LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
    },
    margins: { top: 20, bottom: 20, left: 0, right: CELL_PADDING },
    rows: [...heading, ...body],
  });
}

/** What a cell holds, for its width alone: code takes more room than as many letters of text. */
function measuredText(cell: Row[number]): string {
  return cell
    .map((inline) => {
      if (!('text' in inline)) return '';
      return inline.kind === 'code' ? inline.text.padEnd(Math.ceil(inline.text.length * CODE), '0') : inline.text;
    })
    .join('');
}

/** A figure as vectors, under its caption, with what it shows in words for those who do not see it. */
function docxFigure(
  { id, number, caption: words, content }: Extract<ManuscriptBlock, { kind: 'figure' }>,
  context: DocxContext,
): readonly DocxBlock[] {
  const svg = drawFigure(content, { id, width: FIGURE_PIXELS, palette: PRINT_PALETTE });
  const width = (TEXT_WIDTH / 20) * fittingShare(svg, TALLEST_FIGURE);
  const options = { width, description: describeFigure(svg), nextId: context.nextDrawing };
  return [
    caption(`Figure ${number}. ${words}`),
    new Paragraph({ spacing: { after: 160 }, children: [docxDrawing(svg, options)] }),
  ];
}
