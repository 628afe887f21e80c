import { getDocumentProxy } from 'unpdf';
import { DocumentError } from '../document-error.ts';
import { languageOf } from '../html/html-metadata.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import { type DocumentWords, joinLines, wordsOf } from './hyphenation.ts';
import { type PdfPage, withoutFrame } from './pdf-frame.ts';
import { linesOf, type PdfRun } from './pdf-lines.ts';
import { type PdfParagraph, paragraphsOf } from './pdf-paragraphs.ts';

/** Stands for a glyph whose character the file does not tell. */
const UNKNOWN = '\ufffd';

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text of a PDF page by page. Scripts, forms, attachments and pictures are not looked at. */
export async function readPdf(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<ReadContent> {
  // Every PDF ends with a marker (ISO 32000-1, 7.5.5). Without it the reader would guess at half a file and call it whole.
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(0, bytes.length - 4096),
  );
  if (!tail.includes('%%EOF'))
    throw new DocumentError('corrupt', 'the PDF is damaged: its end is missing', { place: name });
  const proxy = await open(bytes, name);
  try {
    if (proxy.numPages > limits.pages)
      throw new DocumentError(
        'too-complex',
        `it has ${proxy.numPages.toLocaleString('en')} pages, more than ${limits.pages.toLocaleString('en')}`,
        {
          place: name,
        },
      );
    const pages: PdfPage[] = [];
    for (let number = 1; number <= proxy.numPages; number++) pages.push(await readPage(proxy, number, name));
    const details = await readDetails(proxy);
    const silent = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
    if (silent.length === pages.length)
      throw new DocumentError(
        'no-text',
        'its pages hold no text; if they are scanned, run text recognition and add the result',
        {
          place: name,
        },
      );
    const layout = layOut(pages, name, limits, details.title);
    const notes: string[] = [];
    const unknown = layout.text.split(UNKNOWN).length - 1;
    if (unknown > 0) notes.push(`${unknown} characters are not told by its fonts and stand as ${UNKNOWN}`);
    return {
      kind: 'pdf',
      reader: 'pdf/2 (unpdf)',
      encoding: null,
      ...layout,
      ...details,
      notes,
      unread: silent.length === 0 ? [] : [{ what: 'scan', whole: false, words: silentWords(silent, pages.length) }],
    };
  } finally {
    await proxy.destroy();
  }
}

/** Pages that may be pictures of text, which nothing is read from. */
function silentWords(silent: readonly number[], pages: number): string {
  const shown = `${silent.slice(0, 20).join(', ')}${silent.length > 20 ? ' and others' : ''}`;
  return `there is no text on ${silent.length === 1 ? 'page' : 'pages'} ${shown} of ${pages}, such as scans have`;
}

async function open(bytes: Uint8Array, name: string): Promise<Proxy> {
  try {
    // The reader takes the bytes over and empties the array it was given: it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      stopAtErrors: true,
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new DocumentError('encrypted', 'locked with a password; save it without one and add it again', {
        place: name,
      });
    throw new DocumentError('corrupt', 'the PDF is damaged and cannot be read', { place: name, cause: error });
  }
}

async function readPage(proxy: Proxy, number: number, name: string): Promise<PdfPage> {
  try {
    const page = await proxy.getPage(number);
    const content = await page.getTextContent({ disableNormalization: false });
    const runs: PdfRun[] = [];
    for (const item of content.items)
      if ('str' in item) {
        const [a, b, , , x, y] = item.transform as number[];
        // Text set upright only: stamps up the margin are no part of the lines.
        if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) continue;
        runs.push({
          text: item.str.replace(/[\0-\x08\x0e-\x1f]/g, UNKNOWN),
          x: x ?? 0,
          y: y ?? 0,
          width: item.width,
          height: item.height || Math.abs(a ?? 0),
        });
      }
    const height = page.view[3]! - page.view[1]!;
    page.cleanup();
    return { number, height, lines: linesOf(runs, number) };
  } catch (error) {
    throw new DocumentError('corrupt', `page ${number} of the PDF is damaged and cannot be read`, {
      place: name,
      cause: error,
    });
  }
}

type Details = {
  readonly title: string | null;
  readonly published: string | null;
  readonly created: string | null;
  readonly language: string | null;
};

/** `CreationDate` is the day the file was made; only the publishing vocabularies of XMP state a day of publication. */
async function readDetails(proxy: Proxy): Promise<Details> {
  const { info, metadata } = (await proxy.getMetadata()) as unknown as {
    info: Record<string, unknown>;
    metadata: { get(name: string): unknown } | null;
  };
  const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  const issued = textOf(metadata?.get('prism:publicationdate')) ?? textOf(metadata?.get('dcterms:issued'));
  const created = /^D:(\d{4})(\d{2})(\d{2})/.exec(textOf(info.CreationDate) ?? '');
  return {
    title: textOf(metadata?.get('dc:title')) ?? textOf(info.Title),
    published: /^\d{4}-\d{2}-\d{2}/.exec(issued ?? '')?.[0] ?? null,
    created: created ? `${created[1]}-${created[2]}-${created[3]}` : null,
    language: languageOf(textOf(info.Language)),
  };
}

function layOut(
  read: readonly PdfPage[],
  name: string,
  limits: ReadingLimits,
  title: string | null,
): Pick<ReadContent, 'text' | 'blocks' | 'pages'> {
  const pages = withoutFrame(read);
  const words = wordsOf(pages.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const builder = new LayerBuilder(name, limits.textLength);
  for (const [index, paragraph] of paragraphsOf(pages).entries())
    addParagraph(builder, paragraph, words, index === 0, title);
  builder.startPage(read.length, builder.length);
  return builder.build();
}

function addParagraph(
  builder: LayerBuilder,
  paragraph: PdfParagraph,
  words: DocumentWords,
  first: boolean,
  title: string | null,
): void {
  const { lines, kind } = paragraph;
  const page = lines[0]!.page;
  const raw = joinLines(
    lines.map(({ text }) => text),
    words,
  );
  const numbered = kind === 'paragraph' ? splitParagraphNumber(raw) : null;
  const listed = kind === 'list-item' ? splitListSign(raw) : null;
  const note = kind === 'footnote' ? /^(\(?\d{1,3}\)?[.)]?\s*|[*†‡]\s*)(?=\S)/.exec(raw) : null;
  const text = numbered?.text ?? listed?.text ?? (note ? raw.slice(note[0].length) : raw);
  const block = builder.add({
    kind: first && (kind === 'heading' || raw === title) ? 'title' : kind,
    text,
    sign: numbered?.sign ?? listed?.sign ?? note?.[0] ?? '',
    page,
    paragraph: numbered?.number ?? null,
  });
  if (block === null) return;
  if (kind === 'footnote') return;
  builder.startPage(page, block.start);
  // Where a paragraph runs over the page, the next page begins inside it.
  for (const line of lines)
    if (line.page > page) {
      const upTo = joinLines(
        lines.filter((other) => other.page < line.page).map((other) => other.text),
        words,
      );
      const offset = block.end - raw.length + upTo.length;
      builder.startPage(line.page, Math.min(Math.max(offset, block.start), block.end));
      break;
    }
}
