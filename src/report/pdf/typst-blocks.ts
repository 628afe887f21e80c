import { PRINT_PALETTE } from '../../figures/drawing/palette.ts';
import type { Aside, Inline, ManuscriptBlock, ManuscriptCell, Note, Tone } from '../composition/manuscript.ts';
import { describeFigure, drawFigure, fittingShare } from '../drawing/figure-drawing.ts';
import { readsRightToLeft } from '../model/direction.ts';
import { NO_TYPST, type TypstMarkup, trustedTypst, typstLabel, typstString, typstText } from './typst-text.ts';

/** The figures' type in the PDF: the serif face that the compiler brings, so that no font of the machine is needed. */
export const PDF_FONT = 'Libertinus Serif';
const FIGURE_WIDTH = 640;
/** Height of a page below the figure's caption, in widths of a figure: 225 of 148 mm. */
const TALLEST_FIGURE = 1.5;

/** What the blocks refer to: the notes, and which ids are printed. */
export type TypstContext = {
  /** Faces beside the compiler's own. */
  readonly families: readonly string[];
  readonly notes: ReadonlyMap<number, Note>;
  readonly targets: ReadonlySet<string>;
  /** Notes that stand in a list at the end of a section, and not at the foot of a page. */
  readonly listed: ReadonlySet<number>;
};

export function joinTypst(parts: readonly TypstMarkup[], separator = ''): TypstMarkup {
  return trustedTypst(parts.join(separator));
}

export function typstInlines(inlines: readonly Inline[], context: TypstContext): TypstMarkup {
  return joinTypst(inlines.map((inline) => typstInline(inline, context)));
}

function typstInline(inline: Inline, context: TypstContext): TypstMarkup {
  switch (inline.kind) {
    case 'text':
      return typstText(inline.text);
    case 'emphasis':
      return trustedTypst(`#emph[${typstText(inline.text)}]`);
    case 'strong':
      return trustedTypst(`#strong[${typstText(inline.text)}]`);
    case 'code':
      return trustedTypst(`#raw(${typstString(inline.text)});`);
    case 'file':
      return trustedTypst(`#text(hyphenate: false)[${typstText(inline.text)}]`);
    case 'link':
      return context.targets.has(inline.target)
        ? trustedTypst(`#link(label("${typstLabel(inline.target)}"))[${typstText(inline.text)}]`)
        : typstText(inline.text);
    case 'address':
      return trustedTypst(`#link(${typstString(inline.url)})[${typstText(inline.text)}]`);
    case 'note':
      return typstNote(inline.number, inline.reference, context);
  }
}

/** The first reference carries the footnote, later ones point to it; the number is the manuscript's own. */
function typstNote(number: number, reference: number, context: TypstContext): TypstMarkup {
  const note = context.notes.get(number);
  if (note === undefined) return NO_TYPST;
  if (context.listed.has(number)) return trustedTypst(`#super(link(label("note-${number}"))[\\[${number}\\]]);`);
  if (reference > 1) return trustedTypst(`#footnote(label("note-${number}"));`);
  return trustedTypst(
    `#counter(footnote).update(${number - 1});#[#footnote[${noteBody(note, context)}]#label("note-${number}")]`,
  );
}

function noteBody(note: Note, context: TypstContext): TypstMarkup {
  const quote = note.quote === null ? NO_TYPST : joinTypst([typstQuote(note.quote), typstText(' ')]);
  return joinTypst([quote, typstInlines(note.text, context)]);
}

/** Notes under a heading of their own, each where its number points. */
export function typstNoteList(notes: readonly Note[], context: TypstContext): TypstMarkup {
  const entries = notes.map(
    (note) => `#listed-note("note-${note.number}", ${note.number})[${noteBody(note, context)}]`,
  );
  return joinTypst([trustedTypst('#listed-notes-heading'), ...entries.map(trustedTypst)], '\n');
}

/** A passage from right to left keeps its own full stop on its own side. */
function typstQuote(quote: string): TypstMarkup {
  if (!readsRightToLeft(quote)) return typstText(`“${quote}”`);
  return joinTypst([
    typstText('“'),
    trustedTypst('#"\u2067";'),
    typstText(quote),
    trustedTypst('#"\u2069";'),
    typstText('”'),
  ]);
}

export function typstBlock(block: ManuscriptBlock, context: TypstContext): TypstMarkup {
  switch (block.kind) {
    case 'heading':
      return joinTypst([
        trustedTypst(`#subhead(${asideCode(block.aside)})[#heading(level: 2)[${typstText(block.text)}]`),
        trustedTypst(`#label("${typstLabel(block.id)}")]`),
      ]);
    case 'paragraph': {
      const number = block.number === null ? 'none' : `"${block.number}."`;
      return trustedTypst(`#numbered(${number}, ${asideCode(block.aside)})[${typstInlines(block.text, context)}]`);
    }
    case 'list': {
      const items = block.items.map((item) => `[${typstInlines(item, context)}]`);
      return trustedTypst(`#pad(left: 2.6em, right: 7em, list(${items.join(', ')}))`);
    }
    case 'facts':
      return typstFacts(block.facts, context);
    case 'table':
      return typstTable(block, context);
    case 'figure': {
      const palette = { ...PRINT_PALETTE, font: [PDF_FONT, ...context.families].map((face) => `'${face}'`).join(', ') };
      const svg = drawFigure(block.content, { id: block.id, width: FIGURE_WIDTH, palette });
      const share = Math.floor(fittingShare(svg, TALLEST_FIGURE) * 100);
      const image = `image(bytes(${typstString(svg)}), format: "svg", width: ${share}%, alt: ${typstString(inBrief(describeFigure(svg)))})`;
      const caption = typstText(`Figure ${block.number}. ${block.caption}`);
      return trustedTypst(`#drawn(${image})[${caption}]`);
    }
    case 'verbatim':
      return trustedTypst(`#verbatim(${verbatimSize(block.text)}pt, ${typstString(block.text)})`);
  }
}

/** PDF/A holds no string of more than 32,767 bytes (ISO 19005-2, 6.1.13), and nobody listens to one; letters beyond ASCII take two. */
const LONGEST_DESCRIPTION = 8000;

function inBrief(description: string): string {
  if (description.length <= LONGEST_DESCRIPTION) return description;
  const cut = description.slice(0, LONGEST_DESCRIPTION);
  const end = cut.lastIndexOf('. ');
  return `${end < 0 ? cut.toWellFormed() : cut.slice(0, end + 1)} The description goes on in the HTML form of this report.`;
}

export function typstFacts(
  facts: Extract<ManuscriptBlock, { kind: 'facts' }>['facts'],
  context: TypstContext,
): TypstMarkup {
  const cells = facts.map(({ term, value }) => `[#emph[${typstText(term)}]], [${typstInlines(value, context)}]`);
  return trustedTypst(`#facts(${cells.join(', ')})`);
}

/** Lines of a signed note are not broken: the type is as small as the longest needs. */
function verbatimSize(text: string): number {
  const longest = Math.max(1, ...text.split('\n').map((line) => (line.startsWith('panel ') ? 0 : line.length)));
  return Math.max(4.5, Math.min(7.5, Math.floor(4680 / longest / 0.602) / 10));
}

function asideCode(aside: Aside | null): string {
  if (aside === null) return 'none';
  const lines = aside.lines.map((line) => typstText(line)).join('#linebreak()');
  return `note-aside(${toneColour(aside.tone)})[${lines}]`;
}

const TONES: Readonly<Record<Tone, string>> = { plain: '#55544d', good: '#22573a', alert: '#8f1d1d' };

export function toneColour(tone: Tone): string {
  return `rgb("${TONES[tone]}")`;
}

type Table = Extract<ManuscriptBlock, { kind: 'table' }>;

function typstTable({ caption, head, rows, dense, anchors }: Table, context: TypstContext): TypstMarkup {
  const heads = head.map((text) => `[#emph[${typstText(text)}]]`).join(', ');
  const body = rows.map((cells, i) => {
    if (cells.length === 1 && head.length > 1) {
      // A header of the second level stands with the first row below it, and again at the head of a page that goes on with them.
      return `table.header(level: 2, table.cell(colspan: ${head.length}, inset: (top: 7pt, bottom: 2pt))[#strong[${typstInlines(cells[0] ?? [], context)}]])`;
    }
    const anchor = anchors?.[i] ?? null;
    const label = anchor === null ? '' : `#[#metadata(none)#label("${typstLabel(anchor)}")]`;
    return cells.map((cell, at) => `[${at === 0 ? label : ''}${typstInlines(cell, context)}]`).join(', ');
  });
  const columns = columnWidths(head, rows).join(', ');
  return trustedTypst(
    `#listed(${dense === true}, [${typstText(caption)}], (${columns},), table.header(${heads}), ${body.join(',\n')})`,
  );
}

/** Shares of the width by how much each column holds; a column of hashes is as wide as a hash. */
function columnWidths(head: readonly string[], rows: readonly (readonly ManuscriptCell[])[]): readonly string[] {
  return head.map((title, at) => {
    const texts = rows.filter((row) => row.length === head.length).map((row) => plainText(row[at] ?? []));
    const hash = rows.some((row) =>
      row[at]?.some(({ kind, ...rest }) => kind === 'code' && 'text' in rest && rest.text.length > 40),
    );
    if (hash) return '232pt';
    const longestWord = Math.max(
      title.length,
      ...texts.flatMap((text) => text.split(/[\s/]+/).map((word) => Math.min(word.length, 24))),
    );
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    const longest = Math.max(title.length, ...texts.map((text) => text.length));
    if (longest <= 16 || (at === 0 && longest <= 30 && mean > 12 && head.length > 3)) return 'auto';
    return `${Math.round(Math.max(longestWord * 1.4, Math.min(mean, 90), Math.min(longest, 24)))}fr`;
  });
}

function plainText(cell: ManuscriptCell): string {
  return cell.map((inline) => ('text' in inline ? inline.text : '')).join('');
}
