import { isTelegramExport } from './chat/telegram.ts';
import { isFtmLines } from './container/ftm-lines.ts';
import { gzipHead, kindInGzip } from './container/gzip.ts';
import { isTar } from './container/tar.ts';
import { inflateEntry, listZip } from './container/zip.ts';
import { DocumentError } from './document-error.ts';
import type { ReadingLimits } from './limits.ts';
import { mailFormOf } from './mail/mail-form.ts';
import { decodeText } from './plain-text/encoding.ts';
import { pictureKindOf } from './recognition/picture.ts';
import { FORM_LENGTH } from './table/csv.ts';
import { csvSignOf } from './table/csv-form.ts';
import type { MediaKind } from './text/text-layer.ts';

type Signature = { readonly bytes: readonly number[]; readonly name: string };

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF image' },
  { bytes: [0x42, 0x5a, 0x68], name: 'a bzip2 archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90], name: 'a program' },
];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The kind of a document by its content; its name is never asked.
 * @throws DocumentError `empty`, `unsupported` or `encrypted`
 */
export function mediaKindOf(bytes: Uint8Array, name: string, limits: ReadingLimits): MediaKind {
  if (bytes.length === 0) throw new DocumentError('empty', 'the file is empty', { place: name });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return kindOfZip(bytes, name, limits);
  if (startsWith(bytes, OLE)) return kindOfOle(bytes, name);
  if (startsWith(bytes, [0x1f, 0x8b])) return kindInGzip(gzipHead(bytes, name));
  if (startsWith(bytes, RTF)) return 'rtf';
  if (latin1(bytes.subarray(0, 6)) === 'WARC/1') return 'warc';
  if (isTar(bytes)) return 'tar';
  const picture = pictureKindOf(bytes);
  if (picture !== null) return picture;
  for (const { bytes: start, name: what } of SIGNATURES)
    if (startsWith(bytes, start))
      throw new DocumentError(
        'unsupported',
        `${what}, not a document that can be read; give HTML, PDF, DOCX, PNG, JPEG or text`,
        {
          place: name,
        },
      );
  // ISO 32000-1, appendix H: readers accept the header anywhere in the first 1,024 bytes.
  const head = latin1(bytes.subarray(0, 1024));
  const pdf = head.indexOf('%PDF-');
  if (pdf >= 0 && !/[a-zA-Z]{4}/.test(head.slice(0, pdf))) return 'pdf';
  if (looksLikeHtml(bytes)) return 'html';
  return kindOfText(bytes.subarray(0, FORM_LENGTH), name);
}

/** Mail, tables and running text are all text; read as prose, "MIME-Version: 1.0" would be a figure. */
function kindOfText(start: Uint8Array, name: string): MediaKind {
  // The last line may be cut within a sign, which must not make the encoding another one.
  const isWide = start.subarray(0, 4).includes(0);
  const end = start.length < FORM_LENGTH || isWide ? start.length : start.lastIndexOf(0x0a) + 1 || start.length;
  const { text } = decodeText(start.subarray(0, end), name);
  const mail = mailFormOf(text);
  if (mail !== null) return mail;
  if (isTelegramExport(text)) return 'telegram';
  if (isFtmLines(text)) return 'ftm';
  return csvSignOf(text) === null ? 'text' : 'csv';
}

/** What the parts of a zip container say it is (ISO/IEC 29500-2, OpenDocument 1.3 part 2, WACZ 1.1.1); else an archive. */
function kindOfZip(bytes: Uint8Array, name: string, limits: ReadingLimits): MediaKind {
  const entries = listZip(bytes, name, limits);
  const has = (pattern: RegExp): boolean => entries.some((entry) => pattern.test(entry.name));
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^xl\//)) return 'xlsx';
    if (has(/^ppt\//)) return 'pptx';
    return 'docx';
  }
  const type = entries.find((entry) => entry.name === 'mimetype');
  if (type !== undefined && type.size < 200) {
    const words = inflateEntry(bytes, type, name).toString('latin1');
    if (words.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
    if (words.startsWith('application/vnd.oasis.opendocument'))
      throw new DocumentError('unsupported', 'an OpenDocument file; save it as DOCX or PDF and add it again', {
        place: name,
      });
  }
  return has(/^datapackage\.json$/) && has(/^archive\/.+\.warc(?:\.gz)?$/) ? 'wacz' : 'zip';
}

/** What the names of its streams say of an OLE container ([MS-CFB]); Office files with a password are one with an "EncryptedPackage". */
function kindOfOle(bytes: Uint8Array, name: string): MediaKind {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => data.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage'))
    throw new DocumentError('encrypted', 'locked with a password; save it without one and add it again', {
      place: name,
    });
  if (has('__properties_version1.0')) return 'msg';
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book\0')) return 'xls';
  throw new DocumentError(
    'unsupported',
    'an old Office file (.ppt and others); save it as PPTX or PDF and add it again',
    {
      place: name,
    },
  );
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const wide =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
  let head = (wide === null ? latin1(start) : new TextDecoder(wide).decode(start)).replace(
    /^(?:\uFEFF|\xef\xbb\xbf)/,
    '',
  );
  // Comments and an XML declaration may stand before the first element (WHATWG, MIME sniffing, section 7.1).
  let before: string;
  do {
    before = head;
    head = head
      .replace(/^\s+/, '')
      .replace(/^<\?xml[^>]*\?>/, '')
      .replace(/^<!--[\s\S]*?-->/, '');
  } while (head !== before);
  return /^<(?:!doctype\s+html|html|head|body|title|meta|script|style|article|main|div|p|h[1-6]|table|section|header|br|a|b|span|font|iframe|link|base|noscript|center|ul|ol|nav|footer|form|img|blockquote|pre)[\s>/]/i.test(
    head,
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
