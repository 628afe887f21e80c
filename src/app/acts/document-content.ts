import { statSync } from 'node:fs';
import { isDocumentId } from '../../core/hash.ts';
import { type DocumentContent, isLarge, isStoredFile } from '../../documents/custody/stored-file.ts';
import { DocumentError } from '../../documents/document-error.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import type { ActRecord } from '../../record/record.ts';
import type { AcquiredDocument } from './gathering.ts';

/**
 * A document of the record to be read: its bytes, or where they lie when they are too many to be held. The file itself says how
 * large it is: custody that came from others says what its sender claims.
 */
export async function contentOf(
  read: Pick<ReadRecord, 'document' | 'documentPath'>,
  { document }: Pick<AcquiredDocument, 'document'>,
): Promise<DocumentContent> {
  if (!isDocumentId(document)) return await read.document(document);
  const path = read.documentPath(document);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return isLarge(size) ? { path, document, size } : await read.document(document);
}

/**
 * Puts the bytes of a file into the record that was read before.
 * @throws DocumentError `changed-while-read` where they are others by now
 */
export async function keepContent(
  record: Pick<ActRecord, 'putDocument'>,
  { name, document, content }: { readonly name: string; readonly document: string; readonly content: DocumentContent },
): Promise<void> {
  const { id } = await record.putDocument(isStoredFile(content) ? content.path : content);
  if (id !== document)
    throw new DocumentError(
      'changed-while-read',
      'it was changed while it was read; add it again when it is finished',
      {
        place: name,
      },
    );
}
