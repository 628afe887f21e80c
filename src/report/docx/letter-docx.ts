import { Document, Packer, Paragraph } from 'docx';
import { composeLetter } from '../composition/compose-letter.ts';
import type { Letter } from '../model/letter.ts';
import { withoutArchiveTimes } from './archive-time.ts';
import { directedRuns } from './docx-blocks.ts';

/** A letter as a Word document, to be gone over and signed. Equal letters give equal bytes. */
export async function renderLetterDocx(letter: Letter): Promise<Uint8Array> {
  const { date, to, opening, statements, closing, from } = composeLetter(letter);
  const paragraph = (text: string, indent = 0): Paragraph =>
    new Paragraph({ spacing: { after: 160 }, indent: { left: indent }, children: [...directedRuns(text)] });
  const document = new Document({
    title: to,
    creator: 'Standing Panel',
    lastModifiedBy: 'Standing Panel',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 22, language: { value: 'en' } } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1400, bottom: 1200, left: 1300, right: 1300 } },
        },
        children: [
          paragraph(date),
          paragraph(to),
          ...opening.map((text) => paragraph(text)),
          ...statements.map((text, at) => paragraph(`${at + 1}. ${text}`, 360)),
          ...closing.map((text) => paragraph(text)),
          paragraph(from),
        ],
      },
    ],
  });
  const archive = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(letter.date) },
  ]);
  return withoutArchiveTimes(archive);
}

/** The document's own date is the letter's, not that of the machine. */
function coreProperties(date: string): string {
  const dated = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Standing Panel</dc:creator>${dated('created')}${dated('modified')}</cp:coreProperties>`;
}
