import type { MediaKind } from '../documents/text/text-layer.ts';
import type { ExportedDocument, ExportedRecord } from './model/exported.ts';
import { documentKey } from './names.ts';

const MAIL = ['eml', 'msg'];
const TABLES = ['csv', 'xlsx', 'xls', 'ods'];
const PICTURES = ['png', 'jpeg', 'gif', 'webp', 'bmp'];

/** Documents as CSL-JSON, for footnotes that Zotero and word processors write. */
export function cslItems({ documents }: ExportedRecord): readonly object[] {
  return documents.map((document) => {
    const { title, published, retrieved, url, language, source, fileName, mediaType } = document;
    return {
      id: documentKey(document),
      type: typeOf(document.kind, url),
      title,
      ...(source === null ? {} : { publisher: source.name }),
      ...(published === null ? {} : { issued: dateOf(published) }),
      accessed: dateOf(retrieved.slice(0, 10)),
      ...(url === null ? {} : { URL: url }),
      ...(language === null ? {} : { language }),
      medium: mediaType,
      archive_location: fileName,
      note: noteOf(document),
    };
  });
}

function typeOf(kind: MediaKind, url: string | null): string {
  if (MAIL.includes(kind)) return 'personal_communication';
  if (TABLES.includes(kind)) return 'dataset';
  if (PICTURES.includes(kind)) return 'graphic';
  if (kind === 'pptx') return 'speech';
  return url === null ? 'document' : 'webpage';
}

function noteOf({ id, isRecognised }: ExportedDocument): string {
  return isRecognised ? `${id}; its text was read off pictures by a program` : id;
}

/** "2024", "2024-03" and "2024-03-28" as far as they go. */
function dateOf(day: string): object {
  return { 'date-parts': [day.split('-').map(Number)] };
}
