import { listZip } from './container/zip.ts';
import type { ReadingLimits } from './limits.ts';
import type { MediaKind } from './text/text-layer.ts';

/** Where Office files keep programs: of VBA ([MS-OVBA], section 2.2), macro sheets of Excel 4.0, and those of OpenDocument. */
const PARTS = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(?:Basic|Scripts)\//i;
/** The stream that a project of VBA has in an OLE file. */
const STREAM = Buffer.from('_VBA_PROJECT', 'utf16le');

/** What is said of a document that carries macros, which nothing here runs or reads; nothing of any other. */
export function macroNotes(kind: MediaKind, bytes: Uint8Array, name: string, limits: ReadingLimits): readonly string[] {
  return carriesMacros(kind, bytes, name, limits) ? ['it carries macros; none was run or read'] : [];
}

function carriesMacros(kind: MediaKind, bytes: Uint8Array, name: string, limits: ReadingLimits): boolean {
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ods':
      return listZip(bytes, name, limits).some((entry) => PARTS.test(entry.name));
    case 'doc':
    case 'xls':
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(STREAM);
    default:
      return false;
  }
}
