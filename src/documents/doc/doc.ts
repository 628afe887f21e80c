import WordExtractor from 'word-extractor';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { Span } from '../text/text-layer.ts';

/** Signs as they are, and not the plain ones that they resemble. */
const AS_WRITTEN = { filterUnicode: false } as const;

/**
 * A Word file of 1997 to 2003 ([MS-DOC]): its paragraphs, and its notes after them. What was deleted under "track changes"
 * is left out. Cells of tables come without their rows, so that no claim is read from them. Macros and objects are not looked at.
 * @throws DocumentError `encrypted`, `corrupt`, `no-text`
 */
export async function readDoc(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<ReadContent> {
  const document = await extracted(bytes, name);
  const builder = new LayerBuilder(name, limits.textLength);
  const inTables: Span[] = [];
  for (const line of document.getBody(AS_WRITTEN).split('\n')) {
    const text = line.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '').trim();
    const numbered = splitParagraphNumber(text);
    const listed = numbered === null ? splitListSign(text) : null;
    const block = builder.add({
      kind: listed === null ? 'paragraph' : 'list-item',
      text: numbered?.text ?? listed?.text ?? text,
      sign: numbered?.sign ?? listed?.sign ?? '',
      paragraph: numbered?.number ?? null,
    });
    if (block !== null && text.includes('\t')) inTables.push({ start: block.start, end: block.end });
  }
  for (const notes of [document.getFootnotes(AS_WRITTEN), document.getEndnotes(AS_WRITTEN)])
    for (const line of notes.split('\n')) builder.add({ kind: 'footnote', text: line.trim() });
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the document holds no text', { place: name });
  const comments = document.getAnnotations(AS_WRITTEN).trim();
  const boxes = document.getTextboxes(AS_WRITTEN).trim();
  return {
    kind: 'doc',
    reader: 'doc/1 (word-extractor)',
    ...builder.build(),
    encoding: null,
    notes: [
      ...(comments === '' ? [] : ['comments in it are not shown']),
      ...(boxes === '' ? [] : ['text in boxes next to its text is not shown']),
    ],
    unread:
      inTables.length === 0
        ? []
        : [
            {
              what: 'table',
              whole: false,
              words: 'its tables are read as lines, and no claim is read from them',
              spans: inTables,
            },
          ],
  };
}

async function extracted(bytes: Uint8Array, name: string): Promise<Awaited<ReturnType<WordExtractor['extract']>>> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isLocked(data))
    throw new DocumentError('encrypted', 'locked with a password; save it without one and add it again', {
      place: name,
    });
  try {
    return await new WordExtractor().extract(data);
  } catch (cause) {
    throw new DocumentError('corrupt', 'the Word file is damaged and cannot be read', { place: name, cause });
  }
}

/** The flag of the file information block ([MS-DOC], 2.5.2: fEncrypted), which begins the stream at the start of a sector. */
function isLocked(data: Buffer): boolean {
  for (let at = 512; at + 12 <= data.length; at += 512)
    if (data.readUInt16LE(at) === 0xa5ec) return (data.readUInt16LE(at + 10) & 0x0100) !== 0;
  return false;
}
