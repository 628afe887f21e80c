import { getDocumentProxy } from 'unpdf';
import { DocumentError } from '../document-error.ts';
import { languageOf } from '../html/html-metadata.ts';
import type { ReadingLimits, ReadingProgress } from '../limits.ts';
import { howToAdd, recognitionProgram } from '../recognition/installed.ts';
import { addRecognised } from '../recognition/recognised-layer.ts';
import { type DocumentWords, joinLines, wordsOf } from '../text/hyphenation.ts';
import { LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { RecognisedText, Unread } from '../text/text-layer.ts';
import { withTables } from './page-tables.ts';
import { type PdfPage, withoutFrame } from './pdf-frame.ts';
import { linesOf, type PdfRun } from './pdf-lines.ts';
import { type PdfParagraph, paragraphsOf } from './pdf-paragraphs.ts';
import { type ScannedPages, scannedPages } from './scanned-pages.ts';
import { linesIn, PdfTables } from './table-blocks.ts';

/** Stands for a glyph whose character the file does not tell. */
const UNKNOWN = '\ufffd';

export type PdfProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF page by page. Pages without text whose pictures fill them are read off these, where the packages for that
 * are there. Scripts, forms and attachments are not looked at.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  progress: ReadingProgress = () => undefined,
  ocr?: string,
): Promise<ReadContent> {
  const proxy = await openPdf(bytes, name, limits);
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= proxy.numPages; number++) pages.push(await readPage(proxy, number, name));
    const details = await readDetails(proxy);
    const scans = await scannedPages(proxy, pages, limits, progress, ocr);
    const silent = pages.flatMap(({ lines, number }) =>
      lines.length === 0 && !scans.seen.has(number) ? [number] : [],
    );
    if (silent.length === pages.length && scans.pictures === 0)
      throw new DocumentError('no-text', 'its pages hold neither text nor a picture of a page', { place: name });
    const layout = layOut(pages, scans, name, limits, details.title);
    const notes: string[] = [];
    const unknown = layout.text.split(UNKNOWN).length - 1;
    if (unknown > 0) notes.push(`${unknown} characters are not told by its fonts and stand as ${UNKNOWN}`);
    return {
      kind: 'pdf',
      reader: readerName(layout.recognised ?? []),
      encoding: null,
      ...layout,
      ...details,
      notes: [...notes, ...scanNotes(layout.recognised ?? [])],
      unread: unreadIn(silent, pages.length, scans, layout),
    };
  } finally {
    await proxy.destroy();
  }
}

/** The name of the reader tells all that its text depends on. */
function readerName(recognised: readonly RecognisedText[]): string {
  const isRead = recognised.some(({ by }) => by === 'reader');
  return isRead ? `pdf/5 (unpdf, ${recognitionProgram()})` : 'pdf/5 (unpdf)';
}

/** What of a PDF no claim is read from: pages without text, and the second text of pages that have one of their own. */
function unreadIn(
  silent: readonly number[],
  pages: number,
  { second, missing }: ScannedPages,
  { recognised = [] }: Pick<ReadContent, 'recognised'>,
): readonly Unread[] {
  const beside = recognised.filter(({ by, page }) => by === 'reader' && second.has(page));
  const install = missing ? `; ${howToAdd()}` : '';
  return [
    ...(silent.length === 0
      ? []
      : [
          {
            what: 'scan' as const,
            whole: silent.length === pages,
            words:
              silent.length === pages
                ? `scanned pages, whose text was not read${install}`
                : `${silentWords(silent, pages)}${install}`,
          },
        ]),
    ...(beside.length === 0
      ? []
      : [
          {
            what: 'scan' as const,
            whole: false,
            words:
              'the text that was read off its pages a second time is there to be compared, and no claim is read from it',
            spans: beside.map(({ start, end }) => ({ start, end })),
          },
        ]),
  ];
}

/** Pages that may be pictures of text, which nothing is read from. */
function silentWords(silent: readonly number[], pages: number): string {
  const shown = `${silent.slice(0, 20).join(', ')}${silent.length > 20 ? ' and others' : ''}`;
  return `no text was read on ${silent.length === 1 ? 'page' : 'pages'} ${shown} of ${pages}`;
}

function scanNotes(recognised: readonly RecognisedText[]): string[] {
  const read = recognised.filter(({ by }) => by === 'reader');
  const laid = recognised.length - read.length;
  const languages = [...new Set(read.map((one) => one.languages))].join(', ');
  const least = Math.min(...read.map(({ confidence }) => confidence ?? 0));
  return [
    ...(read.length === 0
      ? []
      : [
          `the text of ${pagesWords(read.length)} was read off pictures (${languages}); the least confidence of a page is ${least}`,
        ]),
    ...(laid === 0
      ? []
      : [`the text of ${pagesWords(laid)} was laid over a picture by whoever made the file, and may be misread`]),
  ];
}

function pagesWords(count: number): string {
  return count === 1 ? 'one page' : `${count} pages`;
}

/** @throws DocumentError for a file that is cut off, locked, damaged or longer than the limit */
export async function openPdf(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<PdfProxy> {
  // Every PDF ends with a marker (ISO 32000-1, 7.5.5). Without it the reader would guess at half a file and call it whole.
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(0, bytes.length - 4096),
  );
  if (!tail.includes('%%EOF'))
    throw new DocumentError('corrupt', 'the PDF is damaged: its end is missing', { place: name });
  const proxy = await open(bytes, name, limits);
  if (proxy.numPages <= limits.pages) return proxy;
  const message = `it has ${proxy.numPages.toLocaleString('en')} pages, more than ${limits.pages.toLocaleString('en')}`;
  await proxy.destroy();
  throw new DocumentError('too-complex', message, { place: name });
}

async function open(bytes: Uint8Array, name: string, { pixels }: ReadingLimits): Promise<PdfProxy> {
  try {
    // The reader takes the bytes over and empties the array it was given: it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      stopAtErrors: true,
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      maxImageSize: pixels,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new DocumentError('encrypted', 'locked with a password; save it without one and add it again', {
        place: name,
      });
    throw new DocumentError('corrupt', 'the PDF is damaged and cannot be read', { place: name, cause: error });
  }
}

async function readPage(proxy: PdfProxy, number: number, name: string): Promise<PdfPage> {
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
    const lines = linesOf(await withTables(page, runs), number);
    page.cleanup();
    return { number, height, lines };
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
async function readDetails(proxy: PdfProxy): Promise<Details> {
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
  { seen, second, overlaid }: ScannedPages,
  name: string,
  limits: ReadingLimits,
  title: string | null,
): Pick<ReadContent, 'text' | 'blocks' | 'pages' | 'recognised'> {
  const pages = withoutFrame(read);
  const words = wordsOf([
    ...pages.flatMap(({ lines }) =>
      lines.flatMap(({ text, table }) => (table === undefined ? [text] : linesIn(table))),
    ),
    ...[...seen.values(), ...second.values()].flatMap((one) => one.seen.paragraphs.flat().map(({ text }) => text)),
  ]);
  const builder = new LayerBuilder(name, limits.textLength);
  const recognised: RecognisedText[] = [];
  const tables = new PdfTables(builder, words);
  // Paragraphs run over from page to page, but not over one that was read off its picture.
  for (const run of runsOf(pages, seen)) {
    const scan = seen.get(run[0]?.number ?? 0);
    if (scan === undefined) {
      for (const paragraph of paragraphsOf(run)) {
        const { table, page } = paragraph.lines[0]!;
        if (table !== undefined) tables.add(table, page);
        else addParagraph(builder, paragraph, words, builder.blockCount === 0, title);
      }
      continue;
    }
    const added = addRecognised(builder, scan, words);
    if (added === null) continue;
    builder.startPage(added.page, added.start);
    recognised.push(added);
  }
  builder.startPage(read.length, builder.length);
  const own = builder.build();
  // The second text of pages stands after the whole of the first, and belongs to no page of it.
  for (const scan of second.values()) {
    const added = addRecognised(builder, scan, words);
    if (added !== null) recognised.push(added);
  }
  for (const page of overlaid) {
    const span = own.pages[page - 1];
    if (span === undefined || span.end <= span.start) continue;
    recognised.push({ ...span, page, by: 'file', languages: null, confidence: null, words: [] });
  }
  recognised.sort((a, b) => a.start - b.start);
  return { ...builder.build(), pages: own.pages, ...(recognised.length > 0 && { recognised }) };
}

/** Pages in runs: those that were read off their pictures each by itself, the others as they follow each other. */
function runsOf(pages: readonly PdfPage[], seen: ScannedPages['seen']): readonly (readonly PdfPage[])[] {
  const runs: PdfPage[][] = [];
  let isOpen = false;
  for (const page of pages) {
    const isSeen = seen.has(page.number);
    if (isSeen || !isOpen) runs.push([page]);
    else runs.at(-1)?.push(page);
    isOpen = !isSeen;
  }
  return runs;
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
