import type { DocumentId } from '../../core/hash.ts';
import { type DocumentContent, isLarge, isStoredFile } from '../../documents/custody/stored-file.ts';
import { DocumentError } from '../../documents/document-error.ts';
import type { ReadRecord } from '../../record/read-record.ts';
import type { ActRecord } from '../../record/record.ts';
import type { AcquiredDocument } from './gathering.ts';

/** A document of the record to be read: its bytes, or where they lie when they are too many to be held. */
export async function contentOf(
  read: Pick<ReadRecord, 'document' | 'documentPath'>,
  { document, custody: { identity } }: Pick<AcquiredDocument, 'document' | 'custody'>,
): Promise<DocumentContent> {
  if (!isLarge(identity.size)) return await read.document(document);
  const id = document as DocumentId;
  return { path: read.documentPath(id), document: id, size: identity.size };
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
