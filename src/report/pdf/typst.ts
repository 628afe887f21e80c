import { datePartsOf } from '../../core/time/calendar.ts';
import type { Manuscript, Row, Section } from '../composition/manuscript.ts';
import { mapInlines } from '../composition/map-inlines.ts';
import {
  joinTypst,
  PDF_FONT,
  type TypstContext,
  toneColour,
  typstBlock,
  typstFacts,
  typstNoteList,
} from './typst-blocks.ts';
import { type TypstMarkup, trustedTypst, typstLabel, typstString, typstText } from './typst-text.ts';

/** The layout: an A4 page in the manner of a report to the Council, with numbers and marks of status in the margins. */
const LAYOUT = `
#set page(paper: "a4", margin: (x: 20mm, top: 21mm, bottom: 20mm), numbering: "1/1",
  header: context if counter(page).get().first() > 1 { align(right, text(8.5pt, fill: rgb("#55544d"), symbol)) })
#set par(leading: 0.56em, spacing: 0.72em, justify: false)
#set list(indent: 0pt, spacing: 0.55em)
#set footnote(numbering: "[1]")
#set footnote.entry(gap: 0.35em, indent: 0pt)
#show footnote.entry: set text(7.4pt)
#show link: set text(fill: rgb("#1f4e79"))
#show heading.where(level: 1): it => block(above: 1.7em, below: 0.9em, sticky: true, width: 100%, stroke: (top: 0.7pt), inset: (top: 6pt), text(14pt, weight: 600, it.body))
#show heading.where(level: 2): it => text(10.6pt, weight: 700, it.body)
#let note-aside(colour, body) = block(stroke: (top: 1.2pt + colour), inset: (top: 2.5pt), text(7.6pt, fill: colour, style: "italic", body))
#let numbered(number, aside, body) = block(above: 0.72em, below: 0.72em, grid(columns: (2.6em, 1fr, 5.9em), column-gutter: (0pt, 1.1em),
  if number == none { [] } else { text(fill: rgb("#55544d"), number) }, body, if aside == none { [] } else { aside }))
#let subhead(aside, body) = block(above: 1.25em, below: 0.7em, sticky: true, grid(columns: (2.6em, 1fr, 5.9em), column-gutter: (0pt, 1.1em), [], body, if aside == none { [] } else { aside }))
#let facts(..cells) = pad(left: 2.6em, grid(columns: (auto, 1fr), column-gutter: 1.2em, row-gutter: 0.5em, ..cells))
#let drawn(image, caption) = pad(left: 2.6em, right: 3.5em, figure(image, caption: align(left, text(9pt, weight: 600, caption)), numbering: none, supplement: none, outlined: false))
#set figure.caption(position: top)
#show figure: set align(left)
#let listed-notes-heading = block(above: 1.2em, below: 0.5em, sticky: true, text(9pt, weight: 600)[Notes to the tables above])
#let listed-note(name, number, body) = block(above: 0.35em, below: 0.35em, text(7.4pt)[#metadata(none)#label(name)#super[\\[#number\\]] #body])
#let verbatim(size, body) = block(breakable: false, above: 0.8em, below: 0.8em, width: 100%, stroke: (left: 2pt + rgb("#bbbbbb")), inset: (left: 8pt, y: 4pt), text(size / 0.86, raw(body, block: true)))
#let listed(dense, caption, columns, ..rows) = block(above: 0.9em, below: 1.1em, {
  block(below: 0.45em, sticky: true, text(9pt, weight: 600, caption))
  set text(if dense { 7.7pt } else { 8.6pt })
  set par(leading: 0.42em)
  table(columns: columns, align: left, stroke: (x, y) => (bottom: if y == 0 { 0.8pt } else { 0.4pt + rgb("#cccccc") }), inset: (x, y) => (left: 0pt, right: 7pt, y: if dense { 2.2pt } else { 3.2pt }), ..rows)
})
`;

/**
 * The manuscript as Typst source. Text from outside stands in string literals alone. `generatedAt` becomes the date of the
 * document, so that equal manuscripts give equal bytes.
 */
export function renderTypst(
  manuscript: Manuscript,
  generatedAt: string,
  families: readonly string[] = [],
): TypstMarkup {
  const sections = [...manuscript.sections, ...manuscript.annexes];
  const lists = listedNotes(sections);
  const context: TypstContext = {
    families,
    notes: new Map(manuscript.notes.map((note) => [note.number, note])),
    targets: targetsOf(sections),
    listed: new Set([...lists.values()].flat()),
  };
  // No other font is tried: what a machine has installed must not change the bytes.
  const faces = [PDF_FONT, ...families].map((family) => `"${family}",`).join(' ');
  const { year, month, day } = datePartsOf(generatedAt.slice(0, 10));
  const language = /^[a-z]{2,3}/.exec(manuscript.language)?.[0] ?? 'en';
  return joinTypst(
    [
      trustedTypst(
        `#set document(title: ${typstString(manuscript.title)}, author: "Standing Panel", date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
      ),
      trustedTypst(
        `#set text(font: (${faces}), fallback: false, size: 9.8pt, lang: "${language}", hyphenate: true, fill: rgb("#1b1b18"))`,
      ),
      trustedTypst(`#let symbol = ${typstString(manuscript.symbol)}`),
      trustedTypst(`#show raw: set text(font: ("DejaVu Sans Mono", ${faces}), size: 0.86em)`),
      trustedTypst(LAYOUT),
      front(manuscript, context),
      ...sections.map((section) => typstSection(section, lists.get(section.id) ?? [], context)),
      trustedTypst(
        `#block(above: 1.6em, stroke: (top: 1.5pt), width: 100%, inset: (top: 5pt), text(8.5pt, fill: rgb("#55544d"))[${typstText(`${manuscript.symbol}. End of the report.`)}])`,
      ),
    ],
    '\n',
  );
}

function targetsOf(sections: readonly Section[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ id, blocks }) => [
      id,
      ...blocks.flatMap((block) => {
        if (block.kind === 'heading') return [block.id];
        return block.kind === 'table' ? (block.anchors ?? []).filter((anchor) => anchor !== null) : [];
      }),
    ]),
  );
}

function front(manuscript: Manuscript, context: TypstContext): TypstMarkup {
  const headline = manuscript.headline.map(
    ({ value, words, tone }) =>
      `block(width: 100%, stroke: (top: 1.4pt + ${toneColour(tone)}), inset: (top: 4pt), [#text(13pt, weight: 600, fill: ${tone === 'plain' ? 'rgb("#1b1b18")' : toneColour(tone)})[${typstText(value)}]#linebreak()#text(8.6pt, fill: rgb("#55544d"))[${typstText(words)}]])`,
  );
  const contents = [...manuscript.sections, ...manuscript.annexes].map(
    ({ id, numeral, title }) =>
      `[${typstText(numeral)}], [#link(label("${typstLabel(id)}"))[${typstText(title)}]], [#context counter(page).at(label("${typstLabel(id)}")).first()]`,
  );
  return joinTypst(
    [
      trustedTypst(
        `#block(width: 100%, stroke: (bottom: 2pt), inset: (bottom: 5pt), grid(columns: (1fr, auto), smallcaps[Standing Panel], strong(symbol)))`,
      ),
      trustedTypst(
        `#block(above: 1.6em, below: 0.9em, text(22pt, weight: 600, bottom-edge: "descender")[#set par(leading: 0.35em);${typstText(manuscript.title)}])`,
      ),
      ...(manuscript.subtitle === null
        ? []
        : [
            trustedTypst(
              `#block(below: 1.3em, text(11pt, style: "italic", fill: rgb("#55544d"))[${typstText(manuscript.subtitle)}])`,
            ),
          ]),
      ...(headline.length === 0
        ? []
        : [trustedTypst(`#grid(columns: (1fr,) * ${headline.length}, column-gutter: 14pt, ${headline.join(', ')})`)]),
      trustedTypst('#v(0.6em)'),
      trustedTypst(`#pad(left: -2.6em)[${typstFacts(manuscript.particulars, context)}]`),
      trustedTypst(
        `#block(above: 1.4em, text(9.2pt, grid(columns: (5em, 1fr, auto), row-gutter: 0.5em, ${contents.join(', ')})))`,
      ),
    ],
    '\n',
  );
}

/** From this many rows with notes on, a section's tables have their notes in a list after them. */
const MANY_NOTED_ROWS = 150;

/**
 * The notes that stand in lists, by the section at whose end. The compiler lays a table out again for each page of footnotes that
 * its rows bring, so that the time to set a table grows with the square of its rows.
 */
function listedNotes(sections: readonly Section[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    sections
      .filter(({ blocks }) =>
        blocks.some((block) => block.kind === 'table' && notedRows(block.rows) >= MANY_NOTED_ROWS),
      )
      .map((section) => {
        const numbers: number[] = [];
        mapInlines(section, (inline) => {
          if (inline.kind === 'note' && inline.reference === 1) numbers.push(inline.number);
          return inline;
        });
        return [section.id, numbers] as const;
      }),
  );
}

function notedRows(rows: readonly Row[]): number {
  return rows.filter((row) => row.some((cell) => cell.some(({ kind }) => kind === 'note'))).length;
}

function typstSection(section: Section, listed: readonly number[], context: TypstContext): TypstMarkup {
  const numeral =
    section.numeral === ''
      ? ''
      : `${typstText(`${section.numeral}${section.numeral.startsWith('Annex') ? '' : '.'}`)}#h(0.8em)`;
  return joinTypst(
    [
      trustedTypst(`#[#heading(level: 1)[${numeral}${typstText(section.title)}]#label("${typstLabel(section.id)}")]`),
      ...section.blocks.map((block) => typstBlock(block, context)),
      ...(listed.length === 0
        ? []
        : [
            typstNoteList(
              listed.flatMap((number) => context.notes.get(number) ?? []),
              context,
            ),
          ]),
    ],
    '\n',
  );
}
