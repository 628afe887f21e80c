import { type DocumentId, documentIdOf } from '../core/hash.ts';
import { deepFreeze } from '../core/json/json.ts';
import type { StoredFile } from './custody/stored-file.ts';
import { READING_LIMITS, type ReadingLimits, type ReadingProgress } from './limits.ts';
import { macroNotes } from './macros.ts';
import { asDocumentError, sizeChecked } from './read-fault.ts';
import { mediaKindOf } from './sniff.ts';
import { languagesUnread } from './text/language.ts';
import type { ReadContent } from './text/read-content.ts';
import { reservedIn } from './text/reserve.ts';
import type { TextLayer, Unread } from './text/text-layer.ts';

export type ReadOptions = {
  /** The name of the file in messages; the kind is distinguished from the bytes alone. */
  readonly name: string;
  readonly limits?: ReadingLimits;
  /** Told page by page, or piece by piece, where reading takes long. */
  readonly progress?: ReadingProgress;
  /** Languages to read pictures in, such as "kor+eng"; else whichever reads best. */
  readonly ocr?: string | undefined;
};

/**
 * The text of a document that is too large to be held in memory: a table kept as text, of which nothing else is known to be one.
 * @throws DocumentError as `readTextLayer`, and `changed-while-read` for a file with other bytes than its hash is of
 */
export async function readStoredText(
  file: StoredFile,
  { name, limits = READING_LIMITS, progress = () => undefined }: Omit<ReadOptions, 'ocr'>,
): Promise<TextLayer> {
  try {
    const { readStoredCsv } = await import('./table/csv.ts');
    return layerOf(file.document, readStoredCsv(file, name, limits, progress));
  } catch (error) {
    throw asDocumentError(error, name);
  }
}

/**
 * The text of a document in this thread. The same bytes give the same text. Files from outside belong in `openReader`, which
 * bounds time and memory.
 * @throws DocumentError naming the file and the reason; hostile bytes throw nothing else
 */
export async function readTextLayer(
  bytes: Uint8Array,
  { name, limits = READING_LIMITS, progress, ocr }: ReadOptions,
): Promise<TextLayer> {
  sizeChecked(bytes, name, limits);
  try {
    const read = await readContent(bytes, name, limits, progress, ocr);
    const notes = [...macroNotes(read.kind, bytes, name, limits), ...(read.notes ?? [])];
    return layerOf(documentIdOf(bytes), { ...read, notes });
  } catch (error) {
    throw asDocumentError(error, name);
  }
}

function layerOf(document: DocumentId, read: ReadContent): TextLayer {
  const content = asWellFormed(read);
  return deepFreeze({
    document,
    title: null,
    published: null,
    outlet: null,
    language: null,
    created: null,
    notes: [],
    ...content,
    unread: unreadIn(content),
  });
}

/**
 * Text that every later step can carry: a surrogate without its other half, which neither canonical JSON nor UTF-8 holds, and
 * U+0000 become the replacement character. Each stands for one code unit, so that offsets stay.
 */
function asWellFormed(content: ReadContent): ReadContent {
  const mend = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');
  const mendIfAny = (text: string | null | undefined): string | null => (text == null ? null : mend(text));
  return {
    ...content,
    text: mend(content.text),
    title: mendIfAny(content.title),
    outlet: mendIfAny(content.outlet),
    language: mendIfAny(content.language),
    ...(content.sender === undefined ? {} : { sender: { ...content.sender, name: mendIfAny(content.sender.name) } }),
  };
}

/** What its reader left unread, what is in a language that no claim is read from, and what the paper itself does not tell as so. */
function unreadIn(content: ReadContent): readonly Unread[] {
  const { text, blocks, unread = [] } = content;
  if (unread.some(({ whole }) => whole)) return unread;
  return [...unread, languagesUnread(text, blocks) ?? [], reservedIn(content)].flat();
}

/** Readers of one kind are loaded when a document of that kind comes: the PDF reader alone costs 0.1 s. */
async function readContent(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  progress?: ReadingProgress,
  ocr?: string,
): Promise<ReadContent> {
  const kind = mediaKindOf(bytes, name, limits);
  switch (kind) {
    case 'html':
      return (await import('./html/html.ts')).readHtml(bytes, name, limits);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes, name, limits, progress, ocr);
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(bytes, name, limits);
    case 'doc':
      return (await import('./doc/doc.ts')).readDoc(bytes, name, limits);
    case 'text':
      return (await import('./plain-text/plain-text.ts')).readPlainText(bytes, name, limits);
    case 'csv':
      return (await import('./table/csv.ts')).readCsv(bytes, name, limits, progress);
    case 'xlsx':
    case 'xls':
    case 'ods':
      return (await import('./table/workbook.ts')).readWorkbook(kind, bytes, name, limits, progress);
    case 'eml':
      return (await import('./mail/eml.ts')).readEml(bytes, name, limits);
    case 'msg':
      return (await import('./mail/msg.ts')).readMsg(bytes, name, limits);
    case 'rtf':
      return (await import('./rtf/rtf.ts')).readRtf(bytes, name, limits);
    case 'pptx':
      return (await import('./slides/pptx.ts')).readPptx(bytes, name, limits);
    case 'telegram':
      return (await import('./chat/telegram.ts')).readTelegram(bytes, name, limits);
    case 'ftm':
      return (await import('./ftm/ftm.ts')).readFtm(bytes, name, limits);
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'bmp':
      return (await import('./image/image.ts')).readImage(bytes, name, limits, ocr);
    case 'mbox':
    case 'zip':
    case 'tar':
    case 'gzip':
    case 'warc':
    case 'wacz':
    case 'mhtml':
      return (await import('./listing.ts')).readListing(kind, bytes, name, limits);
  }
}
