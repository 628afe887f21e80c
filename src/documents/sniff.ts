import { DocumentError } from './document-error.ts';
import type { MediaKind } from './text/text-layer.ts';

type Signature = { readonly bytes: readonly number[]; readonly name: string };

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF image' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x42, 0x5a, 0x68], name: 'a bzip2 archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90], name: 'a program' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich-text (RTF) file' },
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The kind of a document by its content; its name is never asked.
 * @throws DocumentError `empty`, `unsupported` or `encrypted`
 */
export function mediaKindOf(bytes: Uint8Array, name: string): MediaKind {
  if (bytes.length === 0) throw new DocumentError('empty', 'the file is empty', { place: name });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'docx';
  if (startsWith(bytes, OLE)) throw refuseOle(bytes, name);
  for (const { bytes: start, name: what } of SIGNATURES)
    if (startsWith(bytes, start))
      throw new DocumentError('unsupported', `${what}, not a document that can be read; give HTML, PDF, DOCX or text`, {
        place: name,
      });
  // ISO 32000-1, appendix H: readers accept the header anywhere in the first 1,024 bytes.
  const head = latin1(bytes.subarray(0, 1024));
  const pdf = head.indexOf('%PDF-');
  if (pdf >= 0 && !/[a-zA-Z]{4}/.test(head.slice(0, pdf))) return 'pdf';
  return looksLikeHtml(bytes) ? 'html' : 'text';
}

/** Word files locked with a password are Office Open XML inside an OLE container that names an "EncryptedPackage". */
function refuseOle(bytes: Uint8Array, name: string): DocumentError {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return locked
    ? new DocumentError('encrypted', 'locked with a password; save it without one and add it again', { place: name })
    : new DocumentError('unsupported', 'an old Office file (.doc, .xls); save it as DOCX or PDF and add it again', {
        place: name,
      });
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
