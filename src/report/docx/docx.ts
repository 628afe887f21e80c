import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { printableText } from '../../figures/drawing/markup.ts';
import { composePrinted, type PrintOptions } from '../abridgement/compose-printed.ts';
import type { Manuscript, Section } from '../composition/manuscript.ts';
import type { ReportModel } from '../model/model.ts';
import { withoutArchiveTimes } from './archive-time.ts';
import {
  bookmarked,
  bookmarkOf,
  createDocxContext,
  type DocxBlock,
  type DocxContext,
  directedRuns,
  docxBlocks,
  docxInlines,
} from './docx-blocks.ts';

/** Faces that Word brings on every machine, by the kind of script. */
const FACES = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'Malgun Gothic',
};

/**
 * The report as a Word document: the same numbered paragraphs and footnotes as in the other formats. Equal models give equal
 * bytes.
 *
 * @throws ReportError `unknown-claim`, `unknown-document`
 */
export async function renderDocx(model: ReportModel, options: PrintOptions = {}): Promise<Uint8Array> {
  const manuscript = composePrinted(model, options);
  const context = createDocxContext();
  const grey = { size: 17, color: '55544D' };
  const document = new Document({
    title: printableText(manuscript.title),
    creator: 'Standing Panel',
    lastModifiedBy: 'Standing Panel',
    styles: {
      default: {
        document: { run: { font: FACES, size: 21, language: { value: manuscript.language } } },
        heading1: {
          run: { size: 30, bold: true },
          paragraph: { spacing: { before: 360, after: 160 }, keepNext: true },
        },
        heading2: {
          run: { size: 23, bold: true },
          paragraph: { spacing: { before: 220, after: 100 }, keepNext: true },
        },
        title: { run: { size: 42, bold: true } },
      },
    },
    footnotes: Object.fromEntries(
      manuscript.notes.map((note) => [
        note.number,
        {
          children: [
            new Paragraph({
              children: [
                ...(note.quote === null ? [] : directedRuns(`“${note.quote}” `, { size: 17 })),
                ...docxInlines(note.text, context, { size: 17 }),
              ],
            }),
          ],
        },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1200, bottom: 1150, left: 1130, right: 1130 } },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ text: printableText(manuscript.symbol), ...grey })],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], ...grey })],
              }),
            ],
          }),
        },
        children: [
          ...front(manuscript, context),
          ...[...manuscript.sections, ...manuscript.annexes].flatMap((section) => docxSection(section, context)),
          new Paragraph({
            spacing: { before: 300 },
            children: [new TextRun({ text: printableText(`${manuscript.symbol}. End of the report.`), ...grey })],
          }),
        ],
      },
    ],
  });
  const archive = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(manuscript, model) },
  ]);
  return withoutArchiveTimes(archive);
}

/** The document's own date is the report's, not that of the machine. */
function coreProperties({ title }: Manuscript, { generatedAt }: ReportModel): string {
  const escaped = printableText(title).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${generatedAt.slice(0, 19)}Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>Standing Panel</dc:creator><cp:lastModifiedBy>Standing Panel</cp:lastModifiedBy>${date('created')}${date('modified')}</cp:coreProperties>`;
}

function front(manuscript: Manuscript, context: DocxContext): readonly DocxBlock[] {
  const { subtitle, headline } = manuscript;
  return [
    new Paragraph({
      children: [new TextRun({ text: `Standing Panel    ${printableText(manuscript.symbol)}`, bold: true })],
    }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 240, after: 120 },
      children: [new TextRun(printableText(manuscript.title))],
    }),
    ...(subtitle === null
      ? []
      : [
          new Paragraph({
            spacing: { after: 200 },
            children: [new TextRun({ text: printableText(subtitle), italics: true })],
          }),
        ]),
    ...headline.map(
      ({ value, words }) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [new TextRun({ text: printableText(value), bold: true }), new TextRun(` ${printableText(words)}`)],
        }),
    ),
    ...docxBlocks({ kind: 'facts', facts: manuscript.particulars }, context),
  ];
}

function docxSection({ id, numeral, title, blocks }: Section, context: DocxContext): readonly DocxBlock[] {
  const words = numeral === '' ? title : `${numeral}${numeral.startsWith('Annex') ? '' : '.'} ${title}`;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: bookmarked(bookmarkOf(id), [new TextRun(printableText(words))], context),
    }),
    ...blocks.flatMap((block) => docxBlocks(block, context)),
  ];
}
