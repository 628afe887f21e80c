import { makeZip } from './zip-maker.ts';

const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type MadeSlide = {
  readonly title: string;
  readonly text: readonly string[];
  readonly table?: readonly (readonly string[])[];
  readonly notes?: string;
  readonly hidden?: boolean;
};

/** A presentation (ISO/IEC 29500-1) whose slides lie in its parts in another order than they are shown in. */
export function makeSlides(slides: readonly MadeSlide[]): Buffer {
  const fileOf = (index: number) => slides.length - index;
  const relations = (rows: readonly string[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
  const parts = slides.flatMap(({ title, text, table, notes, hidden = false }, index) => {
    const file = fileOf(index);
    const shapes = [
      shape('title', [title]),
      shape('body', text),
      shape('sldNum', [String(index + 1)]),
      frame(table),
    ].join('');
    const xml = `<?xml version="1.0"?><p:sld ${NAMES}${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
    if (notes === undefined) return [{ name: `ppt/slides/slide${file}.xml`, content: xml }];
    return [
      { name: `ppt/slides/slide${file}.xml`, content: xml },
      {
        name: `ppt/slides/_rels/slide${file}.xml.rels`,
        content: relations([
          `<Relationship Id="n" Type="${RELATION}/notesSlide" Target="../notesSlides/notes${file}.xml"/>`,
        ]),
      },
      {
        name: `ppt/notesSlides/notes${file}.xml`,
        content: `<?xml version="1.0"?><p:notes ${NAMES}><p:cSld><p:spTree>${shape('body', [notes])}</p:spTree></p:cSld></p:notes>`,
      },
    ];
  });
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('');
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'ppt/presentation.xml',
      content: `<?xml version="1.0"?><p:presentation ${NAMES}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      content: relations(
        slides.map(
          (_, index) =>
            `<Relationship Id="s${index}" Type="${RELATION}/slide" Target="slides/slide${fileOf(index)}.xml"/>`,
        ),
      ),
    },
    ...parts,
  ]);
}

function shape(type: string, paragraphs: readonly string[]): string {
  return `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${paragraphs.map(paragraph).join('')}</p:txBody></p:sp>`;
}

function frame(table: readonly (readonly string[])[] | undefined): string {
  if (table === undefined) return '';
  const rows = table.map(
    (row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${paragraph(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`,
  );
  return `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<a:p><a:r><a:t>${escaped}</a:t></a:r></a:p>`;
}
